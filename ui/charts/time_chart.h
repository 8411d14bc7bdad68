#pragma once

#include "ui/charts/change_marks.h"
#include "ui/charts/chart_scene.h"
#include "ui/charts/spoken_items.h"

#include <QWidget>

class QTimer;

namespace lepto {

class TimeScale;

/// One plot over the shared time: draws a ChartContent, moves the shared crosshair and range, and asks for labels.
/// Mouse moves paint over a cached picture; only new data, size, theme or range paint the chart again.
/// Drag zooms, Shift-drag pans, Ctrl-drag selects a stretch to label, the wheel zooms at the pointer, a double click resets, the mouse's
/// back and forward buttons walk through the ranges; C goes to the next change, Shift+C to the one before. To assistive technology it is a chart with one row a series.
class TimeChart : public QWidget, public SpokenItems {
    Q_OBJECT
public:
    explicit TimeChart(TimeScale &time, QWidget *parent = nullptr);
    ~TimeChart() override;

    void setContent(const ChartContent &content);
    const ChartContent &content() const { return m_scene.content(); }
    /// Words stand in the middle for Empty, Error and NotAllowed; `detail` is their second line.
    void setPanelLook(PanelLook look, const QString &words = QString(), const QString &detail = QString());
    PanelLook panelLook() const { return m_look; }
    const QString &words() const { return m_words; }
    void setMargins(int left, bool timeLabels);
    /// Keeps a range of its own instead of the shared one; both 0: the shared one again.
    void setOwnRange(TimeMs from, TimeMs to);
    TimeMs from() const;
    TimeMs to() const;

    const PlotFrame &frame() const { return m_scene.frame(); }
    int columns() const;              ///< half-pixel columns of the plot
    TimeMs columnWidth() const { return m_scene.columnWidth(); }
    QPixmap picture();                ///< as it stands, without the crosshair
    QByteArray svg(const QString &title); ///< the same as shapes, with the title above
    /// Marked over the plot, now and until others are set.
    void setChanges(std::vector<Change> changes);
    const ChangeMarks &changes() const { return m_changes; }
    int currentChange() const { return m_change; } ///< whose plate is open, or -1
    /// The region that the user is marking or has marked and not yet saved; both 0: none.
    void setDraft(TimeMs from, TimeMs to);
    /// Asks for a label of the selection, or of a short stretch round the crosshair.
    void markLabel();

    int spokenCount() const override { return int(content().lines.size()); }
    QString spokenText(int index) const override;
    QRect spokenRect(int index) const override;

    QSize sizeHint() const override { return { 360, 150 }; }
    QSize minimumSizeHint() const override { return { 120, 72 }; }

Q_SIGNALS:
    void labelAsked(lepto::TimeMs from, lepto::TimeMs to, const QRect &region); ///< region in this widget's coordinates
    void tableAsked();
    void drawn();                     ///< a new picture was painted

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag : quint8 { None, Zoom, Pan, Label };

    void rangeMoved();
    void restyle();
    void endDrag();
    void moveCrosshair(int points);
    void stepChange(int by);
    void showChange(int index);
    void paintOverlay(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;
    void paintDrag(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;
    void paintHeatValue(QPainter &painter) const;
    void paintTag(QPainter &painter, TimeMs t, const QString &text, bool filled) const;
    void paintWords(QPainter &painter) const;
    void paintProgress(QPainter &painter) const;

    TimeScale &m_time;
    ChartScene m_scene;
    ChartLook m_chartLook;
    PanelLook m_look = PanelLook::Loading;
    QString m_words, m_detail;
    TimeMs m_ownFrom = 0, m_ownTo = 0, m_draftFrom = 0, m_draftTo = 0;
    Drag m_drag = Drag::None;
    QPoint m_pressed, m_pointer;
    QTimer *m_slow;                   ///< runs out when loading has lasted long enough to say so
    ChangeMarks m_changes;
    int m_change = -1;
    bool m_saysLoading = false;
    bool m_byKeyboard = false;        ///< the focus came by keyboard: show it
};

} // namespace lepto
