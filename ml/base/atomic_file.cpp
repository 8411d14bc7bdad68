#include "ml/base/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace lepto::ml {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }
    bool good() const { return m_fd >= 0; }

private:
    int m_fd;
};

Error systemError(const std::string &path)
{
    const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {full ? ErrorCode::Exhausted : ErrorCode::Unavailable, path, std::strerror(errno)};
}

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(std::size_t(written));
    }
    return true;
}

} // namespace

Result<void> writeFileAtomically(const std::string &path, std::span<const std::string_view> parts)
{
    const std::string temporary = path + ".part-" + std::to_string(::getpid());
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        bool good = file.good();
        for (const std::string_view part : parts)
            good = good && writeAll(file.get(), part);
        if (!good || ::fsync(file.get()) != 0) {
            const Error error = systemError(temporary);
            ::unlink(temporary.c_str());
            return error;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const Error error = systemError(path);
        ::unlink(temporary.c_str());
        return error;
    }
    const auto parent = std::filesystem::path(path).parent_path();
    const Descriptor folder(::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.good())
        ::fsync(folder.get());
    return {};
}

Result<std::string> readFile(const std::string &path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info{};
    if (!file.good() || ::fstat(file.get(), &info) != 0)
        return Error{errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable, path, std::strerror(errno)};
    if (!S_ISREG(info.st_mode))
        return Error{ErrorCode::BadInput, path, "not a regular file"};
    if (std::size_t(info.st_size) > limit)
        return Error{ErrorCode::Exhausted, path, "larger than the limit of " + std::to_string(limit) + " bytes"};
    std::string bytes(std::size_t(info.st_size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return Error{ErrorCode::Unavailable, path, got == 0 ? "the file shrank while it was read" : std::strerror(errno)};
        have += std::size_t(got);
    }
    return bytes;
}

} // namespace lepto::ml
