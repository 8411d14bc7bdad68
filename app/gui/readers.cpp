#include "app/gui/readers.h"

#include "core/base/text.h"
#include "core/detect/replay.h"
#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kMostSeries = 2000;

void addForecast(const History &history, SeriesId series, TimeMs until, ChartAnswer &answer)
{
    if (until <= history.now)
        return;
    const auto forecast = history.forecasts.forecast(series, history.now, until);
    if (!forecast)
        return; // a young series has none; the chart says so by showing none
    answer.forecastMethod = forecast->method;
    answer.forecastMase = forecast->mase;
    answer.forecastHeld = forecast->held;
    answer.withheld = forecast->withheld;
    for (const ForecastPoint &p : forecast->points)
        answer.forecast.push_back({p.t, p.lower, p.mid, p.upper});
}

/// As many points as there are columns: a band needs no more than the screen can show.
std::vector<BandPoint> thinned(const std::vector<ExpectedPoint> &points, int columns)
{
    std::vector<BandPoint> out;
    const std::size_t every = std::max<std::size_t>(1, points.size() / std::size_t(std::max(columns, 1)));
    for (std::size_t i = 0; i < points.size(); i += every) {
        BandPoint band{points[i].t, points[i].lower, points[i].expected, points[i].upper};
        for (std::size_t k = i; k < std::min(i + every, points.size()); ++k) {
            band.lower = std::min(band.lower, points[k].lower);
            band.upper = std::max(band.upper, points[k].upper);
        }
        out.push_back(band);
    }
    return out;
}

Columns asColumns(const promql::Series &series, TimeMs step)
{
    Columns out;
    out.interval = step;
    out.samples = std::int64_t(series.samples.size());
    for (const Sample &s : series.samples)
        out.columns.push_back({s.t, s.v, s.v, s.v, s.v});
    return out;
}

Result<std::vector<std::pair<Labels, Columns>>> readSelector(const Store &store, const promql::VectorSelector &selector, TimeMs from, TimeMs to, int columns)
{
    const auto found = store.select(selector.matchers, from, to, kMostSeries);
    if (!found)
        return found.error();
    std::vector<std::pair<Labels, Columns>> out;
    for (const SeriesInfo &series : *found) {
        auto data = store.columns(series.id, from, to, columns);
        if (!data)
            return data.error();
        out.emplace_back(series.labels, std::move(*data));
    }
    return out;
}

bool isPlain(const promql::VectorSelector &selector)
{
    return !selector.shift.offset && selector.shift.at == promql::TimeShift::At::None;
}

} // namespace

Result<ChartAnswer> readChart(const History &history, const ChartRequest &request)
{
    SeriesId series = request.series;
    if (series == 0)
        series = history.store.find(request.labels).value_or(0);
    if (series == 0)
        return Error{ErrorCode::NotFound, request.labels.text(), "has no samples yet"};
    const TimeMs past = std::min(request.to, history.now);
    auto data = history.store.columns(series, request.from, past, request.columns);
    if (!data)
        return data.error();
    ChartAnswer answer;
    answer.data = std::move(*data);
    if (request.forecast)
        addForecast(history, series, request.to, answer);
    if (!request.expected)
        return answer;
    auto replay = replayDetector(history.store, series, request.from, past, history.detector);
    if (!replay)
        return replay.error();
    answer.expected = thinned(replay->expected, request.columns);
    answer.anomalies = std::move(replay->anomalies);
    return answer;
}

Result<std::vector<SeriesInfo>> readSeries(const History &history, const QString &text, int limit)
{
    const TimeMs end = std::numeric_limits<TimeMs>::max();
    if (text.contains(u'{')) {
        const auto expr = promql::parse(utf8(text));
        const auto *selector = expr ? std::get_if<promql::VectorSelector>(&expr->root().what) : nullptr;
        if (!selector)
            return Error{ErrorCode::BadInput, utf8(text), expr ? "is not a selector" : expr.error().text()};
        return history.store.select(selector->matchers, 0, end, std::size_t(limit));
    }
    std::vector<Matcher> matchers;
    if (!text.trimmed().isEmpty())
        matchers.push_back({Matcher::Kind::Regex, "__name__", ".*" + utf8(QRegularExpression::escape(text.trimmed())) + ".*"});
    return history.store.select(matchers, 0, end, std::size_t(limit));
}

Result<std::vector<std::pair<Labels, Columns>>> readQuery(const History &history, const QString &expr, TimeMs from, TimeMs to, int columns,
                                                             const std::atomic<bool> &cancelled)
{
    const auto parsed = promql::parse(utf8(expr));
    if (!parsed)
        return parsed.error();
    const TimeMs end = std::min(to, history.now);
    const auto *selector = std::get_if<promql::VectorSelector>(&promql::unwrapped(parsed->root()).what);
    if (selector && isPlain(*selector))
        return readSelector(history.store, *selector, from, end, columns);
    promql::StoreProvider provider(history.store);
    const TimeMs step = std::max<TimeMs>(1000, (to - from) / std::max(columns / 2, 50) / 1000 * 1000);
    promql::Limits limits;
    limits.cancelled = &cancelled;
    const auto matrix = promql::evaluateRange(*parsed, provider, from / step * step, end, step, limits);
    if (!matrix)
        return matrix.error();
    std::vector<std::pair<Labels, Columns>> out;
    for (std::size_t i = 0; i < std::min(matrix->series.size(), kMostSeries); ++i)
        out.emplace_back(matrix->series[i].labels, asColumns(matrix->series[i], step));
    return out;
}

} // namespace lepto
