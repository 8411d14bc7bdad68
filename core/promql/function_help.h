#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace lepto::promql {

struct Function;

/// `clamp(instant vector, scalar, scalar)`: arguments that may be left out in brackets, repeated ones with dots.
std::string signatureOf(const Function &function);
/// `topk by (labels) (scalar, instant vector)`; empty where there is no such aggregation.
std::string aggregationSignature(std::string_view name);
/// One line of what a function, an aggregation or a keyword does, in the user's language; empty where there is none.
QString helpOf(std::string_view word);

} // namespace lepto::promql
