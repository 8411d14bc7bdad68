#include "ml/base/rolling.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lepto::ml {
namespace {

/// Positions of the values that can still become the extreme of a window, best first (Lemire, 2006).
class Extremes {
public:
    explicit Extremes(std::size_t window) : m_ring(window + 1) {}

    template <typename Better>
    float push(std::span<const float> values, std::size_t i, std::size_t window, Better better)
    {
        while (m_size > 0 && m_ring[m_first] + window <= i)
            pop();
        while (m_size > 0 && !better(values[m_ring[at(m_size - 1)]], values[i]))
            --m_size;
        m_ring[at(m_size++)] = i;
        return values[m_ring[m_first]];
    }

private:
    std::size_t at(std::size_t k) const { return (m_first + k) % m_ring.size(); }
    void pop()
    {
        m_first = at(1);
        --m_size;
    }
    std::vector<std::size_t> m_ring;
    std::size_t m_first = 0, m_size = 0;
};

/// Sum and sum of squares relative to a pivot near the values, so that a large level costs no digits.
struct Sums {
    double pivot = 0, sum = 0, squares = 0;

    void add(float v)
    {
        const double d = double(v) - pivot;
        sum += d;
        squares += d * d;
    }
    void drop(float v)
    {
        const double d = double(v) - pivot;
        sum -= d;
        squares -= d * d;
    }
    void restart(std::span<const float> window)
    {
        *this = {double(window.front()), 0, 0};
        for (const float v : window)
            add(v);
    }
};

} // namespace

void rollingCpu(std::span<const float> values, std::size_t series, std::size_t window, const RollingSpans &out)
{
    constexpr std::size_t refresh = 1024;
    const std::size_t length = series ? values.size() / series : 0;
    for (std::size_t s = 0; s < series; ++s) {
        const std::size_t base = s * length;
        const auto one = values.subspan(base, length);
        Extremes lowest(window), highest(window);
        Sums sums;
        for (std::size_t i = 0; i < length; ++i) {
            const std::size_t first = i + 1 >= window ? i + 1 - window : 0;
            if (i % refresh == 0) {
                sums.restart(one.subspan(first, i - first + 1));
            } else {
                sums.add(one[i]);
                if (i >= window)
                    sums.drop(one[i - window]);
            }
            const double count = double(i - first + 1);
            const double mean = sums.sum / count;
            out.mean[base + i] = float(sums.pivot + mean);
            out.deviation[base + i] = float(std::sqrt(std::max(0.0, sums.squares / count - mean * mean)));
            out.minimum[base + i] = lowest.push(one, i, window, [](float a, float b) { return a < b; });
            out.maximum[base + i] = highest.push(one, i, window, [](float a, float b) { return a > b; });
        }
    }
}

} // namespace lepto::ml
