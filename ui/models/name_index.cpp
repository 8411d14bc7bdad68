#include "ui/models/name_index.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace lepto {

namespace {

using Values = std::set<std::string, std::less<>>;
using Gathered = std::map<std::string, Values, std::less<>>;

char lower(char c)
{
    return char(std::tolower(static_cast<unsigned char>(c)));
}

bool contains(std::string_view text, std::string_view part)
{
    return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), [](char a, char b) {
        return lower(a) == lower(b);
    }) != text.end();
}

bool begins(std::string_view text, std::string_view part)
{
    return text.size() >= part.size() && contains(text.substr(0, part.size()), part);
}

void gather(Gathered &into, const Labels &labels)
{
    for (const auto &[name, value] : labels.pairs()) {
        if (name == "__name__")
            continue;
        Values &values = into[name];
        if (values.size() <= NameIndex::mostValues)
            values.insert(value);
    }
}

std::vector<NameIndex::Label> labelsOf(const Gathered &gathered)
{
    std::vector<NameIndex::Label> out;
    for (const auto &[name, values] : gathered) {
        out.push_back({ name, { values.begin(), values.end() }, values.size() > NameIndex::mostValues });
        out.back().values.resize(std::min(values.size(), NameIndex::mostValues));
    }
    return out;
}

/// Names that begin with the part before those that only contain it, so that a limit does not cut off the best.
template <typename Range, typename NameOf>
std::vector<std::string> like(const Range &range, std::string_view part, std::size_t limit, const NameOf &nameOf)
{
    std::vector<std::string> out;
    for (const bool atStart : { true, false }) {
        for (const auto &item : range) {
            const std::string &name = nameOf(item);
            if (out.size() < limit && begins(name, part) == atStart && contains(name, part))
                out.push_back(name);
        }
    }
    return out;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool mentions(const NameIndex::Metric &metric, std::string_view word)
{
    return contains(metric.name, word)
        || std::any_of(metric.labels.begin(), metric.labels.end(), [&](const NameIndex::Label &label) {
               return contains(label.name, word)
                   || std::any_of(
                       label.values.begin(), label.values.end(), [&](const std::string &value) { return contains(value, word); });
           });
}

const NameIndex::Label *labelOf(const NameIndex::Metric &metric, std::string_view name)
{
    const auto found = std::ranges::find(metric.labels, name, &NameIndex::Label::name);
    return found == metric.labels.end() ? nullptr : &*found;
}

} // namespace

NameIndex::NameIndex(std::span<const SeriesInfo> series)
    : m_series(series.size())
{
    std::unordered_map<std::string, std::pair<std::size_t, Gathered>> metrics;
    Gathered all;
    for (const SeriesInfo &info : series) {
        auto &[count, gathered] = metrics[std::string(info.labels.name())];
        ++count;
        gather(gathered, info.labels);
        gather(all, info.labels);
    }
    for (const auto &[name, found] : metrics)
        m_metrics.push_back({ name, found.first, labelsOf(found.second) });
    std::ranges::sort(m_metrics, {}, &Metric::name);
    m_all.labels = labelsOf(all);
}

const NameIndex::Metric *NameIndex::metric(std::string_view name) const
{
    const auto found
        = std::ranges::lower_bound(m_metrics, name, {}, [](const Metric &metric) { return std::string_view(metric.name); });
    return found != m_metrics.end() && found->name == name ? &*found : nullptr;
}

std::vector<std::uint32_t> NameIndex::find(std::string_view text) const
{
    const std::vector<std::string_view> words = wordsOf(text);
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < m_metrics.size(); ++i) {
        if (std::ranges::all_of(words, [&](std::string_view word) { return mentions(m_metrics[i], word); }))
            out.push_back(std::uint32_t(i));
    }
    return out;
}

std::vector<std::string> NameIndex::metricsLike(std::string_view part, std::size_t limit) const
{
    return like(m_metrics, part, limit, [](const Metric &metric) -> const std::string & { return metric.name; });
}

std::vector<std::string> NameIndex::labelsLike(std::string_view metric, std::string_view part, std::size_t limit) const
{
    const Metric *of = this->metric(metric);
    return like((of ? *of : m_all).labels, part, limit, [](const Label &label) -> const std::string & { return label.name; });
}

std::vector<std::string> NameIndex::valuesLike(
    std::string_view metric, std::string_view label, std::string_view part, std::size_t limit) const
{
    const Metric *of = this->metric(metric);
    const Label *found = labelOf(of ? *of : m_all, label);
    return found ? like(found->values, part, limit, std::identity()) : std::vector<std::string>();
}

promql::CompletionNames NameIndex::completion(std::shared_ptr<const NameIndex> index)
{
    return { [index](std::string_view part, std::size_t limit) { return index->metricsLike(part, limit); },
        [index](
            std::string_view metric, std::string_view part, std::size_t limit) { return index->labelsLike(metric, part, limit); },
        [index](std::string_view metric, std::string_view label, std::string_view part, std::size_t limit) {
            return index->valuesLike(metric, label, part, limit);
        } };
}

} // namespace lepto
