#pragma once

#include "core/promql/evaluation.h"

namespace lepto::promql {

/// Applies the operator to the histograms of a row and a scalar: they can be multiplied, and divided by it. Every other
/// combination has no result and is remarked.
void histogramsWithScalar(Evaluation &evaluation, const Binary &binary, Row &row, const Line &line, bool scalarLeft);

/// Combines two matched rows of which one has histograms, into `result`. `matched`, where it has values, is marked where
/// both sides have an element. True where that is so at some step.
bool combineWithHistograms(
    Evaluation &evaluation, const Binary &binary, const Row &left, const Row &right, Row &result, Row &matched);

} // namespace lepto::promql
