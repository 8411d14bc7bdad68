#pragma once

#include "core/incidents/incident.h"
#include "core/store/store.h"

#include <QPixmap>
#include <QWidget>

#include <vector>

namespace lepto {

class TimeScale;

/// The last week in one row: a line, what was labelled, which incidents there were, where no samples came; and on it the visible
/// range as a brush. Drag its middle or its edges, click beside it, turn the wheel; Left and Right move it, with Shift they move
/// its end, Up and Down make it narrower and wider. GUI thread.
class TimeStrip : public QWidget {
    Q_OBJECT
public:
    explicit TimeStrip(TimeScale &time, QWidget *parent = nullptr);

    static constexpr TimeMs span = 7 * 86'400'000LL;
    TimeMs from() const; ///< of the strip: a week up to its end
    TimeMs to() const;

    /// A line for orientation, in its own scale; `name` says whose.
    void setLine(Columns line, const QString &name);
    void setMarks(std::vector<LabelRegion> labels, std::vector<Incident> incidents);
    QRectF brush() const; ///< the visible range in this widget
    int gapCount() const { return int(gaps().size()); }

    QSize sizeHint() const override { return { 400, 48 }; }
    QSize minimumSizeHint() const override { return { 120, 48 }; }

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Grip { None, Begin, End, Middle };
    struct Gap {
        TimeMs from = 0, to = 0;
    };

    double x(TimeMs t) const;
    TimeMs time(double x) const;
    Grip gripAt(const QPointF &at) const;
    void drag(TimeMs to);
    void move(TimeMs by);
    void setShown(TimeMs begin, TimeMs end);
    std::vector<Gap> gaps() const;
    void redraw(); ///< the ground is painted again
    void describe();
    QString wordsAt(const QPointF &at) const;
    void paintGround(QPainter &painter) const;
    void paintLine(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintBrush(QPainter &painter) const;

    TimeScale &m_time;
    Columns m_line;
    QString m_name;
    std::vector<LabelRegion> m_labels;
    std::vector<Incident> m_incidents;
    QPixmap m_ground;
    TimeMs m_end = 0; ///< of the strip; moves on in steps, not with every second
    Grip m_grip = Grip::None;
    TimeMs m_grabbed = 0, m_begin0 = 0, m_end0 = 0; ///< where the drag began, and the range then
};

} // namespace lepto
