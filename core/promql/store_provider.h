#pragma once

#include "core/promql/value.h"

namespace lepto::promql {

/// Reads the local history. The store must outlive it; as thread-safe as the store.
class StoreProvider final : public SeriesProvider {
public:
    explicit StoreProvider(const Store &store, std::size_t maxSeries = 100'000)
        : m_store(store)
        , m_maxSeries(maxSeries)
    { }
    Result<std::vector<Series>> select(std::span<const Matcher> matchers, TimeMs from, TimeMs to) override;
    Result<void> visit(std::span<const Matcher> matchers, TimeMs from, TimeMs to, const Visitor &visitor) override;

private:
    const Store &m_store;
    std::size_t m_maxSeries;
};

} // namespace lepto::promql
