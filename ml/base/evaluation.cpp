#include "ml/base/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lepto::ml {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> falling(std::span<const double> scores)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    return order;
}

/// Mean over `of` of existence and overlap with `by`; overlap is divided by the number of runs of `by` that touch the run.
double rangeRecall(const std::vector<Run> &of, const std::vector<Run> &by, double existenceWeight)
{
    if (of.empty())
        return 0;
    double sum = 0;
    for (const Run &run : of) {
        std::size_t covered = 0, touching = 0;
        for (const Run &other : by) {
            if (other.last < run.first || other.first > run.last)
                continue;
            ++touching;
            covered += std::min(run.last, other.last) - std::max(run.first, other.first) + 1;
        }
        if (touching == 0)
            continue;
        const double overlap = double(covered) / double(run.last - run.first + 1) / double(touching);
        sum += existenceWeight + (1.0 - existenceWeight) * overlap;
    }
    return sum / double(of.size());
}

bool touchesAny(const Run &run, const std::vector<Run> &others)
{
    return std::any_of(others.begin(), others.end(), [&](const Run &other) { return other.first <= run.last && other.last >= run.first; });
}

} // namespace

std::vector<Run> runsOf(LabelSpan labels)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!labels[i])
            continue;
        if (i == 0 || !labels[i - 1])
            runs.push_back({i, i});
        runs.back().last = i;
    }
    return runs;
}

double aucPr(LabelSpan labels, std::span<const double> scores)
{
    const double positives = double(std::accumulate(labels.begin(), labels.end(), 0));
    if (positives == 0)
        return none;
    const auto order = falling(scores);
    double area = 0, hits = 0, lastRecall = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        hits += labels[order[i]];
        if (i + 1 < order.size() && scores[order[i + 1]] == scores[order[i]])
            continue;
        const double recall = hits / positives;
        area += (recall - lastRecall) * hits / double(i + 1);
        lastRecall = recall;
    }
    return area;
}

double aucRoc(LabelSpan labels, std::span<const double> scores)
{
    const double positives = double(std::accumulate(labels.begin(), labels.end(), 0));
    const double negatives = double(labels.size()) - positives;
    if (positives == 0 || negatives == 0)
        return none;
    const auto order = falling(scores);
    double area = 0, hits = 0, misses = 0, lastHits = 0, lastMisses = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        (labels[order[i]] ? hits : misses) += 1;
        if (i + 1 < order.size() && scores[order[i + 1]] == scores[order[i]])
            continue;
        area += (misses - lastMisses) * (hits + lastHits) / 2.0;
        lastHits = hits;
        lastMisses = misses;
    }
    return area / (positives * negatives);
}

RangeScore rangeScore(LabelSpan labels, LabelSpan predicted)
{
    const auto real = runsOf(labels), alarms = runsOf(predicted);
    RangeScore score;
    score.recall = rangeRecall(real, alarms, 0.2);
    score.precision = rangeRecall(alarms, real, 0.0);
    const double sum = score.precision + score.recall;
    score.f1 = sum > 0 ? 2 * score.precision * score.recall / sum : 0.0;
    return score;
}

PagingScore pagingScore(LabelSpan labels, LabelSpan predicted, std::span<const TimeMs> times)
{
    PagingScore score;
    const auto real = runsOf(labels), alarms = runsOf(predicted);
    score.events = int(real.size());
    double delays = 0, inside = 0;
    for (const Run &run : real) {
        inside += double(times[run.last] - times[run.first]);
        const auto first = std::find(predicted.begin() + std::ptrdiff_t(run.first), predicted.begin() + std::ptrdiff_t(run.last) + 1, 1);
        if (first == predicted.begin() + std::ptrdiff_t(run.last) + 1)
            continue;
        ++score.found;
        delays += double(times[std::size_t(first - predicted.begin())] - times[run.first]);
    }
    score.meanDelay = score.found ? delays / score.found : none;
    score.falseAlarms = int(std::count_if(alarms.begin(), alarms.end(), [&](const Run &alarm) { return !touchesAny(alarm, real); }));
    const double outside = times.empty() ? 0.0 : double(times.back() - times.front()) - inside;
    score.falseAlarmsPerDay = outside > 0 ? score.falseAlarms / (outside / 86'400'000.0) : 0.0;
    return score;
}

int bufferWindow(std::span<const double> values)
{
    constexpr int fallback = 125, dropped = 3, longest = 400;
    const std::span<const double> head = values.first(std::min<std::size_t>(values.size(), 20'000));
    const std::size_t n = head.size();
    if (n <= dropped + 2 || !std::all_of(head.begin(), head.end(), [](double v) { return std::isfinite(v); }))
        return fallback;
    const double mean = std::accumulate(head.begin(), head.end(), 0.0) / double(n);
    std::vector<double> correlation;
    for (std::size_t lag = 0; lag <= longest && lag < n; ++lag) {
        double sum = 0;
        for (std::size_t i = lag; i < n; ++i)
            sum += (head[i] - mean) * (head[i - lag] - mean);
        correlation.push_back(sum);
    }
    if (correlation[0] <= 0)
        return fallback;
    const std::span<const double> a = std::span(correlation).subspan(dropped);
    int best = -1;
    for (std::size_t i = 1; i + 1 < a.size(); ++i)
        if (a[i] > a[i - 1] && a[i] > a[i + 1] && (best < 0 || a[i] > a[std::size_t(best)]))
            best = int(i);
    return best < 3 || best > 300 ? fallback : best + dropped;
}

} // namespace lepto::ml
