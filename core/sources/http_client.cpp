#include "core/sources/http_client.h"

#include "core/base/text.h"
#include "core/sources/http_words.h"
#include "core/sources/tls_options.h"
#include "core/sources/traffic.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace lepto {

namespace {

constexpr qint64 maxErrorBytes = 64 << 10;
constexpr qint64 readAhead = 4 << 20;

Error badFile(const QString &file, const QString &reason)
{
    return { ErrorCode::BadInput, utf8(file), utf8(reason) };
}

std::optional<qint64> clockOffset(const QNetworkReply *reply, qint64 askedAt, qint64 tookMs)
{
    // Always "Sat, 21 Nov 2026 09:45:35 GMT" (RFC 9110, 5.6.7); Qt's own reader of mail dates does not know the word GMT.
    const QString text = QString::fromLatin1(reply->rawHeader("Date"));
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    // The header is cut to whole seconds, half of one is the best guess of what is missing.
    return date.toMSecsSinceEpoch() + 500 - (askedAt + tookMs / 2);
}

// A request that keeps to itself: no redirect, no cache, no second guess of Qt's.
QNetworkRequest guardedRequest(const QUrl &url)
{
    QNetworkRequest out(url);
    // Flat series compress better than 40:1, which Qt's own guard takes for an attack; maxBytes guards instead.
    out.setDecompressedSafetyCheckThreshold(-1);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setRawHeader("User-Agent", "leptoscope");
    return out;
}

/// What a request weighs on the wire as far as HTTP goes: request line, headers, body.
qint64 weightOf(const QNetworkRequest &prepared, const HttpRequest &request)
{
    qint64 bytes = request.method.size() + request.url.path(QUrl::FullyEncoded).size() + request.url.query(QUrl::FullyEncoded).size()
        + qint64(sizeof("  HTTP/1.1\r\nHost: \r\n\r\n")) + authorityOf(request.url).size() + request.body.size();
    for (const QByteArray &name : prepared.rawHeaderList())
        bytes += name.size() + prepared.rawHeader(name).size() + qint64(sizeof(": \r\n"));
    return bytes;
}

} // namespace

bool isNear(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

struct HttpClient::Exchange {
    HttpRequest request;
    Answer answer;
    QPointer<QObject> context;
    QPointer<QNetworkReply> reply;
    QElapsedTimer clock;
    qint64 askedAt = 0;
    HttpAnswer result;
    std::optional<Error> stopped;     ///< why we ended it ourselves
    QString tls;                      ///< first TLS complaint
};

HttpClient::HttpClient(const SourceConfig &config, const QString &secret, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_secret(secret)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setAutoDeleteReplies(false);
}

HttpClient::~HttpClient()
{
    cancelAll();
}

void HttpClient::cancelAll()
{
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>()) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    m_inFlight = 0;
}

Result<QByteArray> HttpClient::authorization() const
{
    if (!m_config.tokenFile.isEmpty()) {
        QFile file(m_config.tokenFile);
        if (!file.open(QIODevice::ReadOnly))
            return badFile(m_config.tokenFile, tr("the token file cannot be read: %1").arg(file.errorString()));
        const QByteArray token = file.read(64 << 10).trimmed();
        if (token.isEmpty() || token.contains('\n'))
            return badFile(m_config.tokenFile, tr("the token file is empty or has more than one line"));
        return "Bearer " + token;
    }
    if (!m_config.username.isEmpty())
        return "Basic " + (m_config.username + u':' + m_secret).toUtf8().toBase64();
    return m_secret.isEmpty() ? QByteArray() : "Bearer " + m_secret.toUtf8();
}

Result<QNetworkRequest> HttpClient::prepare(const HttpRequest &request) const
{
    if ((request.url.scheme() != QLatin1String("http") && request.url.scheme() != QLatin1String("https")) || request.url.host().isEmpty())
        return Error { ErrorCode::BadInput, utf8(oneLine(request.url.toString(), 120)), utf8(tr("the address must begin with http:// or https://")) };
    QNetworkRequest out = guardedRequest(request.url);
    if (!request.packed.value_or(!isNear(request.url))) // else Qt asks for gzip and unpacks
        out.setRawHeader("Accept-Encoding", "identity");
    if (!request.accept.isEmpty())
        out.setRawHeader("Accept", request.accept);
    if (!request.contentType.isEmpty())
        out.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    for (auto it = m_config.headers.begin(); it != m_config.headers.end(); ++it)
        out.setRawHeader(it.key().toUtf8(), it.value().toUtf8());
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    const auto credentials = authorization();
    if (!credentials)
        return credentials.error();
    if (!credentials->isEmpty())
        out.setRawHeader("Authorization", *credentials);
    if (request.url.scheme() == QLatin1String("https")) {
        const auto tls = tlsOptions(m_config);
        if (!tls)
            return tls.error();
        out.setSslConfiguration(*tls);
        if (!m_config.serverName.isEmpty())
            out.setPeerVerifyName(m_config.serverName);
    }
    return out;
}

QByteArray encodedForm(const HttpForm &form)
{
    QByteArray out;
    for (const auto &[key, value] : form) // QUrlQuery would leave '+' alone, which servers read as a blank
        out += (out.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value);
    return out;
}

QUrl HttpClient::urlOf(const QString &path, const HttpForm &form) const
{
    QUrl url(m_config.url);
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    url.setQuery(form.isEmpty() ? QString() : QString::fromLatin1(encodedForm(form)), QUrl::StrictMode);
    url.setFragment(QString());
    return url;
}

void HttpClient::send(const HttpRequest &request, QObject *context, Answer answer)
{
    const auto prepared = prepare(request);
    if (!prepared) {
        QMetaObject::invokeMethod(context, [answer, error = prepared.error()] { answer(error); }, Qt::QueuedConnection);
        return;
    }
    auto exchange = std::make_shared<Exchange>();
    exchange->request = request;
    exchange->answer = std::move(answer);
    exchange->context = context;
    exchange->askedAt = QDateTime::currentMSecsSinceEpoch();
    exchange->clock.start();
    QNetworkReply *reply = request.once && !request.body.isEmpty() ? sendOnce(*prepared, request) : m_network.sendCustomRequest(*prepared, request.method, request.body);
    exchange->reply = reply;
    TrafficLedger::ofProcess().sent(request.url.host(), authorityOf(request.url), m_config.kind, weightOf(*prepared, request));
    reply->setReadBufferSize(readAhead); // else Qt takes in what the server sends, however much faster than it is read
    ++m_inFlight;
    connect(reply, &QNetworkReply::readyRead, this, [this, exchange] { receive(exchange); });
    connect(reply, &QNetworkReply::finished, this, [this, exchange] { complete(exchange); });
    connect(reply, &QNetworkReply::sslErrors, this, [exchange](const QList<QSslError> &errors) { exchange->tls = errors.value(0).errorString(); });
    connect(context, &QObject::destroyed, reply, &QNetworkReply::abort);
    QTimer::singleShot(request.timeoutMs, reply, [exchange] {
        exchange->stopped = timeoutError(exchange->request.url, exchange->request.timeoutMs);
        exchange->reply->abort();
    });
}

/// Qt repeats a request whose connection ends before the answer begins, except where it cannot read the body a second time.
QNetworkReply *HttpClient::sendOnce(QNetworkRequest prepared, const HttpRequest &request)
{
    auto *body = new OneTimeBody(request.body);
    prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    QNetworkReply *reply = m_network.sendCustomRequest(prepared, request.method, body);
    body->setParent(reply);
    return reply;
}

// Piece by piece: what is packed a thousandfold would be unpacked at once otherwise.
void HttpClient::receive(const std::shared_ptr<Exchange> &exchange)
{
    constexpr qint64 piece = 256 << 10;
    QNetworkReply *reply = exchange->reply;
    HttpAnswer &result = exchange->result;
    if (exchange->stopped)
        return;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.contentType = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    const bool unasked = !exchange->request.packed.value_or(!isNear(exchange->request.url)) && reply->rawHeader("Content-Encoding").contains("gzip");
    if (unasked)
        exchange->stopped = Error { ErrorCode::BadInput, utf8(authorityOf(exchange->request.url)), utf8(tr("the answer is packed although it was asked for plain")) };
    while (!exchange->stopped) {
        const QByteArray part = reply->read(piece);
        if (part.isEmpty())
            return;
        take(*exchange, part);
    }
    reply->abort();
}

void HttpClient::take(Exchange &exchange, const QByteArray &part)
{
    HttpAnswer &result = exchange.result;
    result.bytes += part.size();
    if (result.bytes > exchange.request.maxBytes)
        exchange.stopped = tooLargeError(exchange.request.url, exchange.request.maxBytes);
    else if (!result.isGood())
        result.body += part.left(maxErrorBytes - result.body.size());
    else if (!exchange.request.sink)
        result.body += part;
    else if (!exchange.request.sink(result, part))
        exchange.stopped = Error { ErrorCode::Cancelled, utf8(authorityOf(exchange.request.url)), utf8(tr("the answer was not read to its end")) };
}

void HttpClient::complete(const std::shared_ptr<Exchange> &exchange)
{
    QNetworkReply *reply = exchange->reply;
    if (reply->bytesAvailable() > 0 && !exchange->stopped)
        receive(exchange);
    --m_inFlight;
    reply->deleteLater();
    HttpAnswer &result = exchange->result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.contentType = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    result.tookMs = exchange->clock.elapsed();
    result.clockOffsetMs = clockOffset(reply, exchange->askedAt, result.tookMs);
    TrafficLedger::ofProcess().received(exchange->request.url.host(), authorityOf(exchange->request.url), m_config.kind, result.bytes);
    result.redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!exchange->context)
        return;
    if (exchange->stopped)
        return exchange->answer(*exchange->stopped);
    const bool cut = result.isGood() && reply->error() != QNetworkReply::NoError;
    if (result.status == 0 || cut)
        return exchange->answer(networkError(exchange->request.url, *reply, exchange->tls));
    exchange->answer(std::move(result));
}

} // namespace lepto
