#include "core/audit/checkpoint.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QStringList>

namespace lepto {

namespace {

const QString kDash = QString(QChar(0x2014)) + u' ';

QString originOf(const QByteArray &publicKey)
{
    return QStringLiteral("leptoscope/") + SigningKey::fingerprintOf(publicKey);
}

QByteArray keyIdOf(const QString &origin, const QByteArray &publicKey)
{
    return QCryptographicHash::hash(origin.toUtf8() + "\n\1" + publicKey, QCryptographicHash::Sha256).left(4);
}

QString bodyOf(const Checkpoint &head, const QString &origin)
{
    return QStringLiteral("%1\n%2\n%3\n").arg(origin, QString::number(head.size), QString::fromLatin1(head.root.toBase64()));
}

QString noteOf(const QString &body, const QString &origin, const QByteArray &signature)
{
    return body + u'\n' + kDash + origin + u' ' + QString::fromLatin1(signature.toBase64()) + u'\n';
}

Error damaged(const char *reason)
{
    return { ErrorCode::Damaged, "", utf8(QCoreApplication::translate("Checkpoint", reason)) };
}

} // namespace

QString Checkpoint::signedNote(const SigningKey &key) const
{
    const QString origin = originOf(key.publicKey());
    const QString body = bodyOf(*this, origin);
    return noteOf(body, origin, keyIdOf(origin, key.publicKey()) + key.sign(body.toUtf8()));
}

bool Checkpoint::saidBy(const QString &note) const
{
    return note == bodyOf(*this, note.section(u'\n', 0, 0)) + u'\n' + note.section(u'\n', 4);
}

QString Checkpoint::signerOf(const QString &note)
{
    return note.section(u'\n', 0, 0).section(QStringLiteral("leptoscope/"), 1);
}

Result<Checkpoint> Checkpoint::open(const QString &note, const QByteArray &publicKey)
{
    const QStringList lines = note.split(u'\n');
    if (note.size() > 1000 || lines.size() != 6)
        return damaged(QT_TRANSLATE_NOOP("Checkpoint", "the text is not a signed head of an audit log"));
    const QString origin = originOf(publicKey);
    if (lines[0] != origin)
        return damaged(QT_TRANSLATE_NOOP("Checkpoint", "the head was signed with another key"));
    const Checkpoint head { lines[1].toLongLong(), QByteArray::fromBase64(lines[2].toLatin1()) };
    const QByteArray blob = QByteArray::fromBase64(lines[4].section(u' ', -1).toLatin1());
    const QString body = bodyOf(head, origin);
    // Spelled again and compared, because base64 and numbers have several spellings.
    const bool same = note == noteOf(body, origin, keyIdOf(origin, publicKey) + blob.mid(4));
    if (!same || head.root.size() != 32 || !SigningKey::verify(body.toUtf8(), blob.mid(4), publicKey))
        return damaged(QT_TRANSLATE_NOOP("Checkpoint", "the signature of the head does not match"));
    return head;
}

} // namespace lepto
