#pragma once

#include <string>
#include <string_view>

namespace lepto::promql {

/// What is being written at a place of an unfinished query.
struct CompletionContext {
    enum class Expects {
        Nothing, ///< a comment, a free text, a label's operator
        Operand, ///< a metric, a function, an aggregation
        Operator, ///< behind an operand: and, or, offset, ...
        Grouping, ///< behind the name of an aggregation
        Matching, ///< behind an operator: on, ignoring, bool, or an operand
        LabelName,
        LabelValue,
        Duration,
        Time ///< behind @
    };
    Expects expects = Expects::Operand;
    std::size_t from = 0; ///< where the unfinished word begins
    std::string_view word;
    std::string metric, label; ///< that the place belongs to, where known
};

/// Reads the query up to `cursor`; `query` may go on behind it.
CompletionContext completionContext(std::string_view query, std::size_t cursor);

} // namespace lepto::promql
