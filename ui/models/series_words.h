#pragma once

#include "ml/base/series.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// Names and units of series as a person reads them. Label values are untrusted: everything that comes out is one plain line.

/// The unit a signal carries, else what the metric's name ends with ("_seconds", "_bytes", "_ratio").
QString seriesUnit(const Labels &labels);
/// "checkout, latency_p99" for a signal, "node_load1 {instance="a:9100"}" for anything else.
QString seriesTitle(const Labels &labels);
/// Short names that tell series apart: the labels in which they differ; a single series gets its title.
QStringList distinctNames(const std::vector<Labels> &series);
/// True for a name that only counts up: "_total", "_count", "_sum", "_bucket".
bool isCounter(const QString &metric);

} // namespace lepto
