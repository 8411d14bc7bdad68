#include "core/models/grid_export.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr TimeMs kFinest = 10'000, kMostRows = 20'000, kLimit = 2'000'000;

Error say(ErrorCode code, std::string subject, const char *reason)
{
    return {code, std::move(subject), utf8(QCoreApplication::translate("TrainingService", reason))};
}

/// Lays one series on the grid; samples that fall on the same row: the last wins.
void lay(ml::TrainingData &data, std::size_t column, const std::vector<Sample> &samples)
{
    const std::size_t columns = data.columns.size();
    for (const Sample &sample : samples) {
        const TimeMs behind = sample.t - data.start;
        const std::size_t row = behind <= 0 ? 0 : std::size_t((behind + data.step - 1) / data.step);
        if (row < data.rows() && std::isfinite(sample.v))
            data.values[row * columns + column] = float(sample.v);
    }
}

} // namespace

TimeMs gridStep(TimeMs from, TimeMs to)
{
    const TimeMs needed = (to - from + kMostRows - 1) / kMostRows;
    return std::max(kFinest, (needed + 999) / 1000 * 1000);
}

Result<ml::TrainingData> exportGrid(const Store &store, const std::vector<Labels> &series, TimeMs from, TimeMs to, TimeMs step,
                                    const std::function<bool()> &keepGoing)
{
    if (series.empty() || from >= to || step <= 0 || (to - from) / step + 1 > kLimit)
        return say(ErrorCode::BadInput, "training data", QT_TRANSLATE_NOOP("TrainingService", "the range is empty or has more than 2,000,000 rows"));
    const auto rows = std::size_t((to - from) / step) + 1;
    ml::TrainingData data;
    data.start = from;
    data.step = step;
    data.flags.assign(rows, 0);
    for (const Labels &labels : series)
        data.columns.push_back(labels.text());
    data.values.assign(rows * series.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t column = 0; column < series.size(); ++column) {
        if (keepGoing && !keepGoing())
            return say(ErrorCode::Cancelled, "training data", QT_TRANSLATE_NOOP("TrainingService", "stopped"));
        const auto id = store.find(series[column]);
        if (!id)
            return say(ErrorCode::NotFound, series[column].text(), QT_TRANSLATE_NOOP("TrainingService", "the series is not in the history"));
        const auto samples = store.range(*id, from - step + 1, to);
        if (!samples)
            return samples.error();
        lay(data, column, *samples);
    }
    return data;
}

void markRegions(ml::TrainingData &data, const std::vector<LabelRegion> &regions)
{
    for (const LabelRegion &region : regions) {
        const bool incident = region.cls == LabelRegion::Class::Incident;
        if (region.cls == LabelRegion::Class::Normal)
            continue;
        for (std::size_t row = 0; row < data.rows(); ++row) {
            const TimeMs at = data.timeOf(row);
            if (at >= region.from && at <= region.to)
                data.flags[row] |= incident ? ml::RowAbnormal : ml::RowExcluded;
        }
    }
}

} // namespace lepto
