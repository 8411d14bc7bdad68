#pragma once

#include "core/changes/change.h"
#include "ui/charts/chart_content.h"

#include <QCoreApplication>

class QPainter;

namespace lepto {

/// The changes over one plot: a flag with a line for a moment, a bar on the top edge with a faint ground for a stretch, and a
/// plate for the one that is pointed at. Painted over the cached picture.
class ChangeMarks {
    Q_DECLARE_TR_FUNCTIONS(ChangeMarks)
public:
    /// Returns whether anything is different.
    bool set(std::vector<Change> changes);
    const std::vector<Change> &changes() const { return m_changes; }

    /// The change at a point of the widget, or -1.
    int at(const PlotFrame &frame, const QPointF &point) const;
    /// The next one in time that the plot shows, from `current` (-1: none) forward or backward; -1 past the last.
    int step(const PlotFrame &frame, int current, int by) const;

    void paint(QPainter &painter, const PlotFrame &frame) const;
    void paintPlate(QPainter &painter, const PlotFrame &frame, int current, bool utc) const;
    /// Title, then who, when, from where.
    QStringList words(int index, bool utc) const;

private:
    std::vector<Change> m_changes; ///< in time order
};

/// Whether a change is about what the chart shows: none of its labels contradicts those of all lines.
bool concerns(const Change &change, const ChartContent &content);

} // namespace lepto
