#pragma once

#include <QString>

namespace lepto {

/// A lock on a file that the kernel gives back when this process ends, however it ends. Moves, does not copy.
class FileLock {
public:
    FileLock() = default;
    explicit FileLock(const QString &file);   ///< see held()
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

    bool held() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace lepto
