#pragma once

#include "tests/e2e/cli.h"
#include "tests/e2e/fault_stage.h"

#include <QDir>
#include <QTemporaryDir>

#include <functional>

namespace lepto::e2e {

/// The parts of the fault story that its tests share: the stage, the collecting console, and the questions a person would ask it.
class FaultStory {
public:
    ~FaultStory();

    /// Starts everything and lets good traffic pass until the detector knows what is normal, at least `goodSeconds`.
    bool begin(int goodSeconds);
    /// Shrinks the pool and waits for the incident. 0: none came.
    qint64 breakPool();

    QString error() const { return m_error; }
    Cli &cli() { return m_cli; }
    FaultStage &stage() { return m_stage; }
    qint64 goodFrom() const { return m_goodFrom; }
    qint64 brokenAt() const { return m_brokenAt; }

    bool startCollector();
    void killCollector(); ///< SIGKILL
    bool stopCollector(); ///< as Ctrl+C does; false: it did not end well
    double ask(const QString &expr); ///< one number, NaN where there is none
    QJsonObject incident(qint64 id);
    QJsonObject run(const QString &plan);
    bool waitFor(const std::function<bool()> &condition, int timeoutMs);
    /// The control program of the checkout, as the runbooks name it.
    QString control() const { return m_folder.filePath(QStringLiteral("leptoscope-faulty")); }
    /// Puts a runbook into the console's folder, with PROGRAM and PORT filled in.
    bool addRunbook(const QString &name, QString yaml);

    static const QString latency; ///< selector of the checkout's latency signal

private:
    bool writeSettings() const;
    bool fail(const QString &what, const Cli::Answer &answer);

    QTemporaryDir m_folder { QDir::tempPath() + QStringLiteral("/checkout-story-XXXXXX") };
    FaultStage m_stage;
    Cli m_cli { m_folder.filePath(QStringLiteral("data")) };
    std::unique_ptr<QProcess> m_collector;
    QString m_error;
    qint64 m_goodFrom = 0, m_brokenAt = 0;
};

} // namespace lepto::e2e
