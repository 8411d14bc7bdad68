#include "core/audit/audit_proof.h"

#include "core/audit/checkpoint.h"
#include "core/audit/entry_codec.h"
#include "core/audit/merkle_log.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace lepto {

namespace {

const QString kHeader = QStringLiteral("c2sp.org/tlog-proof@v1");
constexpr qsizetype kMaxText = 1 << 20;

Error failed(ErrorCode code, const char *reason)
{
    return { code, "", utf8(QCoreApplication::translate("AuditProof", reason)) };
}

} // namespace

QString AuditProof::text() const
{
    QStringList lines { kHeader, QStringLiteral("extra ") + QString::fromLatin1(body.toBase64()),
        QStringLiteral("index ") + QString::number(seq - 1) };
    for (const QByteArray &hash : path)
        lines += QString::fromLatin1(hash.toBase64());
    return lines.join(u'\n') + QStringLiteral("\n\n") + note;
}

Result<AuditEntry> AuditProof::check(const QString &text, const QByteArray &publicKey)
{
    const qsizetype gap = text.indexOf(QStringLiteral("\n\n"));
    const QStringList lines = text.left(gap).split(u'\n');
    if (text.size() > kMaxText || gap < 0 || lines.size() < 3 || lines[0] != kHeader
        || !lines[1].startsWith(QStringLiteral("extra ")) || !lines[2].startsWith(QStringLiteral("index ")))
        return failed(ErrorCode::BadInput, QT_TRANSLATE_NOOP("AuditProof", "the text is not a proof of an audit entry"));
    AuditProof proof { QByteArray::fromBase64(lines[1].mid(6).toLatin1()), lines[2].mid(6).toLongLong() + 1, {},
        text.mid(gap + 2) };
    for (const QString &line : lines.mid(3))
        proof.path.push_back(QByteArray::fromBase64(line.toLatin1()));
    const auto head = Checkpoint::open(proof.note, publicKey);
    if (!head)
        return head.error();
    const QByteArray leaf = merkle::leafHash(proof.body);
    auto entry = decodeEntry(proof.body);
    const bool holds = proof.text() == text && entry && entry->seq == proof.seq
        && merkle::verifyInclusion(leaf, proof.seq - 1, head->size, proof.path, head->root);
    if (!holds)
        return failed(ErrorCode::Damaged, QT_TRANSLATE_NOOP("AuditProof", "the entry does not belong to the signed head"));
    entry->leafHash = leaf;
    return entry;
}

} // namespace lepto
