#pragma once

#include "ml/base/series.h"

#include <QString>

namespace lepto {

/// How a person wants to see a chart: scale of the values, kind of drawing, comparison with the past, legend. A value that the
/// owner of a panel keeps as a text.
struct ChartView {
    enum class Scale : quint8 {
        Auto, ///< from zero unless the data keep far from it
        Zero,
        Log, ///< base 10; values of zero or below have no place and are counted
        Percent, ///< lines: of each series' first visible value; stacked and heat map: of the sum at that time
    };
    enum class Draw : quint8 {
        Lines,
        Stacked, ///< the last value of each pixel column
        Heat, ///< one row a series, or a histogram's buckets by `le`
    };
    enum class Past : quint8 { None, Day, Week };

    Scale scale = Scale::Auto;
    Draw draw = Draw::Lines;
    Past past = Past::None; ///< only lines are compared
    bool legend = false; ///< as a table under the plot

    /// How far back the comparison lies; 0: none is drawn.
    TimeMs shift() const;
    /// "log lines day legend", readable by fromText; words that are not known are passed over.
    QString text() const;
    static ChartView fromText(const QString &text);

    friend bool operator==(const ChartView &, const ChartView &) = default;
};

} // namespace lepto
