// edge.spool_write, edge.relay, edge.wire_bytes_per_sample: real scrapes of this host through a spool and its relay. The peer of the wire is
// each scrape as plain values (8 bytes) and times (1 byte), labels once, packed by zstd alone.

#include "bench_report.h"
#include "core/edge/edge_link.h"
#include "core/edge/spool_writer.h"
#include "core/sources/host_scraper.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <zstd.h>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr int kReal = 20, kScrapes = 2000, kRuns = 3;
constexpr TimeMs kEvery = 5000;

std::vector<std::vector<LabelledSample>> realScrapes()
{
    HostScraper scraper(std::vector<Labels::Pair> { { "job", "host" }, { "instance", "web-17" }, { "source", "this-host" } }, std::string());
    std::vector<std::vector<LabelledSample>> all;
    for (int i = 0; i < kReal; ++i) {
        all.push_back(scraper.scrape(1'700'000'000'000));
        QThread::msleep(500);
    }
    return all;
}

std::uint64_t fill(const SpoolFolder &folder, const std::vector<std::vector<LabelledSample>> &real)
{
    SpoolWriter writer(folder, 1u << 30);
    for (int n = 0; n < kScrapes; ++n) {
        auto scrape = real[std::size_t(n % kReal)];
        const TimeMs at = 1'700'000'000'000 + n * kEvery;
        for (LabelledSample &sample : scrape)
            sample.sample.t = at;
        if (const auto kept = writer.append(at, "this-host", scrape); !kept)
            std::exit(1);
    }
    return writer.position().samples;
}

/// Everything through the relay; each record is acknowledged as it comes.
void takeAll(const SpoolFolder &folder, std::uint64_t samples)
{
    EdgeLink link({ QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli"), QStringLiteral("relay"), QStringLiteral("--spool"), folder.path(),
                      QStringLiteral("--data-dir"), folder.path() + QStringLiteral("/data") },
        {}, 5000);
    link.setConsole("bench");
    QObject::connect(&link, &EdgeLink::received, &link, [&](const EdgeRecord &record) {
        link.acknowledge(record.end().seq);
        if (record.end().samples >= samples)
            QCoreApplication::exit();
    });
    QObject::connect(&link, &EdgeLink::down, &link, [](const Error &error) {
        std::fprintf(stderr, "%s\n", error.text().c_str());
        std::exit(1);
    });
    link.open();
    QCoreApplication::exec();
}

double peerBytes(const std::vector<std::vector<LabelledSample>> &real)
{
    std::vector<char> raw;
    for (const LabelledSample &sample : real[0]) {
        const std::string labels = sample.labels.text();
        raw.insert(raw.end(), labels.begin(), labels.end());
    }
    std::size_t packed = 0, samples = 0;
    for (int n = 0; n < kScrapes; ++n) {
        const auto &scrape = real[std::size_t(n % kReal)];
        for (const LabelledSample &sample : scrape) {
            const char *bytes = reinterpret_cast<const char *>(&sample.sample.v);
            raw.insert(raw.end(), bytes, bytes + 8);
            raw.push_back(0);
        }
        std::vector<char> out(ZSTD_compressBound(raw.size()));
        packed += ZSTD_compress(out.data(), out.size(), raw.data(), raw.size(), 3);
        samples += scrape.size();
        raw.clear();
    }
    return double(packed) / double(samples);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto real = realScrapes();
    std::vector<double> writes, relays;
    double bytes = 0;
    for (int run = 0; run < kRuns; ++run) {
        QTemporaryDir dir;
        const auto folder = SpoolFolder::open(dir.filePath(QStringLiteral("spool")));
        std::uint64_t samples = 0;
        writes.push_back(seconds([&] { samples = fill(*folder, real); }));
        std::uint64_t size = 0;
        for (const SpoolSegment &segment : folder->segments())
            size += segment.bytes;
        bytes = double(size) / double(samples);
        relays.push_back(double(samples) / seconds([&] { takeAll(*folder, samples); }));
        writes.back() = double(samples) / writes.back();
    }
    const std::string note = std::to_string(real[0].size()) + " series of this host, " + std::to_string(kScrapes) + " scrapes";
    if (wanted(argc, argv, "edge.spool_write"))
        report({ "edge.spool_write", spreadOf(writes), "samples/s", {}, 0, 0, note });
    if (wanted(argc, argv, "edge.relay"))
        report({ "edge.relay", spreadOf(relays), "samples/s", {}, 0, 0, note + ", with the start of the relay" });
    const double peer = peerBytes(real);
    if (wanted(argc, argv, "edge.wire_bytes_per_sample"))
        report({ "edge.wire_bytes_per_sample", { bytes, bytes, bytes }, "bytes", "values and times, zstd a scrape", peer, peer / bytes, note });
    return 0;
}
