#pragma once

#include <cmath>

namespace lepto::promql {

/// Sum with Neumaier's compensation; infinities stay infinities.
struct KahanSum {
    double sum = 0, compensation = 0;

    void add(double v)
    {
        const double total = sum + v;
        if (std::isinf(total))
            compensation = 0;
        else if (std::abs(sum) >= std::abs(v))
            compensation += (sum - total) + v;
        else
            compensation += (v - total) + sum;
        sum = total;
    }
    double value() const { return std::isinf(sum) ? sum : sum + compensation; }
};

} // namespace lepto::promql
