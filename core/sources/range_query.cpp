#include "core/sources/range_query.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace lepto {

namespace {

struct Parts {
    std::vector<TimeRange> ranges;
    std::size_t next = 0;
    std::function<void(const TimeRange &, RangeAnswer)> ask;
    RangeAnswer answer;
    QueryAnswer whole;
};

void askNext(const std::shared_ptr<Parts> &parts)
{
    parts->ask(parts->ranges[parts->next], [parts](Result<QueryAnswer> part) {
        if (!part)
            return parts->answer(part.error());
        if (parts->next == 0)
            parts->whole = *std::move(part);
        else
            joinAnswers(parts->whole, *std::move(part));
        if (++parts->next < parts->ranges.size())
            askNext(parts);
        else
            parts->answer(std::move(parts->whole));
    });
}

} // namespace

std::vector<TimeRange> splitRange(TimeMs from, TimeMs to, TimeMs step, int points)
{
    std::vector<TimeRange> parts;
    const TimeMs span = std::max<TimeMs>(step, 1) * (points - 1);
    for (TimeMs begin = from; begin <= to; begin += span + step)
        parts.push_back({ begin, std::min(begin + span, to) });
    if (parts.empty())
        parts.push_back({ from, to }); // the server says what is wrong with it
    return parts;
}

void askInParts(std::vector<TimeRange> ranges, std::function<void(const TimeRange &, RangeAnswer)> ask, RangeAnswer answer)
{
    auto parts = std::make_shared<Parts>();
    parts->ranges = std::move(ranges);
    parts->ask = std::move(ask);
    parts->answer = std::move(answer);
    askNext(parts);
}

void joinAnswers(QueryAnswer &whole, QueryAnswer part)
{
    std::unordered_map<Labels, std::size_t> places;
    for (std::size_t i = 0; i < whole.series.size(); ++i)
        places.emplace(whole.series[i].labels, i);
    for (QuerySeries &series : part.series) {
        const auto place = places.find(series.labels);
        if (place == places.end()) {
            whole.series.push_back(std::move(series));
        } else {
            QuerySeries &known = whole.series[place->second];
            known.samples.insert(known.samples.end(), series.samples.begin(), series.samples.end());
            known.histograms.insert(known.histograms.end(), series.histograms.begin(), series.histograms.end());
        }
    }
    for (const QString &warning : part.warnings) {
        if (!whole.warnings.contains(warning))
            whole.warnings += warning;
    }
    for (const QString &info : part.infos) {
        if (!whole.infos.contains(info))
            whole.infos += info;
    }
    whole.partial = whole.partial || part.partial;
    whole.histogramsLeftOut += part.histogramsLeftOut;
    whole.tookMs += part.tookMs;
    whole.bytes += part.bytes;
    whole.requests += part.requests;
}

} // namespace lepto
