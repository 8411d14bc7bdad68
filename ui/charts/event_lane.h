#pragma once

#include "core/incidents/incident.h"
#include "ui/charts/spoken_items.h"

#include <QWidget>

#include <vector>

namespace lepto {

class TimeScale;

/// One row over a stack of charts with the marks of an incident's entries, on the same time mapping. A click sets the crosshair.
class EventLane : public QWidget, public SpokenItems {
    Q_OBJECT
public:
    explicit EventLane(TimeScale &time, QWidget *parent = nullptr);
    void setMargins(int left, int right);
    void setEntries(std::vector<TimelineEntry> entries);

    int spokenCount() const override { return int(m_entries.size()); }
    QString spokenText(int index) const override;
    QRect spokenRect(int index) const override;

    QSize sizeHint() const override { return { 300, 28 }; }
    QSize minimumSizeHint() const override { return { 100, 28 }; }

Q_SIGNALS:
    void chosen(lepto::TimeMs at);

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    double x(TimeMs t) const;
    const TimelineEntry *entryAt(int px) const;

    TimeScale &m_time;
    std::vector<TimelineEntry> m_entries;
    int m_left = 64, m_right = 10;
};

} // namespace lepto
