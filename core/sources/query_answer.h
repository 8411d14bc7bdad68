#pragma once

#include "ml/base/native_histogram.h"
#include "ml/base/series.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

struct QuerySeries {
    Labels labels;
    std::vector<Sample> samples;      ///< in time order as the server sent them
    std::vector<HistogramSample> histograms = {}; ///< the same; a series may have both
};

/// What a Prometheus-like server answered to a query, with everything one must know to trust it.
struct QueryAnswer {
    enum class Type { Matrix, Vector, Scalar, String };
    Type type = Type::Matrix;
    std::vector<QuerySeries> series;  ///< a scalar is one series without labels
    QString text;                     ///< of a string
    QStringList warnings, infos;      ///< from the server, plain text
    bool partial = false;             ///< the server says that something is missing
    qint64 histogramsLeftOut = 0;     ///< native histograms that contradict themselves or have an unknown form
    qint64 clockOffsetMs = 0;         ///< server minus ours; 0 where unknown
    qint64 tookMs = 0, bytes = 0;
    int requests = 1;                 ///< a long range is asked in parts
};

} // namespace lepto
