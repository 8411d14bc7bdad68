#pragma once

#include "core/changes/change.h"
#include "ml/base/result.h"

#include <QJsonObject>

namespace lepto {

/// A change as a JSON object: `id time timeEnd title text tags labels source externalId url author`, times in milliseconds.
/// Bundles, `change list --json`, watched files and the webhook speak this form.
QJsonObject toJson(const Change &change);

/// Reading is lenient about what is absent: only `title` (or `text`) is needed; `time` may be milliseconds, seconds or RFC 3339 and
/// defaults to `now`; `service` is short for the label of that name. What is too long is cut.
/// Errors: BadInput naming the field.
Result<Change> changeFromJson(const QJsonObject &object, TimeMs now);

/// A time as sources write it: milliseconds, seconds (below 1e11) or RFC 3339 with or without a fraction. Errors: BadInput.
Result<TimeMs> changeTime(const QJsonValue &value);
Result<TimeMs> changeTime(const QString &text);

/// Cuts what is longer than change_limit, drops control characters from the one-line parts, addresses that are not http(s) and ends before the begin.
void trimChange(Change &change);

} // namespace lepto
