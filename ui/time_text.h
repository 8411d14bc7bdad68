#pragma once

#include "ml/base/series.h"

#include <QString>

#include <optional>

namespace lepto {

/// A typed moment: `now`, `now-6h`, `now+1d`, `now/d` (start of the day), `2026-11-18`, `2026-11-18 14:00[:30]`. Nothing where it is none
/// of these. Absolute times are UTC or local.
std::optional<TimeMs> parseMoment(const QString &text, TimeMs now, bool utc);
/// "15m", "3h", "7d", "2w" as milliseconds.
std::optional<TimeMs> parseSpan(const QString &text);

} // namespace lepto
