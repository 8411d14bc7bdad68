#pragma once

#include "core/edge/process_lock.h"
#include "core/edge/spool_folder.h"
#include "core/sources/source_manager.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace lepto {

class SecretStore;
class SpoolWriter;

/// The collecting half of an edge: sources -> spool, with no history, no decisions, no screen. One process collects into a spool; another
/// one waits until that one ends. Lives in one thread with an event loop.
class EdgeCollector : public QObject {
    Q_OBJECT
public:
    /// `secrets` may be null and must outlive this.
    EdgeCollector(SpoolFolder folder, std::uint64_t limitBytes, SecretStore *secrets, QObject *parent = nullptr);
    ~EdgeCollector() override;

    void setSources(const std::vector<SourceConfig> &sources);
    void start();                     ///< twice is once
    void stop();

    SourceManager &sources() { return m_sources; }
    bool collecting() const { return bool(m_writer); }
    const SpoolWriter *spool() const { return m_writer.get(); } ///< null while it waits

Q_SIGNALS:
    void appended();
    void started();                            ///< it is the one that collects
    void waiting(qint64 process);              ///< that process collects
    void dropped(quint64 samples);             ///< in all, since the start; at most once a minute
    void problem(const lepto::Error &error);   ///< the spool cannot be written; once until it can again

private:
    void claim();
    void take(const Scrape &scrape);
    void tellDropped();

    SpoolFolder m_folder;
    std::uint64_t m_limit;
    ProcessLock m_lock;
    SourceManager m_sources;
    std::unique_ptr<SpoolWriter> m_writer;
    QTimer m_retry;
    QElapsedTimer m_told;
    quint64 m_toldDropped = 0;
    qint64 m_toldHolder = 0;
    bool m_failing = false;
};

} // namespace lepto
