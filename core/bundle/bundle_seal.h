#pragma once

#include "ml/base/result.h"

#include <QByteArray>
#include <QString>

namespace lepto {

/// The last 40 bytes of a bundle: a mark and the SHA-256 of everything before them. SQLite does not look behind its last page,
/// so the file stays a plain database, and any changed, missing or added byte shows.
namespace bundle_seal {

/// Appends the seal and forces the file to the disk; answers the hash. Errors: Exhausted, Unavailable.
Result<QByteArray> write(const QString &file);
/// The hash where it holds. Errors: NotFound, Unavailable, Damaged (not a bundle, cut short, changed).
Result<QByteArray> verify(const QString &file);

} // namespace bundle_seal

} // namespace lepto
