#pragma once

#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QString>

namespace lepto {

/// How long a silence is to last: one of the two is set.
struct SilenceEnd {
    qint64 durationMs = 0;                         ///< from its start
    TimeMs endsAt = 0;
};

/// A typed span ("90m", "2h", "1d12h") or moment ("2026-11-18 14:00", "now+2h"). Errors: BadInput, also for an end that has passed.
Result<SilenceEnd> silenceEnd(const QString &text, TimeMs now, bool utc);
/// A typed start; empty: 0, at once. Errors: BadInput, also for one that has passed.
Result<TimeMs> silenceStart(const QString &text, TimeMs now, bool utc);
/// A moment in the form that both read: "2026-11-18 14:05:00".
QString momentText(TimeMs at, bool utc);

} // namespace lepto
