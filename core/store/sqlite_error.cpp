#include "core/store/sqlite_error.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace lepto {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

bool outOfSpace(int code)
{
    return (code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE;
}

} // namespace

Error sqliteError(int code, const QString &file, const QString &detail)
{
    const auto make = [&file](ErrorCode kind, const QString &reason) { return Error { kind, utf8(file), utf8(reason) }; };
    if (outOfSpace(code))
        return make(ErrorCode::Exhausted, say(QT_TRANSLATE_NOOP("Store", "the disk is full; nothing of this change was kept")));
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return make(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("Store", "the file is not a database")));
    case SQLITE_CORRUPT:
        return make(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("Store", "the database is damaged; restore it from a backup")));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Store", "another process is writing to the database")));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return make(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "the database is open for reading only")));
    case SQLITE_CANTOPEN:
        return make(ErrorCode::Unavailable, say(QT_TRANSLATE_NOOP("Store", "the file cannot be opened")));
    case SQLITE_IOERR:
        return make(ErrorCode::Unavailable, say(QT_TRANSLATE_NOOP("Store", "the disk reports an error")));
    case SQLITE_NOMEM:
        return make(ErrorCode::Exhausted, say(QT_TRANSLATE_NOOP("Store", "out of memory")));
    default:
        return make(ErrorCode::Internal, detail);
    }
}

} // namespace lepto
