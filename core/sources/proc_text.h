#pragma once

#include "core/sources/host_metrics.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lepto {

/// Readers of Linux' /proc texts. Pure; each adds what it can read under node_exporter's names and skips lines it cannot.
/// Formats: proc(5), Documentation/admin-guide/iostats.rst and Documentation/accounting/psi.rst of the kernel.

/// Seconds per cpu and mode that never go backwards: the kernel's idle and iowait may, which a rate would read as a restart.
using CpuMemory = std::map<std::string, double>;
void readCpuStat(std::string_view stat, double ticksPerSecond, CpuMemory &memory, HostMetrics &out);
void readMemory(std::string_view meminfo, HostMetrics &out);
void readDisks(std::string_view diskstats, HostMetrics &out);
void readNetwork(std::string_view netDev, HostMetrics &out);
void readPressure(std::string_view resource, std::string_view pressure, HostMetrics &out); ///< resource: cpu, io, memory
void readLoad(std::string_view loadavg, HostMetrics &out);
void readVmstat(std::string_view vmstat, HostMetrics &out);
void readFileHandles(std::string_view fileNr, HostMetrics &out);
void readSockets(std::string_view sockstat, HostMetrics &out);

struct MountPoint {
    std::string device, path, type;
    bool readOnly = false;
};
/// Local file systems worth watching, each device once. Network mounts are left out: asking them can block for ever.
std::vector<MountPoint> readMounts(std::string_view mounts);

struct ProcessStat {
    std::string_view name;       ///< as the kernel gives it, at most 15 bytes
    double cpuTicks = 0;
    std::int64_t residentPages = 0;
    std::int64_t threads = 0;
    std::uint64_t startTicks = 0;
};
/// One /proc/PID/stat; the name may hold blanks and brackets.
std::optional<ProcessStat> readProcess(std::string_view stat);

/// Partitions, RAM disks, loops: devices that node_exporter leaves out as well.
bool isIgnoredDisk(std::string_view device);

} // namespace lepto
