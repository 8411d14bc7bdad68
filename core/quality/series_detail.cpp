#include "core/quality/series_detail.h"

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr double holeIntervals = 2.5; ///< as in ml/base/series_quality.h

bool differs(const ViewedSample &sample)
{
    return sample.stored != sample.shown && !(std::isnan(sample.stored) && std::isnan(sample.shown));
}

/// Least and greatest of each column, so that a single spike stays visible however long the range.
Columns thinned(std::span<const ViewedSample> samples, double ViewedSample::*value, const DetailRequest &request)
{
    Columns out;
    out.interval = request.interval;
    out.samples = std::int64_t(samples.size());
    const TimeMs width = std::max<TimeMs>(1, (request.to - request.from) / std::max(1, request.columns));
    for (const ViewedSample &sample : samples) {
        const double v = sample.*value;
        if (!std::isfinite(v))
            continue;
        const TimeMs t = request.from + (sample.t - request.from) / width * width;
        if (out.columns.empty() || out.columns.back().t != t)
            out.columns.push_back({ t, v, v, v, v });
        Column &column = out.columns.back();
        column.min = std::min(column.min, v);
        column.max = std::max(column.max, v);
        column.last = v;
    }
    if (!out.columns.empty())
        out.reduced = std::max<std::int64_t>(1, out.samples / std::int64_t(out.columns.size()));
    return out;
}

void findGaps(std::span<const ViewedSample> samples, const DetailRequest &request, SeriesDetail &detail)
{
    if (request.interval <= 0 || samples.empty())
        return;
    const auto hole = [&](TimeMs from, TimeMs to) {
        if (double(to - from) > holeIntervals * double(request.interval))
            detail.gaps.push_back({ from, to });
    };
    for (std::size_t i = 1; i < samples.size(); ++i)
        hole(samples[i - 1].t, samples[i].t);
    if (!isStaleMarker(samples.back().stored))
        hole(samples.back().t, request.to);
    detail.gapCount = std::int64_t(detail.gaps.size());
    std::ranges::stable_sort(detail.gaps, std::ranges::greater {}, [](const SeriesGap &gap) { return gap.to - gap.from; });
    detail.gaps.resize(std::min(detail.gaps.size(), SeriesDetail::mostListed));
}

} // namespace

Result<SeriesDetail> seriesDetail(const Store &store, const DetailRequest &request)
{
    const auto viewed = viewSeries(store, request.series, request.from, request.to, request.view, request.window);
    if (!viewed)
        return viewed.error();
    SeriesDetail detail;
    detail.samples = std::int64_t(viewed->size());
    detail.stored = thinned(*viewed, &ViewedSample::stored, request);
    detail.shown = thinned(*viewed, &ViewedSample::shown, request);
    for (const ViewedSample &sample : *viewed) {
        if (differs(sample) && detail.changed++ < std::int64_t(SeriesDetail::mostListed))
            detail.changes.push_back(sample);
    }
    findGaps(*viewed, request, detail);
    return detail;
}

} // namespace lepto
