#pragma once

#include <QCoreApplication>

class QMenu;

namespace lepto {

class ChartPanel;
class TimeScale;

/// What can be done with a chart: the view (scale, drawing, comparison, legend), copies, the table, the range.
class ChartMenu {
    Q_DECLARE_TR_FUNCTIONS(ChartMenu)
public:
    /// A menu that deletes itself when it closes; child of the panel.
    static QMenu *make(ChartPanel &panel, TimeScale &time);

private:
    static void addScales(QMenu &menu, ChartPanel &panel);
    static void addDrawings(QMenu &menu, ChartPanel &panel);
    static void addPasts(QMenu &menu, ChartPanel &panel);
    static void addCopies(QMenu &menu, ChartPanel &panel);
};

} // namespace lepto
