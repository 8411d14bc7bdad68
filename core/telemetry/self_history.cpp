#include "core/telemetry/self_history.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lepto {

namespace {

constexpr TimeMs kept = 10 * 60'000, window = 2 * 60'000;

enum class Way { Median, P99, Gauge, Rate, Growth };

struct Recipe {
    SelfNumber number;
    const char *metric, *unit;
    Way way;
    double limit;                      ///< the objective; 0: none
};

constexpr std::array recipes {
    Recipe { SelfNumber::FrameMedian, "leptoscope_frame_seconds", "seconds", Way::Median, 0.016 },
    Recipe { SelfNumber::FrameP99, "leptoscope_frame_seconds", "seconds", Way::P99, 0.033 },
    Recipe { SelfNumber::FrameWorst, "leptoscope_frame_worst_seconds", "seconds", Way::Gauge, 0.1 },
    Recipe { SelfNumber::Stalls, "leptoscope_gui_stall_seconds", "", Way::Growth, 0.5 },
    Recipe { SelfNumber::IngestRate, "leptoscope_ingested_samples_total", "1/s", Way::Rate, 0 },
    Recipe { SelfNumber::WriteP99, "leptoscope_store_write_seconds", "seconds", Way::P99, 1 },
    Recipe { SelfNumber::WriterQueue, "leptoscope_writer_queued_samples", "", Way::Gauge, 200'000 },
    Recipe { SelfNumber::WriterRefused, "leptoscope_writer_refused_samples", "", Way::Gauge, 0.5 },
    Recipe { SelfNumber::ScrapeP99, "leptoscope_scrape_seconds", "seconds", Way::P99, 5 },
    Recipe { SelfNumber::QueryMedian, "leptoscope_query_seconds", "seconds", Way::Median, 0.1 },
    Recipe { SelfNumber::QueryP99, "leptoscope_query_seconds", "seconds", Way::P99, 1 },
    Recipe { SelfNumber::StoreBytes, "leptoscope_store_bytes", "bytes", Way::Gauge, 0 },
    Recipe { SelfNumber::StoreSeries, "leptoscope_store_series", "", Way::Gauge, 0 },
    Recipe { SelfNumber::RoundP99, "leptoscope_detector_round_seconds", "seconds", Way::P99, 1 },
    Recipe { SelfNumber::DetectorLag, "leptoscope_detector_lag_seconds", "seconds", Way::Gauge, 5 },
    Recipe { SelfNumber::JobsRunning, "leptoscope_jobs_running", "", Way::Gauge, 0 },
};
static_assert(recipes.size() == std::size_t(SelfNumber::Count));

std::vector<SelfReading::Bucket> grown(std::vector<SelfReading::Bucket> buckets, const std::vector<SelfReading::Bucket> &before)
{
    for (std::size_t i = 0; i < buckets.size() && i < before.size(); ++i)
        buckets[i].count -= before[i].count;
    return buckets;
}

} // namespace

std::optional<double> histogramQuantile(const std::vector<SelfReading::Bucket> &buckets, double q)
{
    if (buckets.size() < 2 || buckets.back().count <= 0)
        return std::nullopt;
    const double rank = q * buckets.back().count;
    const auto at = std::ranges::find_if(buckets, [rank](const SelfReading::Bucket &bucket) { return bucket.count >= rank; });
    const auto index = std::size_t(at - buckets.begin());
    if (index + 1 >= buckets.size())
        return buckets[buckets.size() - 2].upper;
    const double below = index ? buckets[index - 1].count : 0, from = index ? buckets[index - 1].upper : 0;
    const double inside = at->count - below;
    return inside > 0 ? from + (at->upper - from) * (rank - below) / inside : at->upper;
}

void SelfHistory::take(TimeMs now, std::vector<SelfReading> readings)
{
    Moment moment { now, {} };
    for (SelfReading &reading : readings) {
        std::string name = reading.metric;
        moment.readings.emplace(std::move(name), std::move(reading));
    }
    m_moments.push_back(std::move(moment));
    while (m_moments.front().at < now - kept)
        m_moments.pop_front();
}

std::size_t SelfHistory::windowStart(std::size_t moment) const
{
    std::size_t start = moment;
    while (start > 0 && m_moments[moment].at - m_moments[start].at < window)
        --start;
    return start;
}

std::optional<double> SelfHistory::valueAt(std::size_t moment, SelfNumber number) const
{
    const Recipe &recipe = recipes[std::size_t(number)];
    const Moment &now = m_moments[moment], &then = m_moments[windowStart(moment)];
    const auto found = now.readings.find(recipe.metric), before = then.readings.find(recipe.metric);
    if (found == now.readings.end())
        return std::nullopt;
    const SelfReading none;
    const SelfReading &last = found->second, &first = before == then.readings.end() || &now == &then ? none : before->second;
    const double seconds = double(now.at - then.at) / 1000;
    switch (recipe.way) {
    case Way::Median: return histogramQuantile(grown(last.buckets, first.buckets), 0.5);
    case Way::P99: return histogramQuantile(grown(last.buckets, first.buckets), 0.99);
    case Way::Gauge: return last.value;
    case Way::Rate: return seconds > 0 ? std::optional((last.value - first.value) / seconds) : std::nullopt;
    case Way::Growth: return last.buckets.empty() ? 0 : last.buckets.back().count - (first.buckets.empty() ? 0 : first.buckets.back().count);
    }
    return std::nullopt;
}

std::vector<SelfValue> SelfHistory::values() const
{
    std::vector<SelfValue> values;
    for (const Recipe &recipe : recipes) {
        SelfValue value { recipe.number, recipe.metric, recipe.unit, {}, true, {} };
        for (std::size_t i = 0; i < m_moments.size(); ++i) {
            if (const auto v = valueAt(i, recipe.number))
                value.trend.emplace_back(m_moments[i].at, *v);
        }
        if (!m_moments.empty())
            value.value = valueAt(m_moments.size() - 1, recipe.number);
        value.good = recipe.limit == 0 || value.value.value_or(0) <= recipe.limit;
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace lepto
