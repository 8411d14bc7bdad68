#include "core/edge/spool_folder.h"

#include "core/base/save_file.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

namespace lepto {

namespace {

Error unavailable(const QString &path)
{
    return { ErrorCode::Unavailable, utf8(path), utf8(QCoreApplication::translate("Edge", "the folder cannot be written")) };
}

Result<void> write(const QString &path, const QByteArray &text)
{
    const auto saved = saveFile(path, text);
    return saved ? saved : Result<void>(unavailable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(4096).trimmed() : QByteArray();
}

std::optional<EdgePosition> positionIn(const QString &name)
{
    const QStringList parts = name.chopped(4).split(u'-');
    if (parts.size() != 2)
        return std::nullopt;
    bool seq = false, samples = false;
    const EdgePosition position { parts[0].toULongLong(&seq, 16), parts[1].toULongLong(&samples, 16) };
    return seq && samples ? std::optional(position) : std::nullopt;
}

} // namespace

Result<SpoolFolder> SpoolFolder::open(const QString &path)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return unavailable(path);
    const QString file = path + QStringLiteral("/id");
    if (!QFile::exists(file)) {
        const QString fresh = file + QUuid::createUuid().toString(QUuid::Id128);
        if (const auto written = write(fresh, "1 " + QUuid::createUuid().toString(QUuid::Id128).toLatin1() + '\n'); !written)
            return written.error();
        QFile::rename(fresh, file); // refuses to replace: whoever was first has named the spool
        QFile::remove(fresh);
    }
    const QList<QByteArray> words = read(file).split(' ');
    if (words.size() != 2 || words[0] != "1" || words[1].size() != 32)
        return Error { ErrorCode::Damaged, utf8(file), utf8(QCoreApplication::translate("Edge", "it is not a spool of this version")) };
    return SpoolFolder(path, QString::fromLatin1(words[1]));
}

QString SpoolFolder::segmentPath(const EdgePosition &before) const
{
    return QStringLiteral("%1/%2-%3.seg").arg(m_path).arg(before.seq, 16, 16, QLatin1Char('0')).arg(before.samples, 16, 16, QLatin1Char('0'));
}

std::vector<SpoolSegment> SpoolFolder::segments() const
{
    std::vector<SpoolSegment> all;
    for (const QFileInfo &file : QDir(m_path).entryInfoList({ QStringLiteral("*.seg") }, QDir::Files, QDir::Name)) {
        if (const auto before = positionIn(file.fileName()))
            all.push_back({ *before, file.filePath(), std::uint64_t(file.size()) });
    }
    return all;
}

SpoolTaken SpoolFolder::taken() const
{
    const QList<QByteArray> words = read(m_path + QStringLiteral("/taken")).split(' ');
    if (words.size() != 3)
        return {};
    return { { words[0].toULongLong(), words[1].toULongLong() }, words[2].toULongLong() };
}

Result<void> SpoolFolder::save(const SpoolTaken &taken) const
{
    const QByteArray text = QByteArray::number(qulonglong(taken.upTo.seq)) + ' ' + QByteArray::number(qulonglong(taken.upTo.samples)) + ' '
        + QByteArray::number(qulonglong(taken.dropped)) + '\n';
    return write(m_path + QStringLiteral("/taken"), text);
}

void SpoolFolder::removeTaken(const EdgePosition &upTo) const
{
    const auto all = segments();
    for (std::size_t i = 0; i + 1 < all.size() && all[i + 1].before.seq <= upTo.seq; ++i)
        QFile::remove(all[i].path);
}

} // namespace lepto
