#include "core/models/model_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace lepto {

namespace {

constexpr std::array kStages{"candidate", "active", "retired", "refused"};
constexpr std::array kStates{"queued", "exporting", "running", "evaluating", "done", "failed", "cancelled", "interrupted"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<const char *, N> &names, const QString &name)
{
    for (std::size_t i = 0; i < N; ++i)
        if (name == QLatin1String(names[i]))
            return Enum(i);
    return std::nullopt;
}

QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; } // NULL is not NOT NULL's empty text

} // namespace

const QString kModelColumns = QStringLiteral("name, version, stage, file, sha256, signature, key_fingerprint, arch, device, series, metrics, "
                                             "trained_ms, data_from_ms, data_to_ms, refused_because");

QString nameOf(ModelStage stage) { return QLatin1String(kStages[std::size_t(stage)]); }
std::optional<ModelStage> modelStageOf(const QString &name) { return find<ModelStage>(kStages, name); }
QString nameOf(TrainingJob::State state) { return QLatin1String(kStates[std::size_t(state)]); }
std::optional<TrainingJob::State> trainingStateOf(const QString &name) { return find<TrainingJob::State>(kStates, name); }

ModelVersion modelOf(const QSqlQuery &row)
{
    ModelVersion model;
    model.name = row.value(0).toString();
    model.version = row.value(1).toInt();
    model.stage = modelStageOf(row.value(2).toString()).value_or(ModelStage::Refused);
    model.file = row.value(3).toString();
    model.sha256 = row.value(4).toString();
    model.signature = row.value(5).toString();
    model.keyFingerprint = row.value(6).toString();
    model.arch = row.value(7).toString();
    model.device = row.value(8).toString();
    const QJsonArray series = QJsonDocument::fromJson(row.value(9).toString().toUtf8()).array();
    for (const QJsonValue &one : series)
        model.series.append(one.toString());
    model.metrics = QJsonDocument::fromJson(row.value(10).toString().toUtf8()).object();
    model.trainedAt = row.value(11).toLongLong();
    model.dataFrom = row.value(12).toLongLong();
    model.dataTo = row.value(13).toLongLong();
    model.refusedBecause = row.value(14).toString();
    return model;
}

QVariantList valuesOf(const ModelVersion &model)
{
    const QByteArray series = QJsonDocument(QJsonArray::fromStringList(model.series)).toJson(QJsonDocument::Compact);
    const QByteArray metrics = QJsonDocument(model.metrics).toJson(QJsonDocument::Compact);
    return {text(model.name), model.version, nameOf(model.stage), text(model.file), text(model.sha256), text(model.signature),
            text(model.keyFingerprint), text(model.arch), text(model.device), QString::fromUtf8(series), QString::fromUtf8(metrics),
            qint64(model.trainedAt), qint64(model.dataFrom), qint64(model.dataTo), text(model.refusedBecause)};
}

} // namespace lepto
