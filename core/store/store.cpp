#include "core/store/store.h"

#include "core/base/text.h"
#include "core/store/history_file.h"
#include "core/store/history_writer.h"

#include <QCoreApplication>

namespace lepto {

Result<std::unique_ptr<Store>> Store::open(const QString &file, Mode mode)
{
    if (mode == Mode::ReadOnly)
        return HistoryReader::open(file, HistoryReader::Source::Following, history_file::kHistoryId);
    auto writer = HistoryWriter::open(file, history_file::kHistoryId);
    if (!writer)
        return writer.error();
    return std::unique_ptr<Store>(std::move(*writer));
}

Result<std::vector<SeriesId>> Store::appendRuns(std::span<const SeriesRun> runs)
{
    std::vector<SeriesId> ids;
    for (const SeriesRun &run : runs) {
        std::vector<LabelledSample> batch;
        for (const Sample &sample : run.samples)
            batch.push_back({ run.labels, sample });
        if (auto added = append(batch); !added)
            return added.error();
        ids.push_back(find(run.labels).value_or(0));
    }
    return ids;
}

Result<ChunksAppended> Store::appendChunks(std::span<const ChunkRun> runs)
{
    ChunksAppended done;
    for (const ChunkRun &run : runs) {
        for (const EncodedChunk &chunk : run.chunks) {
            const auto samples = decodeXorChunk(chunk.data);
            if (!samples) {
                ++done.refused;
                continue;
            }
            const std::vector<SeriesRun> one { { run.labels, *samples } };
            if (auto added = appendRuns(one); !added)
                return added.error();
            ++done.merged;
        }
        done.ids.push_back(find(run.labels).value_or(0));
    }
    return done;
}

Result<UpkeepReport> Store::age(const RetentionPolicy &policy, const std::function<bool(double)> &progress)
{
    const auto done = maintain(policy.keepFrom, progress);
    return done ? Result<UpkeepReport>(UpkeepReport()) : Result<UpkeepReport>(done.error());
}

Result<std::vector<SeriesId>> Store::appendHistograms(std::span<const LabelledHistogram>)
{
    return Error { ErrorCode::Refused, {},
        utf8(QCoreApplication::translate("Store", "this history holds no native histograms")) };
}

Result<std::vector<HistogramSample>> Store::histogramRange(SeriesId, TimeMs, TimeMs) const
{
    return std::vector<HistogramSample>();
}

} // namespace lepto
