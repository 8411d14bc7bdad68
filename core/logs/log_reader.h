#pragma once

#include "core/logs/log_filter.h"
#include "core/logs/log_store.h"
#include "core/store/read_pool.h"

namespace lepto {

/// The reading half of LogStore. Thread-safe.
class LogReader {
public:
    explicit LogReader(ReadPool &pool)
        : m_pool(pool)
    { }
    Result<LogPage> query(const LogQuery &query) const;
    Result<std::vector<LogRow>> arrivals(const LogQuery &query, std::map<QString, std::int64_t> &after) const;
    Result<LogBuckets> counts(const LogQuery &query, TimeMs step) const;
    Result<std::vector<PatternRow>> patterns(const LogQuery &query) const;
    Result<std::vector<LogPattern>> patternsOf(const QString &source) const;
    Result<std::map<std::string, std::string>> positions(const QString &source) const;
    Result<QStringList> sources() const;
    Result<LogStats> stats() const;

private:
    ReadPool &m_pool;
};

} // namespace lepto
