#pragma once

#include "core/store/store.h"
#include "core/store/summary.h"

#include <limits>

namespace lepto {

/// Turns samples and summaries, given in time order, into the columns of a chart over [from, to].
/// A column holds what begins in it, and its `t` is the time of the first of it: where summaries go in
/// whole, borders move to theirs, and what a column says stays exact.
class ColumnBuilder {
public:
    ColumnBuilder(TimeMs from, TimeMs to, int columns);

    void add(Sample sample);
    void add(const Summary &summary);
    void add(const Summary &bucket, TimeMs width); ///< of history that is kept in buckets
    Columns take();

private:
    void take(const Summary &summary);
    void merge(const Summary &part);
    bool enterColumn(TimeMs t);
    void noteInterval(TimeMs spacing);

    TimeMs m_from;
    double m_width;
    int m_columns;
    int m_current = -1;
    bool m_everySample = true; ///< so far each sample fits into a column of its own
    TimeMs m_end = std::numeric_limits<TimeMs>::min(); ///< of the current column
    TimeMs m_before = 0;
    std::vector<Column> m_samples; ///< one a sample, while m_everySample
    std::vector<TimeMs> m_intervals;
    Columns m_answer;
};

} // namespace lepto
