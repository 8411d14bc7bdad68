#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::promql {

/// Where names come from. Each answers at once, from memory, on the caller's thread; any may be empty. What it answers beyond
/// `limit` is ignored. `part` is what is already written: names that contain it are enough.
struct CompletionNames {
    using Names = std::vector<std::string>;
    std::function<Names(std::string_view part, std::size_t limit)> metrics;
    std::function<Names(std::string_view metric, std::string_view part, std::size_t limit)> labels; ///< metric may be empty
    std::function<Names(std::string_view metric, std::string_view label, std::string_view part, std::size_t limit)> values;
};

struct Completion {
    enum class Kind { Keyword, Aggregation, Function, Metric, Label, Value, Range };
    Kind kind = Kind::Keyword;
    std::string name; ///< as it is listed
    std::string text; ///< as it is inserted, quoted where it must be
    std::string signature; ///< of functions and aggregations; what a word does: helpOf(name)
};

/// What may stand at the cursor in place of bytes [from, to), the best first.
struct CompletionList {
    std::size_t from = 0, to = 0;
    std::vector<Completion> items;
};

/// Completes a query that is being written. Tolerates any text; never throws, cost linear in the text.
CompletionList complete(std::string_view query, std::size_t cursor, const CompletionNames &names, std::size_t limit = 50);

} // namespace lepto::promql
