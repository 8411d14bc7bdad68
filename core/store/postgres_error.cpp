#include "core/store/postgres_error.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace lepto {

namespace {

struct Case {
    const char *state;         ///< beginning of the SQLSTATE
    ErrorCode code;
    const char *reason;
};

constexpr Case kCases[] = {
    { "28", ErrorCode::Refused, QT_TRANSLATE_NOOP("OpsDatabase", "the team database refuses the login") },
    { "3D", ErrorCode::NotFound, QT_TRANSLATE_NOOP("OpsDatabase", "there is no such team database") },
    { "25006", ErrorCode::Refused, QT_TRANSLATE_NOOP("OpsDatabase", "the database is open for reading only") },
    { "42501", ErrorCode::Refused, QT_TRANSLATE_NOOP("OpsDatabase", "this user may not do that in the team database") },
    { "53100", ErrorCode::Exhausted, QT_TRANSLATE_NOOP("OpsDatabase", "the disk is full; nothing of this change was kept") },
    { "53", ErrorCode::Unavailable, QT_TRANSLATE_NOOP("OpsDatabase", "the team database has no room for another connection") },
    { "55P03", ErrorCode::Conflict, QT_TRANSLATE_NOOP("OpsDatabase", "another console is writing to the team database") },
    { "57014", ErrorCode::Conflict, QT_TRANSLATE_NOOP("OpsDatabase", "another console is writing to the team database") },
    { "40", ErrorCode::Conflict, QT_TRANSLATE_NOOP("OpsDatabase", "another console is writing to the team database") },
};

} // namespace

bool isLinkLost(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    return state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P"));
}

Error postgresError(const QSqlError &error, const QString &place)
{
    const QString state = error.nativeErrorCode(), words = oneLine(error.databaseText().section(u'\n', 0, 0).trimmed(), 200);
    for (const Case &known : kCases)
        if (state.startsWith(QLatin1String(known.state)))
            return { known.code, utf8(place), utf8(QCoreApplication::translate("OpsDatabase", known.reason)) };
    if (isLinkLost(error))
        return { ErrorCode::Unavailable, utf8(place),
            utf8(QCoreApplication::translate("OpsDatabase", "the team database cannot be reached; nothing of this change was kept")) };
    return { ErrorCode::Internal, utf8(place), utf8(words) };
}

} // namespace lepto
