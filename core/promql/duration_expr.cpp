#include "core/promql/duration_expr.h"

#include "core/promql/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace lepto::promql {

namespace {

using Kind = DurationNode::Kind;

constexpr double kLongestSeconds = 9223372036.0; // what Prometheus can hold in int64 nanoseconds

struct Unit {
    std::string_view name;
    TimeMs ms;
};
constexpr std::array<Unit, 7> kUnits { { { "y", 31'536'000'000 }, { "w", 604'800'000 }, { "d", 86'400'000 }, { "h", 3'600'000 },
    { "m", 60'000 }, { "s", 1'000 }, { "ms", 1 } } };

double secondsOf(const DurationNode &node, const QueryWindow &window)
{
    const auto arg = [&](std::size_t i) { return secondsOf(*node.args[i], window); };
    switch (node.kind) {
    case Kind::Literal:
        return node.seconds;
    case Kind::Step:
        return double(window.step) / 1000.0;
    case Kind::Range:
        return double(window.range) / 1000.0;
    case Kind::Negate:
        return -arg(0);
    case Kind::Add:
        return arg(0) + arg(1);
    case Kind::Subtract:
        return arg(0) - arg(1);
    case Kind::Multiply:
        return arg(0) * arg(1);
    case Kind::Divide:
        return arg(0) / arg(1);
    case Kind::Modulo:
        return std::fmod(arg(0), arg(1));
    case Kind::Power:
        return std::pow(arg(0), arg(1));
    case Kind::Min:
        return std::min(arg(0), arg(1));
    case Kind::Max:
        return std::max(arg(0), arg(1));
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::string_view operatorText(Kind kind)
{
    switch (kind) {
    case Kind::Add:
        return " + ";
    case Kind::Subtract:
        return " - ";
    case Kind::Multiply:
        return " * ";
    case Kind::Divide:
        return " / ";
    case Kind::Modulo:
        return " % ";
    default:
        return " ^ ";
    }
}

std::string literalText(double seconds)
{
    const double ms = seconds * 1000.0;
    if (ms >= 0 && ms == std::floor(ms) && ms < kLongestSeconds * 1000.0)
        return formatDuration(TimeMs(ms));
    return numberText(seconds);
}

} // namespace

Duration literalDuration(double seconds)
{
    DurationNode node;
    node.seconds = seconds;
    return std::make_shared<const DurationNode>(std::move(node));
}

Duration makeDuration(Kind kind, std::vector<Duration> args)
{
    DurationNode node;
    node.kind = kind;
    for (const Duration &arg : args)
        node.depth = std::max(node.depth, arg->depth + 1);
    node.args = std::move(args);
    return std::make_shared<const DurationNode>(std::move(node));
}

std::optional<TimeMs> evaluateDuration(const DurationNode &duration, const QueryWindow &window)
{
    const double seconds = secondsOf(duration, window);
    if (!std::isfinite(seconds) || std::abs(seconds) > kLongestSeconds)
        return std::nullopt;
    return TimeMs(std::llround(seconds * 1000.0));
}

std::string durationText(const DurationNode &node)
{
    switch (node.kind) {
    case Kind::Literal:
        return literalText(node.seconds);
    case Kind::Step:
        return "step()";
    case Kind::Range:
        return "range()";
    case Kind::Negate:
        return "-" + durationText(*node.args[0]);
    case Kind::Min:
        return "min_of(" + durationText(*node.args[0]) + ", " + durationText(*node.args[1]) + ")";
    case Kind::Max:
        return "max_of(" + durationText(*node.args[0]) + ", " + durationText(*node.args[1]) + ")";
    default:
        return "(" + durationText(*node.args[0]) + std::string(operatorText(node.kind)) + durationText(*node.args[1]) + ")";
    }
}

std::optional<TimeMs> parseDuration(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    TimeMs total = 0;
    std::size_t nextUnit = 0;
    while (!text.empty()) {
        TimeMs count = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc() || text[0] == '-')
            return std::nullopt;
        text.remove_prefix(std::size_t(end - text.data()));
        const std::size_t length = std::min(text.find_first_of("0123456789"), text.size());
        const auto unit = std::find_if(kUnits.begin() + std::ptrdiff_t(nextUnit), kUnits.end(),
            [&](const Unit &candidate) { return candidate.name == text.substr(0, length); });
        if (unit == kUnits.end() || double(count) * double(unit->ms) + double(total) > kLongestSeconds * 1000.0)
            return std::nullopt;
        total += count * unit->ms;
        nextUnit = std::size_t(unit - kUnits.begin()) + 1;
        text.remove_prefix(length);
    }
    return total;
}

std::string formatDuration(TimeMs ms)
{
    if (ms == 0)
        return "0s";
    std::string text = ms < 0 ? "-" : "";
    TimeMs rest = std::abs(ms);
    for (const Unit &unit : kUnits) {
        // Years and weeks only where nothing is left over: 10d reads better than 1w3d.
        const bool coarse = unit.name == "y" || unit.name == "w";
        if (rest < unit.ms || (coarse && rest % unit.ms != 0))
            continue;
        text += std::to_string(rest / unit.ms) + std::string(unit.name);
        rest %= unit.ms;
    }
    return text;
}

} // namespace lepto::promql
