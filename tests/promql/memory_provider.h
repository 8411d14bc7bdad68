#pragma once

#include "core/promql/label_regex.h"
#include "core/promql/value.h"

#include <algorithm>

namespace lepto::test {

/// Series in memory. Remembers whether a selection met a series of native histograms, which have no float samples.
class MemoryProvider final : public promql::SeriesProvider {
public:
    std::vector<promql::Series> series;
    std::vector<Labels> nativeHistograms;
    bool metNative = false;
    int selections = 0;

    void add(const Labels &labels, std::vector<Sample> samples)
    {
        const auto known
            = std::find_if(series.begin(), series.end(), [&](const promql::Series &one) { return one.labels == labels; });
        if (known == series.end()) {
            series.push_back({ labels, std::move(samples) });
            return;
        }
        for (const Sample &sample : samples) {
            if (known->samples.empty() || sample.t > known->samples.back().t)
                known->samples.push_back(sample);
        }
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
        metNative = metNative || std::any_of(nativeHistograms.begin(), nativeHistograms.end(), matches);
        std::vector<promql::Series> found;
        for (const promql::Series &one : series) {
            if (!matches(one.labels))
                continue;
            promql::Series part { one.labels, {} };
            std::copy_if(one.samples.begin(), one.samples.end(), std::back_inserter(part.samples),
                [&](const Sample &sample) { return sample.t >= from && sample.t <= to; });
            if (!part.samples.empty())
                found.push_back(std::move(part));
        }
        return found;
    }
};

} // namespace lepto::test
