#pragma once

#include <string>
#include <string_view>

namespace lepto::promql {

// The words of Prometheus' annotations, so that a search for them finds its documentation.

std::string mixedInRange(std::string_view metric);
std::string mixedInAggregation();
std::string mixedClassicAndNative(std::string_view metric);
std::string mixedSchemas(std::string_view metric);
std::string ignoredInAggregation(std::string_view aggregation);
std::string ignoredInRange(std::string_view metric);
std::string notACounter(std::string_view metric);
std::string notAGauge(std::string_view metric);
std::string possiblyNotACounter(std::string_view metric);
std::string incompatibleTypes(std::string_view left, std::string_view operation, std::string_view right);
std::string incompatibleLayout(std::string_view operation);
std::string reconciledBounds(std::string_view operation); ///< "addition", "subtraction", "aggregation"
std::string conflictingResets(std::string_view operation);
std::string nanInQuantile(bool resultIsNaN, std::string_view metric);
std::string nanInFraction(std::string_view metric);

} // namespace lepto::promql
