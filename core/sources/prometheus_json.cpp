#include "core/sources/prometheus_json.h"

#include "core/base/text.h"
#include "core/sources/decimal.h"
#include "core/sources/query_range_scanner.h"
#include "core/sources/status_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrometheusClient)
};

ServerRule ruleFrom(const QJsonObject &group, const QJsonObject &object)
{
    ServerRule rule;
    rule.group = group[u"name"].toString();
    rule.file = group[u"file"].toString();
    rule.name = object[u"name"].toString();
    rule.query = object[u"query"].toString();
    rule.health = object[u"health"].toString();
    rule.lastError = object[u"lastError"].toString();
    rule.state = object[u"state"].toString();
    rule.alerting = object[u"type"].toString() == QLatin1String("alerting");
    rule.durationSeconds = object[u"duration"].toDouble();
    rule.keepFiringSeconds = object[u"keepFiringFor"].toDouble();
    rule.evaluationSeconds = object[u"evaluationTime"].toDouble();
    rule.intervalSeconds = group[u"interval"].toDouble();
    rule.lastEvaluation = rfc3339From(object[u"lastEvaluation"].toString());
    rule.labels = labelsFrom(object[u"labels"].toObject());
    rule.annotations = textMapFrom(object[u"annotations"].toObject());
    rule.alerts = alertsFrom(object[u"alerts"]);
    return rule;
}

} // namespace

QMap<QString, QString> textMapFrom(const QJsonObject &object)
{
    QMap<QString, QString> out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), it.value().toString());
    return out;
}

QStringList textsFrom(const QJsonValue &array)
{
    QStringList out;
    for (const QJsonValue &value : array.toArray())
        out += value.toString();
    return out;
}

Labels labelsFrom(const QJsonObject &object)
{
    std::vector<Labels::Pair> pairs;
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.emplace_back(utf8(it.key()), utf8(it.value().toString()));
    return Labels(std::move(pairs));
}

std::vector<ServerAlert> alertsFrom(const QJsonValue &alerts)
{
    std::vector<ServerAlert> out;
    for (const QJsonValue &value : alerts.toArray()) {
        const QJsonObject object = value.toObject();
        ServerAlert alert;
        alert.labels = labelsFrom(object[u"labels"].toObject());
        alert.annotations = textMapFrom(object[u"annotations"].toObject());
        alert.state = object[u"state"].toString();
        alert.activeAt = rfc3339From(object[u"activeAt"].toString());
        alert.value = parseDecimal(utf8(object[u"value"].toString())).value_or(qQNaN());
        out.push_back(std::move(alert));
    }
    return out;
}

std::vector<ServerRule> rulesFrom(const QJsonObject &data)
{
    std::vector<ServerRule> out;
    for (const QJsonValue &value : data[u"groups"].toArray()) {
        const QJsonObject group = value.toObject();
        for (const QJsonValue &rule : group[u"rules"].toArray())
            out.push_back(ruleFrom(group, rule.toObject()));
    }
    return out;
}

QString serverKindText(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Prometheus: return QStringLiteral("Prometheus");
    case ServerKind::Thanos: return QStringLiteral("Thanos");
    case ServerKind::Mimir: return QStringLiteral("Mimir");
    case ServerKind::VictoriaMetrics: return QStringLiteral("VictoriaMetrics");
    }
    return {};
}

BuildInfo buildInfoFrom(const QJsonObject &data)
{
    BuildInfo info;
    info.version = oneLine(data[u"version"].toString(), 60);
    if (data[u"application"].toString().contains(QLatin1String("Mimir")))
        info.kind = ServerKind::Mimir;
    else if (!data.contains(u"revision") && !data.contains(u"goVersion"))
        info.kind = ServerKind::VictoriaMetrics;
    return info;
}

QString pathNameOf(const QString &label)
{
    const auto isPlain = [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    if (!label.isEmpty() && !label[0].isDigit() && std::all_of(label.begin(), label.end(), isPlain))
        return label;
    QString out = QStringLiteral("U__");
    for (const uint code : label.toUcs4()) {
        if (code == '_')
            out += QStringLiteral("__");
        else if (code < 128 && QChar(code).isLetterOrNumber())
            out += QChar(code);
        else
            out += u'_' + QString::number(code, 16) + u'_';
    }
    return out;
}

std::optional<Error> notJson(const QUrl &url, const HttpAnswer &answer, QByteArrayView body)
{
    const QByteArrayView text = body.trimmed();
    if (text.startsWith('{'))
        return std::nullopt;
    const QString what = text.startsWith('<') || answer.contentType.startsWith("text/html")
        ? Words::tr("the answer is a web page instead of JSON; check the path of the address")
        : text.isEmpty() ? Words::tr("the answer is empty instead of JSON")
                         : Words::tr("the answer is not JSON: %1").arg(oneLine(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 60))), 60));
    return Error { ErrorCode::BadInput, utf8(authorityOf(url)), utf8(what) };
}

Result<QJsonObject> envelopeFrom(const QUrl &url, const HttpAnswer &answer)
{
    QJsonParseError parse { 0, QJsonParseError::NoError };
    const QJsonObject root = QJsonDocument::fromJson(answer.body, &parse).object();
    if (root[u"status"] == QStringLiteral("success") && answer.isGood())
        return root;
    if (root[u"status"] == QStringLiteral("error")) {
        Error error = apiError(utf8(root[u"errorType"].toString()), utf8(root[u"error"].toString()));
        error.subject = utf8(authorityOf(url));
        return error;
    }
    if (!answer.isGood())
        return statusError(url, answer);
    if (const auto other = notJson(url, answer, answer.body))
        return *other;
    const QString reason = parse.error == QJsonParseError::NoError ? Words::tr("the answer has no status, this is not Prometheus' API")
                                                                   : Words::tr("the answer is broken JSON at byte %1").arg(parse.offset);
    return Error { ErrorCode::BadInput, utf8(authorityOf(url)), utf8(reason) };
}

} // namespace lepto
