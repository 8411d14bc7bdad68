#include "ml/base/unit_normal.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lepto::ml {

namespace {

struct Row {
    std::string_view word, base;
    double factor, offset = 0;
};

/// Words in lower case. Short forms whose case matters (Mb and MB) are told apart in `caseful`.
constexpr std::array kWords {
    Row { "seconds", "seconds", 1 },
    Row { "second", "seconds", 1 },
    Row { "s", "seconds", 1 },
    Row { "milliseconds", "seconds", 1e-3 },
    Row { "millis", "seconds", 1e-3 },
    Row { "ms", "seconds", 1e-3 },
    Row { "microseconds", "seconds", 1e-6 },
    Row { "us", "seconds", 1e-6 },
    Row { "nanoseconds", "seconds", 1e-9 },
    Row { "ns", "seconds", 1e-9 },
    Row { "minutes", "seconds", 60 },
    Row { "hours", "seconds", 3600 },
    Row { "days", "seconds", 86400 },
    Row { "bytes", "bytes", 1 },
    Row { "byte", "bytes", 1 },
    Row { "bits", "bytes", 0.125 },
    Row { "kilobytes", "bytes", 1e3 },
    Row { "megabytes", "bytes", 1e6 },
    Row { "gigabytes", "bytes", 1e9 },
    Row { "terabytes", "bytes", 1e12 },
    Row { "kibibytes", "bytes", 1024 },
    Row { "kib", "bytes", 1024 },
    Row { "mebibytes", "bytes", 1048576 },
    Row { "mib", "bytes", 1048576 },
    Row { "gibibytes", "bytes", 1073741824 },
    Row { "gib", "bytes", 1073741824 },
    Row { "ratio", "ratio", 1 },
    Row { "percent", "ratio", 0.01 },
    Row { "celsius", "celsius", 1 },
    Row { "fahrenheit", "celsius", 5.0 / 9.0, -160.0 / 9.0 },
    Row { "kelvin", "celsius", 1, -273.15 },
    Row { "volts", "volts", 1 },
    Row { "amperes", "amperes", 1 },
    Row { "joules", "joules", 1 },
    Row { "watts", "watts", 1 },
    Row { "grams", "grams", 1 },
    Row { "kilograms", "grams", 1e3 },
    Row { "meters", "meters", 1 },
    Row { "hertz", "hertz", 1 },
};

constexpr std::array kCaseful {
    Row { "%", "ratio", 0.01 },  Row { "kB", "bytes", 1e3 }, Row { "KB", "bytes", 1e3 }, Row { "MB", "bytes", 1e6 }, Row { "GB", "bytes", 1e9 },
    Row { "TB", "bytes", 1e12 }, Row { "By", "bytes", 1 },   Row { "°C", "celsius", 1 }, Row { "B", "bytes", 1 },
};

template <typename Rows>
std::optional<UnitNormal> lookUp(const Rows &rows, std::string_view word)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [word](const Row &r) { return r.word == word; });
    if (row == rows.end())
        return std::nullopt;
    return UnitNormal { std::string(row->base), row->factor, row->offset };
}

} // namespace

std::optional<UnitNormal> unitFromWord(std::string_view unit)
{
    // A rate's time is always a second: what is normalised is the thing that is counted.
    for (const std::string_view perSecond : { "/s", "/sec", "_per_second" }) {
        if (unit.size() > perSecond.size() && unit.ends_with(perSecond)) {
            auto amount = unitFromWord(unit.substr(0, unit.size() - perSecond.size()));
            if (amount)
                amount->unit += "/s";
            return amount;
        }
    }
    if (auto exact = lookUp(kCaseful, unit))
        return exact;
    std::string lower(unit);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return lookUp(kWords, lower);
}

std::optional<UnitNormal> unitOfMetric(std::string_view metric, std::string_view declared)
{
    if (!declared.empty())
        return unitFromWord(declared);
    if (metric.ends_with("_count"))
        return std::nullopt;
    for (const std::string_view ending : { "_total", "_sum", "_bucket", "_info" }) {
        if (metric.ends_with(ending))
            metric.remove_suffix(ending.size());
    }
    constexpr std::string_view perSecond = "_per_second";
    const std::string_view stem = metric.ends_with(perSecond) ? metric.substr(0, metric.size() - perSecond.size()) : metric;
    const auto cut = stem.rfind('_');
    if (cut == std::string_view::npos)
        return std::nullopt;
    const std::string_view word = metric.substr(cut + 1);
    // One or two letters at the end of a name are a unit too rarely to be believed.
    return word.size() < 3 && word != "ms" ? std::nullopt : unitFromWord(word);
}

} // namespace lepto::ml
