#pragma once

#include "ui/models/timeline_model.h"

#include <QListView>

namespace lepto {

/// The timeline of an incident: time, mark on a rail, what happened, and by whom. J and K move, Shift+J and Shift+K jump between
/// anomalies; the current entry's time is the shared crosshair.
class TimelineList : public QListView {
    Q_OBJECT
public:
    explicit TimelineList(QWidget *parent = nullptr);
    TimelineModel *timeline() const { return m_model; }
    /// Marks the entry that was current at `t` without taking the focus.
    void follow(TimeMs t);
    void step(int by, bool anomaliesOnly);

Q_SIGNALS:
    void chosen(lepto::TimeMs at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    TimelineModel *m_model;
    bool m_following = false;
};

} // namespace lepto
