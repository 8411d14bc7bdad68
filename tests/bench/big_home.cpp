#include "big_home.h"

#include "core/base/home.h"
#include "core/logs/log_store.h"
#include "core/settings/settings.h"
#include "core/store/store.h"

#include <cmath>
#include <random>

namespace lepto::bench {

namespace {

constexpr TimeMs minute = 60'000;
constexpr int seriesAtOnce = 100;

struct Kind {
    const char *name;
    std::vector<std::pair<std::string, std::string>> labels;
    double base, swing;               ///< a slow wave round `base`, in steps as real meters have
    double perMinute = 0;             ///< a counter's growth
};

const std::vector<Kind> &hostKinds()
{
    static const std::vector<Kind> kinds {
        { "up", {}, 1, 0 },
        { "node_boot_time_seconds", {}, 1'790'000'000, 0 },
        { "node_load1", {}, 1.2, 0.8 },
        { "node_memory_MemTotal_bytes", {}, 64e9, 0 },
        { "node_memory_MemAvailable_bytes", {}, 40e9, 8e9 },
        { "node_cpu_seconds_total", { { "cpu", "0" }, { "mode", "idle" } }, 0, 0, 54 },
        { "node_cpu_seconds_total", { { "cpu", "0" }, { "mode", "user" } }, 0, 0, 5 },
        { "node_filesystem_size_bytes", { { "device", "/dev/vda" }, { "fstype", "ext4" }, { "mountpoint", "/" } }, 200e9, 0 },
        { "node_filesystem_avail_bytes", { { "device", "/dev/vda" }, { "fstype", "ext4" }, { "mountpoint", "/" } }, 90e9, 1e9 },
    };
    return kinds;
}

Labels labelsOf(int series, const Kind *&kind)
{
    static const std::vector<Kind> fillers { { "app_queue_depth", {}, 20, 15 }, { "app_requests_total", {}, 0, 0, 600 } };
    constexpr int perHost = 100;
    const int host = series / perHost, at = series % perHost;
    const bool known = std::size_t(at) < hostKinds().size();
    kind = known ? &hostKinds()[std::size_t(at)] : &fillers[std::size_t(at % 2)];
    auto labels = kind->labels;
    labels.emplace_back("__name__", kind->name);
    labels.emplace_back("job", "node");
    labels.emplace_back("instance", "host-" + std::to_string(host));
    if (!known)
        labels.emplace_back("queue", "q" + std::to_string(at));
    return Labels(std::move(labels));
}

std::vector<Sample> samplesOf(const Kind &kind, int series, TimeMs from, TimeMs to)
{
    std::mt19937 random { unsigned(series) };
    std::vector<Sample> samples;
    samples.reserve(std::size_t((to - from) / minute));
    double total = 0;
    for (TimeMs t = from; t < to; t += minute) {
        total += std::floor(kind.perMinute * (0.9 + 0.2 * double(random() % 1000) / 1000));
        const double wave = kind.swing * std::sin(double(t / minute) / 300 + series);
        const double noise = kind.swing * 0.1 * double(random() % 100) / 100;
        samples.push_back({ t, kind.base + std::round(100 * (wave + noise)) / 100 + total });
    }
    return samples;
}

Result<void> writeSeries(Store &store, const BigHome &what, TimeMs now)
{
    for (int first = 0; first < what.series; first += seriesAtOnce) {
        std::vector<std::vector<Sample>> samples;
        std::vector<SeriesRun> runs;
        for (int i = first; i < std::min(first + seriesAtOnce, what.series); ++i) {
            const Kind *kind = nullptr;
            const Labels labels = labelsOf(i, kind);
            samples.push_back(samplesOf(*kind, i, now - what.days * 24 * 60 * minute, now));
            runs.push_back({ labels, samples.back() });
        }
        if (const auto stored = store.appendRuns(runs); !stored)
            return stored.error();
    }
    return {};
}

Result<void> writeLines(LogStore &logs, qint64 lines, TimeMs now)
{
    constexpr qint64 atOnce = 20'000;
    for (qint64 done = 0; done < lines; done += atOnce) {
        LogAppend batch;
        batch.source = QStringLiteral("app");
        for (qint64 i = done; i < std::min(done + atOnce, lines); ++i) {
            LogLine line;
            line.t = now - (lines - i) * 10;
            line.text = "GET /cart/" + std::to_string(i * 7919 % 100'000) + " took " + std::to_string(i % 300) + " ms";
            line.level = i % 50 == 0 ? LogLevel::Error : LogLevel::Info;
            batch.lines.push_back(std::move(line));
        }
        if (const auto stored = logs.append(batch); !stored)
            return stored.error();
    }
    return {};
}

} // namespace

Result<void> writeBigHome(const QString &home, const BigHome &what, TimeMs now)
{
    const auto prepared = Home::prepare(home);
    if (!prepared)
        return prepared.error();
    const auto store = Store::open(prepared->historyDb(), Store::Mode::ReadWrite);
    if (!store)
        return store.error();
    if (const auto stored = writeSeries(**store, what, now); !stored)
        return stored;
    RetentionPolicy rest;
    rest.everything = true; // a month has been packed long ago
    if (const auto packed = (*store)->age(rest); !packed)
        return packed.error();
    if (what.logLines == 0)
        return {};
    const auto logs = LogStore::open(prepared->logsDb(), LogStore::Mode::ReadWrite);
    return logs ? writeLines(**logs, what.logLines, now) : Result<void>(logs.error());
}

Result<void> writeSources(const QString &home, const QStringList &urls, int intervalMs)
{
    std::vector<SourceConfig> sources;
    for (const QString &url : urls) {
        SourceConfig source;
        source.name = QStringLiteral("fleet-%1").arg(sources.size() + 1);
        source.kind = SourceConfig::Kind::Exporter;
        source.url = url;
        source.intervalMs = intervalMs;
        sources.push_back(source);
    }
    return Settings(Home(home).settingsFile()).setSources(std::move(sources));
}

QByteArray fleetPage(int series, int tick, int padding)
{
    const QByteArray label = padding > 0 ? ",padding=\"" + QByteArray(padding, 'x') + '"' : QByteArray();
    QByteArray page = "# TYPE fleet_value gauge\n";
    page.reserve(series * (48 + label.size()));
    for (int i = 0; i < series; ++i)
        page += "fleet_value{unit=\"u" + QByteArray::number(i) + '"' + label + "} " + QByteArray::number((i * 31 + tick * 17) % 1000) + '\n';
    return page;
}

} // namespace lepto::bench
