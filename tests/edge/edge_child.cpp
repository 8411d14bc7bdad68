#include "core/base/text.h"
#include "core/edge/spool_writer.h"

#include <QThread>

#include <cstdio>

using namespace lepto;

/// Writes records of 20 series into a spool until it is killed or has written COUNT of them: `edge_child SPOOL LIMIT_BYTES COUNT PAUSE_US`.
/// The value of a sample is its number since the spool was made, its time lies as many milliseconds behind a fixed one.
int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    const auto folder = SpoolFolder::open(QString::fromLocal8Bit(argv[1]));
    if (!folder)
        return 3;
    SpoolWriter writer(*folder, QByteArray(argv[2]).toULongLong());
    constexpr int kSeries = 20;
    constexpr TimeMs kBegin = 1'790'000'000'000;
    std::vector<LabelledSample> samples;
    for (int i = 0; i < kSeries; ++i)
        samples.push_back({ Labels({ { "__name__", "counted" }, { "n", std::to_string(i) }, { "source", "child" } }), {} });
    for (qint64 n = QByteArray(argv[3]).toLongLong(); n > 0; --n) {
        const std::uint64_t first = writer.position().samples;
        for (int i = 0; i < kSeries; ++i)
            samples[std::size_t(i)].sample = { kBegin + TimeMs(first) + i, double(first + std::uint64_t(i)) };
        if (const auto kept = writer.append(kBegin + TimeMs(first), "child", samples); !kept)
            std::fprintf(stderr, "%s\n", kept.error().text().c_str());
        QThread::usleep(QByteArray(argv[4]).toULong());
    }
    std::printf("%llu %llu\n", static_cast<unsigned long long>(writer.position().samples), static_cast<unsigned long long>(writer.dropped()));
    return 0;
}
