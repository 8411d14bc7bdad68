#pragma once

#include "core/promql/label_regex.h"
#include "core/promql/value.h"
#include "ml/base/histogram_arithmetic.h"

#include <algorithm>
#include <iterator>

namespace lepto::test {

/// Series in memory.
class MemoryProvider final : public promql::SeriesProvider {
public:
    std::vector<promql::Series> series;
    bool metHistograms = false; ///< whether a selection met native histograms
    int selections = 0;

    void add(const Labels &labels, std::vector<Sample> samples)
    {
        std::vector<Sample> &known = at(labels).samples;
        for (const Sample &sample : samples) {
            if (known.empty() || sample.t > known.back().t)
                known.push_back(sample);
        }
    }
    /// Hints are set as storage sets them: a histogram of a counter knows whether it follows a reset.
    void addHistogram(const Labels &labels, TimeMs t, NativeHistogram histogram)
    {
        using Reset = NativeHistogram::Reset;
        auto &known = at(labels).histograms;
        if (!known.empty() && known.back().t >= t)
            return;
        const bool gauge = histogram.reset == Reset::Gauge || known.empty() || known.back().value->reset == Reset::Gauge;
        if (!gauge && histogram.reset == Reset::Unknown && !ml::isReset(histogram, *known.back().value))
            histogram.reset = Reset::No;
        known.push_back({ t, std::make_shared<const NativeHistogram>(std::move(histogram)) });
    }

    Result<std::vector<promql::Series>> select(std::span<const Matcher> matchers, TimeMs from, TimeMs to) override
    {
        ++selections;
        std::vector<promql::CompiledMatcher> compiled;
        for (const Matcher &matcher : matchers)
            compiled.push_back(*promql::CompiledMatcher::compile(matcher));
        const auto matches = [&](const Labels &labels) {
            return std::all_of(compiled.begin(), compiled.end(),
                [&](const promql::CompiledMatcher &matcher) { return matcher.matches(labels); });
        };
        const auto inside = [&](const auto &point) { return point.t >= from && point.t <= to; };
        std::vector<promql::Series> found;
        for (const promql::Series &one : series) {
            if (!matches(one.labels))
                continue;
            metHistograms = metHistograms || !one.histograms.empty();
            promql::Series part { one.labels, {} };
            std::copy_if(one.samples.begin(), one.samples.end(), std::back_inserter(part.samples), inside);
            std::copy_if(one.histograms.begin(), one.histograms.end(), std::back_inserter(part.histograms), inside);
            if (!part.empty())
                found.push_back(std::move(part));
        }
        return found;
    }

private:
    promql::Series &at(const Labels &labels)
    {
        const auto known
            = std::find_if(series.begin(), series.end(), [&](const promql::Series &one) { return one.labels == labels; });
        return known == series.end() ? series.emplace_back(promql::Series { labels, {} }) : *known;
    }
};

} // namespace lepto::test
