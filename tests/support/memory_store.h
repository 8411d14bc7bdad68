#pragma once

#include "core/store/store.h"

#include <map>

namespace lepto::test {

/// A Store of one process' memory for tests of what reads a store; only what those need is there.
class MemoryStore final : public Store {
public:
    Result<std::vector<SeriesId>> append(std::span<const LabelledSample> batch) override
    {
        std::vector<SeriesId> ids;
        for (const LabelledSample &sample : batch) {
            const auto known = find(sample.labels);
            const SeriesId id = known ? *known : SeriesId(m_labels.size() + 1);
            if (!known)
                m_labels[id] = sample.labels;
            m_samples[id].push_back(sample.sample);
            ids.push_back(id);
        }
        return ids;
    }
    Result<std::vector<SeriesInfo>> select(std::span<const Matcher> matchers, TimeMs, TimeMs, std::size_t) const override
    {
        std::vector<SeriesInfo> found;
        for (const auto &[id, labels] : m_labels) {
            bool all = true;
            for (const Matcher &matcher : matchers)
                all = all && labels.get(matcher.name) == matcher.value;
            if (all)
                found.push_back({id, labels});
        }
        return found;
    }
    std::optional<SeriesInfo> series(SeriesId id) const override
    {
        const auto at = m_labels.find(id);
        return at == m_labels.end() ? std::nullopt : std::optional(SeriesInfo{id, at->second});
    }
    std::optional<SeriesId> find(const Labels &labels) const override
    {
        for (const auto &[id, known] : m_labels) {
            if (known == labels)
                return id;
        }
        return std::nullopt;
    }
    Result<std::vector<Sample>> range(SeriesId id, TimeMs from, TimeMs to) const override
    {
        std::vector<Sample> out;
        if (const auto at = m_samples.find(id); at != m_samples.end()) {
            for (const Sample &s : at->second) {
                if (s.t >= from && s.t <= to)
                    out.push_back(s);
            }
        }
        return out;
    }
    Result<Columns> columns(SeriesId, TimeMs, TimeMs, int) const override { return Columns{}; }
    std::optional<Sample> last(SeriesId id) const override
    {
        const auto at = m_samples.find(id);
        return at == m_samples.end() || at->second.empty() ? std::nullopt : std::optional(at->second.back());
    }
    std::vector<std::string> labelNames() const override { return {}; }
    std::vector<std::string> labelValues(std::string_view, std::size_t) const override { return {}; }
    Result<void> maintain(TimeMs, const std::function<bool(double)> &) override { return {}; }
    Result<void> check() const override { return {}; }
    Result<void> backup(const QString &) const override { return {}; }
    StoreStats stats() const override { return {}; }

private:
    std::map<SeriesId, Labels> m_labels;
    std::map<SeriesId, std::vector<Sample>> m_samples;
};

} // namespace lepto::test
