#pragma once

#include "core/changes/grafana_client.h"
#include "core/sources/polling_source.h"

namespace lepto {

/// Brings the annotations of a Grafana as changes; no samples. `query` of its configuration: tags separated by commas that all must be there.
/// Each poll asks for the last hour again (an annotation may be written late or grow an end), the first and every 50th for the last 30 days.
/// A window whose answer is full is asked for in halves.
class GrafanaSource : public PollingSource {
    Q_OBJECT
public:
    static constexpr TimeMs overlap = 3'600'000, reach = 30LL * 86'400'000;
    static constexpr int limit = 1000, deepEvery = 50;

    GrafanaSource(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);

Q_SIGNALS:
    /// Before the state that belongs to it.
    void found(const QString &source, const std::vector<lepto::Change> &changes);

protected:
    void poll() override;
    void halt() override { m_client.cancelAll(); }
    int delayAfterFailureMs(const Error &error, int failures) const override;

private:
    void ask();
    void take(std::pair<TimeMs, TimeMs> window, std::vector<Change> changes, bool full);

    GrafanaClient m_client;
    QStringList m_tags;
    std::vector<std::pair<TimeMs, TimeMs>> m_windows; ///< still to be asked for
    ScrapeReport m_report;
    int m_polls = 0;
};

} // namespace lepto
