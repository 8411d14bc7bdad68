#include "core/store/series_index.h"

#include "core/store/checksum.h"

#include <algorithm>

namespace lepto {

void SeriesIndex::add(SeriesInfo series)
{
    for (const auto &[name, value] : series.labels.pairs())
        m_names[name][value].insert(m_names[name][value].end(), series.id);
    m_highest = std::max(m_highest, series.id);
    m_ids.emplace(series.labels, series.id);
    m_labels.emplace(series.id, std::move(series.labels));
}

void SeriesIndex::remove(SeriesId id)
{
    const auto at = m_labels.find(id);
    if (at == m_labels.end())
        return;
    for (const auto &[name, value] : at->second.pairs()) {
        Values &values = m_names[name];
        auto &series = values[value];
        series.erase(id);
        if (series.empty())
            values.erase(value);
        if (values.empty())
            m_names.erase(name);
    }
    m_ids.erase(at->second);
    m_labels.erase(at);
}

std::optional<SeriesId> SeriesIndex::find(const Labels &labels) const
{
    const auto at = m_ids.find(labels);
    return at == m_ids.end() ? std::nullopt : std::optional(at->second);
}

const Labels *SeriesIndex::labels(SeriesId id) const
{
    const auto at = m_labels.find(id);
    return at == m_labels.end() ? nullptr : &at->second;
}

std::set<SeriesId> SeriesIndex::carrying(std::string_view name, std::string_view value) const
{
    const auto values = m_names.find(name);
    if (values == m_names.end())
        return {};
    const auto at = values->second.find(value);
    return at == values->second.end() ? std::set<SeriesId>() : at->second;
}

/// The shortest list of series that one of the matchers allows; `known` is false where none of them narrows the search.
std::vector<SeriesId> SeriesIndex::candidates(const MatcherSet &matchers, bool &known) const
{
    std::vector<SeriesId> shortest;
    known = false;
    for (const CompiledMatcher &matcher : matchers.matchers()) {
        if (matcher.candidates().empty())
            continue;
        std::vector<SeriesId> found;
        if (const auto name = m_names.find(matcher.name()); name != m_names.end())
            for (const std::string &value : matcher.candidates())
                if (const auto at = name->second.find(value); at != name->second.end())
                    found.insert(found.end(), at->second.begin(), at->second.end());
        if (!known || found.size() < shortest.size())
            shortest = std::move(found);
        known = true;
    }
    return shortest;
}

std::vector<SeriesInfo> SeriesIndex::select(const MatcherSet &matchers) const
{
    std::vector<SeriesInfo> found;
    bool known = false;
    const auto ids = candidates(matchers, known);
    if (known) {
        for (const SeriesId id : ids)
            if (const Labels &labels = m_labels.at(id); matchers.matches(labels))
                found.push_back({ id, labels });
        return found;
    }
    for (const auto &[id, labels] : m_labels)
        if (matchers.matches(labels))
            found.push_back({ id, labels });
    return found;
}

std::vector<std::string> SeriesIndex::labelNames() const
{
    std::vector<std::string> names;
    for (const auto &[name, values] : m_names)
        names.push_back(name);
    return names;
}

std::vector<std::string> SeriesIndex::labelValues(std::string_view name, std::size_t limit) const
{
    std::vector<std::string> values;
    const auto at = m_names.find(name);
    if (at == m_names.end())
        return values;
    for (const auto &[value, series] : at->second) {
        if (values.size() == limit)
            break;
        values.push_back(value);
    }
    return values;
}

Bytes encodeLabels(const Labels &labels)
{
    Bytes data;
    ByteWriter out(data);
    out.number(labels.pairs().size());
    for (const auto &[name, value] : labels.pairs()) {
        out.text(name);
        out.text(value);
    }
    appendChecksum(data);
    return data;
}

std::optional<Labels> decodeLabels(ByteView data)
{
    const auto content = checkedBlob(data);
    if (!content)
        return std::nullopt;
    ByteReader in(*content);
    std::vector<Labels::Pair> pairs;
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left) {
        std::string name(in.text());
        pairs.emplace_back(std::move(name), in.text());
    }
    if (!in.good() || !in.atEnd())
        return std::nullopt;
    return Labels(std::move(pairs));
}

} // namespace lepto
