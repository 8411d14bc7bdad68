#include "core/promql/aggregators.h"
#include "core/promql/histogram_points.h"
#include "core/promql/remarks.h"
#include "ml/base/histogram_arithmetic.h"

#include <optional>

namespace lepto::promql {

namespace {

/// Adds up the histograms of one group at one step.
class HistogramSum {
public:
    HistogramSum(Evaluation &evaluation, std::size_t at)
        : m_evaluation(evaluation)
        , m_at(at)
    { }

    void add(const NativeHistogram &histogram)
    {
        ++m_count;
        if (!m_total) {
            m_total = histogram;
            return;
        }
        const auto combination = ml::add(*m_total, histogram);
        m_mixed = m_mixed || !combination.compatible;
        if (!combination.compatible)
            m_evaluation.warn(mixedSchemas({}), m_at);
        if (combination.boundsReconciled)
            m_evaluation.inform(reconciledBounds("aggregation"), m_at);
        if (combination.resetsConflict)
            m_evaluation.warn(conflictingResets("aggregation"), m_at);
    }

    /// Null where there was nothing, or exponential and custom boundaries.
    HistogramPtr take(bool average)
    {
        if (!m_total || m_mixed)
            return nullptr;
        if (average)
            ml::divide(*m_total, double(m_count));
        return shared(std::move(*m_total));
    }
    bool empty() const { return m_count == 0; }

private:
    Evaluation &m_evaluation;
    std::size_t m_at;
    std::optional<NativeHistogram> m_total;
    std::size_t m_count = 0;
    bool m_mixed = false;
};

} // namespace

Block aggregateMixed(Evaluation &evaluation, const Aggregation &aggregation, Block block, const Grid &grid)
{
    const std::size_t at = startOf(*aggregation.expr);
    const auto groups = groupRows(aggregation, block);
    Block result = aggregateFloats(evaluation, aggregation, floatsOf(block), grid); // one row a group, in the same order
    for (std::size_t g = 0; g < groups.size(); ++g) {
        evaluation.budget().checkTime();
        for (std::size_t i = 0; i < std::size_t(grid.count); ++i) {
            HistogramSum sum(evaluation, at);
            for (std::size_t row : groups[g].rows) {
                if (const NativeHistogram *histogram = block[row].histogramAt(i))
                    sum.add(*histogram);
            }
            if (sum.empty())
                continue;
            double &number = result[g].values[i];
            if (isPresent(number)) {
                evaluation.warn(mixedInAggregation(), at);
                number = absent();
            } else if (HistogramPtr total = sum.take(aggregation.op == AggregateOp::Avg)) {
                result[g].setHistogram(i, std::move(total));
            }
        }
    }
    return result;
}

} // namespace lepto::promql
