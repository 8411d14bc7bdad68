#include "core/sources/http_words.h"

#include "core/base/text.h"
#include "core/sources/http_client.h"

#include <QCoreApplication>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

Error unavailable(const QUrl &url, const QString &reason)
{
    return { ErrorCode::Unavailable, utf8(authorityOf(url)), utf8(reason) };
}

QString tlsReason(const QString &said)
{
    if (said.contains(QLatin1String("wrong version number"), Qt::CaseInsensitive))
        return Words::tr("the server does not speak TLS on this port; try http://");
    if (said.contains(QLatin1String("protocol version"), Qt::CaseInsensitive) || said.contains(QLatin1String("unsupported protocol"), Qt::CaseInsensitive))
        return Words::tr("TLS failed: the server offers no TLS 1.2 or newer");
    return Words::tr("TLS failed: %1").arg(oneLine(said, 200));
}

bool isHtml(const HttpAnswer &answer)
{
    return answer.contentType.startsWith("text/html") || answer.body.trimmed().left(9).toLower().startsWith("<!doctype")
        || answer.body.trimmed().left(5).toLower() == "<html";
}

// What a server says beside its status, when it is short plain text.
QString spoken(const HttpAnswer &answer)
{
    if (answer.body.isEmpty() || isHtml(answer))
        return {};
    return oneLine(QString::fromUtf8(answer.body.left(400)).trimmed(), 200);
}

QString statusReason(const HttpAnswer &answer)
{
    if (answer.status == 401 && answer.body.contains("no org id"))
        return Words::tr("the server serves several tenants; set the header X-Scope-OrgID (401)");
    switch (answer.status) {
    case 401: return Words::tr("the server asks for a valid user name, password or token (401)");
    case 403: return Words::tr("the server does not allow this (403)");
    case 404: return Words::tr("the server has no such page (404); check the path of the address");
    case 405: return Words::tr("the server does not allow this method (405)");
    case 429: return Words::tr("the server asks to slow down (429)");
    case 503: return Words::tr("the server is not ready (503)");
    default: break;
    }
    if (answer.status >= 300 && answer.status < 400) {
        const QString target = answer.redirect.toString(QUrl::RemoveUserInfo);
        return Words::tr("the server sends us to %1, which is not followed; enter that address if it is right").arg(oneLine(target, 120));
    }
    const QString said = spoken(answer);
    const QString status = Words::tr("the server answers %1").arg(answer.status);
    return said.isEmpty() ? status : status + QStringLiteral(": ") + said;
}

ErrorCode statusCode(int status)
{
    if (status == 401 || status == 403)
        return ErrorCode::Refused;
    if (status == 404)
        return ErrorCode::NotFound;
    return status >= 500 || status == 429 ? ErrorCode::Unavailable : ErrorCode::BadInput;
}

} // namespace

QString authorityOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

Error timeoutError(const QUrl &url, int timeoutMs)
{
    return unavailable(url, Words::tr("no answer within %1 seconds").arg(QLocale::c().toString(timeoutMs / 1000.0)));
}

Error tooLargeError(const QUrl &url, qint64 maxBytes)
{
    const QString limit = maxBytes >= (1 << 20) ? Words::tr("%1 MiB").arg(maxBytes >> 20) : Words::tr("%1 KiB").arg(maxBytes >> 10);
    return { ErrorCode::Exhausted, utf8(authorityOf(url)), utf8(Words::tr("the answer is larger than %1").arg(limit)) };
}

Error networkError(const QUrl &url, const QNetworkReply &reply, const QString &tls)
{
    if (!tls.isEmpty())
        return unavailable(url, Words::tr("TLS failed: %1").arg(oneLine(tls, 200)));
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError: return unavailable(url, Words::tr("connection refused, nothing listens on this port"));
    case QNetworkReply::HostNotFoundError: return unavailable(url, Words::tr("the host name is not known"));
    case QNetworkReply::RemoteHostClosedError: return unavailable(url, Words::tr("the server closed the connection before its answer was complete"));
    case QNetworkReply::TimeoutError: return unavailable(url, Words::tr("the host does not answer"));
    case QNetworkReply::SslHandshakeFailedError: return unavailable(url, tlsReason(reply.errorString()));
    case QNetworkReply::OperationCanceledError: return { ErrorCode::Cancelled, utf8(authorityOf(url)), utf8(Words::tr("cancelled")) };
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: return unavailable(url, Words::tr("the answer is not HTTP"));
    default: break;
    }
    return unavailable(url, oneLine(reply.errorString(), 200));
}

Error statusError(const QUrl &url, const HttpAnswer &answer)
{
    return { statusCode(answer.status), utf8(authorityOf(url)), utf8(statusReason(answer)) };
}

bool isWorthRetrying(const Error &error)
{
    return error.code == ErrorCode::Unavailable;
}

} // namespace lepto
