#pragma once

#include "ml/base/result.h"

#include <QByteArray>
#include <QString>

namespace lepto {

/// Writes a small file of the data folder for its owner alone: beside it, durable, then renamed over it, so that a full disk or a crash
/// leaves the former one. A link is followed. Errors: Exhausted (disk full), Unavailable.
Result<void> saveFile(const QString &path, const QByteArray &bytes);

} // namespace lepto
