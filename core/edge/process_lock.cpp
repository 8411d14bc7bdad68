#include "core/edge/process_lock.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace lepto {

namespace {

struct flock wholeFile()
{
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

ProcessLock::~ProcessLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool ProcessLock::take(const QByteArray &note)
{
    if (held())
        return true;
    const int fd = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return false;
    struct flock lock = wholeFile();
    if (::fcntl(fd, F_SETLK, &lock) != 0) {
        ::close(fd);
        return false;
    }
    m_fd = fd;
    return ::ftruncate(fd, 0) == 0 && ::pwrite(fd, note.constData(), std::size_t(note.size()), 0) == note.size();
}

qint64 ProcessLock::holder() const
{
    if (held())
        return 0;
    const int fd = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return 0;
    struct flock lock = wholeFile();
    const bool taken = ::fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(fd);
    return taken ? lock.l_pid : 0;
}

QByteArray ProcessLock::note() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
}

} // namespace lepto
