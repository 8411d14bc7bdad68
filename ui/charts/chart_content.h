#pragma once

#include "core/detect/anomaly.h"
#include "core/incidents/incident.h"
#include "core/store/store.h"
#include "ui/charts/chart_view.h"
#include "ui/console.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace lepto {

/// The seven looks of a panel, and the good one. A page never invents another.
enum class PanelLook : quint8 { Good, Empty, Loading, Partial, Stale, Error, Offline, NotAllowed };

/// How a forecast was made and how good its method has been.
struct Outlook {
    QString method;                   ///< empty: there is none
    double mase = 0;                  ///< mean absolute scaled error; 1 is seasonal naive
    double held = 0;                  ///< share of past values that the band held, 0..1
    bool withheld = false;
};

/// One line of a chart with what the console expects of it. Values are in the chart's unit.
struct ChartLine {
    Labels labels;                    ///< identity; untrusted text
    QString name;                     ///< short, for header and value table; untrusted text
    int slot = 0;                     ///< colour 0..7 of the palette, grey above
    bool visible = true;
    Columns data;
    std::vector<BandPoint> expected, forecast;
    TimeMs shift = 0;                 ///< > 0: what was that long before, with its times moved forward to here
    Outlook outlook = {};
};

struct ChartLimit {
    double value = 0;
    QString name;                     ///< "critical", "SLO"; the value is added by the chart
};

/// Everything one chart draws; a value that replaces the one before.
struct ChartContent {
    QString unit;                     ///< "seconds", "ratio", "bytes", "1/s", ""
    std::vector<ChartLine> lines;
    std::vector<ChartLimit> limits;
    std::vector<Anomaly> anomalies;
    std::vector<LabelRegion> labels;
    TimeMs now = 0;                   ///< where the future begins
    ChartView view {};
    std::size_t found = 0;            ///< series there are, where more than are drawn; those drawn have the greatest last values
};

/// What one plot shows of time and value, and where on the widget (logical pixels). Shared by all items of a plot.
struct PlotFrame {
    QRectF plot;
    TimeMs from = 0, to = 1;
    double lower = 0, upper = 1;
    double ratio = 1;                 ///< device pixels per logical pixel

    double x(TimeMs t) const { return plot.left() + plot.width() * double(t - from) / double(to > from ? to - from : 1); }
    double y(double v) const { return plot.bottom() - plot.height() * (v - lower) / (upper > lower ? upper - lower : 1); }
    TimeMs time(double px) const { return from + TimeMs(double(to - from) * (px - plot.left()) / (plot.width() > 0 ? plot.width() : 1)); }
};

} // namespace lepto
