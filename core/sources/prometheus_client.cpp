#include "core/sources/prometheus_client.h"

#include "core/base/text.h"
#include "core/sources/export_scanner.h"
#include "core/sources/prometheus_json.h"
#include "core/sources/range_query.h"

#include <QPointer>

namespace lepto {

namespace {

constexpr int maxInFlight = 4;

QString seconds(TimeMs t)
{
    return QStringLiteral("%1%2.%3").arg(t < 0 ? QStringLiteral("-") : QString()).arg(qAbs(t) / 1000).arg(qAbs(t) % 1000, 3, 10, QChar(u'0'));
}

QueryAnswer finished(QueryAnswer answer, const Result<HttpAnswer> &http, bool capped)
{
    if (http) {
        answer.tookMs = http->tookMs;
        answer.bytes = http->bytes;
        answer.clockOffsetMs = http->clockOffsetMs.value_or(0);
    }
    if (capped)
        answer.warnings += PrometheusClient::tr("only the first %n series are read", nullptr, int(answer.series.size()));
    return answer;
}

} // namespace

PrometheusClient::PrometheusClient(const SourceConfig &config, const QString &secret, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_http(config, secret)
    , m_encoding(isNear(QUrl(config.url)))
{
}

void PrometheusClient::cancelAll()
{
    m_waiting.clear();
    m_http.cancelAll();
    m_active = 0;
}

void PrometheusClient::enqueue(Call call)
{
    m_waiting.push_back(std::move(call));
    pump();
}

void PrometheusClient::pump()
{
    while (m_active < maxInFlight && !m_waiting.empty()) {
        Call call = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (call.context)
            perform(std::move(call));
    }
}

HttpRequest PrometheusClient::requestOf(const QString &path) const
{
    HttpRequest request;
    request.url = urlOf(path);
    request.accept = "application/json";
    request.timeoutMs = m_config.timeoutMs;
    request.maxBytes = m_maxBytes;
    return request;
}

PrometheusClient::Form PrometheusClient::withParameters(Form form) const
{
    for (auto it = m_config.parameters.begin(); it != m_config.parameters.end(); ++it)
        form.append({ it.key(), it.value() });
    return form;
}

void PrometheusClient::perform(Call call)
{
    HttpRequest request = call.request;
    const bool post = call.mayPost && !m_getOnly && !call.form.isEmpty();
    if (post) {
        request.method = "POST";
        request.contentType = "application/x-www-form-urlencoded";
        request.body = encodedForm(call.form);
    } else if (!call.form.isEmpty()) {
        request.url.setQuery(QString::fromLatin1(encodedForm(call.form)), QUrl::StrictMode);
    }
    request.packed = m_encoding.packed();
    ++m_active;
    // The request lives under `this`, so that a caller that dies in mid-answer still frees its place in the queue.
    m_http.send(request, this, [this, call = std::move(call), post, packed = m_encoding.packed()](Result<HttpAnswer> answer) {
        --m_active;
        const bool postRefused = post && answer && (answer->status == 403 || answer->status == 405);
        if (answer && answer->isGood())
            m_encoding.measured(packed, answer->bytes, answer->tookMs);
        if (postRefused && call.context) {
            m_getOnly = true;
            if (call.restart)
                call.restart();
            m_waiting.push_front(call);
        } else if (call.context) {
            call.answer(std::move(answer));
        }
        pump();
    });
}

void PrometheusClient::get(const QString &path, Context context, HttpClient::Answer answer)
{
    enqueue({ requestOf(path), {}, false, context, {}, std::move(answer) });
}

void PrometheusClient::scan(const QString &path, const Form &form, const ScanOptions &options, Context context, Answer<QueryAnswer> answer)
{
    struct Progress {
        QueryRangeScanner scanner;
        QByteArray head;
    };
    const auto fresh = [options] { return QueryRangeScanner(options.maxSeries, options.cache, options.target); };
    auto progress = std::make_shared<Progress>(Progress { fresh(), {} });
    Call call { requestOf(path), withParameters(form), true, context };
    call.restart = [progress, fresh] { *progress = Progress { fresh(), {} }; };
    call.request.sink = [progress](const HttpAnswer &, const QByteArray &part) {
        progress->head += part.left(100 - progress->head.size());
        return progress->scanner.push({ part.constData(), std::size_t(part.size()) });
    };
    call.answer = [this, progress, path, answer = std::move(answer)](Result<HttpAnswer> http) {
        const QUrl url = urlOf(path);
        const bool read = http || http.error().code == ErrorCode::Cancelled; // cancelled by the scanner: it knows why
        if (!read)
            return answer(http.error());
        if (http && !http->isGood())
            return answer(envelopeFrom(url, *http).error());
        if (const auto other = notJson(url, http ? *http : HttpAnswer(), progress->head))
            return answer(*other);
        auto scanned = progress->scanner.finish();
        if (!scanned)
            return answer(Error { scanned.error().code, utf8(authorityOf(url)), scanned.error().reason });
        answer(finished(*std::move(scanned), http, progress->scanner.wasCapped()));
    };
    enqueue(std::move(call));
}

void PrometheusClient::query(const QString &expr, TimeMs at, const ScanOptions &options, Context context, Answer<QueryAnswer> answer)
{
    Form form { { QStringLiteral("query"), expr }, { QStringLiteral("timeout"), QStringLiteral("%1ms").arg(m_config.timeoutMs) } };
    if (at > 0)
        form.append({ QStringLiteral("time"), seconds(at) });
    scan(QStringLiteral("/api/v1/query"), form, options, context, std::move(answer));
}

void PrometheusClient::queryRange(const QString &expr, TimeMs from, TimeMs to, TimeMs stepMs, Context context, Answer<QueryAnswer> answer)
{
    const auto ask = [this, expr, stepMs, context](const TimeRange &part, Answer<QueryAnswer> partAnswer) {
        const Form form { { QStringLiteral("query"), expr }, { QStringLiteral("start"), seconds(part.from) }, { QStringLiteral("end"), seconds(part.to) },
            { QStringLiteral("step"), seconds(stepMs) }, { QStringLiteral("timeout"), QStringLiteral("%1ms").arg(m_config.timeoutMs) } };
        scan(QStringLiteral("/api/v1/query_range"), form, ScanOptions(), context, std::move(partAnswer));
    };
    askInParts(splitRange(from, to, stepMs), ask, std::move(answer));
}

void PrometheusClient::read(const RemoteReadQuery &query, const ScanOptions &scan, Context context, Answer<QueryAnswer> answer)
{
    HttpRequest request = requestOf(QStringLiteral("/api/v1/read"));
    request.method = "POST";
    request.body = encodeReadRequest(query);
    request.contentType = "application/x-protobuf";
    request.accept.clear();
    request.headers = { { "Content-Encoding", "snappy" }, { "X-Prometheus-Remote-Read-Version", "0.1.0" } };
    RemoteReadDecoder::Options options;
    options.from = query.from;
    options.to = query.to;
    options.maxSeries = scan.maxSeries;
    options.cache = scan.cache;
    options.target = scan.target;
    options.sink = scan.sink;
    options.skipBefore = scan.skipBefore;
    auto decoder = std::make_shared<std::optional<RemoteReadDecoder>>();
    request.sink = [decoder, options](const HttpAnswer &head, const QByteArray &part) {
        if (!*decoder)
            decoder->emplace(head.contentType.contains("streamed"), options);
        return (*decoder)->push({ part.constData(), std::size_t(part.size()) });
    };
    enqueue({ request, {}, false, context, {}, [url = request.url, decoder, answer = std::move(answer)](Result<HttpAnswer> http) {
        const bool refused = !http && http.error().code == ErrorCode::Cancelled && *decoder; // by the decoder, which knows why
        if (!http && !refused)
            return answer(http.error());
        if (http && !http->isGood())
            return answer(statusError(url, *http));
        auto decoded = *decoder ? (*decoder)->finish() : Result<QueryAnswer>(QueryAnswer());
        if (!decoded)
            return answer(Error { decoded.error().code, utf8(authorityOf(url)), decoded.error().reason });
        answer(finished(*std::move(decoded), http, *decoder && (*decoder)->wasCapped()));
    } });
}

void PrometheusClient::exportSamples(const QString &selector, TimeMs from, TimeMs to, const ScanOptions &scan, Context context,
    Answer<QueryAnswer> answer)
{
    const Form form { { QStringLiteral("match[]"), selector }, { QStringLiteral("start"), seconds(from) }, { QStringLiteral("end"), seconds(to) },
        { QStringLiteral("max_rows_per_line"), QStringLiteral("10000") } };
    auto scanner = std::make_shared<ExportScanner>(scan.maxSeries, scan.cache, scan.target);
    const QString path = QStringLiteral("/api/v1/export");
    Call call { requestOf(path), withParameters(form), true, context };
    call.restart = [scanner, scan] { *scanner = ExportScanner(scan.maxSeries, scan.cache, scan.target); };
    call.request.sink = [scanner](const HttpAnswer &, const QByteArray &part) { return scanner->push({ part.constData(), std::size_t(part.size()) }); };
    call.answer = [url = urlOf(path), scanner, answer = std::move(answer)](Result<HttpAnswer> http) {
        if (!http && http.error().code != ErrorCode::Cancelled) // cancelled by the scanner: it knows why
            return answer(http.error());
        if (http && !http->isGood())
            return answer(envelopeFrom(url, *http).error());
        auto scanned = scanner->finish();
        if (!scanned)
            return answer(Error { scanned.error().code, utf8(authorityOf(url)), scanned.error().reason });
        answer(finished(*std::move(scanned), http, scanner->wasCapped()));
    };
    enqueue(std::move(call));
}

} // namespace lepto
