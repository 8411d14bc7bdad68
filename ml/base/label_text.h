#pragma once

#include "ml/base/series.h"

#include <optional>

namespace lepto {

/// Reads what Labels::text() writes; nothing else is accepted. For label sets that travel as text in model files and training data.
std::optional<Labels> labelsOfText(std::string_view text);

} // namespace lepto
