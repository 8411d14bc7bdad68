#pragma once

#include "core/audit/audit_entry.h"
#include "core/store/ops_database.h"

#include <functional>

namespace lepto {

/// Recomputes the audit log from its stored bytes: each leaf, each head, each signature, the order, and the anchor outside.
///   Broken      something differs; `firstBad` is the first entry concerned (0 where the anchor alone tells)
///   Unverified  all is sound inside, but no anchor confirms the end (or the check was stopped): never to be shown as good
///   Verified    the database contains the anchored head
/// Reads only; make one in the thread that needs it, with an OpsDatabase of that thread.
class AuditVerifier {
public:
    AuditVerifier(const OpsDatabase &db, QByteArray publicKey, QString anchorFile);
    /// Progress 0..1, about every thousand entries; false stops.
    AuditVerdict verify(const std::function<bool(double)> &progress = {}) const;
    /// An exported file by the same rules. Without an anchor the best answer is Unverified.
    static AuditVerdict verifyExport(const QString &file, const QByteArray &publicKey);

private:
    AuditVerdict confirm(AuditVerdict verdict, const QByteArray &anchoredRoot) const;

    const OpsDatabase &m_db;
    QByteArray m_publicKey;
    QString m_anchorFile;
};

} // namespace lepto
