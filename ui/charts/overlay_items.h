#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/line_segments.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/value_axis.h"

#include <QColor>
#include <QGraphicsItem>

#include <vector>

namespace lepto {

/// Layers of a plot among those that Qt Charts uses itself (grid 2, axes 3, series 4): bands lie under the lines, marks above.
namespace layer {
inline constexpr double ground = 0.5, band = 1.5, grid = 2, axis = 3, line = 4, mark = 6;
}

/// Base of everything painted into a plot beside the lines: a child of the chart that reads the plot's shared frame.
/// The frame must outlive the item. GUI thread.
class PlotItem : public QGraphicsItem {
public:
    PlotItem(const PlotFrame &frame, double z, QGraphicsItem *chart);
    QRectF boundingRect() const override;

protected:
    const PlotFrame &m_frame;
};

/// The future's ground right of now, and the dots where samples are missing.
class GroundItem final : public PlotItem {
public:
    GroundItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::ground, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    TimeMs now = 0;
    std::vector<Gap> gaps;
};

/// Horizontal lines at value ticks, vertical ones at time ticks.
class GridItem final : public PlotItem {
public:
    GridItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::grid, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    ValueAxis values;
    std::vector<TimeTick> times;
};

/// The texts round the plot: values, times, and above it what the axis means. Labels that would overlap or stick out are left out.
class AxisItem final : public PlotItem {
public:
    AxisItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::axis, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    ValueAxis values;
    std::vector<TimeTick> times;
    QString note;
    double noteWidth = 0;             ///< at most
    bool timeLabels = true;
    TimeMs now = 0;                   ///< labels make room for the tag of the now-line
};

/// Anomalies: a faint ground and stripes at 45 degrees.
class AnomalyItem final : public PlotItem {
public:
    AnomalyItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::band, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    std::vector<Anomaly> anomalies;
    TimeMs now = 0;                   ///< where a stretch that goes on ends
    /// From left to right inside the plot; nothing where it lies outside.
    QRectF area(const Anomaly &anomaly) const;
};

/// The bars on the top edge, above the grid.
class AnomalyBarItem final : public PlotItem {
public:
    AnomalyBarItem(const PlotFrame &frame, const AnomalyItem &of, QGraphicsItem *chart) : PlotItem(frame, layer::mark, chart), m_of(of) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

private:
    const AnomalyItem &m_of;
};

/// Regions that engineers labelled: accent ground with an edge on each side.
class LabelItem final : public PlotItem {
public:
    LabelItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::band, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    std::vector<LabelRegion> labels;
};

/// Limits as dashed named lines and the now-line.
class LimitItem final : public PlotItem {
public:
    LimitItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::mark, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    std::vector<ChartLimit> limits;   ///< the name is all that is written
    TimeMs now = 0;

private:
    void paintLimit(QPainter *painter, const ChartLimit &limit, std::vector<QRectF> &taken) const;
};

/// Pieces of lines that are too many or too short for a series of their own, and forecasts (dashed).
class StrokeItem final : public PlotItem {
public:
    struct Stroke {
        QPolygonF points;             ///< (ms since the frame's origin, value)
        QColor color;
        double width = 1;
        bool dashed = false;
    };

    StrokeItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::mark, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    TimeMs origin = 0;
    std::vector<Stroke> strokes;
};

struct PlacedLabel {
    QRectF rect;
    QString text;
};
/// Where the labels of time ticks stand under the plot, without those that would overlap another one or the tag of the now-line.
std::vector<PlacedLabel> placeTimeLabels(const PlotFrame &frame, const std::vector<TimeTick> &ticks, TimeMs now);

/// Narrow plots leave the tag of the now-line away.
bool roomForNow(const PlotFrame &frame);
/// The stripes of anomalies as a tile that stands still while the picture scrolls.
QPixmap hatchTile(const QColor &color, double ratio);

} // namespace lepto
