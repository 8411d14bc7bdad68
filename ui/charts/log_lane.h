#pragma once

#include "ui/charts/spoken_items.h"
#include "ui/desks/event_desk.h"

#include <QWidget>

namespace lepto {

class Console;
class LogFeed;
class TimeScale;

/// The lines that programs wrote, under a stack of charts on the same time mapping: a histogram with errors at the bottom,
/// warnings and the rest above, and a mark where a new pattern was first seen. A click or Enter selects the stretch of a bar,
/// arrow keys move. A console without logs has no lane: it hides itself.
class LogLane : public QWidget, public SpokenItems {
    Q_OBJECT
public:
    LogLane(Console &console, TimeScale &time, QWidget *parent = nullptr);
    void setMargins(int left, int right);
    void setService(const QString &service); ///< only its lines; empty: all

    void setCounts(const LogCounts &counts);
    const LogCounts &counts() const { return m_counts; }
    int current() const { return m_current; } ///< the bar that keys move, or -1

    int spokenCount() const override { return int(m_counts.buckets.buckets.size()); }
    QString spokenText(int index) const override;
    QRect spokenRect(int index) const override;

    QSize sizeHint() const override { return { 300, 44 }; }
    QSize minimumSizeHint() const override { return { 100, 44 }; }

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class State : quint8 { Waiting, Good, Failed };

    double x(TimeMs t) const;
    QRectF barOf(const LogBucket &bucket) const; ///< the full height of the lane
    int barAt(double px) const;
    const LogPattern *patternAt(double px) const;
    void paintBars(QPainter &painter) const;
    void paintPatterns(QPainter &painter) const;
    void choose(int bar);
    void say();

    TimeScale &m_time;
    LogFeed *m_feed;
    LogCounts m_counts;
    State m_state = State::Waiting;
    QString m_words;
    int m_left = 64, m_right = 10, m_current = -1;
};

} // namespace lepto
