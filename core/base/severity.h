#pragma once

#include <QtGlobal>

namespace lepto {

/// State codes, worst last where they are compared. ui chooses mark, colour and word; see the design's table of marks.
enum class Severity : quint8 { Ok, Maintenance, NoData, Stale, Info, Warning, Critical };

inline Severity worse(Severity a, Severity b) { return a < b ? b : a; }

} // namespace lepto
