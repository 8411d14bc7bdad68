#pragma once

#include "core/sources/process_table.h"

#include <string>

namespace lepto {

/// One look at this machine: reads /proc and /sys below `root`. What a container hides is left out. A plain object, used from one
/// thread at a time; a look takes a few milliseconds.
class HostScraper {
public:
    explicit HostScraper(std::vector<Labels::Pair> target, std::string root = {});

    /// All samples of the look, with `up` and scrape_duration_seconds. Empty where /proc is not there.
    std::vector<LabelledSample> scrape(TimeMs at);

private:
    bool read(const std::string &path);
    void readPressures();
    void readInterfaces();
    void readFilesystems();
    void readProcesses();

    std::string m_root;
    HostMetrics m_out;
    CpuMemory m_cpu;
    ProcessTable m_processes;
    std::string m_text; ///< last file read
    double m_ticks;
    std::int64_t m_pageBytes;
};

} // namespace lepto
