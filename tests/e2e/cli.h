#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace lepto::e2e {

/// leptoscope-cli with one data folder, as a person or a script uses it.
class Cli {
public:
    struct Answer {
        int code = -1; ///< -1: killed, crashed or too slow
        QByteArray out, err;
        QJsonValue json; ///< of stdout
        QString words() const; ///< all of it, for a failure message
    };

    explicit Cli(QString dataDir)
        : m_dataDir(std::move(dataDir))
    { }

    QString dataDir() const { return m_dataDir; }
    /// Runs to the end with --json.
    Answer run(const QStringList &arguments, int timeoutMs = 30'000) const;
    /// In the background; killed with the process object. Output goes to `logFile`.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const QString &logFile) const;

    static QString program();

private:
    QStringList with(const QStringList &arguments) const;
    QProcessEnvironment environment() const;

    QString m_dataDir;
};

} // namespace lepto::e2e
