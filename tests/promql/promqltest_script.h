#pragma once

#include "ml/base/native_histogram.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::test {

/// What a series line says of one step: a float, a native histogram, or nothing where the step is left out.
struct StepValue {
    std::optional<double> number;
    std::optional<NativeHistogram> histogram;

    bool empty() const { return !number && !histogram; }
};

/// One series line of a promqltest script: labels and a value per step.
struct SeriesLine {
    Labels labels;
    std::vector<StepValue> values;
};

/// One command of a script in the language of Prometheus' promqltest.
struct ScriptCommand {
    enum class Kind { Load, Clear, Instant, Range };
    Kind kind = Kind::Clear;
    int line = 0;
    TimeMs at = 0, to = 0, step = 0; ///< Load: step; Instant: at; Range: all
    TimeMs expectFrom = 0; ///< of an expected range vector, beside step
    bool withNative = false; ///< load_with_nhcb
    std::string query;
    std::vector<SeriesLine> series; ///< loaded, or expected
    std::optional<double> scalar;
    std::optional<std::string> string;
    bool fails = false, ordered = false, warns = false, informs = false, noWarning = false, noInfo = false;
    std::string message; ///< of the expected failure or remark
    bool messageIsRegex = false;
};

/// Throws std::runtime_error with the line where the script is not understood.
std::vector<ScriptCommand> parseScript(std::string_view text);

} // namespace lepto::test
