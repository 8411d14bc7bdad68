#include "core/sources/histogram_json.h"

#include "core/sources/bucket_layout.h"
#include "core/sources/decimal.h"
#include "core/sources/point_reader.h"

#include <string>

namespace lepto {

namespace {

using json::Outcome;
using json::Text;

Outcome readReal(Text &text, double &out)
{
    std::string word;
    if (const Outcome outcome = json::readString(text, word); outcome != Outcome::Ok)
        return outcome;
    const auto value = parseDecimal(word);
    if (!value)
        return Outcome::Bad;
    out = *value;
    return Outcome::Ok;
}

Outcome readRule(Text &text, PlainBucket::Rule &out)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (c < '0' || c > '3')
        return Outcome::Bad;
    out = PlainBucket::Rule(c - '0');
    ++text.at;
    return Outcome::Ok;
}

Outcome readBucket(Text &text, PlainBucket &out)
{
    Outcome outcome = json::expect(text, '[');
    if (outcome == Outcome::Ok)
        outcome = readRule(text, out.rule);
    for (double *value : { &out.lower, &out.upper, &out.count }) {
        if (outcome == Outcome::Ok)
            outcome = json::expect(text, ',');
        if (outcome == Outcome::Ok)
            outcome = readReal(text, *value);
    }
    return outcome == Outcome::Ok ? json::expect(text, ']') : outcome;
}

/// The elements of a list or an object after its opening bracket, with their commas, up to `closer`.
template <typename Read>
Outcome readElements(Text &text, char closer, Read read)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    while (c != closer) {
        if (const Outcome outcome = read(); outcome != Outcome::Ok)
            return outcome;
        if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
            return outcome;
        if (c != ',' && c != closer)
            return Outcome::Bad;
        text.at += c == ',';
    }
    ++text.at;
    return Outcome::Ok;
}

struct Parts {
    double count = 0, sum = 0;
    std::vector<PlainBucket> buckets;
};

Outcome readPart(Text &text, Parts &parts)
{
    std::string key;
    Outcome outcome = json::readString(text, key);
    if (outcome == Outcome::Ok)
        outcome = json::expect(text, ':');
    if (outcome != Outcome::Ok)
        return outcome;
    if (key == "count")
        return readReal(text, parts.count);
    if (key == "sum")
        return readReal(text, parts.sum);
    if (key != "buckets")
        return json::skipValue(text);
    outcome = json::expect(text, '[');
    return outcome != Outcome::Ok ? outcome : readElements(text, ']', [&] { return readBucket(text, parts.buckets.emplace_back()); });
}

} // namespace

Outcome readHistogram(Text &text, HistogramSample &out)
{
    Parts parts;
    Outcome outcome = json::expect(text, '[');
    if (outcome == Outcome::Ok)
        outcome = readPointTime(text, out.t);
    for (const char c : { ',', '{' }) {
        if (outcome == Outcome::Ok)
            outcome = json::expect(text, c);
    }
    if (outcome == Outcome::Ok)
        outcome = readElements(text, '}', [&] { return readPart(text, parts); });
    if (outcome == Outcome::Ok)
        outcome = json::expect(text, ']');
    if (outcome == Outcome::Ok)
        out.value = histogramFromBuckets(parts.buckets, parts.count, parts.sum);
    return outcome;
}

Outcome readHistograms(Text &text, std::vector<HistogramSample> &out)
{
    for (;;) {
        const Text begin = text;
        char c = 0;
        if (json::peek(text, c) != Outcome::Ok)
            return Outcome::More;
        if (c == ']') {
            ++text.at;
            return Outcome::Ok;
        }
        text.at += c == ',';
        HistogramSample sample;
        const Outcome outcome = readHistogram(text, sample);
        if (outcome == Outcome::More)
            text = begin;
        if (outcome != Outcome::Ok)
            return outcome;
        out.push_back(std::move(sample));
    }
}

} // namespace lepto
