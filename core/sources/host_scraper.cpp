#include "core/sources/host_scraper.h"

#include "core/sources/decimal.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <memory>

namespace lepto {

namespace {

bool readFile(const std::string &path, std::string &out)
{
    constexpr std::size_t limit = 4 << 20;
    out.clear();
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    char part[16384];
    ssize_t got = 0;
    while (out.size() < limit && (got = ::read(file, part, sizeof part)) > 0)
        out.append(part, std::size_t(got));
    ::close(file);
    return got >= 0;
}

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

template <typename Visit>
void eachEntry(const std::string &path, Visit visit)
{
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
    while (const dirent *entry = folder ? ::readdir(folder.get()) : nullptr) {
        if (entry->d_name[0] != '.')
            visit(std::string_view(entry->d_name));
    }
}

} // namespace

HostScraper::HostScraper(std::vector<Labels::Pair> target, std::string root)
    : m_root(std::move(root))
    , m_out(std::move(target))
    , m_ticks(double(::sysconf(_SC_CLK_TCK)))
    , m_pageBytes(::sysconf(_SC_PAGESIZE))
{
}

bool HostScraper::read(const std::string &path)
{
    return readFile(m_root + path, m_text);
}

std::vector<LabelledSample> HostScraper::scrape(TimeMs at)
{
    const auto began = std::chrono::steady_clock::now();
    m_out.begin(at);
    if (!read("/proc/stat"))
        return {};
    readCpuStat(m_text, m_ticks, m_cpu, m_out);
    if (read("/proc/meminfo"))
        readMemory(m_text, m_out);
    if (read("/proc/diskstats"))
        readDisks(m_text, m_out);
    if (read("/proc/net/dev"))
        readNetwork(m_text, m_out);
    if (read("/proc/loadavg"))
        readLoad(m_text, m_out);
    if (read("/proc/vmstat"))
        readVmstat(m_text, m_out);
    if (read("/proc/sys/fs/file-nr"))
        readFileHandles(m_text, m_out);
    if (read("/proc/net/sockstat"))
        readSockets(m_text, m_out);
    readPressures();
    readInterfaces();
    readFilesystems();
    readProcesses();
    m_out.add("node_time_seconds", double(at) / 1000.0);
    m_out.add("up", 1);
    m_out.add("scrape_duration_seconds", std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    return m_out.take();
}

void HostScraper::readPressures()
{
    for (const char *resource : { "cpu", "io", "memory" }) {
        if (read(std::string("/proc/pressure/") + resource))
            readPressure(resource, m_text, m_out);
    }
}

void HostScraper::readInterfaces()
{
    eachEntry(m_root + "/sys/class/net", [this](std::string_view device) {
        const std::string base = "/sys/class/net/" + std::string(device);
        if (read(base + "/operstate"))
            m_out.add("node_network_up", m_text.starts_with("up") ? 1 : 0, { { "device", device } });
        if (!read(base + "/speed"))
            return;
        const auto megabits = parseDecimal(std::string_view(m_text).substr(0, m_text.find('\n')));
        if (megabits && *megabits > 0)
            m_out.add("node_network_speed_bytes", *megabits * 125'000.0, { { "device", device } });
    });
}

void HostScraper::readFilesystems()
{
    if (!read("/proc/self/mounts"))
        return;
    for (const MountPoint &mount : readMounts(m_text)) {
        struct statvfs now {};
        if (::statvfs((m_root + mount.path).c_str(), &now) != 0)
            continue;
        const auto add = [&](const char *name, double value) {
            m_out.add(name, value, { { "device", mount.device }, { "mountpoint", mount.path }, { "fstype", mount.type } });
        };
        const double block = double(now.f_frsize);
        add("node_filesystem_size_bytes", double(now.f_blocks) * block);
        add("node_filesystem_free_bytes", double(now.f_bfree) * block);
        add("node_filesystem_avail_bytes", double(now.f_bavail) * block);
        add("node_filesystem_files", double(now.f_files));
        add("node_filesystem_files_free", double(now.f_ffree));
        add("node_filesystem_readonly", mount.readOnly ? 1 : 0);
    }
}

void HostScraper::readProcesses()
{
    m_processes.begin();
    eachEntry(m_root + "/proc", [this](std::string_view entry) {
        int pid = 0;
        if (std::from_chars(entry.data(), entry.data() + entry.size(), pid).ptr != entry.data() + entry.size())
            return;
        if (!read("/proc/" + std::string(entry) + "/stat"))
            return; // it ended meanwhile
        if (const auto process = readProcess(m_text))
            m_processes.add(pid, *process, m_ticks, m_pageBytes);
    });
    m_processes.end(m_out);
}

} // namespace lepto
