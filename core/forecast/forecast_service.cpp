#include "core/forecast/forecast_service.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr TimeMs kDay = 24 * 3600'000;
constexpr int kStepsAhead = 60;
constexpr int kMostHistory = 1500;

TimeMs stepFor(TimeMs horizon)
{
    const TimeMs raw = std::max<TimeMs>(horizon / kStepsAhead, 1000);
    return (raw + 999) / 1000 * 1000;
}

SeriesForecast onTimeAxis(const ml::Forecast &forecast, TimeMs start, TimeMs step, TimeMs until)
{
    SeriesForecast out;
    out.method = QString::fromStdString(forecast.method);
    out.coverage = forecast.coverage;
    out.mase = forecast.mase;
    out.held = forecast.held;
    out.withheld = forecast.withheld;
    out.step = step;
    if (out.withheld)
        return out;
    for (std::size_t i = 0; i < forecast.mean.size(); ++i) {
        const TimeMs t = start + TimeMs(i) * step;
        if (t > until + step)
            break;
        out.points.push_back({t, forecast.lower[i], forecast.mean[i], forecast.upper[i]});
    }
    return out;
}

} // namespace

Result<std::vector<double>> regularGrid(const Store &store, SeriesId series, TimeMs from, TimeMs step, int count)
{
    const auto samples = store.range(series, from, from + TimeMs(count) * step - 1);
    if (!samples)
        return samples.error();
    std::vector<double> sum(std::size_t(count), 0.0);
    std::vector<int> seen(std::size_t(count), 0);
    for (const Sample &s : *samples) {
        if (!std::isfinite(s.v))
            continue;
        const auto bin = std::size_t((s.t - from) / step);
        sum[bin] += s.v;
        ++seen[bin];
    }
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] = seen[i] > 0 ? sum[i] / seen[i] : std::numeric_limits<double>::quiet_NaN();
    return sum;
}

Result<SeriesForecast> ForecastService::forecast(SeriesId series, TimeMs now, TimeMs until)
{
    if (until <= now)
        return Error{ErrorCode::BadInput, "forecast", "the horizon lies in the past"};
    const TimeMs step = stepFor(until - now);
    const TimeMs bucket = now / step;
    {
        const std::lock_guard lock(m_mutex);
        const auto kept = m_kept.find(series);
        if (kept != m_kept.end() && kept->second.bucket == bucket && kept->second.step == step)
            return kept->second.answer;
    }
    const TimeMs end = bucket * step;
    auto history = regularGrid(m_store, series, end - TimeMs(kMostHistory) * step, step, kMostHistory);
    if (!history)
        return history.error();
    const auto firstKnown = std::find_if(history->begin(), history->end(), [](double v) { return std::isfinite(v); });
    history->erase(history->begin(), firstKnown);

    ml::ForecastOptions options;
    options.horizon = int((until - end) / step) + 1;
    if (history->size() < std::size_t(options.horizon))
        return Error{ErrorCode::BadInput, "forecast", "the history is shorter than the horizon"};
    const auto daily = kDay / step;
    options.season = kDay % step == 0 && std::size_t(2 * daily) <= history->size() ? int(daily) : 0;
    const auto raw = ml::forecastSeasonal(*history, options);
    if (!raw)
        return raw.error();
    SeriesForecast answer = onTimeAxis(*raw, end, step, until);
    const std::lock_guard lock(m_mutex);
    m_kept[series] = {bucket, step, answer};
    return answer;
}

} // namespace lepto
