#pragma once

#include "core/promql/eval_block.h"

#include <chrono>

namespace lepto::promql {

/// Counts what an evaluation costs and ends it at a limit (EvalError: Exhausted or Cancelled).
class Budget {
public:
    explicit Budget(const Limits &limits)
        : m_limits(limits)
        , m_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(limits.timeoutMs))
    { }
    void charge(std::size_t samples)
    {
        m_samples += samples;
        if (m_samples > m_limits.maxSamples)
            exhausted("needs more than " + std::to_string(m_limits.maxSamples) + " samples");
    }
    /// A values array that an operation will hold.
    void chargeRows(std::size_t rows, const Grid &grid) { charge(rows * std::size_t(grid.count)); }
    void checkSeries(std::size_t series) const
    {
        if (series > m_limits.maxSeries)
            exhausted("selects more than " + std::to_string(m_limits.maxSeries) + " series");
    }
    void checkTime() const
    {
        if (m_limits.cancelled && m_limits.cancelled->load(std::memory_order_relaxed))
            throw EvalError { { ErrorCode::Cancelled, "query", "cancelled" } };
        if (std::chrono::steady_clock::now() > m_deadline)
            exhausted("takes longer than " + std::to_string(m_limits.timeoutMs) + " ms");
    }

private:
    [[noreturn]] static void exhausted(std::string reason)
    {
        throw EvalError { { ErrorCode::Exhausted, "query", std::move(reason) } };
    }

    const Limits &m_limits;
    std::chrono::steady_clock::time_point m_deadline;
    std::size_t m_samples = 0;
};

} // namespace lepto::promql
