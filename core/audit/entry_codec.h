#pragma once

#include "core/audit/audit_entry.h"
#include "ml/base/result.h"

namespace lepto {

/// The canonical bytes of an entry: JSON with sorted keys, no spaces and only ASCII (other characters as \uXXXX).
/// Hashed and stored as they are; never written a second time from the parsed form.
QByteArray encodeEntry(const AuditEntry &entry);
/// Fills everything but `leafHash`. Errors: Damaged.
Result<AuditEntry> decodeEntry(const QByteArray &body);

} // namespace lepto
