#pragma once

namespace lepto {

/// Colours that tell series apart; what is drawn beyond them is grey.
inline constexpr int seriesColors = 8;

/// The colour token of a line's slot.
const char *seriesToken(int slot);

} // namespace lepto
