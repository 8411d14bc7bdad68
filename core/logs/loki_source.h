#pragma once

#include "core/logs/log_source.h"
#include "core/logs/loki_client.h"

#include <set>

namespace lepto {

/// Which lines of Loki were seen already. The API knows no cursor: a page ends at a time, the next one begins there again, and lines that
/// come late into the store have times that lie behind. So the last stretch is asked for again and again, and what was seen is left out.
class LokiSeen {
public:
    static constexpr std::int64_t kOverlap = 30'000'000'000; ///< nanoseconds
    static constexpr std::size_t kMost = 200'000;

    /// False where the line was seen before.
    bool add(const LokiEntry &entry);
    std::int64_t newest() const { return m_newest; }
    /// Where the next question begins.
    std::int64_t from() const;
    void forgetBefore(std::int64_t ns);

    std::string text() const;                     ///< the newest time and the lines that carry it
    static LokiSeen parse(const std::string &text);

private:
    std::int64_t m_newest = 0, m_floor = 0;       ///< nothing before the floor is asked for
    std::set<std::pair<std::int64_t, std::uint64_t>> m_lines;
};

/// Lines of Grafana Loki, followed by asking `query_range` at every interval, forward, from the last line on with an overlap.
/// Loki's `tail` needs a WebSocket and is not complete (it drops lines and ends after an hour), so it is not used.
/// `query` is a LogQL selector. At the first start the last 15 minutes are read.
class LokiSource final : public LogSource {
    Q_OBJECT
public:
    LokiSource(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);
    void resumeFrom(const std::map<std::string, std::string> &positions) override;

private:
    void poll() override;
    void halt() override { m_client.cancelAll(); }
    void ask(std::int64_t from);
    void take(const LokiAnswer &answer, std::int64_t from);
    void done();

    LokiClient m_client;
    LokiSeen m_seen;
    int m_limit, m_pages = 0;
    qint64 m_clockOffset = 0, m_lines = 0;
    QStringList m_warnings;
    bool m_more = false;
    std::int64_t m_goOn = 0;                      ///< where an interrupted run of pages goes on; 0: none was
};

/// The label that names the service of a stream: service_name, service, app, job, container, unit; empty without one.
std::string serviceOfStream(const Labels &stream);

} // namespace lepto
