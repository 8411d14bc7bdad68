#pragma once

#include "core/incidents/incident.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace lepto {

class ChartFeed;
class ChartPanel;
class Console;
class LabelPopup;
class TimeScale;

/// Labelling on one page: a region marked on any of its charts opens the pop-up beside it; what is saved appears at once and can be
/// taken back with `undo`. GUI thread, child of the page.
class LabelDesk : public QObject {
    Q_OBJECT
public:
    LabelDesk(Console &console, TimeScale &time, ChartFeed &feed, QWidget *page);

    void serve(ChartPanel *panel);
    void setIncident(qint64 id) { m_incident = id; } ///< new labels belong to it; 0: none
    bool canUndo() const { return !m_done.empty(); }
    void undo();
    LabelPopup *popup() const { return m_popup; }

Q_SIGNALS:
    void labelled(const std::vector<lepto::LabelRegion> &labels);

private:
    void markByKey();
    void ask(ChartPanel *panel, TimeMs from, TimeMs to, const QRect &region);

    Console &m_console;
    TimeScale &m_time;
    ChartFeed &m_feed;
    QWidget *m_page;
    LabelPopup *m_popup;
    QPointer<ChartPanel> m_asking;
    std::vector<QPointer<ChartPanel>> m_served;
    qint64 m_incident = 0;
    std::vector<std::vector<qint64>> m_done;
};

} // namespace lepto
