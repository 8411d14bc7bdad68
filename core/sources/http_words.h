#pragma once

#include "ml/base/result.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QString>
#include <QUrl>

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

} // namespace lepto
