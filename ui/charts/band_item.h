#pragma once

#include "ui/charts/overlay_items.h"

namespace lepto {

/// Bands of expectation and forecast. Each is painted as one opaque column a device pixel into an image: a noisy band costs
/// no more than a smooth one, and the lines over it keep their contrast.
class BandItem final : public PlotItem {
public:
    struct Band {
        std::vector<BandPoint> points;
        QColor color;                 ///< opaque
        TimeMs longest = 0;           ///< a hole wider than this stays open; 0: none does
    };

    BandItem(const PlotFrame &frame, QGraphicsItem *chart) : PlotItem(frame, layer::band, chart) {}
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

    std::vector<Band> bands;
};

/// Fills `image` (the plot in device pixels, ARGB32_Premultiplied) with one band.
void fillBand(QImage &image, const PlotFrame &frame, const BandItem::Band &band);

} // namespace lepto
