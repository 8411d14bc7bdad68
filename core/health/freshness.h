#pragma once

#include "core/promql/value.h"

#include <map>
#include <string>

namespace lepto {

/// How old the samples behind a result are.
struct Freshness {
    TimeMs newest = 0; ///< time of the newest sample; 0: none was read
    TimeMs interval = 0; ///< usual spacing of the samples
};

/// Passes selections on, keeps each for the time of one round (rules ask alike), and notes how fresh the samples were.
/// Not thread-safe.
class FreshnessProvider final : public promql::SeriesProvider {
public:
    explicit FreshnessProvider(promql::SeriesProvider &inner)
        : m_inner(inner)
    { }
    Result<std::vector<promql::Series>> select(std::span<const Matcher> matchers, TimeMs from, TimeMs to) override;

    /// Forgets which samples were read, not the samples: called before each rule.
    void beginRule(const std::string &serviceLabel);
    /// Of the samples read since that agree with `labels` in job, instance and the service's label.
    Freshness of(const Labels &labels) const;

private:
    using Key = std::string;
    struct Selection {
        Result<std::vector<promql::Series>> answer;
    };
    void note(const std::vector<promql::Series> &series);

    promql::SeriesProvider &m_inner;
    std::map<Key, Selection> m_selections;
    std::vector<std::string> m_identity;
    std::map<Labels, Freshness> m_read; ///< by the identifying labels
};

} // namespace lepto
