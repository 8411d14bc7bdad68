#pragma once

#include "core/audit/audit_entry.h"
#include "core/base/signing_key.h"

#include <vector>

namespace lepto {

/// Shows to somebody without the database that one entry is in the log: the entry, its path to the root, the signed root.
/// The text is a C2SP tlog-proof with the entry in its `extra` line.
struct AuditProof {
    QByteArray body;
    qint64 seq = 0;
    std::vector<QByteArray> path;
    QString note;

    QString text() const;
    /// The entry, when the text proves it. Errors: BadInput (not a proof), Damaged (does not hold).
    static Result<AuditEntry> check(const QString &text, const QByteArray &publicKey);
};

} // namespace lepto
