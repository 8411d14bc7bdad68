#pragma once

#include "core/logs/log_store.h"
#include "core/store/database.h"

namespace lepto {

/// The writing half of LogStore. Every append is a block of its own; where small ones pile up they are packed into one, so that a line
/// is rewritten a few times at most however slowly lines come. Not thread-safe.
class LogWriter {
public:
    static constexpr std::size_t kFullLines = 8192;
    static constexpr std::int64_t kFullBytes = 1 << 20;  ///< texts of a block
    static constexpr TimeMs kFineStep = 10'000, kCoarseStep = 600'000; ///< buckets of the tally
    static constexpr TimeMs kFineKept = 7LL * 24 * 3'600'000;

    explicit LogWriter(std::unique_ptr<Database> db)
        : m_db(std::move(db))
    { }
    Result<void> append(const LogAppend &batch);
    Result<void> maintain(TimeMs keepFrom, std::int64_t maxBytes);

private:
    struct Block {
        std::int64_t id = 0, rank = 0, lines = 0, bytes = 0;
    };
    std::int64_t sourceId(const std::string &name);
    void writeLines(std::int64_t source, const std::vector<LogLine> &lines);
    void writeBlock(std::int64_t source, std::int64_t rank, std::int64_t first, std::span<const LogLine> lines);
    void writeTally(std::int64_t source, const std::vector<LogLine> &lines);
    void writePatterns(std::int64_t source, const std::vector<LogPattern> &patterns);
    void writePositions(std::int64_t source, const std::map<std::string, std::string> &positions);
    void packSmall(std::int64_t source);
    std::vector<Block> newestRun(std::int64_t source);
    std::optional<std::vector<LogLine>> linesOf(const Block &block, std::int64_t &first);
    bool merge(std::int64_t source, const std::vector<Block> &run);
    std::int64_t usedBytes();
    TimeMs dropOldest(std::int64_t maxBytes);

    std::unique_ptr<Database> m_db;
};

} // namespace lepto
