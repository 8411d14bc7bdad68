#pragma once

#include "core/base/job_runner.h"
#include "core/settings/secret_store.h"
#include "core/sources/gap_log.h"

#include <QMap>

#include <map>

namespace lepto {

/// Fills the holes that a stop or an outage left in the history of the Prometheus sources, one job at a time and beside the live
/// collection, which goes on meanwhile. Lives in one thread with an event loop; the fetching runs in a job's thread. A fill that is
/// cancelled, fails or is cut off by a stop goes on at the next start.
class GapFiller : public QObject {
    Q_OBJECT
public:
    struct Options {
        SourceLimits limits;
        TimeMs longest = 72LL * 3600 * 1000;      ///< how far back
    };
    /// `secrets` may be null; both it and the store must outlive this. `logFile` remembers what is still to be filled.
    GapFiller(Store &store, SecretStore *secrets, const QString &logFile, const Options &options, QObject *parent = nullptr);
    ~GapFiller() override;

    /// Which sources there are; of them only Prometheus servers have a history to fetch.
    void setSources(const std::vector<SourceConfig> &sources);
    /// Before the sources start: notes the hole at the end of each one's history, forgets what is too old to be fetched.
    void findGaps(TimeMs now);
    /// Notes a hole that is known otherwise, such as a server's outage.
    void addGap(const Gap &gap);
    /// Begins with the first open gap; one after the other until none is left. Twice is once.
    void start();
    /// Stops now; what is filled stays filled and noted.
    void cancel();

    bool isRunning() const { return m_watcher; }
    std::vector<Gap> openGaps() const { return m_log.open(); }

Q_SIGNALS:
    void progressed(const QString &source, double fraction);
    void filled(const lepto::GapReport &report);
    void failed(const QString &source, const lepto::Error &error);

private:
    using Answer = Result<GapReport>;
    void next();
    void fill(const Gap &gap, const SourceConfig &config, const QString &secret);
    void finish(const Gap &gap, const Answer &answer);
    void fail(const QString &source, const Error &error);

    Store &m_store;
    SecretStore *m_secrets;
    Options m_options;
    GapLog m_log;
    std::map<QString, SourceConfig> m_sources;
    QStringList m_failed;                         ///< not tried again until start()
    QFutureWatcher<Answer> *m_watcher = nullptr;
    bool m_active = false;
    JobRunner m_jobs { 1 };                       ///< last: waits for its thread before the rest goes
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::GapReport)
