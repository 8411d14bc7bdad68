#include "core/promql/evaluation.h"
#include "core/promql/vector_matching.h"

#include <algorithm>

namespace lepto::promql {

namespace {

using Presence = std::unordered_map<Labels, std::vector<bool>>; ///< match key -> is there an element, by step

Presence presenceOf(const VectorMatching &matching, const Block &block, const Grid &grid)
{
    Presence presence;
    for (const Row &row : block) {
        auto &steps = presence.try_emplace(matchKey(matching, row.labels), std::size_t(grid.count), false).first->second;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (isPresent(row.values[i]))
                steps[i] = true;
        }
    }
    return presence;
}

/// Removes the values whose key is (or is not) present on the other side.
void filterBy(Block &block, const VectorMatching &matching, const Presence &presence, bool keepPresent)
{
    for (Row &row : block) {
        const auto found = presence.find(matchKey(matching, row.labels));
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const bool there = found != presence.end() && found->second[i];
            if (there != keepPresent)
                row.values[i] = absent();
        }
    }
}

} // namespace

Block combineSets(const Binary &binary, Block left, Block right, const Grid &grid)
{
    const VectorMatching &matching = binary.matching;
    if (binary.op != BinaryOp::Or) {
        filterBy(left, matching, presenceOf(matching, right, grid), binary.op == BinaryOp::And);
        return left;
    }
    filterBy(right, matching, presenceOf(matching, left, grid), false);
    left.insert(left.end(), std::make_move_iterator(right.begin()), std::make_move_iterator(right.end()));
    return mergeRows(std::move(left));
}

} // namespace lepto::promql
