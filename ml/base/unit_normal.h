#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lepto::ml {

/// How values of a written unit become values of its base unit: base = value * factor + offset. A view; what is stored stays as it came.
struct UnitNormal {
    std::string unit;          ///< "seconds", "bytes", "ratio", "celsius", "bytes/s", ...
    double factor = 1, offset = 0;

    double apply(double value) const { return value * factor + offset; }
    double undo(double value) const { return (value - offset) / factor; }
    bool changes() const { return factor != 1 || offset != 0; }
};

/// From the unit a source declares (OpenMetrics `# UNIT`, metadata), e.g. "milliseconds", "ms", "KiB", "percent". Nothing for a unit that is not known.
std::optional<UnitNormal> unitFromWord(std::string_view unit);

/// From a metric's name by the naming rules of Prometheus: the unit is the last word before `_total`, `_sum`, `_bucket`, `_count` and `_info`;
/// `_count` has none. A declared unit wins over the name.
std::optional<UnitNormal> unitOfMetric(std::string_view metric, std::string_view declared = {});

} // namespace lepto::ml
