#include "ui/charts/series_color.h"

#include <array>

namespace lepto {

const char *seriesToken(int slot)
{
    static constexpr std::array<const char *, seriesColors> tokens
        = { "chart.1", "chart.2", "chart.3", "chart.4", "chart.5", "chart.6", "chart.7", "chart.8" };
    return slot >= 0 && slot < seriesColors ? tokens[std::size_t(slot)] : "line.control";
}

} // namespace lepto
