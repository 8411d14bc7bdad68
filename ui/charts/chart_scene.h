#pragma once

#include "ui/charts/chart_drawing.h"
#include "ui/charts/line_segments.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/value_axis.h"

#include <QGraphicsScene>
#include <QPixmap>

#include <memory>
#include <vector>

class QChart;
class QLineSeries;
class QValueAxis;

namespace lepto {

class AnomalyItem;
class AxisItem;
class BandItem;
class DenseLineItem;
class GridItem;
class GroundItem;
class HeatItem;
class LabelItem;
class LimitItem;
class StrokeItem;

/// How a plot is laid out and how carefully it is painted.
struct ChartLook {
    int leftMargin = 46;              ///< least room of the value labels; equal in a stack so that the plots align
    bool timeLabels = true;
    bool utc = true;
    bool calm = false;                ///< not live: lines a little stronger
    bool stale = false;               ///< lines in the colour of "no data"
};

/// A QChart with its overlays, painted into a pixmap. The only class that knows Qt Charts: everything else hands it a ChartContent
/// and a range. Every change is "clear, set ranges, fill": one rebuild of geometry instead of three. GUI thread.
class ChartScene {
public:
    ChartScene();
    ~ChartScene();

    void setSize(const QSize &size, double ratio);
    void setLook(const ChartLook &look);
    /// Replaces what is drawn. `from` to `to` is the visible time; columns outside it may be present and are clipped.
    void show(const ChartContent &content, TimeMs from, TimeMs to);
    /// The same content over another time.
    void showTime(TimeMs from, TimeMs to);

    const PlotFrame &frame() const { return m_frame; }
    const ChartContent &content() const { return m_content; }
    const ChartDrawing &drawing() const { return m_drawing; }
    /// The lines as they are drawn, in the frame's coordinates.
    const std::vector<ChartLine> &lines() const { return m_drawing.own ? m_drawing.lines : m_content.lines; }
    const ValueAxis &valueAxis() const { return m_values; }
    const std::vector<TimeTick> &timeTicks() const { return m_times; }
    TimeMs columnWidth() const;       ///< ms of one half-pixel column
    int seriesInUse() const { return m_used; }
    const QPixmap &picture();         ///< painted again only after a change
    void paint(QPainter &painter);    ///< the same as shapes, e.g. for SVG

private:
    void layOut();
    void placePlot();
    void chooseAxis();
    void makeRoomForLabels();
    void clearLines();
    void fillLines();
    void fillLine(const ChartLine &line, LineSegments &parts, bool dense);
    void fillOverlays();
    QLineSeries *nextSeries();
    void fillShifted(const ChartLine &line, LineSegments &parts);
    void fillAreas();
    std::pair<double, double> valueRange() const;
    void widenByBands(std::pair<double, double> &range) const;

    QGraphicsScene m_scene;
    QChart *m_chart;
    QValueAxis *m_x, *m_y;
    std::vector<QLineSeries *> m_pool;
    int m_used = 0;
    GroundItem *m_ground;
    BandItem *m_bands;
    HeatItem *m_heat;
    AnomalyItem *m_anomalies;
    LabelItem *m_labels;
    GridItem *m_grid;
    AxisItem *m_axis;
    DenseLineItem *m_dense;
    StrokeItem *m_strokes;
    LimitItem *m_limits;
    ChartContent m_content;
    ChartDrawing m_drawing;
    ChartLook m_look;
    PlotFrame m_frame;
    ValueAxis m_values;
    std::vector<TimeTick> m_times;
    QSize m_size;
    QPixmap m_picture;
    bool m_dirty = true;
    bool m_smooth = true;             ///< the lines are antialiased
};

} // namespace lepto
