#pragma once

#include "core/audit/anchor_file.h"
#include "core/audit/audit_entry.h"
#include "core/audit/audit_proof.h"
#include "core/base/clock.h"
#include "core/base/signing_key.h"
#include "core/store/ops_database.h"

#include <functional>
#include <vector>

namespace lepto {

/// The record of every decision and effect. An entry is appended inside the transaction of what it tells about, so that both
/// commit or neither does; each append leaves a signed head beside it. Entries never change.
/// `db` and `clock` outlive the log. Thread: the database's. Several processes may append to one database; in one that a team shares each
/// console signs with its own key, which it enters beside the log, and keeps its own anchor.
class AuditLog {
public:
    /// `anchorFile` lies outside the database's folder where that is possible; empty: no anchor, and the log stays Unverified.
    AuditLog(OpsDatabase &db, SigningKey key, const Clock &clock, const QString &anchorFile);

    /// To be called between OpsDatabase::begin() and commit(). Texts may hold anything, they are kept as data.
    /// Errors: the database's; the caller must not commit then ("no record, no action").
    Result<AuditEntry> append(const QString &actor, const QString &type, const QString &subject, const QJsonObject &detail = {});
    /// Commits, then copies the head to the anchor file. A failed anchor does not undo the commit, see anchorProblem().
    Result<void> commit(OpsDatabase::Transaction &transaction);
    /// An entry with a transaction of its own.
    Result<AuditEntry> record(const QString &actor, const QString &type, const QString &subject, const QJsonObject &detail = {});

    /// At most `limit` entries with seq < before (0: from the newest), newest first.
    Result<std::vector<AuditEntry>> entries(qint64 before, int limit) const;
    /// Reads the whole log (see AuditVerifier); progress 0..1 returns false to stop.
    AuditVerdict verify(const std::function<bool(double)> &progress = {}) const;
    /// Errors: NotFound.
    Result<AuditProof> prove(qint64 seq) const;
    /// JSON lines: a header, the bodies as hashed, the signed head. Written beside and renamed.
    Result<void> exportTo(const QString &file) const;

    const SigningKey &key() const { return m_key; }
    QString anchorFile() const { return m_anchor.path(); }
    QString anchorProblem() const { return m_anchorProblem; } ///< why the last head could not be anchored; empty: it was

private:
    Result<void> enterKey();
    Result<QString> latestNote() const;
    QString ownNote(const QString &note) const;
    Result<void> anchorHead();

    OpsDatabase &m_db;
    SigningKey m_key;
    const Clock &m_clock;
    AnchorFile m_anchor;
    QString m_anchorProblem;
};

} // namespace lepto
