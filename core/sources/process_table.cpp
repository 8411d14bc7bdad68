#include "core/sources/process_table.h"

#include <algorithm>

namespace lepto {

void ProcessTable::begin()
{
    ++m_look;
    for (auto &[name, program] : m_programs) {
        program.recent = program.residentBytes = 0;
        program.threads = program.count = 0;
    }
}

void ProcessTable::add(int pid, const ProcessStat &process, double ticksPerSecond, std::int64_t pageBytes)
{
    auto it = m_programs.find(process.name);
    if (it == m_programs.end())
        it = m_programs.emplace(std::string(process.name), Program()).first;
    Program &program = it->second;
    Seen &seen = m_seen[{ pid, process.startTicks }];
    const double spent = std::max(0.0, process.cpuTicks - seen.ticks) / ticksPerSecond;
    seen = { process.cpuTicks, m_look };
    program.cpuSeconds += spent;
    program.recent += spent;
    program.residentBytes += double(process.residentPages * pageBytes);
    program.threads += process.threads;
    ++program.count;
}

void ProcessTable::end(HostMetrics &out)
{
    std::erase_if(m_seen, [this](const auto &entry) { return entry.second.look != m_look; });
    double cpu = 1e-9, memory = 1.0;
    for (const auto &[name, program] : m_programs) {
        cpu += program.recent;
        memory += program.residentBytes;
    }
    std::vector<std::pair<double, std::string_view>> ranked;
    for (const auto &[name, program] : m_programs)
        ranked.emplace_back(-(program.recent / cpu + program.residentBytes / memory), name);
    std::sort(ranked.begin(), ranked.end());
    std::set<std::string, std::less<>> shown;
    for (std::size_t rank = 0; rank < ranked.size() && rank < std::size_t(2 * m_shown); ++rank) {
        const auto name = ranked[rank].second;
        const Program &program = m_programs.find(name)->second;
        if (program.count == 0 || (rank >= std::size_t(m_shown) && !m_lastShown.contains(name)))
            continue;
        out.add("leptoscope_process_cpu_seconds_total", program.cpuSeconds, { { "name", name } });
        out.add("leptoscope_process_resident_memory_bytes", program.residentBytes, { { "name", name } });
        out.add("leptoscope_process_threads", double(program.threads), { { "name", name } });
        out.add("leptoscope_process_count", double(program.count), { { "name", name } });
        shown.emplace(name);
    }
    m_lastShown = std::move(shown);
    constexpr std::size_t remembered = 2000; // a machine that starts endless new names must not grow us
    if (m_programs.size() > remembered)
        std::erase_if(m_programs, [](const auto &entry) { return entry.second.count == 0; });
}

} // namespace lepto
