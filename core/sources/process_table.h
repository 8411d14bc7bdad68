#pragma once

#include "core/sources/proc_text.h"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace lepto {

/// The busiest programs of the host, by name: processor time that only grows although processes come and go, memory, threads, count.
/// Not thread-safe.
class ProcessTable {
public:
    explicit ProcessTable(int shown = 20) : m_shown(shown) {}

    void begin();
    void add(int pid, const ProcessStat &process, double ticksPerSecond, std::int64_t pageBytes);
    /// At most twice `shown` names: the top ones, and those of the last look that are still in the upper 2 x `shown`.
    void end(HostMetrics &out);

private:
    struct Program {
        double cpuSeconds = 0, recent = 0, residentBytes = 0;
        std::int64_t threads = 0, count = 0;
    };
    struct Seen {
        double ticks = 0;
        std::uint64_t look = 0;
    };

    int m_shown;
    std::uint64_t m_look = 0;
    std::map<std::pair<int, std::uint64_t>, Seen> m_seen; ///< by pid and start, so that a reused pid is another process
    std::map<std::string, Program, std::less<>> m_programs;
    std::set<std::string, std::less<>> m_lastShown;
};

} // namespace lepto
