#pragma once

#include "core/logs/log_pipeline.h"
#include "core/logs/log_source.h"

#include <QPointer>

#include <vector>

namespace lepto {

class SourceManager;

/// The logs' part of collecting: makes the sources of lines, opens `logs.db` when the first of them starts, and leads what they read
/// into it. Lives in the collector's thread; clock and sources outlive it.
class LogIntake : public QObject {
    Q_OBJECT
public:
    LogIntake(QString file, const Clock &clock, SourceManager &sources, QObject *parent = nullptr);
    ~LogIntake() override;

    /// Null until a source of lines has started.
    const LogStore *store() const { return m_store.get(); }
    void upkeep(int retentionDays, int budgetMiB);

Q_SIGNALS:
    void counted(const std::vector<lepto::LabelledSample> &samples);
    void patternFound(const lepto::PatternFound &found);
    void stored(const QString &source);
    void noticed(const QString &sentence);

private:
    Result<void> open();
    Result<std::unique_ptr<Source>> make(const SourceConfig &config, const QString &secret);

    QString m_file;
    const Clock &m_clock;
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<LogPipeline> m_pipeline;
    std::vector<QPointer<LogSource>> m_sources;
};

} // namespace lepto
