#pragma once

#include "core/settings/source_config.h"
#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

class QNetworkReply;

namespace lepto {

/// Any answer that has a status, good or bad.
struct HttpAnswer {
    int status = 0;
    QByteArray contentType;                        ///< lower case, without parameters' blanks
    QByteArray body;                               ///< of an error at most 64 KiB
    QUrl redirect;                                 ///< of a 3xx
    qint64 bytes = 0, tookMs = 0;
    std::optional<qint64> clockOffsetMs;           ///< server's Date minus the middle of the request, good to about a second
    bool isGood() const { return status >= 200 && status < 300; }
};

/// Names and values, of a query or of a form that is posted.
using HttpForm = QList<std::pair<QString, QString>>;

/// One request. The body of a POST is sent as `contentType`.
struct HttpRequest {
    QUrl url;
    QByteArray method = "GET";
    QByteArray body, contentType, accept;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::optional<bool> packed;                    ///< ask for gzip, or for the plain bytes; unset: plain on loopback, else gzip
    int timeoutMs = 10'000;                        ///< for the whole answer
    qint64 maxBytes = 64 << 20;                    ///< after decompression
    bool once = false;                             ///< changes something: a body never goes out twice, even where the connection was cut
    /// Takes the body of a 2xx answer piece by piece instead of HttpAnswer::body; false ends the request ("answer refused").
    std::function<bool(const HttpAnswer &head, const QByteArray &part)> sink;
};

/// HTTP(S) for reading from servers: never follows a redirect (credentials would travel along), never stores cookies, bounds time and
/// bytes, sends credentials with the first request. Lives in one thread; answers die with their context.
/// Every failure is one sentence "host:port: reason".
class HttpClient : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<HttpAnswer>)>;

    /// `secret` is the password (with a user name) or the bearer token. Not kept anywhere else.
    HttpClient(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Errors: BadInput (address, files of the TLS options), Unavailable (refused, DNS, TLS, timeout, cut), Exhausted (too large),
    /// Cancelled. A status is no error here; see statusError().
    void send(const HttpRequest &request, QObject *context, Answer answer);
    /// `path` below the configured address, whatever prefix that has, with `form` as its query.
    QUrl urlOf(const QString &path, const HttpForm &form = {}) const;
    void cancelAll();
    int inFlight() const { return m_inFlight; }

private:
    struct Exchange;
    Result<QNetworkRequest> prepare(const HttpRequest &request) const;
    Result<QByteArray> authorization() const;
    QNetworkReply *sendOnce(QNetworkRequest prepared, const HttpRequest &request);
    void receive(const std::shared_ptr<Exchange> &exchange);
    void take(Exchange &exchange, const QByteArray &part);
    void complete(const std::shared_ptr<Exchange> &exchange);

    SourceConfig m_config;
    QString m_secret;
    QNetworkAccessManager m_network;
    int m_inFlight = 0;
};

QByteArray encodedForm(const HttpForm &form);

/// On this machine, where sending costs less than packing.
bool isNear(const QUrl &url);
/// "host:port" as it stands in messages.
QString authorityOf(const QUrl &url);
/// One sentence for an answer that is not 2xx; code Refused for 401 and 403, NotFound for 404, Unavailable for 5xx and 429, else BadInput.
Error statusError(const QUrl &url, const HttpAnswer &answer);
/// Whether trying again later can help: nothing answered, or a 5xx.
bool isWorthRetrying(const Error &error);

} // namespace lepto
