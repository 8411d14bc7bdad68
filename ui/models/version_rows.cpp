#include "ui/models/version_rows.h"

#include "ui/looks.h"
#include "ui/models/metric_rows.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VersionRows)
};

Cell metricCell(const ModelVersion &model, const char *key)
{
    const QString name = QLatin1String(key);
    if (!model.metrics.contains(name))
        return { .text = QStringLiteral("–"), .mono = true, .right = true, .tone = "text.muted" };
    return { .text = metricValue(name, model.metrics[name].toDouble()), .mono = true, .right = true };
}

} // namespace

std::vector<TableColumn> versionColumns()
{
    return { { Words::tr("Version"), 80 }, { Words::tr("Stage"), 150 }, { Words::tr("Trained"), 120 }, { Words::tr("Volume under PR"), 120, true },
        { Words::tr("Range F1"), 90, true }, { Words::tr("Delay"), 90, true }, { Words::tr("Signature"), -1 } };
}

std::vector<CellModel::Row> versionRows(const std::vector<ModelVersion> &models, const QString &name, TimeMs, bool utc)
{
    std::vector<const ModelVersion *> ours;
    for (const ModelVersion &model : models) {
        if (model.name == name)
            ours.push_back(&model);
    }
    std::ranges::sort(ours, std::ranges::greater {}, [](const ModelVersion *m) { return m->version; });
    std::vector<CellModel::Row> rows;
    for (const ModelVersion *model : ours) {
        const bool refused = model->stage == ModelStage::Refused;
        Cell signature { .text = model->signature.isEmpty() ? Words::tr("not signed yet") : model->keyFingerprint,
            .mark = model->signature.isEmpty() ? MarkCode::Todo : MarkCode::Ok };
        if (refused)
            signature = { .text = model->refusedBecause, .mark = MarkCode::Critical, .tone = "sev.critical" };
        rows.push_back({ QString::number(model->version),
            { Cell { .text = QStringLiteral("v%1").arg(model->version), .mono = true, .bold = true },
                Cell { .text = text::of(model->stage), .mark = lepto::markOf(model->stage), .chip = true },
                Cell { .text = text::date(model->trainedAt, utc), .mono = true, .tone = "text.secondary" }, metricCell(*model, "vus_pr"),
                metricCell(*model, "range_f1"), metricCell(*model, "delay_seconds"), signature } });
    }
    return rows;
}

std::vector<KeyValues::Row> fileFacts(const ModelVersion &model)
{
    return { { Words::tr("File"), model.file, true }, { QStringLiteral("SHA-256"), text::shortHash(model.sha256), true },
        { Words::tr("Signature"), model.signature.isEmpty() ? Words::tr("none") : text::shortHash(model.signature), true },
        { Words::tr("Key"), model.keyFingerprint, true } };
}

std::vector<KeyValues::Row> dataFacts(const ModelVersion &model, bool utc)
{
    return { { Words::tr("Series"), text::count(model.series.size()), true },
        { Words::tr("Range"), text::date(model.dataFrom, utc) + QStringLiteral(" – ") + text::date(model.dataTo, utc), true } };
}

std::vector<KeyValues::Row> trainingFacts(const ModelVersion &model, bool utc)
{
    return { { Words::tr("Type"), model.arch }, { Words::tr("Trained"), text::date(model.trainedAt, utc) + QLatin1Char(' ') + text::minute(model.trainedAt, utc), true },
        { Words::tr("Device"), text::device(model.device) } };
}

QByteArray passportJson(const ModelVersion &model)
{
    const QJsonObject passport { { QStringLiteral("name"), model.name }, { QStringLiteral("version"), model.version },
        { QStringLiteral("file"), model.file }, { QStringLiteral("sha256"), model.sha256 }, { QStringLiteral("signature"), model.signature },
        { QStringLiteral("key"), model.keyFingerprint }, { QStringLiteral("arch"), model.arch }, { QStringLiteral("device"), model.device },
        { QStringLiteral("trained_at_ms"), qint64(model.trainedAt) }, { QStringLiteral("data_from_ms"), qint64(model.dataFrom) },
        { QStringLiteral("data_to_ms"), qint64(model.dataTo) }, { QStringLiteral("series"), QJsonArray::fromStringList(model.series) },
        { QStringLiteral("metrics"), model.metrics } };
    return QJsonDocument(passport).toJson();
}

int rollBackTarget(const std::vector<ModelVersion> &models, const QString &name)
{
    int active = 0, target = 0;
    for (const ModelVersion &model : models) {
        if (model.name == name && model.stage == ModelStage::Active)
            active = model.version;
    }
    for (const ModelVersion &model : models) {
        if (model.name == name && model.stage == ModelStage::Retired && model.version < active)
            target = std::max(target, model.version);
    }
    return target;
}

} // namespace lepto
