#include "ui/charts/greatest_series.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace lepto {

namespace {

double lastValue(const Columns &data)
{
    const double value = data.columns.empty() ? std::numeric_limits<double>::quiet_NaN() : data.columns.back().last;
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

} // namespace

void keepGreatest(std::vector<std::pair<Labels, Columns>> &series, std::size_t most)
{
    if (series.size() <= most || most == 0)
        return;
    std::vector<double> values;
    for (const auto &[labels, data] : series)
        values.push_back(lastValue(data));
    std::vector<double> ranked = values;
    std::nth_element(ranked.begin(), ranked.begin() + std::ptrdiff_t(most - 1), ranked.end(), std::greater<>());
    const double least = ranked[most - 1];
    auto ties = std::ptrdiff_t(most) - std::count_if(values.begin(), values.end(), [least](double v) { return v > least; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (values[i] > least || (values[i] == least && ties-- > 0))
            std::swap(series[kept++], series[i]);
    }
    series.resize(kept);
}

} // namespace lepto
