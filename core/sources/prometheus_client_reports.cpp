#include "core/base/text.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/prometheus_json.h"
#include "core/sources/status_json.h"

#include <QJsonArray>

// The calls with small answers: names, targets, rules and what a server tells about itself.

namespace lepto {

namespace {

QString api(const char *path)
{
    return QStringLiteral("/api/v1/") + QLatin1String(path);
}

QString seconds(TimeMs t)
{
    return QString::number(t / 1000) + u'.' + QString::number(t % 1000).rightJustified(3, u'0');
}

QStringList warningsFrom(const QJsonObject &root)
{
    QStringList out;
    for (const QJsonValue &value : root[u"warnings"].toArray())
        out += oneLine(value.toString());
    return out;
}

// Servers tell about their own limits in words only.
bool saysTruncated(const QStringList &warnings)
{
    return !warnings.filter(QStringLiteral("truncated")).isEmpty();
}

} // namespace

void PrometheusClient::json(const QString &path, const Form &form, bool mayPost, Context context, Answer<QJsonObject> answer)
{
    constexpr qint64 largest = 12 << 20; // read into a tree, it takes ten times as much
    HttpRequest request = requestOf(path);
    request.maxBytes = std::min(request.maxBytes, largest);
    enqueue({ request, withParameters(form), mayPost, context, {}, [this, path, answer = std::move(answer)](Result<HttpAnswer> http) {
                 answer(http ? envelopeFrom(urlOf(path), *http) : Result<QJsonObject>(http.error()));
             } });
}

template <typename T, typename Read>
void PrometheusClient::report(const QString &path, const Form &form, Context context, Answer<T> answer, Read read)
{
    json(path, form, false, context, [answer = std::move(answer), read](Result<QJsonObject> root) {
        answer(root ? Result<T>(read((*root)[u"data"])) : Result<T>(root.error()));
    });
}

PrometheusClient::Form PrometheusClient::formOf(const LabelQuery &query)
{
    Form form;
    for (const QString &match : query.matches)
        form.append({ QStringLiteral("match[]"), match });
    if (query.from > 0)
        form.append({ QStringLiteral("start"), seconds(query.from) });
    if (query.to > 0)
        form.append({ QStringLiteral("end"), seconds(query.to) });
    form.append({ QStringLiteral("limit"), QString::number(query.limit + 1) }); // one more tells whether there is more
    return form;
}

void PrometheusClient::list(const QString &path, const LabelQuery &query, bool mayPost, Context context, Answer<Listed<QStringList>> answer)
{
    json(path, formOf(query), mayPost, context, [limit = query.limit, answer = std::move(answer)](Result<QJsonObject> root) {
        if (!root)
            return answer(root.error());
        Listed<QStringList> out;
        out.items = textsFrom((*root)[u"data"]);
        out.warnings = warningsFrom(*root);
        out.truncated = out.items.size() > limit || saysTruncated(out.warnings);
        out.items = out.items.mid(0, limit);
        answer(std::move(out));
    });
}

void PrometheusClient::labels(const LabelQuery &query, Context context, Answer<Listed<QStringList>> answer)
{
    list(QStringLiteral("/api/v1/labels"), query, true, context, std::move(answer));
}

void PrometheusClient::labelValues(const QString &label, const LabelQuery &query, Context context, Answer<Listed<QStringList>> answer)
{
    list(QStringLiteral("/api/v1/label/%1/values").arg(pathNameOf(label)), query, false, context, std::move(answer));
}

void PrometheusClient::series(const LabelQuery &query, Context context, Answer<Listed<std::vector<Labels>>> answer)
{
    json(QStringLiteral("/api/v1/series"), formOf(query), true, context, [limit = query.limit, answer = std::move(answer)](Result<QJsonObject> root) {
        if (!root)
            return answer(root.error());
        Listed<std::vector<Labels>> out;
        out.warnings = warningsFrom(*root);
        out.truncated = saysTruncated(out.warnings);
        for (const QJsonValue &value : (*root)[u"data"].toArray()) {
            if (out.items.size() == std::size_t(limit)) {
                out.truncated = true;
                break;
            }
            out.items.push_back(labelsFrom(value.toObject()));
        }
        answer(std::move(out));
    });
}

void PrometheusClient::alerts(Context context, Answer<std::vector<ServerAlert>> answer)
{
    report(api("alerts"), {}, context, std::move(answer), [](const QJsonValue &data) { return alertsFrom(data[u"alerts"]); });
}

void PrometheusClient::rules(const RuleQuery &query, Context context, Answer<std::vector<ServerRule>> answer)
{
    Form form;
    if (!query.type.isEmpty())
        form.append({ QStringLiteral("type"), query.type });
    if (!query.withAlerts)
        form.append({ QStringLiteral("exclude_alerts"), QStringLiteral("true") });
    const auto add = [&form](const char *key, const QStringList &values) {
        for (const QString &value : values)
            form.append({ QLatin1String(key), value });
    };
    add("rule_name[]", query.names);
    add("rule_group[]", query.groups);
    add("file[]", query.files);
    report(api("rules"), form, context, std::move(answer), [](const QJsonValue &data) { return rulesFrom(data.toObject()); });
}

void PrometheusClient::exemplars(const QString &expr, TimeMs from, TimeMs to, Context context, Answer<std::vector<SeriesExemplars>> answer)
{
    const Form form { { QStringLiteral("query"), expr }, { QStringLiteral("start"), seconds(from) }, { QStringLiteral("end"), seconds(to) } };
    report(api("query_exemplars"), form, context, std::move(answer), [](const QJsonValue &data) { return exemplarsFrom(data.toArray()); });
}

void PrometheusClient::metadata(const QString &metric, int limit, Context context, Answer<std::vector<MetricMetadata>> answer)
{
    Form form { { QStringLiteral("limit"), QString::number(limit) } };
    if (!metric.isEmpty())
        form.append({ QStringLiteral("metric"), metric });
    report(api("metadata"), form, context, std::move(answer), [](const QJsonValue &data) { return metadataFrom(data.toObject()); });
}

void PrometheusClient::targets(Context context, Answer<TargetList> answer)
{
    report(api("targets"), {}, context, std::move(answer), [](const QJsonValue &data) { return targetsFrom(data.toObject()); });
}

void PrometheusClient::targetMetadata(const QString &matchTarget, const QString &metric, int limit, Context context,
    Answer<std::vector<TargetMetadata>> answer)
{
    Form form { { QStringLiteral("limit"), QString::number(limit) } };
    if (!matchTarget.isEmpty())
        form.append({ QStringLiteral("match_target"), matchTarget });
    if (!metric.isEmpty())
        form.append({ QStringLiteral("metric"), metric });
    report(api("targets/metadata"), form, context, std::move(answer), [metric](const QJsonValue &data) {
        auto all = targetMetadataFrom(data.toArray());
        for (TargetMetadata &one : all) { // asked for one metric, the server leaves its name out
            if (one.metadata.metric.isEmpty())
                one.metadata.metric = metric;
        }
        return all;
    });
}

void PrometheusClient::scrapePools(Context context, Answer<QStringList> answer)
{
    report(api("scrape_pools"), {}, context, std::move(answer), [](const QJsonValue &data) { return textsFrom(data[u"scrapePools"]); });
}

void PrometheusClient::alertmanagers(Context context, Answer<QStringList> answer)
{
    report(api("alertmanagers"), {}, context, std::move(answer), [](const QJsonValue &data) { return alertmanagersFrom(data.toObject()); });
}

void PrometheusClient::runtimeInfo(Context context, Answer<RuntimeInfo> answer)
{
    report(api("status/runtimeinfo"), {}, context, std::move(answer), [](const QJsonValue &data) { return runtimeInfoFrom(data.toObject()); });
}

void PrometheusClient::serverConfig(Context context, Answer<QString> answer)
{
    report(api("status/config"), {}, context, std::move(answer), [](const QJsonValue &data) { return data[u"yaml"].toString(); });
}

void PrometheusClient::flags(Context context, Answer<QMap<QString, QString>> answer)
{
    report(api("status/flags"), {}, context, std::move(answer), [](const QJsonValue &data) { return textMapFrom(data.toObject()); });
}

void PrometheusClient::tsdbStatus(Context context, Answer<TsdbStatus> answer)
{
    report(api("status/tsdb"), {}, context, std::move(answer), [](const QJsonValue &data) { return tsdbStatusFrom(data.toObject()); });
}

void PrometheusClient::walReplay(Context context, Answer<WalReplay> answer)
{
    report(api("status/walreplay"), {}, context, std::move(answer), [](const QJsonValue &data) { return walReplayFrom(data.toObject()); });
}

} // namespace lepto
