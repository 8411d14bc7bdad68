#include "ml/base/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lepto::ml {
namespace {

constexpr std::size_t thresholds = 250;

/// The samples in falling order of score, and how many of them each threshold predicts.
struct Ranking {
    std::vector<std::size_t> order;
    std::vector<std::size_t> predicted; ///< per threshold, ties counted fully
    std::vector<double> limits;         ///< the scores at the thresholds
};

Ranking rank(std::span<const double> scores)
{
    Ranking ranking;
    const std::size_t n = scores.size();
    ranking.order.resize(n);
    std::iota(ranking.order.begin(), ranking.order.end(), std::size_t(0));
    std::sort(ranking.order.begin(), ranking.order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    for (std::size_t k = 0; k < thresholds; ++k) {
        const auto place = std::size_t(double(n - 1) * double(k) / double(thresholds - 1));
        const double limit = scores[ranking.order[place]];
        const auto end = std::partition_point(ranking.order.begin(), ranking.order.end(), [&](std::size_t i) { return scores[i] >= limit; });
        ranking.limits.push_back(limit);
        ranking.predicted.push_back(std::size_t(end - ranking.order.begin()));
    }
    return ranking;
}

/// Labels that fade out over half a window on both sides of every run.
std::vector<double> extended(LabelSpan labels, const std::vector<Run> &runs, int window)
{
    std::vector<double> soft(labels.begin(), labels.end());
    const std::size_t n = labels.size();
    const auto half = std::size_t(window / 2);
    for (const Run &run : runs)
        for (std::size_t d = 1; d <= half; ++d) {
            const double weight = std::sqrt(1.0 - double(d) / double(window));
            if (run.last + d < n)
                soft[run.last + d] += weight;
            if (run.first >= d)
                soft[run.first - d] += weight;
        }
    for (double &v : soft)
        v = std::min(1.0, v);
    return soft;
}

/// Runs grown by half a window, merged where they meet.
std::vector<Run> grown(const std::vector<Run> &runs, std::size_t n, int window)
{
    const auto half = std::size_t(window / 2);
    std::vector<Run> zones;
    for (const Run &run : runs) {
        const Run zone{run.first >= half ? run.first - half : 0, std::min(run.last + half, n - 1)};
        if (!zones.empty() && zones.back().last >= zone.first)
            zones.back().last = zone.last;
        else
            zones.push_back(zone);
    }
    return zones;
}

struct Area {
    double roc = 0, pr = 0;
};

class Surface {
public:
    Surface(LabelSpan labels, std::span<const double> scores, int window)
        : m_labels(labels)
        , m_scores(scores)
        , m_runs(runsOf(labels))
        , m_ranking(rank(scores))
        , m_inZone(labels.size(), 0)
    {
        for (const Run &zone : grown(m_runs, labels.size(), window))
            std::fill(m_inZone.begin() + std::ptrdiff_t(zone.first), m_inZone.begin() + std::ptrdiff_t(zone.last) + 1, 1);
        m_positives = double(std::accumulate(labels.begin(), labels.end(), 0));
    }

    bool empty() const { return m_runs.empty(); }
    Area area(int window) const;

private:
    std::vector<double> zoneMaxima(int window) const;

    LabelSpan m_labels;
    std::span<const double> m_scores;
    std::vector<Run> m_runs;
    Ranking m_ranking;
    std::vector<std::uint8_t> m_inZone; ///< of the widest window
    double m_positives = 0;
};

/// The highest score of each grown run, rising: a threshold finds those that are not below it.
std::vector<double> Surface::zoneMaxima(int window) const
{
    std::vector<double> maxima;
    for (const Run &zone : grown(m_runs, m_labels.size(), window))
        maxima.push_back(*std::max_element(m_scores.begin() + std::ptrdiff_t(zone.first), m_scores.begin() + std::ptrdiff_t(zone.last) + 1));
    std::sort(maxima.begin(), maxima.end());
    return maxima;
}

Area Surface::area(int window) const
{
    const std::vector<double> soft = extended(m_labels, m_runs, window);
    const std::vector<double> maxima = zoneMaxima(window);
    const double n = double(m_labels.size());
    Area area;
    double hits = 0, softHits = 0, lastRecall = 0, lastFalse = 0;
    std::size_t done = 0;
    for (std::size_t k = 0; k < thresholds; ++k) {
        for (; done < m_ranking.predicted[k]; ++done) {
            const std::size_t i = m_ranking.order[done];
            if (!m_inZone[i])
                continue;
            hits += m_labels[i] ? 1.0 : soft[i];
            softHits += m_labels[i] ? 0.0 : soft[i];
        }
        const double predicted = double(m_ranking.predicted[k]);
        const double positives = (m_positives + m_positives + softHits) / 2.0;
        const auto found = maxima.end() - std::lower_bound(maxima.begin(), maxima.end(), m_ranking.limits[k]);
        const double recall = std::min(hits / positives, 1.0) * double(found) / double(maxima.size());
        const double falseShare = (predicted - hits) / (n - positives);
        area.roc += (falseShare - lastFalse) * (recall + lastRecall) / 2.0;
        area.pr += (recall - lastRecall) * hits / predicted;
        lastRecall = recall;
        lastFalse = falseShare;
    }
    area.roc += (1.0 - lastFalse) * (1.0 + lastRecall) / 2.0;
    return area;
}

} // namespace

VolumeUnderSurface volumeUnderSurface(LabelSpan labels, std::span<const double> scores, int window)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (labels.size() != scores.size() || labels.empty() || window < 0)
        return {none, none, {}, {}};
    const Surface surface(labels, scores, window);
    if (surface.empty())
        return {none, none, {}, {}};
    VolumeUnderSurface volume;
    for (int w = 0; w <= window; ++w) {
        const Area area = surface.area(w);
        volume.rocByWindow.push_back(area.roc);
        volume.prByWindow.push_back(area.pr);
        volume.roc += area.roc / (window + 1);
        volume.pr += area.pr / (window + 1);
    }
    return volume;
}

} // namespace lepto::ml
