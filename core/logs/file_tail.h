#pragma once

#include "core/logs/line_cutter.h"
#include "ml/base/result.h"

#include <memory>
#include <optional>

namespace lepto {

/// Which file it is, however it is called.
struct FileId {
    std::uint64_t device = 0, inode = 0;
    friend auto operator<=>(const FileId &, const FileId &) = default;
};

/// Where reading goes on in a file. The print (hash of the first bytes) tells a file from one that got its number later.
struct FilePosition {
    FileId id;
    std::int64_t offset = 0;       ///< begin of the first line that is not kept yet
    bool inLongLine = false;       ///< up to the next line's end everything is to be read over
    std::int64_t printed = 0;      ///< bytes that the print covers
    std::uint64_t print = 0;
    std::string path;              ///< as it was first found

    std::string key() const;       ///< "DEVICE:INODE"
    std::string text() const;
    static std::optional<FilePosition> parse(const std::string &key, const std::string &text);
};

/// One file that grows: reads whole lines from a position on, notices when it is truncated or overwritten. Holds the file open, so that
/// it is read to its end after it was renamed or deleted. Never opens anything but a regular file. Not thread-safe.
class FileTail {
public:
    /// Errors: NotFound, Refused (no regular file, packed with gzip, not allowed), Unavailable.
    static Result<std::unique_ptr<FileTail>> open(const std::string &path);
    ~FileTail();
    FileTail(const FileTail &) = delete;
    FileTail &operator=(const FileTail &) = delete;

    const FilePosition &position() const { return m_position; }
    std::int64_t size() const;
    /// Begins there; false where the file is another one by its print.
    bool resume(const FilePosition &position);
    /// Begins `bytes` before the end, at a line's begin.
    void startNearEnd(std::int64_t bytes);

    struct Reading {
        std::int64_t bytes = 0;
        bool restarted = false;    ///< the file was truncated or overwritten and is read from its begin
        bool more = false;         ///< the budget ended before the file
    };
    Result<Reading> read(std::int64_t budget, const LineCutter::Take &take);
    void finish(const LineCutter::Take &take); ///< the last line without an end

private:
    FileTail(int file, const FilePosition &position)
        : m_file(file)
        , m_position(position)
    { }
    std::optional<std::uint64_t> printOf(std::int64_t bytes) const;
    void extendPrint();
    void seek(std::int64_t offset, bool inLongLine);

    int m_file;
    FilePosition m_position;
    std::int64_t m_read = 0;       ///< offset of the next byte to read
    LineCutter m_cutter;
};

} // namespace lepto
