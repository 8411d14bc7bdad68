#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace lepto::promql {

/// Thrown inside the parser, caught by parse(). `at` is a byte offset in the query.
struct SyntaxError : std::runtime_error {
    SyntaxError(std::size_t offset, const std::string &reason)
        : std::runtime_error(reason)
        , at(offset)
    { }
    std::size_t at;
};

} // namespace lepto::promql
