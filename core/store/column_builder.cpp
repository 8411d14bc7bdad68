#include "core/store/column_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kIntervals = 512; ///< enough for a median

} // namespace

ColumnBuilder::ColumnBuilder(TimeMs from, TimeMs to, int columns)
    : m_from(from)
    , m_width(double(to - from + 1) / columns)
    , m_columns(columns)
{ }

void ColumnBuilder::add(Sample sample)
{
    if (m_answer.samples > 0)
        noteInterval(sample.t - m_before);
    m_before = sample.t;
    ++m_answer.samples;
    if (std::isnan(sample.v))
        return;
    if (m_everySample && m_samples.size() < std::size_t(m_columns))
        m_samples.push_back({ sample.t, sample.v, sample.v, sample.v, sample.v });
    else
        m_everySample = false;
    merge({ sample.t, sample.t, 1, true, sample.v, sample.v, sample.v, sample.v, 0 });
}

void ColumnBuilder::add(const Summary &summary)
{
    if (summary.n > 1)
        noteInterval((summary.t1 - summary.t0) / (summary.n - 1));
    take(summary);
}

void ColumnBuilder::add(const Summary &bucket, TimeMs width)
{
    noteInterval(width);
    m_answer.resolution = std::max(m_answer.resolution, width);
    take(bucket);
}

void ColumnBuilder::take(const Summary &summary)
{
    m_before = summary.t1;
    m_answer.samples += summary.n;
    if (!summary.plotted)
        return;
    m_everySample = false;
    merge(summary);
}

void ColumnBuilder::merge(const Summary &part)
{
    if (part.t0 >= m_end && enterColumn(part.t0)) {
        m_answer.columns.push_back({ part.t0, part.min, part.max, part.first, part.last });
        return;
    }
    Column &column = m_answer.columns.back();
    column.min = std::min(column.min, part.min);
    column.max = std::max(column.max, part.max);
    column.last = part.last;
}

/// True where `t` begins another column. A division a column, not one a sample.
bool ColumnBuilder::enterColumn(TimeMs t)
{
    const int index = std::clamp(int(double(t - m_from) / m_width), 0, m_columns - 1);
    const bool another = index != m_current;
    m_current = index;
    m_end = index == m_columns - 1 ? std::numeric_limits<TimeMs>::max() : m_from + TimeMs(std::ceil(m_width * (index + 1)));
    return another;
}

void ColumnBuilder::noteInterval(TimeMs spacing)
{
    if (m_intervals.size() < kIntervals)
        m_intervals.push_back(spacing);
}

Columns ColumnBuilder::take()
{
    if (m_everySample)
        m_answer.columns = std::move(m_samples);
    const auto drawn = std::int64_t(m_answer.columns.size());
    m_answer.reduced = m_everySample || drawn == 0 ? 1 : (m_answer.samples + drawn - 1) / drawn;
    if (!m_intervals.empty()) {
        const auto middle = m_intervals.begin() + std::ptrdiff_t(m_intervals.size() / 2);
        std::nth_element(m_intervals.begin(), middle, m_intervals.end());
        m_answer.interval = *middle;
    }
    return std::move(m_answer);
}

} // namespace lepto
