#pragma once

#include "ml/base/result.h"

#include <QIODevice>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QString>
#include <QUrl>

#include <algorithm>

namespace lepto {

/// The sentences of HttpClient's failures.
Error timeoutError(const QUrl &url, int timeoutMs);
Error tooLargeError(const QUrl &url, qint64 maxBytes);
/// No usable answer came. `tls` is the first complaint about the certificate, empty where there was none.
Error networkError(const QUrl &url, const QNetworkReply &reply, const QString &tls);

/// Neither keeps nor sends cookies.
class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// Bytes that can be read from begin to end, but not again.
class OneTimeBody final : public QIODevice {
public:
    explicit OneTimeBody(QByteArray bytes) : m_bytes(std::move(bytes)) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_at >= m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        const qint64 n = std::min<qint64>(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, n, to);
        m_at += n;
        return n == 0 && most > 0 ? -1 : n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace lepto
