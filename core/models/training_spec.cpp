#include "core/models/training_spec.h"

#include "core/base/text.h"
#include "core/incidents/labels_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace lepto {

namespace {

constexpr std::size_t kMostSeries = 500;

Error say(const QString &name, const char *reason)
{
    return {ErrorCode::BadInput, utf8(oneLine(name, 80)), utf8(QCoreApplication::translate("TrainingService", reason))};
}

} // namespace

Result<void> check(const TrainingSpec &spec)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"));
    if (!plain.match(spec.name).hasMatch())
        return say(spec.name, QT_TRANSLATE_NOOP("TrainingService", "a model's name has letters, digits, '.', '-' and '_' only"));
    if (spec.series.empty() || spec.series.size() > kMostSeries)
        return say(spec.name, QT_TRANSLATE_NOOP("TrainingService", "a model watches 1 to 500 series"));
    if (spec.from >= spec.to || spec.step < 0)
        return say(spec.name, QT_TRANSLATE_NOOP("TrainingService", "the range is empty"));
    return {};
}

QJsonObject toJson(const TrainingSpec &spec)
{
    QJsonArray series;
    for (const Labels &labels : spec.series)
        series.append(labelsToJson(labels));
    const ml::TrainOptions &o = spec.options;
    return {{QStringLiteral("name"), spec.name},
            {QStringLiteral("series"), series},
            {QStringLiteral("from"), qint64(spec.from)},
            {QStringLiteral("to"), qint64(spec.to)},
            {QStringLiteral("step"), qint64(spec.step)},
            {QStringLiteral("seed"), QString::number(o.seed)}, // JSON numbers are not exact to 64 bits
            {QStringLiteral("epochs"), o.epochs},
            {QStringLiteral("patience"), o.patience},
            {QStringLiteral("window"), o.window},
            {QStringLiteral("hidden"), o.hidden},
            {QStringLiteral("latent"), o.latent},
            {QStringLiteral("replicas"), o.replicas},
            {QStringLiteral("joint"), o.joint},
            {QStringLiteral("batch"), o.batch},
            {QStringLiteral("learning_rate"), o.learningRate},
            {QStringLiteral("device"), qstr(o.device)}};
}

TrainingSpec trainingSpecOf(const QJsonObject &json)
{
    TrainingSpec spec;
    spec.name = json[u"name"].toString();
    const QJsonArray series = json[u"series"].toArray();
    for (const QJsonValue &labels : series)
        spec.series.push_back(labelsFromJson(labels.toString()));
    spec.from = json[u"from"].toInteger();
    spec.to = json[u"to"].toInteger();
    spec.step = json[u"step"].toInteger();
    ml::TrainOptions &o = spec.options;
    o.seed = json[u"seed"].toString().toULongLong();
    o.epochs = json[u"epochs"].toInt(o.epochs);
    o.patience = json[u"patience"].toInt(o.patience);
    o.window = json[u"window"].toInt();
    o.hidden = json[u"hidden"].toInt();
    o.latent = json[u"latent"].toInt();
    o.replicas = json[u"replicas"].toInt(o.replicas);
    o.joint = json[u"joint"].toBool(true);
    o.batch = json[u"batch"].toInt(o.batch);
    o.learningRate = json[u"learning_rate"].toDouble(o.learningRate);
    o.device = utf8(json[u"device"].toString());
    return spec;
}

} // namespace lepto
