#include "core/store/store.h"

#include "core/store/history_file.h"
#include "core/store/history_writer.h"

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

} // namespace lepto
