#pragma once

#include "core/base/job_runner.h"
#include "core/sources/host_scraper.h"
#include "core/sources/polling_source.h"

#include <memory>

namespace lepto {

/// This machine, without any exporter: node_exporter's metric names with job="host" and instance=<host name>.
/// Files are read in a thread of their own, so that a stuck disk stalls nothing else.
class HostSource final : public PollingSource {
    Q_OBJECT
public:
    /// `root` is put before /proc and /sys; for tests.
    explicit HostSource(const SourceConfig &config, QObject *parent = nullptr, const QString &root = {});

private:
    void poll() override;

    std::shared_ptr<HostScraper> m_scraper; ///< shared with the one running job
    JobRunner m_jobs;
};

} // namespace lepto
