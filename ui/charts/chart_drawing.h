#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/heat_map.h"

#include <QCoreApplication>

namespace lepto {

/// The ground between two lines of a stack.
struct ChartArea {
    int slot = 0;
    std::vector<BandPoint> points; ///< from the line below to the own one; not finite where the series has a gap
};

/// What a plot draws of a content in the content's view, in the plot's own coordinates: the data's unit, decades of it on a log
/// axis, shares on a percent axis, rows in a heat map.
struct ChartDrawing {
    bool own = false; ///< `lines` replace those of the content, which are drawn as they are otherwise
    std::vector<ChartLine> lines;
    std::vector<ChartLimit> limits; ///< the name is all that is written
    std::vector<ChartArea> areas;
    HeatMap heat;
    QString unit; ///< of the axis
    QString note; ///< what the axis and the drawing mean; empty where they are plain
};

/// Pure, any thread but for the language. `pixels` is the width of the plot.
class ChartDrafter {
    Q_DECLARE_TR_FUNCTIONS(ChartDrafter)
public:
    static ChartDrawing draft(const ChartContent &content, TimeMs from, TimeMs to, int pixels);

private:
    static void takeLimits(const ChartContent &content, ChartDrawing &drawing);
    static void toDecades(ChartDrawing &drawing);
    static void toShares(const ChartContent &content, TimeMs from, TimeMs to, ChartDrawing &drawing);
    static void stack(const ChartContent &content, const TimeBins &bins, ChartDrawing &drawing);
};

} // namespace lepto
