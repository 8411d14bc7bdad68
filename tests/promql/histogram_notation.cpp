#include "histogram_notation.h"

#include "ml/base/histogram_arithmetic.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace lepto::test {

namespace {

std::vector<double> numbersOf(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '[' || c == ']'; }, ' ');
    std::vector<double> numbers;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        numbers.push_back(std::stod(word));
    return numbers;
}

NativeHistogram::Reset hintOf(const std::string &text)
{
    using Reset = NativeHistogram::Reset;
    return text == "gauge" ? Reset::Gauge : text == "reset" ? Reset::Yes : text == "not_reset" ? Reset::No : Reset::Unknown;
}

void setField(NativeHistogram &histogram, const std::string &name, const std::string &value)
{
    if (name == "schema")
        histogram.schema = std::stoi(value);
    else if (name == "sum")
        histogram.sum = std::stod(value);
    else if (name == "count")
        histogram.count = std::stod(value);
    else if (name == "z_bucket")
        histogram.zeroCount = std::stod(value);
    else if (name == "z_bucket_w")
        histogram.zeroThreshold = std::stod(value);
    else if (name == "buckets")
        histogram.positiveCounts = numbersOf(value);
    else if (name == "n_buckets")
        histogram.negativeCounts = numbersOf(value);
    else if (name == "custom_values")
        histogram.customBounds = numbersOf(value);
    else if (name == "counter_reset_hint")
        histogram.reset = hintOf(value);
    else if (name == "offset")
        histogram.positiveSpans = { { std::stoi(value), 0 } };
    else if (name == "n_offset")
        histogram.negativeSpans = { { std::stoi(value), 0 } };
    else
        throw std::runtime_error("unknown field of a histogram: " + name);
}

void closeSpan(std::vector<BucketSpan> &spans, const std::vector<double> &counts)
{
    if (spans.empty() && !counts.empty())
        spans = { {} };
    if (!spans.empty())
        spans[0].length = std::uint32_t(counts.size());
}

NativeHistogram histogramOf(const std::string &text)
{
    NativeHistogram histogram;
    for (std::size_t at = text.find_first_not_of(" \t"); at < text.size(); at = text.find_first_not_of(" \t", at)) {
        const std::size_t colon = text.find(':', at);
        const bool list = colon != std::string::npos && text[colon + 1] == '[';
        const std::size_t end = list ? text.find(']', colon) + 1 : std::min(text.find_first_of(" \t", at), text.size());
        setField(histogram, text.substr(at, colon - at), text.substr(colon + 1, end - colon - 1));
        at = end;
    }
    closeSpan(histogram.positiveSpans, histogram.positiveCounts);
    closeSpan(histogram.negativeSpans, histogram.negativeCounts);
    return histogram;
}

} // namespace

std::vector<NativeHistogram> histogramItem(const std::string &item)
{
    const std::size_t end = item.find("}}");
    NativeHistogram histogram = histogramOf(item.substr(2, end - 2));
    std::string rest = item.substr(end + 2);
    std::optional<NativeHistogram> step;
    const bool subtract = rest.starts_with('-');
    if (rest.starts_with("+{{") || rest.starts_with("-{{")) {
        const std::size_t stepEnd = rest.find("}}");
        step = histogramOf(rest.substr(3, stepEnd - 3));
        rest = rest.substr(stepEnd + 2);
    }
    const int times = rest.starts_with('x') ? std::stoi(rest.substr(1)) : 0;
    std::vector<NativeHistogram> histograms { histogram };
    for (int i = 0; i < times; ++i) {
        if (step)
            subtract ? ml::subtract(histogram, *step) : ml::add(histogram, *step);
        histograms.push_back(histogram);
    }
    return histograms;
}

NativeHistogram fromClassicBuckets(std::vector<std::pair<double, double>> buckets, double sum)
{
    std::stable_sort(buckets.begin(), buckets.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    NativeHistogram histogram;
    histogram.schema = NativeHistogram::customSchema;
    histogram.sum = sum;
    double below = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (i + 1 < buckets.size() && buckets[i + 1].first == buckets[i].first)
            continue; // the last of repeated bounds counts
        if (std::isfinite(buckets[i].first))
            histogram.customBounds.push_back(buckets[i].first);
        histogram.positiveCounts.push_back(buckets[i].second - below);
        below = buckets[i].second;
    }
    histogram.count = below;
    histogram.positiveSpans = { { 0, std::uint32_t(histogram.positiveCounts.size()) } };
    return histogram;
}

} // namespace lepto::test
