#include "core/audit/audit_verifier.h"

#include "core/audit/anchor_file.h"
#include "core/audit/entry_codec.h"
#include "core/audit/merkle_log.h"
#include "core/base/text.h"
#include "core/store/ops_query.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSqlError>

#include <algorithm>
#include <map>

namespace lepto {

namespace {

constexpr qint64 kProgressEvery = 1000;
constexpr qint64 kMaxLine = 16 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditVerifier", text);
}

AuditVerdict broken(AuditVerdict verdict, qint64 seq, const QString &reason)
{
    verdict.code = AuditVerdict::Code::Broken;
    verdict.firstBad = seq;
    verdict.reason = reason;
    return verdict;
}

QString hexOf(const std::vector<QByteArray> &hashes)
{
    QByteArray hex;
    for (const QByteArray &hash : hashes)
        hex += hash.toHex();
    return QString::fromLatin1(hex);
}

/// Whose signature counts: ours, and in a database that a team shares those of the consoles that have entered theirs. What an entered key
/// could rewrite is what no console has anchored yet.
struct KeyRing {
    QByteArray own;
    std::map<QString, QByteArray> others{};

    QByteArray signerOf(const QString &note) const
    {
        const auto known = others.find(Checkpoint::signerOf(note));
        return known == others.end() ? own : known->second;
    }
};

Result<KeyRing> keysOf(const OpsDatabase &db, const QByteArray &own)
{
    KeyRing keys { own };
    if (db.backend() == OpsDatabase::Backend::Sqlite)
        return keys;
    auto rows = runQuery(db, QStringLiteral("SELECT public_key FROM audit_key"));
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const QByteArray key = QByteArray::fromHex(rows->value(0).toString().toLatin1());
        keys.others[SigningKey::fingerprintOf(key)] = key;
    }
    return keys;
}

/// One row of the log against what the rows before it lead to; an empty text when it is right.
QString faultOf(const QSqlQuery &row, CompactRange &range, const KeyRing &keys)
{
    const qint64 seq = range.size() + 1;
    if (row.value(0).toLongLong() != seq)
        return tr("Entry %1 is missing").arg(seq);
    const QByteArray body = row.value(1).toString().toUtf8();
    const QByteArray leaf = merkle::leafHash(body);
    const auto entry = decodeEntry(body);
    if (row.value(2).toString() != QString::fromLatin1(leaf.toHex()) || !entry || entry->seq != seq)
        return tr("Entry %1 does not match its hash").arg(seq);
    range.append(leaf);
    if (row.value(3).toString() != hexOf(range.peaks()))
        return tr("The tree after entry %1 does not match the entries").arg(seq);
    const auto head = Checkpoint::open(row.value(4).toString(), keys.signerOf(row.value(4).toString()));
    if (!head)
        return tr("The head after entry %1 is not genuine: %2").arg(QString::number(seq), qstr(head.error()));
    if (head->size != seq || head->root != range.root())
        return tr("The head after entry %1 does not match the entries").arg(seq);
    return {};
}

Result<qint64> numberOf(const OpsDatabase &db, const QString &sql)
{
    auto query = runQuery(db, sql);
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toLongLong() : 0;
}

} // namespace

AuditVerifier::AuditVerifier(const OpsDatabase &db, QByteArray publicKey, QString anchorFile)
    : m_db(db)
    , m_publicKey(std::move(publicKey))
    , m_anchorFile(std::move(anchorFile))
{ }

AuditVerdict AuditVerifier::verify(const std::function<bool(double)> &progress) const
{
    AuditVerdict verdict;
    const auto heads = numberOf(m_db, QStringLiteral("SELECT COALESCE(MAX(size), 0) FROM audit_checkpoint"));
    if (!heads)
        return broken(verdict, 0, qstr(heads.error()));
    const auto anchor = AnchorFile(m_anchorFile).read(m_publicKey);
    auto rows = runQuery(m_db,
        QStringLiteral("SELECT a.seq, a.body, a.leaf, c.peaks, c.note FROM audit a "
                       "LEFT JOIN audit_checkpoint c ON c.size = a.seq ORDER BY a.seq"));
    if (!rows)
        return broken(verdict, 0, qstr(rows.error()));
    const auto keys = keysOf(m_db, m_publicKey);
    if (!keys)
        return broken(verdict, 0, qstr(keys.error()));
    CompactRange range;
    QByteArray anchoredRoot;
    while (rows->next()) {
        const qint64 seq = range.size() + 1;
        if (const QString fault = faultOf(*rows, range, *keys); !fault.isEmpty())
            return broken(verdict, seq, fault);
        if (anchor && anchor->size == seq)
            anchoredRoot = range.root();
        verdict.entries = seq;
        if (progress && seq % kProgressEvery == 0 && !progress(std::min(1.0, double(seq) / double(*heads)))) {
            verdict.reason = tr("The check was stopped after entry %1").arg(seq);
            return verdict;
        }
    }
    verdict.root = range.root();
    if (rows->lastError().isValid())
        return broken(verdict, range.size() + 1, qstr(m_db.errorOf(*rows)));
    if (*heads > range.size())
        return broken(verdict, range.size() + 1, tr("Entries after %1 are missing").arg(range.size()));
    return confirm(std::move(verdict), anchoredRoot);
}

AuditVerdict AuditVerifier::confirm(AuditVerdict verdict, const QByteArray &anchoredRoot) const
{
    const AnchorFile file(m_anchorFile);
    if (!file.exists()) {
        verdict.reason = tr("The entries are sound, but no anchor outside the database confirms that none is missing");
        return verdict;
    }
    const auto anchor = file.read(m_publicKey);
    if (!anchor)
        return broken(std::move(verdict), 0, tr("The anchor is not genuine: %1").arg(qstr(anchor.error())));
    if (anchor->size > verdict.entries)
        return broken(std::move(verdict), verdict.entries + 1,
            tr("The anchor's head is entry %1, the database ends at %2")
                .arg(QString::number(anchor->size), QString::number(verdict.entries)));
    if (anchor->root != anchoredRoot)
        return broken(
            std::move(verdict), anchor->size, tr("The anchor's head at entry %1 differs from the database").arg(anchor->size));
    verdict.code = AuditVerdict::Code::Verified;
    verdict.reason
        = tr("All %1 entries match, anchored at entry %2").arg(QString::number(verdict.entries), QString::number(anchor->size));
    return verdict;
}

AuditVerdict AuditVerifier::verifyExport(const QString &file, const QByteArray &publicKey)
{
    AuditVerdict verdict;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return broken(verdict, 0, file + QStringLiteral(": ") + in.errorString());
    const QJsonObject header = QJsonDocument::fromJson(in.readLine(kMaxLine)).object();
    if (header[QStringLiteral("format")].toString() != QStringLiteral("leptoscope-audit"))
        return broken(verdict, 0, tr("The file is not an exported audit log"));
    CompactRange range;
    QByteArray line = in.readLine(kMaxLine);
    for (QByteArray next = in.readLine(kMaxLine); !next.isEmpty(); next = in.readLine(kMaxLine)) {
        const QByteArray body = line.chopped(line.endsWith('\n') ? 1 : 0);
        const auto entry = decodeEntry(body);
        if (!entry || entry->seq != range.size() + 1)
            return broken(verdict, range.size() + 1, tr("Entry %1 is missing").arg(range.size() + 1));
        range.append(merkle::leafHash(body));
        line = next;
    }
    verdict.entries = range.size();
    verdict.root = range.root();
    const auto head = Checkpoint::open(QJsonDocument::fromJson(line).object()[QStringLiteral("note")].toString(), publicKey);
    if (!head || head->size != verdict.entries || head->root != verdict.root)
        return broken(verdict, 0, tr("The entries do not give the signed head"));
    verdict.reason = tr("All %1 entries match the signed head of the file").arg(verdict.entries);
    return verdict;
}

} // namespace lepto
