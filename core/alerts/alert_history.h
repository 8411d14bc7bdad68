#pragma once

#include "core/alerts/alert.h"
#include "core/alerts/alert_filter.h"
#include "core/base/clock.h"
#include "core/store/ops_database.h"

#include <QSet>

#include <deque>
#include <unordered_map>

namespace lepto {

struct EpisodeQuery {
    TimeMs from = 0, to = 0;             ///< episodes that touch [from, to]; to 0: no end
    AlertFilter filter;
    Labels labels;                       ///< every one of these must be there, e.g. {service="cart"}
    int limit = 1000;                    ///< the newest so many
};

/// When which alert fired, kept in ops.db. One process writes (the one that collects), any may read. Alerts that are pending do not count,
/// silenced ones do. Thread: the database's. Errors: the database's.
class AlertHistory {
public:
    AlertHistory(OpsDatabase &db, const Clock &clock);

    /// Takes up what the last process left open; for the one that writes.
    Result<void> load();
    struct Changes {
        std::vector<Alert> fired;
        std::vector<AlertEpisode> resolved;
    };
    /// What fires now, with the sources that answered just now and all that are asked. An alert ends only when every source that showed it
    /// has answered without it (or is asked no more). On an error nothing is taken, the next call makes up for it.
    Result<Changes> take(const std::vector<Alert> &alerts, const QSet<QString> &answered, const QSet<QString> &asked);
    /// Fills in timesFired and flapping.
    void count(std::vector<Alert> &alerts) const;

    /// "Alerts of these labels in this range", newest first.
    Result<std::vector<AlertEpisode>> episodes(const EpisodeQuery &query) const;
    /// Removes what ended before, and what counting no longer needs; once in a while. Answers how many episodes.
    Result<int> forget(TimeMs before);

private:
    Result<void> begin(const AlertEpisode &episode);
    Result<void> end(const AlertEpisode &episode);
    Result<void> noteSeen();
    Result<void> write(std::vector<AlertEpisode> &begun, const std::vector<AlertEpisode> &ended, TimeMs now);
    AlertEpisode episodeOf(const Alert &alert, TimeMs now) const;

    OpsDatabase &m_db;
    const Clock &m_clock;
    std::unordered_map<Labels, AlertEpisode> m_open;
    std::unordered_map<Labels, std::deque<TimeMs>> m_fired;  ///< begins of the last 24 hours
    TimeMs m_noted = 0;                  ///< when `seen` was written last
};

} // namespace lepto
