#pragma once

#include "ml/base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>

namespace lepto {

/// The one collector of a history file. The lock of a process that died is taken over.
class CollectorLock {
public:
    static QString pathFor(const QString &file) { return file + QStringLiteral(".lock"); }
    /// Errors: Conflict with the holder's process id, Unavailable where the folder cannot be written.
    static Result<std::unique_ptr<CollectorLock>> take(const QString &file);
    static std::optional<qint64> holder(const QString &file); ///< process id of a living collector

private:
    explicit CollectorLock(const QString &path)
        : m_lock(path)
    { }
    QLockFile m_lock;
};

} // namespace lepto
