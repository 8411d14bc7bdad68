#pragma once

#include "core/logs/log_block.h"
#include "core/logs/log_store.h"
#include "core/store/database.h"

#include <functional>
#include <map>

namespace lepto {

/// Goes through the blocks that may answer a query, the latest first. Lives inside one reader's view.
class LogScan {
public:
    struct Block {
        std::int64_t id = 0, source = 0, levels = 0;
        TimeMs t0 = 0, t1 = 0;
    };
    LogScan(Database &db, const LogQuery &query);

    /// Sources of the query by id.
    const std::map<std::int64_t, QString> &sources() const { return m_sources; }
    /// Calls `visit` for each block of these sources that touches the time range; false from it ends the scan.
    void blocks(const std::function<bool(const Block &)> &visit);
    /// Blocks of one source from line `number` on, in the order of arrival.
    void blocksFrom(std::int64_t source, std::int64_t number, const std::function<bool(const Block &)> &visit);
    /// Nothing (and counted) where the block is damaged.
    struct Lines {
        std::int64_t first = 0;          ///< number of the first one
        std::vector<LogLine> lines;
    };
    std::optional<Lines> lines(const Block &block);
    std::optional<PatternCounts> head(const Block &block);
    std::int64_t damaged() const { return m_damaged; }

private:
    Database &m_db;
    const LogQuery &m_query;
    std::map<std::int64_t, QString> m_sources;
    std::int64_t m_damaged = 0;
};

} // namespace lepto
