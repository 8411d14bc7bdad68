#pragma once

#include "ml/base/series.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::promql {

struct DurationNode;
using Duration = std::shared_ptr<const DurationNode>;

/// The duration of a range, an offset or a subquery step: a literal, or arithmetic over literals and the query's own
/// step() and range(). Immutable.
struct DurationNode {
    enum class Kind { Literal, Step, Range, Negate, Add, Subtract, Multiply, Divide, Modulo, Power, Min, Max };
    Kind kind = Kind::Literal;
    double seconds = 0; ///< of a literal
    std::vector<Duration> args;
    int depth = 1;
};

/// What step() and range() stand for.
struct QueryWindow {
    TimeMs step = 0, range = 0;
};

Duration literalDuration(double seconds);
Duration makeDuration(DurationNode::Kind kind, std::vector<Duration> args);

/// Milliseconds, or nothing where the result is not finite or longer than 292 years.
std::optional<TimeMs> evaluateDuration(const DurationNode &duration, const QueryWindow &window);
std::string durationText(const DurationNode &duration);

/// "1h30m" (units y w d h m s ms, descending, each once) in ms; nothing where it is not one.
std::optional<TimeMs> parseDuration(std::string_view text);
/// The shortest such text, "0s" for zero.
std::string formatDuration(TimeMs ms);

} // namespace lepto::promql
