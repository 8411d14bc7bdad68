#include "core/store/collector_lock.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace lepto {

Result<std::unique_ptr<CollectorLock>> CollectorLock::take(const QString &file)
{
    std::unique_ptr<CollectorLock> taken(new CollectorLock(pathFor(file)));
    taken->m_lock.setStaleLockTime(0); // age says nothing: only a dead process gives its lock up
    if (taken->m_lock.tryLock(0))
        return taken;
    if (taken->m_lock.error() != QLockFile::LockFailedError)
        return Error { ErrorCode::Unavailable, utf8(file),
            utf8(QCoreApplication::translate("Store", "the folder cannot be written")) };
    qint64 pid = 0;
    QString host, application;
    taken->m_lock.getLockInfo(&pid, &host, &application);
    return Error { ErrorCode::Conflict, utf8(file),
        utf8(QCoreApplication::translate("Store", "another collector (process %1) is writing to it").arg(pid)) };
}

std::optional<qint64> CollectorLock::holder(const QString &file)
{
    QLockFile lock(pathFor(file));
    lock.setStaleLockTime(0);
    qint64 pid = 0;
    QString host, application;
    if (!lock.getLockInfo(&pid, &host, &application))
        return std::nullopt;
    if (lock.tryLock(0)) { // nobody lives behind it
        lock.unlock();
        return std::nullopt;
    }
    return pid;
}

} // namespace lepto
