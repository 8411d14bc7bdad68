#include "core/audit/audit_log.h"

#include "core/audit/audit_verifier.h"
#include "core/audit/entry_codec.h"
#include "core/audit/merkle_log.h"
#include "core/base/text.h"
#include "core/store/ops_query.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>

#include <limits>

namespace lepto {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditLog", text);
}

QString textOf(const std::vector<QByteArray> &peaks)
{
    QByteArray hex;
    for (const QByteArray &peak : peaks)
        hex += peak.toHex();
    return QString::fromLatin1(hex);
}

Result<CompactRange> readHead(const OpsDatabase &db)
{
    auto query = runQuery(db, QStringLiteral("SELECT size, peaks FROM audit_checkpoint ORDER BY size DESC LIMIT 1"));
    if (!query)
        return query.error();
    if (!query->next())
        return CompactRange();
    const qint64 size = query->value(0).toLongLong();
    const QByteArray bytes = QByteArray::fromHex(query->value(1).toString().toLatin1());
    std::vector<QByteArray> peaks;
    for (qsizetype at = 0; at < bytes.size(); at += 32)
        peaks.push_back(bytes.mid(at, 32));
    if (bytes.size() % 32 != 0 || !CompactRange::fits(size, peaks.size()))
        return Error { ErrorCode::Damaged, utf8(db.file()), utf8(tr("the head of the audit log is damaged")) };
    return CompactRange(size, std::move(peaks));
}

Result<std::vector<QByteArray>> readLeaves(const OpsDatabase &db)
{
    auto query = runQuery(db, QStringLiteral("SELECT leaf FROM audit ORDER BY seq"));
    if (!query)
        return query.error();
    std::vector<QByteArray> leaves;
    while (query->next())
        leaves.push_back(QByteArray::fromHex(query->value(0).toString().toLatin1()));
    return leaves;
}

} // namespace

AuditLog::AuditLog(OpsDatabase &db, SigningKey key, const Clock &clock, const QString &anchorFile)
    : m_db(db)
    , m_key(std::move(key))
    , m_clock(clock)
    , m_anchor(anchorFile)
{ }

Result<AuditEntry> AuditLog::append(const QString &actor, const QString &type, const QString &subject, const QJsonObject &detail)
{
    auto head = readHead(m_db);
    if (!head)
        return head.error();
    AuditEntry entry { head->size() + 1, m_clock.now(), actor, type, subject, detail, {} };
    const QByteArray body = encodeEntry(entry);
    entry.leafHash = merkle::leafHash(body);
    head->append(entry.leafHash);
    auto stored = runQuery(m_db, QStringLiteral("INSERT INTO audit (seq, body, leaf) VALUES (?, ?, ?)"),
        { entry.seq, QString::fromLatin1(body), QString::fromLatin1(entry.leafHash.toHex()) });
    if (!stored)
        return stored.error();
    if (auto known = enterKey(); !known)
        return known.error();
    const QString note = Checkpoint { head->size(), head->root() }.signedNote(m_key);
    auto sealed = runQuery(m_db, QStringLiteral("INSERT INTO audit_checkpoint (size, peaks, note) VALUES (?, ?, ?)"),
        { entry.seq, textOf(head->peaks()), note });
    if (!sealed)
        return sealed.error();
    return entry;
}

/// Several consoles, each with a key of its own, write into a database that a team shares.
Result<void> AuditLog::enterKey()
{
    if (m_db.backend() == OpsDatabase::Backend::Sqlite)
        return {};
    auto entered = runQuery(m_db, QStringLiteral("INSERT INTO audit_key (fingerprint, public_key, at_ms) VALUES (?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING"),
        { m_key.fingerprint(), QString::fromLatin1(m_key.publicKey().toHex()), qint64(m_clock.now()) });
    return entered ? Result<void>() : entered.error();
}

Result<void> AuditLog::commit(OpsDatabase::Transaction &transaction)
{
    if (auto done = transaction.commit(); !done)
        return done;
    const auto anchored = anchorHead();
    m_anchorProblem = anchored ? QString() : qstr(anchored.error());
    return {};
}

Result<AuditEntry> AuditLog::record(const QString &actor, const QString &type, const QString &subject, const QJsonObject &detail)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto entry = append(actor, type, subject, detail);
    if (!entry)
        return entry;
    if (auto done = commit(*transaction); !done)
        return done.error();
    return entry;
}

Result<QString> AuditLog::latestNote() const
{
    auto query = runQuery(m_db, QStringLiteral("SELECT note FROM audit_checkpoint ORDER BY size DESC LIMIT 1"));
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toString() : QString();
}

/// The same head under our own signature: a colleague's console may have written the entry.
QString AuditLog::ownNote(const QString &note) const
{
    const Checkpoint head { note.section(u'\n', 1, 1).toLongLong(), QByteArray::fromBase64(note.section(u'\n', 2, 2).toLatin1()) };
    const bool foreign = m_db.backend() != OpsDatabase::Backend::Sqlite && Checkpoint::signerOf(note) != m_key.fingerprint() && head.saidBy(note);
    return foreign ? head.signedNote(m_key) : note;
}

Result<void> AuditLog::anchorHead()
{
    const auto note = latestNote();
    if (!note)
        return note.error();
    if (m_anchor.path().isEmpty() || note->isEmpty())
        return {};
    if (m_anchor.exists()) { // never replaced by a history that does not contain it, or a set-back database would hide itself
        const auto anchored = m_anchor.read(m_key.publicKey());
        if (!anchored)
            return anchored.error();
        auto query = runQuery(m_db, QStringLiteral("SELECT note FROM audit_checkpoint WHERE size = ?"), { anchored->size });
        if (!query)
            return query.error();
        if (!query->next() || ownNote(query->value(0).toString()) != anchored->signedNote(m_key))
            return Error { ErrorCode::Conflict, utf8(m_anchor.path()),
                utf8(tr("the database does not contain the anchored head")) };
    }
    return m_anchor.write(ownNote(*note));
}

Result<std::vector<AuditEntry>> AuditLog::entries(qint64 before, int limit) const
{
    auto query = runQuery(m_db, QStringLiteral("SELECT body, leaf FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?"),
        { before > 0 ? before : std::numeric_limits<qint64>::max(), limit });
    if (!query)
        return query.error();
    std::vector<AuditEntry> found;
    while (query->next()) {
        auto entry = decodeEntry(query->value(0).toString().toUtf8());
        if (!entry)
            return Error { ErrorCode::Damaged, utf8(m_db.file()), entry.error().reason };
        entry->leafHash = QByteArray::fromHex(query->value(1).toString().toLatin1());
        found.push_back(std::move(*entry));
    }
    return found;
}

AuditVerdict AuditLog::verify(const std::function<bool(double)> &progress) const
{
    return AuditVerifier(m_db, m_key.publicKey(), m_anchor.path()).verify(progress);
}

Result<AuditProof> AuditLog::prove(qint64 seq) const
{
    auto query = runQuery(m_db, QStringLiteral("SELECT body FROM audit WHERE seq = ?"), { seq });
    if (!query)
        return query.error();
    if (!query->next())
        return Error { ErrorCode::NotFound, utf8(tr("audit entry %1").arg(seq)), utf8(tr("there is no such entry")) };
    AuditProof proof { query->value(0).toString().toUtf8(), seq, {}, {} };
    const auto leaves = readLeaves(m_db);
    if (!leaves)
        return leaves.error();
    proof.path = merkle::inclusionProof(*leaves, seq - 1);
    proof.note = Checkpoint { qint64(leaves->size()), merkle::rootOf(*leaves) }.signedNote(m_key);
    const auto stored = latestNote();
    if (!stored)
        return stored.error();
    if (ownNote(*stored) != proof.note)
        return Error { ErrorCode::Damaged, utf8(m_db.file()), utf8(tr("the entries do not give the signed head")) };
    return proof;
}

Result<void> AuditLog::exportTo(const QString &file) const
{
    auto query = runQuery(
        m_db, QStringLiteral("SELECT a.body, c.note FROM audit a JOIN audit_checkpoint c ON c.size = a.seq ORDER BY a.seq"));
    if (!query)
        return query.error();
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return Error { ErrorCode::Unavailable, utf8(file), utf8(out.errorString()) };
    const auto line
        = [&out](const QJsonObject &object) { out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'); };
    line({ { QStringLiteral("format"), QStringLiteral("leptoscope-audit") }, { QStringLiteral("version"), 1 },
        { QStringLiteral("publicKey"), QString::fromLatin1(m_key.publicKey().toHex()) } });
    QString note;
    while (query->next()) {
        out.write(query->value(0).toString().toUtf8() + '\n');
        note = query->value(1).toString();
    }
    line({ { QStringLiteral("note"), ownNote(note) } });
    if (!out.commit())
        return Error { ErrorCode::Unavailable, utf8(file), utf8(out.errorString()) };
    return {};
}

} // namespace lepto
