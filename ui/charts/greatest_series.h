#pragma once

#include "core/store/store.h"

namespace lepto {

/// Keeps the `most` series with the greatest last values, in the order in which they came; those without a value count as the
/// least.
void keepGreatest(std::vector<std::pair<Labels, Columns>> &series, std::size_t most);

} // namespace lepto
