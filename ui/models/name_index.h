#pragma once

#include "core/promql/completion.h"
#include "core/store/store.h"

#include <memory>
#include <span>

namespace lepto {

/// The names of a history: metrics, their labels and the values of these. Immutable once made, so threads share it. Names are
/// untrusted UTF-8.
class NameIndex {
public:
    struct Label {
        std::string name;
        std::vector<std::string> values; ///< sorted, at most `mostValues`
        bool capped = false;
    };
    struct Metric {
        std::string name;
        std::size_t series = 0;
        std::vector<Label> labels; ///< sorted, without the name
    };
    static constexpr std::size_t mostValues = 1000;

    NameIndex() = default;
    /// Linear in the labels of all series; slow work for a pool where there are many.
    explicit NameIndex(std::span<const SeriesInfo> series);

    const std::vector<Metric> &metrics() const { return m_metrics; } ///< sorted by name
    const Metric *metric(std::string_view name) const;
    std::size_t series() const { return m_series; }

    /// Places in metrics() of those whose name, a label or a value contains every word of `text`; all for an empty text.
    std::vector<std::uint32_t> find(std::string_view text) const;

    /// For promql::complete; the functions keep `index` alive.
    static promql::CompletionNames completion(std::shared_ptr<const NameIndex> index);

private:
    std::vector<std::string> metricsLike(std::string_view part, std::size_t limit) const;
    std::vector<std::string> labelsLike(std::string_view metric, std::string_view part, std::size_t limit) const;
    std::vector<std::string> valuesLike(
        std::string_view metric, std::string_view label, std::string_view part, std::size_t limit) const;

    std::vector<Metric> m_metrics;
    Metric m_all; ///< the labels of all metrics together
    std::size_t m_series = 0;
};

} // namespace lepto
