#pragma once

#include "core/promql/evaluation.h"

namespace lepto::promql {

/// The rows of one output group of an aggregation, in order of appearance.
struct RowGroup {
    Labels labels;
    std::vector<std::size_t> rows;
};
std::vector<RowGroup> groupRows(const Aggregation &aggregation, const Block &block);

/// One float row for each group.
Block aggregateFloats(Evaluation &evaluation, const Aggregation &aggregation, const Block &block, const Grid &grid);
/// sum and avg over a block with histograms: a group has a float or a histogram at a step, but nothing where it mixes both.
Block aggregateMixed(Evaluation &evaluation, const Aggregation &aggregation, Block block, const Grid &grid);

/// topk, bottomk, limitk, limit_ratio: those rows stay, with their labels, that are chosen at a step.
Block chooseRows(Evaluation &evaluation, const Aggregation &aggregation, const Line &parameter, Block block, const Grid &grid);

} // namespace lepto::promql
