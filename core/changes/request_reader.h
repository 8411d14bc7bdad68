#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace lepto {

/// One HTTP/1.1 request as the webhook takes it.
struct WebRequest {
    QByteArray method, target;                       ///< target in origin form, "/v1/changes"
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    qint64 length = 0;                               ///< of the body
    QByteArray body;

    QByteArray header(const QByteArray &name) const; ///< the first of this name, or empty
    int count(const QByteArray &name) const;
};

/// Where reading has come to.
struct WebReading {
    enum class State { More, Head, Done, Bad };
    State state = State::More;   ///< Head: the head is whole, the body is not
    WebRequest request;
    int status = 0;              ///< of a Bad one: 400, 411, 413, 431, 501, 505
    QString reason;              ///< one sentence for its answer
};

namespace web_limit {
inline constexpr qsizetype head = 16 << 10, headers = 64, body = 256 << 10;
} // namespace web_limit

/// Reads a request from the bytes received so far. Strict where leniency has been an attack (RFC 9112): lines end with CRLF, one Host, one
/// Content-Length of digits, no Transfer-Encoding, no folded header, no blank before a colon, no control characters, origin form only.
/// A body must have a length. Pure; any thread; bytes may be anything.
WebReading readWebRequest(const QByteArray &bytes);

} // namespace lepto
