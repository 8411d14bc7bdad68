#pragma once

#include "ui/charts/heat_map.h"
#include "ui/charts/overlay_items.h"

namespace lepto {

/// Paints a heat map from the ground to the first colour of the palette, and its scale above the plot at the right.
class HeatItem final : public PlotItem {
public:
    HeatItem(const PlotFrame &frame, QGraphicsItem *chart)
        : PlotItem(frame, layer::band, chart)
    { }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    double scaleRoom() const; ///< what the scale takes of the line above the plot, logical pixels

    HeatMap map;
    QString unit;

private:
    void paintScale(QPainter *painter) const;
};

/// The colour of a level 0..1.
QColor heatColor(double level);

} // namespace lepto
