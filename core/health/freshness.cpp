#include "core/health/freshness.h"

#include "core/promql/eval_block.h"

#include <algorithm>

namespace lepto {

namespace {

std::string keyOf(std::span<const Matcher> matchers, TimeMs from, TimeMs to)
{
    std::string key = std::to_string(from) + ' ' + std::to_string(to);
    for (const Matcher &matcher : matchers)
        key += '\0' + std::to_string(int(matcher.kind)) + matcher.name + '\0' + matcher.value;
    return key;
}

bool agree(const Labels &a, const Labels &b)
{
    return std::all_of(a.pairs().begin(), a.pairs().end(), [&](const Labels::Pair &pair) {
        const std::string_view other = b.get(pair.first);
        return other.empty() || other == pair.second;
    });
}

} // namespace

Result<std::vector<promql::Series>> FreshnessProvider::select(std::span<const Matcher> matchers, TimeMs from, TimeMs to)
{
    const Key key = keyOf(matchers, from, to);
    auto found = m_selections.find(key);
    if (found == m_selections.end())
        found = m_selections.emplace(key, Selection { m_inner.select(matchers, from, to) }).first;
    if (found->second.answer)
        note(*found->second.answer);
    return found->second.answer;
}

void FreshnessProvider::beginRule(const std::string &serviceLabel)
{
    m_read.clear();
    m_identity = { "job", "instance" };
    if (!serviceLabel.empty() && serviceLabel != "job" && serviceLabel != "instance")
        m_identity.push_back(serviceLabel);
}

void FreshnessProvider::note(const std::vector<promql::Series> &series)
{
    for (const promql::Series &one : series) {
        if (one.samples.empty())
            continue;
        Freshness &freshness = m_read[promql::keepLabels(one.labels, m_identity)];
        const TimeMs newest = one.samples.back().t;
        const auto steps = TimeMs(one.samples.size()) - 1;
        freshness.newest = std::max(freshness.newest, newest);
        if (steps > 0)
            freshness.interval = std::max(freshness.interval, (newest - one.samples.front().t) / steps);
    }
}

Freshness FreshnessProvider::of(const Labels &labels) const
{
    const Labels identity = promql::keepLabels(labels, m_identity);
    Freshness freshness;
    for (const auto &[key, read] : m_read) {
        if (!agree(identity, key))
            continue;
        freshness.newest = std::max(freshness.newest, read.newest);
        freshness.interval = std::max(freshness.interval, read.interval);
    }
    return freshness;
}

} // namespace lepto
