#include "core/sources/metric_family.h"

#include "core/sources/decimal.h"

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

using Type = MetricFamily::Type;
using Problem = std::optional<std::string>;

struct TypeRow {
    Type type;
    std::string_view word;
    std::vector<std::string_view> suffixes;
};

const std::vector<TypeRow> &typeRows()
{
    static const std::vector<TypeRow> rows {
        { Type::Unknown, "unknown", { "" } },
        { Type::Gauge, "gauge", { "" } },
        { Type::Counter, "counter", { "_total", "_created" } },
        { Type::Summary, "summary", { "", "_count", "_sum", "_created" } },
        { Type::Histogram, "histogram", { "_bucket", "_count", "_sum", "_created", "" } },
        { Type::GaugeHistogram, "gaugehistogram", { "_bucket", "_gcount", "_gsum", "" } },
        { Type::Info, "info", { "_info" } },
        { Type::StateSet, "stateset", { "" } },
    };
    return rows;
}

const TypeRow &rowOf(Type type)
{
    return *std::find_if(typeRows().begin(), typeRows().end(), [type](const TypeRow &row) { return row.type == type; });
}

const RawLabel *find(const std::vector<RawLabel> &labels, std::string_view name)
{
    const auto it = std::find_if(labels.begin(), labels.end(), [name](const RawLabel &label) { return label.name == name; });
    return it == labels.end() ? nullptr : &*it;
}

std::string keyOf(const std::vector<RawLabel> &labels, std::string_view without)
{
    std::vector<std::string> parts;
    for (const RawLabel &label : labels) {
        if (label.name != without)
            parts.push_back(std::string(label.name) + '=' + std::string(label.value));
    }
    std::sort(parts.begin(), parts.end());
    std::string key;
    for (const std::string &part : parts)
        key += part + '\n';
    return key;
}

std::size_t characters(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool isCount(double value)
{
    return value >= 0 && value == std::floor(value) && std::isfinite(value);
}

} // namespace

std::set<std::string> MetricFamily::sampleNames() const
{
    std::set<std::string> names { m_name };
    for (const std::string_view suffix : rowOf(m_type).suffixes)
        names.insert(m_name + std::string(suffix));
    return names;
}

std::optional<std::string_view> MetricFamily::suffixOf(std::string_view sampleName) const
{
    for (const std::string_view suffix : rowOf(m_type).suffixes) {
        if (sampleName.size() == m_name.size() + suffix.size() && sampleName.starts_with(m_name) && sampleName.ends_with(suffix))
            return suffix;
    }
    return std::nullopt;
}

std::string_view MetricFamily::ownLabel() const
{
    switch (m_type) {
    case Type::Histogram:
    case Type::GaugeHistogram: return "le";
    case Type::Summary: return "quantile";
    case Type::StateSet: return m_name;
    default: return {};
    }
}

Problem MetricFamily::setMetadata(ExpositionLine::Kind kind, std::string_view text)
{
    if (m_hasSamples)
        return "metadata must stand before the samples of its family";
    if (!m_metadata.insert(kind).second)
        return "this metadata is given twice";
    if (kind == ExpositionLine::Kind::Type) {
        const auto &rows = typeRows();
        const auto row = std::find_if(rows.begin(), rows.end(), [text](const TypeRow &each) { return each.word == text; });
        if (row == rows.end())
            return "the type is none that OpenMetrics knows";
        m_type = row->type;
    }
    if (kind == ExpositionLine::Kind::Unit && !text.empty()) {
        m_hasUnit = true;
        const bool suffix = m_name.size() > text.size() && m_name.ends_with(text) && m_name[m_name.size() - text.size() - 1] == '_';
        if (!suffix)
            return "the metric name does not end in its unit";
    }
    if (m_hasUnit && (m_type == Type::Info || m_type == Type::StateSet))
        return "info and stateset have no unit";
    return std::nullopt;
}

Problem MetricFamily::checkLabels(const ExpositionLine &line, std::string_view suffix)
{
    for (std::size_t i = 0; i < line.labels.size(); ++i) {
        if (find(line.labels, line.labels[i].name) != &line.labels[i])
            return "a label is given twice";
    }
    if (m_type == Type::Summary && suffix.empty()) {
        const RawLabel *quantile = find(line.labels, "quantile");
        const auto value = quantile ? parseDecimal(quantile->value) : std::nullopt;
        if (!value || !(*value >= 0 && *value <= 1))
            return "a summary's quantile label must be between 0 and 1";
    }
    if (isHistogram() && suffix == "_bucket") {
        const RawLabel *le = find(line.labels, "le");
        const auto value = le ? parseDecimal(le->value) : std::nullopt;
        if (!value || std::isnan(*value) || (std::isinf(*value) && *value > 0 && le->value != "+Inf"))
            return "a bucket's le label must be a number or +Inf";
    }
    if (m_type == Type::StateSet && !find(line.labels, m_name))
        return "a stateset needs a label with the name of its family";
    return std::nullopt;
}

Problem MetricFamily::checkValue(const ExpositionLine &line, std::string_view suffix) const
{
    const double v = line.value;
    if (m_type == Type::Info && v != 1)
        return "an info has the value 1";
    if (m_type == Type::StateSet && v != 0 && v != 1)
        return "a state is 0 or 1";
    if (m_type == Type::Counter && suffix == "_total" && !(v >= 0))
        return "a counter is neither negative nor NaN";
    if ((m_type == Type::Summary || isHistogram()) && (suffix == "_count" || suffix == "_bucket" || suffix == "_gcount") && !isCount(v))
        return "counts are whole numbers from 0";
    if ((m_type == Type::Summary || m_type == Type::Histogram) && suffix == "_sum" && !(v >= 0))
        return "a sum is neither negative nor NaN";
    if (m_type == Type::Summary && suffix.empty() && v < 0)
        return "a quantile's value is not negative";
    return std::nullopt;
}

Problem MetricFamily::checkExemplar(const ExpositionLine &line, std::string_view suffix) const
{
    if (!line.hasExemplar)
        return std::nullopt;
    if (!(m_type == Type::Counter && suffix == "_total") && !(isHistogram() && (suffix == "_bucket" || suffix.empty())))
        return "only counters and buckets may carry exemplars";
    std::size_t length = 0;
    for (const RawLabel &label : line.exemplarLabels)
        length += characters(label.name) + characters(label.value);
    if (length > 128)
        return "the labels of an exemplar have more than 128 characters";
    return std::nullopt;
}

Problem MetricFamily::enterGroup(const ExpositionLine &line)
{
    std::string key = keyOf(line.labels, ownLabel());
    if (m_hasSamples && key == m_groupKey)
        return std::nullopt;
    Problem problem = m_hasSamples ? finishGroup() : std::nullopt;
    if (m_hasSamples)
        m_doneGroups.insert(m_groupKey);
    m_group = Group();
    m_group.timed = !line.time.empty();
    m_groupKey = std::move(key);
    if (m_doneGroups.contains(m_groupKey))
        return "the samples of one label set must stand together";
    return problem;
}

Problem MetricFamily::checkTime(const ExpositionLine &line)
{
    if (m_group.timed != !line.time.empty())
        return "some samples of the group have a timestamp and some have none";
    const double time = line.time.empty() ? 0.0 : parseDecimal(line.time).value_or(0.0);
    if (m_group.lastTime && time < *m_group.lastTime)
        return "timestamps go backwards";
    if (m_group.lastTime && time > *m_group.lastTime) {
        if (auto problem = finishGroup())
            return problem;
        m_group = Group();
        m_group.timed = true;
    }
    m_group.lastTime = time;
    if (!m_group.series.insert(std::string(line.series)).second)
        return "the sample is given twice";
    return std::nullopt;
}

Problem MetricFamily::addBucket(const ExpositionLine &line)
{
    const double le = parseDecimal(find(line.labels, "le")->value).value_or(0.0);
    if (m_group.hasBucket && le <= m_group.lastLe)
        return "buckets must be in the order of their le";
    if (m_group.hasBucket && line.value < m_group.lastCount)
        return "buckets are cumulative, this one counts less than the one before";
    m_group.hasBucket = true;
    m_group.hasNegativeLe = m_group.hasNegativeLe || le < 0;
    m_group.lastLe = le;
    m_group.lastCount = line.value;
    if (std::isinf(le))
        m_group.inf = line.value;
    return std::nullopt;
}

Problem MetricFamily::add(const ExpositionLine &line, std::string_view suffix)
{
    if (auto problem = enterGroup(line))
        return problem;
    m_hasSamples = true;
    if (auto problem = checkTime(line))
        return problem;
    if (!line.native.empty() || (isHistogram() && suffix.empty())) {
        m_group.native = true;
        return isHistogram() && !line.native.empty() ? std::nullopt : Problem("only histograms have native values, and they need one");
    }
    if (auto problem = checkLabels(line, suffix))
        return problem;
    if (auto problem = checkValue(line, suffix))
        return problem;
    if (auto problem = checkExemplar(line, suffix))
        return problem;
    if (suffix == "_count" || suffix == "_gcount")
        m_group.count = line.value;
    if (suffix == "_sum" || suffix == "_gsum")
        m_group.sum = line.value;
    return isHistogram() && suffix == "_bucket" ? addBucket(line) : std::nullopt;
}

Problem MetricFamily::finishGroup()
{
    const Group &group = m_group;
    if (!isHistogram() || group.native)
        return std::nullopt;
    if (!group.inf)
        return "the histogram has no +Inf bucket";
    if (group.count.has_value() != group.sum.has_value() && !(group.hasNegativeLe && group.count))
        return "the histogram has a sum without a count or a count without a sum";
    if (group.count && *group.count != *group.inf)
        return "the count differs from the +Inf bucket";
    if (m_type == Type::Histogram && group.hasNegativeLe && group.sum)
        return "a histogram with negative buckets has no sum";
    if (group.sum && *group.sum < 0 && !group.hasNegativeLe)
        return "the sum is negative without negative buckets";
    return std::nullopt;
}

Problem MetricFamily::finish()
{
    return m_hasSamples ? finishGroup() : std::nullopt;
}

} // namespace lepto
