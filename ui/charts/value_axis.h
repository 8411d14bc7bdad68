#pragma once

#include <QFontMetricsF>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// The scale in which an axis speaks: a value times `factor` carries `suffix` ("ms", "%", "MiB", "k/s").
struct UnitScale {
    double factor = 1;
    QString suffix;
};

/// Chooses prefix or larger unit for values up to `magnitude`; `unit` is that of a signal: "seconds", "ratio", "bytes", "bytes/s", "1/s", "".
UnitScale unitScale(const QString &unit, double magnitude);

/// A value axis with round ticks. `lower` and `upper` are in the unit of the data and end on ticks or on the data, whichever is wider.
struct ValueAxis {
    double lower = 0, upper = 1;
    std::vector<double> ticks;        ///< in the unit of the data, ascending
    QStringList labels;               ///< beside the ticks; the unit stands at the top one only where one prefix serves all
};

/// About `wanted` ticks at 1, 2, 2.5 or 5 times a power of ten of the scaled unit. Starts at zero unless the data keep far from it
/// (lowest over 60 % of the highest); not finite or equal ends give a readable axis round the value.
ValueAxis readableAxis(double lowest, double highest, const QString &unit, int wanted);

/// An axis in decades: ends and ticks are logarithms to the base 10, labels the values themselves, each with its own prefix. Within two
/// decades 2 and 5 are ticks too. Not finite or inverted ends give one decade from 1.
ValueAxis decadeAxis(double lowest, double highest, const QString &unit, int wanted);

/// Rows from bottom to top, named at their middles; names longer than `widest` pixels in `metrics` are cut.
ValueAxis rowAxis(const QStringList &rows, const QFontMetricsF &metrics, double widest);

} // namespace lepto
