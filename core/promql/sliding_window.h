#pragma once

#include "core/promql/evaluation.h"

namespace lepto::promql {

/// Slides a window over points in time order; times never run backwards, so each point enters and leaves once.
template <typename Point>
class SlidingWindow {
public:
    SlidingWindow(const RangeShape &shape, const std::vector<Point> &points)
        : m_shape(shape)
        , m_points(points)
    { }

    /// The points of step i, as [first, last).
    std::pair<std::size_t, std::size_t> step(int i)
    {
        const TimeMs end = m_shape.times.at(i), start = end - m_shape.range;
        while (m_last < m_points.size() && m_points[m_last].t <= end)
            ++m_last;
        while (m_first < m_last && m_points[m_first].t <= start)
            ++m_first;
        return { m_first, m_last };
    }

private:
    const RangeShape &m_shape;
    const std::vector<Point> &m_points;
    std::size_t m_first = 0, m_last = 0;
};

} // namespace lepto::promql
