#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace lepto::promql {

/// A stretch of the query, in byte offsets.
struct Span {
    std::size_t at = 0, end = 0;
};

/// Thrown inside the parser, caught by parse(). An empty span means the token at its place.
struct SyntaxError : std::runtime_error {
    SyntaxError(Span span, const std::string &reason)
        : std::runtime_error(reason)
        , where(span)
    { }
    SyntaxError(std::size_t offset, const std::string &reason)
        : SyntaxError(Span { offset, offset }, reason)
    { }
    Span where;
};

} // namespace lepto::promql
