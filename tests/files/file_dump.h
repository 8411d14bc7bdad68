#pragma once

#include "core/files/series_merge.h"
#include "core/files/tsdb_folder.h"
#include "core/store/xor_chunk.h"

#include <QByteArray>

#include <limits>
#include <map>
#include <string>

namespace lepto::test {

/// All that a merge hands over, by the text of the labels.
class Gathered final : public SeriesSink {
public:
    bool wants(const Labels &) override { return true; }
    Result<void> chunk(const Labels &labels, const ChunkSpan &span, ByteView payload) override
    {
        const auto decoded = decodeXorChunk(payload);
        if (!decoded || decoded->front().t != span.first || decoded->back().t != span.last)
            problem({ ErrorCode::Damaged, labels.text(), "a chunk contradicts its span" });
        ++chunks;
        return decoded ? samples(labels, *decoded) : Result<void>();
    }
    Result<void> samples(const Labels &labels, std::span<const Sample> more) override
    {
        auto &mine = floats[labels];
        mine.insert(mine.end(), more.begin(), more.end());
        return {};
    }
    Result<void> histograms(const Labels &labels, std::span<const HistogramSample> more) override
    {
        auto &mine = natives[labels];
        mine.insert(mine.end(), more.begin(), more.end());
        return {};
    }
    void problem(const Error &error) override { problems.push_back(error.text()); }
    bool goesOn() override { return true; }

    std::map<Labels, std::vector<Sample>> floats;
    std::map<Labels, std::vector<HistogramSample>> natives;
    std::vector<std::string> problems;
    int chunks = 0;

    std::size_t sampleCount() const
    {
        std::size_t n = 0;
        for (const auto &[labels, mine] : floats)
            n += mine.size();
        return n;
    }
};

constexpr TimeSpan kAllTime { std::numeric_limits<TimeMs>::min(), std::numeric_limits<TimeMs>::max() };

/// A folder of storage, read to the end. What cannot be opened is a problem.
inline Gathered gather(const QString &folder, TimeSpan range = kAllTime)
{
    Gathered all;
    auto opened = openTsdb(folder);
    if (!opened) {
        all.problem(opened.error());
        return all;
    }
    for (const Error &error : opened->problems)
        all.problem(error);
    if (auto merged = mergeSeries(opened->sources, range, all); !merged)
        all.problem(merged.error());
    return all;
}

} // namespace lepto::test
