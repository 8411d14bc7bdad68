#pragma once

#include "core/store/store.h"
#include "ml/base/series_quality.h"
#include "ml/base/unit_normal.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lepto {

/// One series with what is good and bad about it in the range.
struct SurveyedSeries {
    SeriesInfo series;
    ml::SeriesQuality quality;
    std::optional<ml::UnitNormal> unit;  ///< what its name says its values are
};

/// Reads the series that match one after the other and judges each; the worst come first, equals by their
/// labels, those too short to be judged last.
/// `progress` (0..1) may return false to stop. Any thread. Errors: those of the store, Cancelled.
Result<std::vector<SurveyedSeries>> surveyQuality(const Store &store, std::span<const Matcher> matchers, TimeMs from, TimeMs to,
                                                  std::size_t limit = 10'000, const std::function<bool(double)> &progress = {});

/// The same by the value of one label, e.g. `source`: how many, how good on average, how many below `poor` points.
struct QualityGroup {
    std::string name;
    std::int64_t series = 0, judged = 0, poor = 0;
    double score = 0;          ///< of the judged; NaN where none is
};
std::vector<QualityGroup> groupQuality(std::span<const SurveyedSeries> survey, std::string_view label, double poor = 80);

/// Views over a stored series. They change what is looked at, never what is kept.
enum class SeriesView { Hampel, Median, Ewma, Counter, BaseUnit };

struct ViewedSample {
    TimeMs t = 0;
    double stored = 0, shown = 0;
};

/// `window` in samples on each side (Hampel, Median) or the half-life in ms (Ewma); ignored by the others.
/// Errors: BadInput (no such window; a metric whose unit is not known), those of the store.
Result<std::vector<ViewedSample>> viewSeries(const Store &store, const SeriesInfo &series, TimeMs from, TimeMs to, SeriesView view, std::int64_t window);

} // namespace lepto
