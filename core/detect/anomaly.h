#pragma once

#include "ml/base/series.h"

#include <QMetaType>
#include <QString>

namespace lepto {

/// A stretch of a signal that a detector finds abnormal. `to` grows while it lasts; `open` says it still does.
struct Anomaly {
    Labels series;
    std::string service;
    std::string signal;
    TimeMs from = 0, to = 0;
    double score = 0;                 ///< the highest in the stretch, 0..1
    double value = 0, expected = 0, lower = 0, upper = 0; ///< at the highest score
    QString detector;                 ///< "baseline" or "model:NAME@VERSION"
    bool open = true;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Anomaly)
