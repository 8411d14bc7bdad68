#include "core/bundle/bundle_seal.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

#include <unistd.h>

namespace lepto::bundle_seal {

namespace {

constexpr char kMark[] = "LEPTSEAL";
constexpr qint64 kMarkSize = 8, kSealSize = kMarkSize + 32;
constexpr char kDatabaseMark[] = "SQLite format 3";

Error say(ErrorCode code, const QString &file, const char *reason)
{
    return { code, utf8(file), utf8(QCoreApplication::translate("Bundle", reason)) };
}

Error unreadable(const QString &file)
{
    return say(ErrorCode::Unavailable, file, QT_TRANSLATE_NOOP("Bundle", "the file cannot be read"));
}

/// The hash of the first `size` bytes, or nothing where they cannot be read.
QByteArray hashOf(QFile &file, qint64 size)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (size > 0) {
        const QByteArray part = file.read(std::min<qint64>(size, 1 << 20));
        if (part.isEmpty())
            return {};
        hash.addData(part);
        size -= part.size();
    }
    return hash.result();
}

} // namespace

Result<QByteArray> write(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite))
        return unreadable(name);
    const QByteArray hash = hashOf(file, file.size());
    if (hash.isEmpty())
        return unreadable(name);
    const bool written = file.seek(file.size()) && file.write(kMark, kMarkSize) == kMarkSize && file.write(hash) == hash.size()
        && file.flush() && fsync(file.handle()) == 0;
    if (!written)
        return say(ErrorCode::Exhausted, name, QT_TRANSLATE_NOOP("Bundle", "the bundle cannot be written: the disk is full"));
    return hash;
}

Result<QByteArray> verify(const QString &name)
{
    QFile file(name);
    if (!file.exists())
        return say(ErrorCode::NotFound, name, QT_TRANSLATE_NOOP("Bundle", "the file does not exist"));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(name);
    if (file.peek(sizeof kDatabaseMark) != QByteArray(kDatabaseMark, sizeof kDatabaseMark))
        return say(ErrorCode::Damaged, name, QT_TRANSLATE_NOOP("Bundle", "the file is not a bundle"));
    const qint64 size = file.size() - kSealSize;
    if (size <= 0 || !file.seek(size))
        return say(ErrorCode::Damaged, name, QT_TRANSLATE_NOOP("Bundle", "the bundle was cut short"));
    const QByteArray seal = file.read(kSealSize);
    if (!seal.startsWith(kMark))
        return say(ErrorCode::Damaged, name,
            QT_TRANSLATE_NOOP("Bundle", "the bundle has no seal at its end: it was cut short or never finished"));
    file.seek(0);
    const QByteArray hash = hashOf(file, size);
    if (hash != seal.mid(kMarkSize))
        return say(ErrorCode::Damaged, name, QT_TRANSLATE_NOOP("Bundle", "the bundle was changed after it was made"));
    return hash;
}

} // namespace lepto::bundle_seal
