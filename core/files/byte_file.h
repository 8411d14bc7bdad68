#pragma once

#include "core/files/byte_cursor.h"
#include "ml/base/result.h"

#include <QString>

#include <algorithm>

namespace lepto {

/// A foreign file read by place, or bytes in memory that stand for one. Nothing is mapped, so a file that shrinks under the reader is an
/// error and no crash; nothing is allocated that the file is too small to fill; no handle is held between reads, so a thousand blocks can be
/// open at once. One thread.
class ByteFile {
public:
    /// Errors: NotFound, Unavailable, BadInput (not a regular file).
    static Result<ByteFile> open(const QString &path);
    /// The bytes outlive it.
    static ByteFile of(ByteView bytes, const QString &name = {});

    const QString &name() const { return m_name; }
    std::uint64_t size() const { return m_size; }
    /// Exactly these bytes; valid until the next call. Throws FileFault.
    ByteView read(std::uint64_t at, std::uint64_t size);
    /// At most `size` bytes, fewer at the end of the file.
    ByteView readUpTo(std::uint64_t at, std::uint64_t size) { return read(at, at < m_size ? std::min(size, m_size - at) : 0); }
    /// The bytes of a section that carries their CRC-32C in the four bytes behind them.
    ByteView readChecked(std::uint64_t at, std::uint64_t size);

    Error damaged(const FileFault &fault) const;

private:
    void refill(std::uint64_t at, std::uint64_t size);

    QString m_name;
    bool m_inMemory = false;
    ByteView m_bytes; ///< where they are in memory
    std::uint64_t m_size = 0, m_windowAt = 0;
    Bytes m_window;
};

/// "FILE: at byte N: REASON", code Damaged.
Error damagedFile(const QString &name, const FileFault &fault);

} // namespace lepto
