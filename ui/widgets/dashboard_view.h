#pragma once

#include "core/layouts/layout.h"
#include "core/layouts/layout_variables.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lepto {

class ChartFeed;
class ChartPanel;
class Console;
class PaneHead;
class TimeScale;

/// An imported dashboard: its variables as boxes, its rows of panels as charts on the shared time, and what could not be taken
/// over with the reason. At most `mostPanels` charts; how many there are is said. Esc and the button go back to the queries.
class DashboardView : public QWidget {
    Q_OBJECT
public:
    DashboardView(Console &console, TimeScale &time, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ExploreLayout &layout);
    const ExploreLayout &layout() const { return m_layout; }
    int panelCount() const { return int(m_panels.size()); }
    ChartPanel *panel(int index) const { return m_panels[std::size_t(index)].chart; }
    QString queryOf(int index) const; ///< as it was last asked
    static constexpr int mostPanels = 40;

Q_SIGNALS:
    void left();
    void queryChosen(const QString &expr); ///< to go on with in a row of its own

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Panel {
        ChartPanel *chart = nullptr;
        const LayoutPanel *source = nullptr; ///< in m_layout
    };
    void say();
    void makeVariables();
    void makeRows();
    void makeRow(const LayoutRow &row, QVBoxLayout *column);
    void addPanel(const LayoutPanel &panel, QHBoxLayout *line);
    void addReason(const LayoutPanel &panel, QHBoxLayout *line);
    void makeNotes(QVBoxLayout *column);
    void choose(std::size_t variable, const QString &value);
    void askAll();
    LayoutTimes times() const;

    Console &m_console;
    TimeScale &m_time;
    ExploreLayout m_layout;
    ChartFeed *m_feed;
    PaneHead *m_head;
    QPushButton *m_back;
    QWidget *m_variables;
    QHBoxLayout *m_variableRow;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column;
    std::vector<Panel> m_panels;
    TimeMs m_askedSpan = 0;
    int m_left = 0; ///< panels beyond the limit
};

} // namespace lepto
