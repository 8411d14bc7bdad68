#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// An SQLite result code (plain or extended) as one sentence about `file`. Full disk and failed writes are Exhausted
/// (a limited file size reports IOERR_WRITE, a full disk FULL), NOTADB and CORRUPT are Damaged, BUSY and LOCKED Conflict,
/// READONLY Refused, CANTOPEN and other I/O errors Unavailable; anything else is Internal and keeps `detail`.
Error sqliteError(int code, const QString &file, const QString &detail = {});

} // namespace lepto
