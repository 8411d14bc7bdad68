#pragma once

#include "core/logs/file_tail.h"

#include <QStringList>

#include <chrono>

namespace lepto {

/// All files that match a path or a glob, followed through rotation: renamed and created anew, copied and truncated, deleted, and with
/// an inode that was used before. A file is known by device and inode, not by its name, so that it is read once however it is called.
/// Used by one thread at a time.
class FileSet {
public:
    static constexpr std::size_t kMostFiles = 1000;
    static constexpr std::int64_t kFirstBytes = 1 << 20;   ///< of each file that is there at the very first reading
    static constexpr std::int64_t kBudget = 4 << 20;       ///< bytes of one reading

    explicit FileSet(std::string pattern, std::chrono::milliseconds lingers = std::chrono::seconds(5));

    void resumeFrom(const std::map<std::string, std::string> &positions);

    struct Reading {
        LogBatch batch;
        std::size_t files = 0;
        bool more = false;                ///< the budget ended before the files
        QStringList warnings;             ///< files that cannot be read, truncations
        std::optional<Error> failure;     ///< no file can be read at all
    };
    Reading read();

private:
    struct Followed {
        Followed(std::unique_ptr<FileTail> file, std::string name, bool matches)
            : tail(std::move(file))
            , path(std::move(name))
            , listed(matches)
        { }
        std::unique_ptr<FileTail> tail;
        std::string path;                 ///< now
        bool listed;                      ///< some name still matches
        std::string kept;                 ///< position that was handed out last
        std::chrono::steady_clock::time_point grown = std::chrono::steady_clock::now();
    };
    std::vector<std::string> matching() const;
    void discover(Reading &reading);
    void adopt(std::unique_ptr<FileTail> tail, const std::string &path);
    void findRenamed(Reading &reading);
    void readOne(Followed &followed, std::int64_t &budget, Reading &reading);
    static void takeLine(const Followed &followed, std::string_view line, bool cut, Reading &reading);
    void keepPosition(Followed &followed, Reading &reading);
    std::vector<FileId> turns() const;

    std::string m_pattern;
    std::chrono::milliseconds m_lingers;
    std::map<FileId, FilePosition> m_known;   ///< kept by an earlier run, not opened yet
    std::map<FileId, Followed> m_files;
    FileId m_next;                            ///< whose turn it is
    bool m_first = true;                      ///< nothing was ever read of this source
    bool m_started = false;
};

} // namespace lepto
