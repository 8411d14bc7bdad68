#include "ml/base/series_quality.h"

#include "ml/base/cleaning.h"

#include <algorithm>
#include <cmath>

namespace lepto::ml {

namespace {

constexpr double kGapIntervals = 2.5;
constexpr std::size_t kFewest = 10;
constexpr std::size_t kHampelHalf = 5;
constexpr double kHampelSigmas = 6.0; ///< an alarm of cleaning, not of detection: only what no neighbour supports
constexpr double kHour = 3'600'000.0;

TimeMs usualSpacing(std::span<const Sample> samples)
{
    std::vector<TimeMs> steps;
    steps.reserve(samples.size());
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (!isStaleMarker(samples[i].v) && !isStaleMarker(samples[i - 1].v))
            steps.push_back(samples[i].t - samples[i - 1].t);
    }
    if (steps.empty())
        return 0;
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

/// One look along the series; the flaws are read off it afterwards.
struct Walk {
    std::int64_t values = 0, gaps = 0, notNumbers = 0, comebacks = 0, irregular = 0, steps = 0;
    TimeMs longestGap = 0, firstGap = 0, firstNotNumber = 0, firstComeback = 0, firstIrregular = 0;
    double missed = 0;     ///< samples due inside gaps
    TimeMs declaredAway = 0; ///< time between a stale marker and the next value: nothing was due
};

void step(Walk &w, const Sample &a, const Sample &b, TimeMs interval)
{
    const TimeMs dt = b.t - a.t;
    if (isStaleMarker(b.v))
        return;
    if (isStaleMarker(a.v)) {
        w.declaredAway += dt;
        if (w.comebacks++ == 0)
            w.firstComeback = b.t;
        return;
    }
    ++w.steps;
    if (double(dt) > kGapIntervals * double(interval)) {
        if (w.gaps++ == 0)
            w.firstGap = a.t;
        w.longestGap = std::max(w.longestGap, dt);
        w.missed += double(dt) / double(interval) - 1;
    } else if (std::abs(double(dt - interval)) > 0.1 * double(interval)) {
        if (w.irregular++ == 0)
            w.firstIrregular = b.t;
    }
}

Walk walk(std::span<const Sample> samples, TimeMs interval)
{
    Walk w;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double v = samples[i].v;
        if (!isStaleMarker(v)) {
            ++w.values;
            if (!std::isfinite(v) && w.notNumbers++ == 0)
                w.firstNotNumber = samples[i].t;
        }
        if (i > 0 && interval > 0)
            step(w, samples[i - 1], samples[i], interval);
    }
    return w;
}

/// How a gauge moves; `frozen` is the length of the run of equal values at its end, if it moved before and never stood still half as long.
struct Movement {
    std::int64_t moves = 0, frozen = 0;
    TimeMs frozenSince = 0;
};
Movement movementOf(std::span<const Sample> samples)
{
    Movement out;
    std::size_t run = 1, longest = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].v == samples[i - 1].v) {
            ++run;
            continue;
        }
        longest = std::max(longest, run);
        run = 1;
        ++out.moves;
    }
    if (run >= 30 && out.moves >= 30 && run > 2 * longest && !isStaleMarker(samples.back().v)) {
        out.frozen = std::int64_t(run);
        out.frozenSince = samples[samples.size() - run].t;
    }
    return out;
}

class Verdict {
public:
    explicit Verdict(SeriesQuality &quality) : m_quality(quality) {}

    void add(QualityFlaw flaw, std::int64_t count, double penalty, TimeMs firstAt = 0)
    {
        if (count > 0 && penalty > 0)
            m_quality.reasons.push_back({ flaw, count, penalty, firstAt });
    }

    void close()
    {
        std::stable_sort(m_quality.reasons.begin(), m_quality.reasons.end(), [](const auto &a, const auto &b) { return a.penalty > b.penalty; });
        for (const QualityReason &reason : m_quality.reasons)
            m_quality.score -= reason.penalty;
        m_quality.score = std::clamp(m_quality.score, 0.0, 100.0);
    }

private:
    SeriesQuality &m_quality;
};

double share(std::int64_t part, std::int64_t whole) { return whole > 0 ? double(part) / double(whole) : 0; }

/// What the values themselves say: resets of a counter; standstill and outliers of a gauge.
void judgeValues(Verdict &verdict, const QualityInput &input, std::int64_t values)
{
    if (input.counter) {
        const Unreset view = withoutResets(input.samples);
        const double hours = std::max(1.0, double(input.samples.back().t - input.samples.front().t) / kHour);
        const double perHour = double(view.resets.size()) / hours;
        if (perHour > 1)
            verdict.add(QualityFlaw::Resets, std::int64_t(view.resets.size()), std::min(20.0, 5 * perHour), view.resets.front());
        return;
    }
    const Movement movement = movementOf(input.samples);
    verdict.add(QualityFlaw::Frozen, movement.frozen, 15, movement.frozenSince);
    // A state that changes now and then has no neighbours to support a change; only what moves all the time can have outliers.
    if (movement.frozen > 0 || share(movement.moves, values) < 0.5)
        return;
    const Denoised view = hampelView(input.samples, kHampelHalf, kHampelSigmas);
    const auto outliers = std::int64_t(view.replaced.size());
    if (outliers >= 3 && share(outliers, values) > 0.01)
        verdict.add(QualityFlaw::Outliers, outliers, std::min(10.0, 100 * share(outliers, values)), input.samples[view.replaced.front()].t);
}

void judgeArrival(Verdict &verdict, const QualityInput &input, const Walk &w)
{
    verdict.add(QualityFlaw::Flapping, w.comebacks, std::min(20.0, 2.0 * double(w.comebacks)), w.firstComeback);
    verdict.add(QualityFlaw::NotANumber, w.notNumbers, std::min(30.0, 200 * share(w.notNumbers, w.values)), w.firstNotNumber);
    verdict.add(QualityFlaw::Duplicates, input.duplicates, std::min(10.0, 100 * share(input.duplicates, w.values)));
    verdict.add(QualityFlaw::OutOfOrder, input.outOfOrder, std::min(20.0, 200 * share(input.outOfOrder, w.values)));
    if (share(w.irregular, w.steps) > 0.05)
        verdict.add(QualityFlaw::Irregular, w.irregular, std::min(10.0, 20 * share(w.irregular, w.steps)), w.firstIrregular);
}

} // namespace

SeriesQuality assessQuality(const QualityInput &input)
{
    SeriesQuality quality;
    Verdict verdict(quality);
    quality.interval = input.interval.value_or(usualSpacing(input.samples));
    const Walk w = walk(input.samples, quality.interval);
    quality.samples = w.values;
    quality.judged = w.values >= std::int64_t(kFewest) && quality.interval > 0;
    if (!quality.judged)
        return quality;
    quality.gaps = w.gaps;
    quality.longestGap = w.longestGap;
    const Sample &end = input.samples.back();
    const double tail = isStaleMarker(end.v) ? 0 : std::max(0.0, double(input.to - end.t) / double(quality.interval) - 1);
    const bool silent = tail > kGapIntervals - 1;
    const double due = double(w.values) + w.missed + (silent ? tail : 0);
    quality.coverage = std::clamp(double(w.values) / due, 0.0, 1.0);
    verdict.add(QualityFlaw::Gaps, w.gaps, std::min(50.0, 100 * w.missed / due), w.firstGap);
    if (silent)
        verdict.add(QualityFlaw::Silent, std::int64_t(tail), std::min(50.0, 5 + 100 * tail / due), end.t);
    judgeArrival(verdict, input, w);
    judgeValues(verdict, input, w.values);
    verdict.close();
    return quality;
}

bool looksLikeCounter(std::string_view metric)
{
    for (const std::string_view ending : { "_total", "_count", "_sum", "_bucket" }) {
        if (metric.ends_with(ending))
            return true;
    }
    return false;
}

} // namespace lepto::ml
