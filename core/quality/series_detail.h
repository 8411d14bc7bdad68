#pragma once

#include "core/quality/quality_survey.h"

namespace lepto {

/// Two neighbouring samples with a hole between them, or the last sample and the end of the range.
struct SeriesGap {
    TimeMs from = 0, to = 0;
};

/// What is looked at of one series.
struct DetailRequest {
    SeriesInfo series;
    TimeMs from = 0, to = 0;
    TimeMs interval = 0;              ///< usual spacing, ms; 0: unknown, no gap is found then
    SeriesView view = SeriesView::Hampel;
    std::int64_t window = 5;          ///< as in viewSeries()
    int columns = 800;
};

/// One series as it is stored beside a view of it, thinned to what a chart shows, with what the view would change.
struct SeriesDetail {
    Columns stored, shown;
    std::int64_t samples = 0, changed = 0;
    std::vector<ViewedSample> changes; ///< the first `mostListed`
    std::int64_t gapCount = 0;
    std::vector<SeriesGap> gaps;       ///< the longest first, at most `mostListed`
    static constexpr std::size_t mostListed = 100;
};

/// Any thread. Errors: those of viewSeries().
Result<SeriesDetail> seriesDetail(const Store &store, const DetailRequest &request);

} // namespace lepto
