#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::promql {

/// One error of a query, with the text to underline: bytes [at, end), never empty but at the end of the query.
struct Diagnostic {
    std::size_t at = 0, end = 0;
    int line = 1, column = 1; ///< of `at`, from 1, in code points
    std::string reason;
};

/// The errors of a query that is being written, sorted by place; empty where it is well formed. Pure and quick (microseconds
/// for a usual query): it may run at each key.
std::vector<Diagnostic> diagnose(std::string_view query);

/// The line of a place, and a line with `^~~` under the text in question; both one plain line.
std::string underlined(std::string_view query, const Diagnostic &diagnostic);

} // namespace lepto::promql
