#include "core/store/ops_address.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace lepto {

namespace {

bool isMode(const QString &text)
{
    for (const char *mode : { "disable", "prefer", "require", "verify-ca", "verify-full" })
        if (text == QLatin1String(mode))
            return true;
    return false;
}

/// The driver splits its options at semicolons and spaces and knows no other protection.
bool isPath(const QString &text)
{
    static const QRegularExpression path(QStringLiteral("\\A/[A-Za-z0-9_./+@-]{0,500}\\z"));
    return path.match(text).hasMatch();
}

bool isLocal(const QString &host)
{
    return host.isEmpty() || host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
}

Error bad(const QString &text, const char *reason)
{
    return { ErrorCode::BadInput, utf8(oneLine(text, 120)), utf8(QCoreApplication::translate("OpsDatabase", reason)) };
}

/// Gives up on a peer that is gone within half a minute, and on a lock that another one holds within five seconds.
const QString kPatience = QStringLiteral("connect_timeout=5;keepalives_idle=10;keepalives_interval=5;keepalives_count=3;tcp_user_timeout=20000;"
                                         "application_name=leptoscope");

} // namespace

Result<OpsAddress> OpsAddress::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("postgresql") && url.scheme() != QLatin1String("postgres")))
        return bad(url.toDisplayString(QUrl::RemovePassword), QT_TRANSLATE_NOOP("OpsDatabase", "the address of a team database is postgresql://user@host/database"));
    const QString shown = url.toString(QUrl::RemovePassword | QUrl::RemoveQuery);
    if (!url.password().isEmpty())
        return bad(shown, QT_TRANSLATE_NOOP("OpsDatabase", "no password belongs into the address; use ~/.pgpass or a client certificate"));
    OpsAddress address { url.host(), url.userName(), url.path().mid(1), url.port(5432), kPatience, shown };
    if (address.database.isEmpty() || address.database.contains(u'/'))
        return bad(shown, QT_TRANSLATE_NOOP("OpsDatabase", "the address names no database"));
    QString mode = isLocal(address.host) ? QStringLiteral("prefer") : QStringLiteral("verify-full");
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const bool file = key == QLatin1String("sslrootcert") || key == QLatin1String("sslcert") || key == QLatin1String("sslkey");
        if (key == QLatin1String("sslmode") && isMode(value))
            mode = value;
        else if (key == QLatin1String("host") && address.host.isEmpty() && isPath(value))
            address.host = value;
        else if (file && isPath(value))
            address.options += QStringLiteral(";%1=%2").arg(key, value);
        else
            return bad(shown, QT_TRANSLATE_NOOP("OpsDatabase", "behind the address only sslmode, sslrootcert, sslcert, sslkey and host are known, with their values"));
    }
    address.options += QStringLiteral(";sslmode=") + mode;
    return address;
}

} // namespace lepto
