#pragma once

#include "core/promql/ast.h"
#include "core/promql/eval_block.h"

#include <unordered_map>

namespace lepto::promql {

/// The labels by which a row finds its partners.
Labels matchKey(const VectorMatching &matching, const Labels &labels);

using Groups = std::unordered_map<Labels, std::vector<std::size_t>>; ///< key -> rows of a block
Groups groupRows(const VectorMatching &matching, const Block &block);

} // namespace lepto::promql
