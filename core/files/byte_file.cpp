#include "core/files/byte_file.h"

#include "core/base/text.h"
#include "core/store/checksum.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace lepto {

namespace {

constexpr std::uint64_t kWindow = 128 << 10;

} // namespace

Result<ByteFile> ByteFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error { ErrorCode::NotFound, utf8(path), utf8(QCoreApplication::translate("Files", "there is no such file")) };
    if (!info.isFile())
        return Error { ErrorCode::BadInput, utf8(path), utf8(QCoreApplication::translate("Files", "is not a regular file")) };
    if (QFile file(path); !file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::Unavailable, utf8(path), utf8(file.errorString()) };
    ByteFile file;
    file.m_name = path;
    file.m_size = std::uint64_t(info.size());
    return file;
}

ByteFile ByteFile::of(ByteView bytes, const QString &name)
{
    ByteFile file;
    file.m_name = name;
    file.m_inMemory = true;
    file.m_bytes = bytes;
    file.m_size = bytes.size();
    return file;
}

ByteView ByteFile::read(std::uint64_t at, std::uint64_t size)
{
    if (at > m_size || size > m_size - at)
        throw FileFault { at, QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies") };
    if (m_inMemory)
        return m_bytes.subspan(std::size_t(at), std::size_t(size));
    if (at < m_windowAt || at + size > m_windowAt + m_window.size())
        refill(at, size);
    return ByteView(m_window).subspan(std::size_t(at - m_windowAt), std::size_t(size));
}

void ByteFile::refill(std::uint64_t at, std::uint64_t size)
{
    m_window.resize(std::size_t(std::min(std::max(size, kWindow), m_size - at)));
    m_windowAt = at;
    QFile file(m_name);
    const bool there = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && file.seek(qint64(at));
    const qint64 got = there ? file.read(reinterpret_cast<char *>(m_window.data()), qint64(m_window.size())) : -1;
    m_window.resize(std::size_t(std::max<qint64>(got, 0)));
    if (m_window.size() < size)
        throw FileFault { at + m_window.size(), QT_TRANSLATE_NOOP("Files", "the file became shorter while it was read") };
}

ByteView ByteFile::readChecked(std::uint64_t at, std::uint64_t size)
{
    if (at > m_size || m_size - at < 4 || size > m_size - at - 4)
        throw FileFault { at, QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies") };
    const ByteView whole = read(at, size + 4);
    const ByteView data = whole.first(std::size_t(size));
    if (ByteCursor(whole.last(4)).be32() != crc32c(data))
        throw FileFault { at, QT_TRANSLATE_NOOP("Files", "the checksum does not match") };
    return data;
}

Error ByteFile::damaged(const FileFault &fault) const { return damagedFile(m_name, fault); }

Error damagedFile(const QString &name, const FileFault &fault)
{
    return { ErrorCode::Damaged, utf8(name),
        utf8(QCoreApplication::translate("Files", "at byte %1: %2")
                .arg(QString::number(fault.at), QCoreApplication::translate("Files", fault.reason))) };
}

} // namespace lepto
