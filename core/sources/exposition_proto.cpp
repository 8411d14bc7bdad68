#include "core/sources/exposition_proto.h"

#include "core/sources/histogram_proto.h"
#include "core/sources/proto_reader.h"
#include "core/sources/target_labels.h"

#include <charconv>
#include <cmath>

namespace lepto {

namespace {

ByteView viewOf(std::string_view text)
{
    return { reinterpret_cast<const std::uint8_t *>(text.data()), text.size() };
}

/// As bounds and quantiles stand on a text page (Go writes exponents from a million on).
std::string numberText(double value)
{
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    char text[64];
    const double size = std::abs(value);
    const auto format = value == 0 || (size >= 1e-4 && size < 1e6) ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(text, text + sizeof text, value, format).ptr;
    return { text, end };
}

/// The only field of a counter, gauge or untyped value that is wanted here.
std::optional<double> readValue(ByteView message)
{
    double value = 0;
    ProtoReader reader(message);
    while (reader.next()) {
        if (reader.field() == 1)
            value = reader.real();
    }
    return reader.good() ? std::optional(value) : std::nullopt;
}

/// One metric of a family while it is read.
struct Metric {
    std::string key;                      ///< family and labels as bytes, for the cache
    std::vector<Labels::Pair> pairs;
    TimeMs t = 0;
    bool ownTime = false;
    ByteView value;
    int kind = 0;                         ///< field number of the value
};

class Page {
public:
    Page(const ExpositionOptions &options, LabelCache *cache) : m_options(options), m_cache(cache) {}

    bool takeFamily(ByteView message);
    void refuse(int number, const char *reason)
    {
        ++m_page.refusedLines;
        if (m_page.issues.size() < m_options.maxIssues)
            m_page.issues.push_back({ number, true, reason });
    }
    bool isFull() const { return m_page.full; }
    ExpositionPage &&result() { return std::move(m_page); }

private:
    bool takeMetric(ByteView message);
    bool takeSummary(const Metric &metric);
    bool takeHistogram(const Metric &metric);
    void add(const Metric &metric, std::string_view suffix, std::string_view label, std::string_view labelValue, double value);
    Labels labelsOf(const Metric &metric, std::string_view suffix, std::string_view label, std::string_view labelValue);

    const ExpositionOptions &m_options;
    LabelCache *m_cache;
    std::string m_family, m_key;
    ExpositionPage m_page;
};

bool Page::takeFamily(ByteView message)
{
    m_family.clear();
    std::vector<ByteView> metrics;
    ProtoReader reader(message);
    while (reader.next()) {
        if (reader.field() == 1)
            m_family = reader.text();
        else if (reader.field() == 4)
            metrics.push_back(reader.bytes());
    }
    bool good = reader.good() && !m_family.empty();
    for (std::size_t i = 0; good && i < metrics.size() && !isFull(); ++i)
        good = takeMetric(metrics[i]);
    return good;
}

bool Page::takeMetric(ByteView message)
{
    Metric metric;
    metric.t = m_options.at;
    metric.key = m_family;
    ProtoReader reader(message);
    while (reader.next()) {
        const int field = reader.field();
        if (field == 1) {
            metric.key.append("\n").append(reader.text());
            if (!readLabelPair(reader.bytes(), metric.pairs.emplace_back()))
                return false;
        } else if (field == 6) {
            metric.t = reader.signedNumber();
            metric.ownTime = true;
        } else if (field >= 2 && field <= 7) {
            metric.kind = field;
            metric.value = reader.bytes();
        }
    }
    constexpr int summary = 4, histogram = 7;
    if (!reader.good())
        return false;
    if (metric.kind == summary)
        return takeSummary(metric);
    if (metric.kind == histogram)
        return takeHistogram(metric);
    const auto value = readValue(metric.value);
    if (value)
        add(metric, {}, {}, {}, *value);
    return value.has_value();
}

bool Page::takeSummary(const Metric &metric)
{
    double count = 0, sum = 0;
    ProtoReader reader(metric.value);
    while (reader.next()) {
        if (reader.field() == 1) {
            count = double(reader.number());
        } else if (reader.field() == 2) {
            sum = reader.real();
        } else if (reader.field() == 3) {
            ProtoReader quantile(reader.bytes());
            double at = 0, value = 0;
            while (quantile.next())
                (quantile.field() == 1 ? at : value) = quantile.real();
            if (!quantile.good())
                return false;
            add(metric, {}, "quantile", numberText(at), value);
        }
    }
    add(metric, "_sum", {}, {}, sum);
    add(metric, "_count", {}, {}, count);
    return reader.good();
}

bool Page::takeHistogram(const Metric &metric)
{
    auto histogram = readExposedHistogram(metric.value);
    if (!histogram)
        return false;
    const double count = histogram->value.count, sum = histogram->value.sum;
    if (histogram->native)
        m_page.histograms.push_back({ labelsOf(metric, {}, {}, {}), { metric.t, std::move(histogram->value) } });
    if (histogram->native && histogram->classicBuckets.empty())
        return true;
    bool infinite = false;
    for (const auto &[bound, cumulative] : histogram->classicBuckets) {
        add(metric, "_bucket", "le", numberText(bound), cumulative);
        infinite = infinite || std::isinf(bound);
    }
    if (!infinite) // only text must write it
        add(metric, "_bucket", "le", "+Inf", count);
    add(metric, "_sum", {}, {}, sum);
    add(metric, "_count", {}, {}, count);
    return true;
}

Labels Page::labelsOf(const Metric &metric, std::string_view suffix, std::string_view label, std::string_view labelValue)
{
    const auto make = [&] {
        std::vector<Labels::Pair> pairs = metric.pairs;
        pairs.emplace_back("__name__", m_family + std::string(suffix));
        if (!label.empty())
            pairs.emplace_back(label, labelValue);
        addTargetLabels(pairs, m_options.target);
        return Labels(std::move(pairs));
    };
    m_key.assign(metric.key).append("\n").append(suffix).append("\n").append(labelValue);
    return m_cache ? m_cache->get(m_key, make) : make();
}

void Page::add(const Metric &metric, std::string_view suffix, std::string_view label, std::string_view labelValue, double value)
{
    if (m_page.samples.size() >= m_options.maxSamples) {
        m_page.full = true;
        return;
    }
    m_page.ownTimes += metric.ownTime;
    m_page.samples.push_back({ labelsOf(metric, suffix, label, labelValue), { metric.t, value } });
}

} // namespace

bool isProtoExposition(std::string_view contentType)
{
    const auto has = [&](std::string_view part) { return contentType.find(part) != std::string_view::npos; };
    return contentType.starts_with("application/vnd.google.protobuf") && has("metricfamily") && has("delimited");
}

ExpositionPage parseProtoExposition(std::string_view text, const ExpositionOptions &options, LabelCache *cache)
{
    Page page(options, cache);
    ByteReader reader(viewOf(text));
    for (int number = 1; !reader.atEnd() && !page.isFull(); ++number) {
        const ByteView family = reader.bytes();
        if (!reader.good()) {
            page.refuse(number, "the page is cut short or no protobuf");
            break;
        }
        if (!page.takeFamily(family))
            page.refuse(number, "the metric family cannot be read");
    }
    if (cache && !page.isFull())
        cache->endPage();
    return page.result();
}

} // namespace lepto
