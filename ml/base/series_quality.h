#pragma once

#include "ml/base/series.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lepto::ml {

/// Why a series is less than perfect; the words are made where they are shown.
enum class QualityFlaw : std::uint8_t {
    Gaps,         ///< times at which a sample was due and none came
    Silent,       ///< stopped before the end of the range without a stale marker
    Flapping,     ///< declared ended and came back
    NotANumber,   ///< NaN or infinite values
    Duplicates,   ///< dropped as they arrived: the same time again
    OutOfOrder,   ///< dropped as they arrived: older than what was there
    Resets,       ///< a counter that starts again more than once an hour
    Frozen,       ///< a value that used to move and now repeats itself
    Outliers,     ///< single values far from their neighbours (Hampel)
    Irregular     ///< spacing that differs from sample to sample
};

struct QualityReason {
    QualityFlaw flaw = QualityFlaw::Gaps;
    std::int64_t count = 0;  ///< samples, gaps or resets, by the flaw
    double penalty = 0;      ///< points taken off the score
    TimeMs firstAt = 0;      ///< where to look; 0: nowhere in particular
};

struct SeriesQuality {
    bool judged = false;       ///< false: fewer than ten samples, of which nothing can be said; only `samples` is filled
    std::int64_t samples = 0;
    TimeMs interval = 0;       ///< usual spacing, ms; 0 where unknown
    double coverage = 0;       ///< samples that came / samples due, 0..1
    std::int64_t gaps = 0;
    TimeMs longestGap = 0;
    double score = 100;        ///< 0..100
    std::vector<QualityReason> reasons; ///< the costliest first
};

struct QualityInput {
    std::span<const Sample> samples; ///< in time order, stale markers among them
    TimeMs from = 0, to = 0;         ///< the range that was asked for; coverage counts from the first sample in it
    bool counter = false;            ///< drops are resets, and growth is no outlier
    std::optional<TimeMs> interval;  ///< the configured spacing; absent: the usual one is measured
    std::int64_t duplicates = 0, outOfOrder = 0; ///< known from the way in
};

/// How far a series can be trusted. A gap is a hole over 2.5 intervals; it is never filled. O(n log w).
SeriesQuality assessQuality(const QualityInput &input);

/// Whether a metric counts up only, by the naming rules of Prometheus and OpenMetrics (`_total`, `_count`, `_sum`, `_bucket`).
bool looksLikeCounter(std::string_view metric);

} // namespace lepto::ml
