#pragma once

#include "ui/charts/overlay_items.h"

#include <QImage>

namespace lepto {

/// Lines with more points than the plot has pixels: what a line covers in each pixel column is filled into an image, from its lowest to
/// its highest value there. Costs the same for any number of points and hides no spike, which a stroked path of as many points does
/// only at many times the price.
class DenseLineItem final : public PlotItem {
public:
    struct Line {
        QList<QPointF> points;        ///< one unbroken piece, (ms since `origin`, value)
        QColor color;
    };

    DenseLineItem(const PlotFrame &frame, QGraphicsItem *chart);
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    TimeMs origin = 0;
    std::vector<Line> lines;

private:
    QImage m_image;                   ///< kept: a fresh one a frame would cost more than the lines
};

/// Fills `image` (the plot in device pixels, ARGB32_Premultiplied) with one piece, one logical pixel thick.
void fillDenseLine(QImage &image, const PlotFrame &frame, TimeMs origin, const DenseLineItem::Line &line);

} // namespace lepto
