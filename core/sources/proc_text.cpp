#include "core/sources/proc_text.h"

#include "core/sources/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lepto {

namespace {

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::string_view takeWord(std::string_view &line)
{
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    line.remove_prefix(end);
    return word;
}

std::optional<double> takeNumber(std::string_view &line)
{
    return parseDecimal(takeWord(line));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

double steady(CpuMemory &memory, std::string_view cpu, std::string_view mode, double seconds)
{
    constexpr double hotplugSeconds = 3.0;
    double &last = memory[std::string(cpu) + '/' + std::string(mode)];
    if (seconds >= last || last - seconds > hotplugSeconds)
        last = seconds;
    return last;
}

void readOneCpu(std::string_view cpu, std::string_view line, double ticks, CpuMemory &memory, HostMetrics &out)
{
    constexpr std::string_view modes[] = { "user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal" };
    for (const std::string_view mode : modes) {
        const auto value = takeNumber(line);
        if (!value)
            return;
        out.add("node_cpu_seconds_total", steady(memory, cpu, mode, *value / ticks), { { "cpu", cpu }, { "mode", mode } });
    }
    for (const std::string_view mode : { "user", "nice" }) {
        if (const auto value = takeNumber(line))
            out.add("node_cpu_guest_seconds_total", *value / ticks, { { "cpu", cpu }, { "mode", mode } });
    }
}

// Mount points carry blanks as octal escapes.
std::string unescapeMount(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        if (text[i] == '\\' && i + 3 < text.size()
            && std::from_chars(text.data() + i + 1, text.data() + i + 4, code, 8).ptr == text.data() + i + 4) {
            out += char(code);
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool isWatchedType(std::string_view type)
{
    constexpr std::string_view watched[] = { "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "reiserfs", "bcachefs", "nilfs2", "vfat",
        "exfat", "ntfs", "ntfs3", "tmpfs", "hfsplus" };
    return std::find(std::begin(watched), std::end(watched), type) != std::end(watched);
}

bool isIgnoredMount(std::string_view path)
{
    constexpr std::string_view ignored[] = { "/dev", "/proc", "/run", "/sys", "/mnt", "/media", "/var/lib/docker", "/var/lib/containers/storage" };
    return std::any_of(std::begin(ignored), std::end(ignored), [path](std::string_view prefix) {
        return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
    });
}

} // namespace

void readCpuStat(std::string_view stat, double ticksPerSecond, CpuMemory &memory, HostMetrics &out)
{
    constexpr std::pair<std::string_view, std::string_view> totals[] = { { "intr", "node_intr_total" }, { "ctxt", "node_context_switches_total" },
        { "btime", "node_boot_time_seconds" }, { "processes", "node_forks_total" }, { "procs_running", "node_procs_running" },
        { "procs_blocked", "node_procs_blocked" } };
    while (!stat.empty()) {
        std::string_view line = takeLine(stat);
        const std::string_view key = takeWord(line);
        if (key.starts_with("cpu") && allDigits(key.substr(3)))
            readOneCpu(key.substr(3), line, ticksPerSecond, memory, out);
        for (const auto &[word, name] : totals) {
            if (key == word) {
                if (const auto value = takeNumber(line))
                    out.add(name, *value);
            }
        }
    }
}

void readMemory(std::string_view meminfo, HostMetrics &out)
{
    std::string name;
    while (!meminfo.empty()) {
        std::string_view line = takeLine(meminfo);
        std::string_view key = takeWord(line);
        const auto value = takeNumber(line);
        if (!value || !key.ends_with(':'))
            continue;
        key.remove_suffix(1);
        name = "node_memory_";
        for (const char c : key) { // Active(anon) is spelled Active_anon
            if (c != ')')
                name += c == '(' ? '_' : c;
        }
        const bool kilo = takeWord(line) == "kB";
        out.add(kilo ? name + "_bytes" : name, kilo ? *value * 1024.0 : *value);
    }
}

bool isIgnoredDisk(std::string_view device)
{
    for (const std::string_view prefix : { "ram", "loop", "fd" }) {
        if (device.starts_with(prefix) && allDigits(device.substr(prefix.size())))
            return true;
    }
    if (device.starts_with("nvme") && device.find('n', 4) != std::string_view::npos) {
        const std::size_t p = device.rfind('p');
        return p != std::string_view::npos && isDigit(device[p - 1]) && allDigits(device.substr(p + 1));
    }
    for (const std::string_view prefix : { "hd", "sd", "vd", "xvd" }) {
        if (device.starts_with(prefix) && device.size() > prefix.size() + 1 && allDigits(device.substr(prefix.size() + 1)))
            return true;
    }
    return false;
}

void readDisks(std::string_view diskstats, HostMetrics &out)
{
    constexpr double sector = 512.0, ms = 0.001;
    constexpr std::pair<std::string_view, double> fields[] = { { "node_disk_reads_completed_total", 1 }, { "node_disk_reads_merged_total", 1 },
        { "node_disk_read_bytes_total", sector }, { "node_disk_read_time_seconds_total", ms }, { "node_disk_writes_completed_total", 1 },
        { "node_disk_writes_merged_total", 1 }, { "node_disk_written_bytes_total", sector }, { "node_disk_write_time_seconds_total", ms },
        { "node_disk_io_now", 1 }, { "node_disk_io_time_seconds_total", ms }, { "node_disk_io_time_weighted_seconds_total", ms },
        { "node_disk_discards_completed_total", 1 }, { "node_disk_discards_merged_total", 1 }, { "node_disk_discarded_sectors_total", 1 },
        { "node_disk_discard_time_seconds_total", ms }, { "node_disk_flush_requests_total", 1 }, { "node_disk_flush_requests_time_seconds_total", ms } };
    while (!diskstats.empty()) {
        std::string_view line = takeLine(diskstats);
        takeWord(line);
        takeWord(line);
        const std::string_view device = takeWord(line);
        if (device.empty() || isIgnoredDisk(device))
            continue;
        for (const auto &[name, scale] : fields) {
            const auto value = takeNumber(line);
            if (!value)
                break;
            out.add(name, scale == ms ? *value / 1000.0 : *value * scale, { { "device", device } });
        }
    }
}

void readNetwork(std::string_view netDev, HostMetrics &out)
{
    constexpr std::string_view fields[] = { "receive_bytes", "receive_packets", "receive_errs", "receive_drop", "receive_fifo", "receive_frame",
        "receive_compressed", "receive_multicast", "transmit_bytes", "transmit_packets", "transmit_errs", "transmit_drop", "transmit_fifo",
        "transmit_colls", "transmit_carrier", "transmit_compressed" };
    while (!netDev.empty()) {
        std::string_view line = takeLine(netDev);
        const std::size_t colon = line.rfind(':');
        if (colon == std::string_view::npos)
            continue;
        std::string_view head = line.substr(0, colon);
        const std::string_view device = takeWord(head);
        line.remove_prefix(colon + 1);
        for (const std::string_view field : fields) {
            const auto value = takeNumber(line);
            if (!value)
                break;
            out.add("node_network_" + std::string(field) + "_total", *value, { { "device", device } });
        }
    }
}

void readPressure(std::string_view resource, std::string_view pressure, HostMetrics &out)
{
    while (!pressure.empty()) {
        std::string_view line = takeLine(pressure);
        const std::string_view kind = takeWord(line);
        const std::size_t total = line.find("total=");
        const bool meaningful = kind == "some" || (kind == "full" && resource != "cpu"); // full says nothing about a whole host's CPU
        if (!meaningful || total == std::string_view::npos)
            continue;
        if (const auto micros = parseDecimal(line.substr(total + 6)))
            out.add("node_pressure_" + std::string(resource) + (kind == "some" ? "_waiting_seconds_total" : "_stalled_seconds_total"), *micros / 1e6);
    }
}

void readLoad(std::string_view loadavg, HostMetrics &out)
{
    for (const std::string_view name : { "node_load1", "node_load5", "node_load15" }) {
        if (const auto value = takeNumber(loadavg))
            out.add(name, *value);
    }
}

void readVmstat(std::string_view vmstat, HostMetrics &out)
{
    constexpr std::string_view kept[] = { "oom_kill", "pgpgin", "pgpgout", "pswpin", "pswpout", "pgfault", "pgmajfault" };
    while (!vmstat.empty()) {
        std::string_view line = takeLine(vmstat);
        const std::string_view key = takeWord(line);
        if (std::find(std::begin(kept), std::end(kept), key) == std::end(kept))
            continue;
        if (const auto value = takeNumber(line))
            out.add("node_vmstat_" + std::string(key), *value);
    }
}

void readFileHandles(std::string_view fileNr, HostMetrics &out)
{
    std::string_view line = takeLine(fileNr);
    const auto allocated = takeNumber(line);
    takeWord(line);
    const auto maximum = takeNumber(line);
    if (allocated)
        out.add("node_filefd_allocated", *allocated);
    if (maximum)
        out.add("node_filefd_maximum", *maximum);
}

void readSockets(std::string_view sockstat, HostMetrics &out)
{
    while (!sockstat.empty()) {
        std::string_view line = takeLine(sockstat);
        std::string_view protocol = takeWord(line);
        if (!protocol.ends_with(':'))
            continue;
        protocol.remove_suffix(1);
        for (std::string_view key = takeWord(line); !key.empty(); key = takeWord(line)) {
            if (const auto value = takeNumber(line))
                out.add("node_sockstat_" + std::string(protocol) + "_" + std::string(key), *value);
        }
    }
}

std::vector<MountPoint> readMounts(std::string_view mounts)
{
    std::vector<MountPoint> out;
    while (!mounts.empty()) {
        std::string_view line = takeLine(mounts);
        MountPoint mount;
        mount.device = unescapeMount(takeWord(line));
        mount.path = unescapeMount(takeWord(line));
        mount.type = takeWord(line);
        const std::string_view options = takeWord(line);
        mount.readOnly = options == "ro" || options.starts_with("ro,");
        const auto same = [&](const MountPoint &other) { return other.device == mount.device && mount.device.starts_with('/'); };
        if (isWatchedType(mount.type) && !isIgnoredMount(mount.path) && std::none_of(out.begin(), out.end(), same))
            out.push_back(std::move(mount));
    }
    return out;
}

std::optional<ProcessStat> readProcess(std::string_view stat)
{
    const std::size_t open = stat.find('('), close = stat.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    ProcessStat process;
    process.name = stat.substr(open + 1, close - open - 1);
    std::string_view rest = stat.substr(close + 1);
    std::array<double, 22> fields {}; // state is field 3 of proc(5), so fields[k] is its field k + 3
    takeWord(rest);
    for (std::size_t k = 1; k < fields.size(); ++k) {
        const auto value = takeNumber(rest);
        if (!value)
            return std::nullopt;
        fields[k] = *value;
    }
    process.cpuTicks = fields[11] + fields[12];
    process.threads = std::int64_t(fields[17]);
    process.startTicks = std::uint64_t(fields[19]);
    process.residentPages = std::int64_t(fields[21]);
    return process;
}

} // namespace lepto
