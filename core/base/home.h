#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// The one folder that holds everything the console keeps: databases, models, keys, runbooks, settings.
/// Default `$XDG_DATA_HOME/leptoscope`; `--data-dir` names another. A plain value.
class Home {
public:
    static QString defaultPath();
    /// Creates the folder (0700) and its sub-folders. Errors: Unavailable with the path where it cannot be written.
    static Result<Home> prepare(const QString &path);
    /// Bytes that this user may still write under `path`; -1 where that cannot be told.
    static qint64 freeBytes(const QString &path);
    /// For reading only: nothing is created.
    explicit Home(QString path) : m_path(std::move(path)) {}

    QString path() const { return m_path; }
    QString historyDb() const { return m_path + QStringLiteral("/history.db"); }
    QString logsDb() const { return m_path + QStringLiteral("/logs.db"); }
    QString opsDb() const { return m_path + QStringLiteral("/ops.db"); }
    QString settingsFile() const { return m_path + QStringLiteral("/settings.json"); }
    QString models() const { return m_path + QStringLiteral("/models"); }
    QString keys() const { return m_path + QStringLiteral("/keys"); }
    QString runbooks() const { return m_path + QStringLiteral("/runbooks"); }
    QString rules() const { return m_path + QStringLiteral("/rules"); }
    QString jobs() const { return m_path + QStringLiteral("/jobs"); }     ///< exported training data, checkpoints
    QString gapsFile() const { return m_path + QStringLiteral("/gaps.json"); } ///< history that is still to be fetched
    QString lockFile() const { return historyDb() + QStringLiteral(".lock"); }

private:
    QString m_path;
};

} // namespace lepto
