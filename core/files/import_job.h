#pragma once

#include "core/base/job_runner.h"
#include "core/files/file_import.h"

#include <QObject>

#include <atomic>

namespace lepto {

/// Imports one path after another off the owner's thread. Lives in the owner's thread; the store outlives it. Destroying it stops the
/// import and waits for its present batch.
class ImportJob : public QObject {
    Q_OBJECT
public:
    explicit ImportJob(Store &store, QObject *parent = nullptr);
    ~ImportJob() override;

    /// Ignored while one runs.
    void start(const QStringList &paths, const ImportOptions &options);
    void cancel() { m_stop = true; } ///< twice is once; what is stored stays
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(double fraction);                     ///< 0..1 over all paths
    void imported(const lepto::ImportReport &report);     ///< a path is done, or was stopped
    void failed(const lepto::Error &error);               ///< a path could not be imported; the others go on
    void finished();

private:
    using Outcome = std::vector<Result<ImportReport>>;

    Store &m_store;
    std::atomic<bool> m_stop = false;
    bool m_running = false;
    JobRunner m_runner; ///< last: waits for the work, which uses the others
};

} // namespace lepto
