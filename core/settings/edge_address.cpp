#include "core/settings/edge_address.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace lepto {

namespace {

bool isName(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9_]([A-Za-z0-9._-]{0,250}[A-Za-z0-9_])?\\z"));
    return name.match(text).hasMatch();
}

bool isAddress6(const QString &text)
{
    static const QRegularExpression address(QStringLiteral("\\A[0-9A-Fa-f:.]{2,45}\\z"));
    return text.contains(u':') && address.match(text).hasMatch();
}

/// The remote shell sees this: only what no shell reads anything into.
bool isPath(const QString &text)
{
    static const QRegularExpression path(QStringLiteral("\\A/[A-Za-z0-9_./+@-]{1,500}\\z"));
    return path.match(text).hasMatch();
}

} // namespace

Result<EdgeAddress> EdgeAddress::parse(const QString &text)
{
    const auto bad = [&text](const char *reason) {
        return Error { ErrorCode::BadInput, utf8(oneLine(text, 120)), utf8(QCoreApplication::translate("EdgeAddress", reason)) };
    };
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("ssh"))
        return bad(QT_TRANSLATE_NOOP("EdgeAddress", "the address of an edge is ssh://user@host"));
    if (!url.password().isEmpty() || url.hasFragment())
        return bad(QT_TRANSLATE_NOOP("EdgeAddress", "an edge is reached with a key, no password belongs into the address"));
    EdgeAddress address { url.userName(), url.host(), std::max(0, url.port()), url.path() == QLatin1String("/") ? QString() : url.path(), {} };
    if (!isName(address.host) && !isAddress6(address.host))
        return bad(QT_TRANSLATE_NOOP("EdgeAddress", "the name of the host has characters that no host has"));
    if (!address.user.isEmpty() && !isName(address.user))
        return bad(QT_TRANSLATE_NOOP("EdgeAddress", "the name of the user has characters that no user has"));
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key != QLatin1String("program"))
            return bad(QT_TRANSLATE_NOOP("EdgeAddress", "only ?program=/path is known behind the address"));
        address.program = value;
    }
    for (const QString &path : { address.spool, address.program }) {
        if (!path.isEmpty() && !isPath(path))
            return bad(QT_TRANSLATE_NOOP("EdgeAddress", "a path may have letters, digits and _ . / + @ - only"));
    }
    return address;
}

} // namespace lepto
