#pragma once

#include "ui/charts/chart_content.h"

namespace lepto {

/// "time,series,min,max,last" with one row a column of every series, also of hidden ones; RFC 4180, UTC. A field that a
/// spreadsheet would run as a formula is quoted off.
QString chartCsv(const ChartContent &content);

} // namespace lepto
