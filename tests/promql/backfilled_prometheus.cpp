#include "tests/promql/backfilled_prometheus.h"

#include "core/promql/number_text.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto::test {

namespace {

QByteArray seconds(TimeMs ms)
{
    return QByteArray::number(double(ms) / 1000.0, 'f', 3);
}

double numberOf(const QString &text)
{
    if (text == QLatin1String("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (text == QLatin1String("+Inf"))
        return std::numeric_limits<double>::infinity();
    return text == QLatin1String("-Inf") ? -std::numeric_limits<double>::infinity() : text.toDouble();
}

Labels labelsOf(const QJsonObject &metric)
{
    std::vector<Labels::Pair> pairs;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        pairs.emplace_back(it.key().toStdString(), it.value().toString().toStdString());
    return Labels(std::move(pairs));
}

} // namespace

bool BackfilledPrometheus::isInstalled()
{
    return PrometheusServer::isInstalled() && !QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty();
}

bool BackfilledPrometheus::start(const std::vector<promql::Series> &series)
{
    const QString input = m_server.folder() + QStringLiteral("/input.om"), data = m_server.folder() + QStringLiteral("/data");
    QFile file(input);
    if (!file.open(QIODevice::WriteOnly) || file.write(openMetricsText(series)) < 0) {
        m_error = file.errorString();
        return false;
    }
    file.close();
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(QStringLiteral("promtool"),
        { QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"), input, data });
    if (!promtool.waitForFinished(120'000) || promtool.exitCode() != 0) {
        m_error = QString::fromUtf8(promtool.readAll());
        return false;
    }
    QFile::remove(input);
    PrometheusServer::Options options;
    options.interval = QStringLiteral("1h");
    options.arguments = { QStringLiteral("--storage.tsdb.retention.time=10y") };
    if (m_server.start(options))
        return true;
    m_error = m_server.error();
    return false;
}

QByteArray BackfilledPrometheus::queryRange(const QByteArray &query, TimeMs from, TimeMs to, TimeMs step) const
{
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/query_range")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Accept-Encoding", "identity");
    const QByteArray form = "query=" + QUrl::toPercentEncoding(QString::fromUtf8(query)) + "&start=" + seconds(from)
        + "&end=" + seconds(to) + "&step=" + seconds(step);
    QNetworkAccessManager network;
    QNetworkReply *reply = network.post(request, form);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

Result<std::vector<promql::Series>> BackfilledPrometheus::range(
    const QByteArray &query, TimeMs from, TimeMs to, TimeMs step) const
{
    const QJsonObject answer = QJsonDocument::fromJson(queryRange(query, from, to, step)).object();
    if (answer[QLatin1String("status")] != QLatin1String("success"))
        return Error { ErrorCode::BadInput, "prometheus", answer[QLatin1String("error")].toString().toStdString() };
    std::vector<promql::Series> result;
    for (const QJsonValue &one : answer[QLatin1String("data")].toObject()[QLatin1String("result")].toArray()) {
        promql::Series series { labelsOf(one[QLatin1String("metric")].toObject()), {} };
        for (const QJsonValue &point : one[QLatin1String("values")].toArray())
            series.samples.push_back({ TimeMs(std::llround(point[0].toDouble() * 1000)), numberOf(point[1].toString()) });
        result.push_back(std::move(series));
    }
    std::sort(result.begin(), result.end(), [](const auto &a, const auto &b) { return a.labels < b.labels; });
    return result;
}

QByteArray openMetricsText(const std::vector<promql::Series> &series)
{
    QByteArray text;
    for (const promql::Series &one : series) {
        // A name, then the labels: promtool reads no quoted names.
        const std::string selector = one.labels.text();
        for (const Sample &sample : one.samples)
            text += QByteArray::fromStdString(selector + " " + promql::numberText(sample.v)) + ' ' + seconds(sample.t) + '\n';
    }
    return text + "# EOF\n";
}

} // namespace lepto::test
