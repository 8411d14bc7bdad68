#include "core/logs/loki_client.h"

#include "core/base/text.h"
#include "core/sources/prometheus_json.h"

#include <QCoreApplication>

namespace lepto {

namespace {

constexpr qint64 kLargestAnswer = 64 << 20;

Error failureOf(const QUrl &url, const HttpAnswer &answer)
{
    Error error = statusError(url, answer);
    if (answer.body.left(200).toLower().contains("no org id"))
        error.reason = utf8(QCoreApplication::translate("Logs", "the server wants to know the tenant; give the header X-Scope-OrgID"));
    else if (answer.status == 429 || answer.status == 404) // the sentence for these leaves the server's own words out
        error.reason += ": " + utf8(oneLine(QString::fromUtf8(answer.body.left(400)).trimmed(), 200));
    return error;
}

} // namespace

void LokiClient::get(const QString &path, const HttpForm &form, QObject *context, Answer answer)
{
    HttpRequest request;
    request.url = m_http.urlOf(path, form);
    request.accept = "application/json";
    request.timeoutMs = m_config.timeoutMs;
    request.maxBytes = kLargestAnswer;
    m_http.send(request, context, [url = request.url, answer = std::move(answer)](const Result<HttpAnswer> &http) {
        if (!http)
            return answer(http.error(), {});
        if (!http->isGood())
            return answer(failureOf(url, *http), {});
        if (const auto other = notJson(url, *http, http->body))
            return answer(*other, {});
        auto parsed = parseLokiAnswer(http->body);
        if (!parsed)
            return answer(Error { parsed.error().code, utf8(authorityOf(url)), parsed.error().reason }, {});
        answer(std::move(parsed), http->clockOffsetMs);
    });
}

void LokiClient::queryRange(const LokiRange &range, QObject *context, Answer answer)
{
    get(QStringLiteral("/loki/api/v1/query_range"),
        { { QStringLiteral("query"), range.query }, { QStringLiteral("start"), QString::number(range.from) },
            { QStringLiteral("end"), QString::number(range.to) }, { QStringLiteral("limit"), QString::number(range.limit) },
            { QStringLiteral("direction"), range.forward ? QStringLiteral("forward") : QStringLiteral("backward") } },
        context, std::move(answer));
}

void LokiClient::labels(QObject *context, Answer answer)
{
    get(QStringLiteral("/loki/api/v1/labels"), {}, context, std::move(answer));
}

} // namespace lepto
