#pragma once

#include "core/store/store.h"
#include "core/store/summary.h"

namespace lepto {

/// Turns samples and summaries, given in time order, into the columns of a chart over [from, to].
/// A column holds what begins in it, and its `t` is the time of the first of it: with columns narrower than two summaries
/// their borders move to those of the summaries, and what a column says stays exact.
class ColumnBuilder {
public:
    ColumnBuilder(TimeMs from, TimeMs to, int columns);

    void add(Sample sample);
    void add(const Summary &summary);
    Columns take();

private:
    void merge(const Summary &part);
    void noteInterval(TimeMs spacing);

    TimeMs m_from;
    double m_width;
    int m_columns;
    int m_current = -1;
    bool m_everySample = true;          ///< so far each sample fits into a column of its own
    std::optional<TimeMs> m_before;
    std::vector<Column> m_samples;      ///< one a sample, while m_everySample
    std::vector<TimeMs> m_intervals;
    Columns m_answer;
};

} // namespace lepto
