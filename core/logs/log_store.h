#pragma once

#include "core/logs/log_line.h"
#include "ml/base/result.h"

#include <QStringList>

#include <array>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>

namespace lepto {

/// Where a line stands: the order of answers, and the mark between two pages.
struct LogMark {
    TimeMs t = 0;
    std::int64_t source = 0, number = 0;
    friend auto operator<=>(const LogMark &, const LogMark &) = default;
};

/// Which lines. Everything that is set must hold.
struct LogQuery {
    TimeMs from = std::numeric_limits<TimeMs>::min(), to = std::numeric_limits<TimeMs>::max(); ///< both included
    QStringList sources;                 ///< empty: all
    std::string service;                 ///< exactly; empty: all
    LogLevel atLeast = LogLevel::Unknown; ///< Unknown: all, also those without a level
    std::string contains;                ///< bytes of the text; upper and lower case differ
    QString regex;                       ///< found anywhere in the text
    std::optional<std::uint64_t> pattern;
    std::size_t limit = 500;             ///< at most kMostRows
    std::optional<LogMark> before;       ///< the last row of the page before
    int budgetMs = 5000;                 ///< a search that takes longer ends with what it has

    static constexpr std::size_t kMostRows = 100'000;
};

struct LogRow {
    LogMark mark;
    QString source;
    LogLine line;
};

/// Newest first.
struct LogPage {
    std::vector<LogRow> rows;
    bool more = false;                   ///< older ones may follow: ask again with `before` = searchedTo
    std::optional<LogMark> searchedTo;   ///< everything newer than this has been searched
    bool cutShort = false;               ///< by the budget
    std::int64_t scanned = 0;            ///< lines looked at
    std::int64_t damagedBlocks = 0;      ///< left out
};

/// Lines by level in [t, t + step).
struct LogBucket {
    TimeMs t = 0;
    std::array<std::int64_t, kLogLevels> lines {};
};
struct LogBuckets {
    TimeMs step = 0;                     ///< what was asked for, widened to what is kept
    std::vector<LogBucket> buckets;      ///< in time order, without the empty ones
    bool cutShort = false;
};

struct PatternRow {
    LogPattern pattern;                  ///< `lines` since it is known
    QString source;
    std::int64_t linesInRange = 0;
    bool isNew = false;                  ///< first seen inside the range
};

struct LogStats {
    std::int64_t lines = 0, blocks = 0, bytesOnDisk = 0, packedBytes = 0, rawBytes = 0, patterns = 0;
    TimeMs oldest = 0, newest = 0;
};

/// Lines, where to read on, and what is known of the patterns: one transaction.
struct LogAppend {
    QString source;
    std::vector<LogLine> lines;
    std::map<std::string, std::string> positions;
    std::vector<LogPattern> patterns;    ///< as they are now; replace what was known
};

/// The logs, `logs.db`, beside the history. One writer at a time (its lock lies beside the file), any number of readers, also in other
/// processes. Appends survive a killed process. Thread-safe.
/// Errors everywhere: Exhausted (full disk; nothing of the call is kept), Unavailable, Damaged, Refused (read-only).
class LogStore {
public:
    enum class Mode { ReadWrite, ReadOnly };
    /// Errors: Conflict (another process writes), NotFound (ReadOnly, no file), Damaged, Unavailable.
    static Result<std::unique_ptr<LogStore>> open(const QString &file, Mode mode);
    virtual ~LogStore() = default;

    virtual Result<void> append(const LogAppend &batch) = 0;
    virtual Result<LogPage> query(const LogQuery &query) const = 0;
    /// Lines that arrived after the given numbers, by source name, oldest first, at most `limit`; `after` is moved on past all that was
    /// looked at. Sources that it does not name begin at their end.
    virtual Result<std::vector<LogRow>> arrivals(const LogQuery &query, std::map<QString, std::int64_t> &after) const = 0;
    /// Counts for a lane under a chart; without service, contains, regex and pattern from counts that are kept, else by searching.
    virtual Result<LogBuckets> counts(const LogQuery &query, TimeMs step) const = 0;
    /// Patterns of lines in the query's range, sources, service and level, most lines first, at most `limit`.
    virtual Result<std::vector<PatternRow>> patterns(const LogQuery &query) const = 0;
    /// All known patterns of a source, the least recently seen first.
    virtual Result<std::vector<LogPattern>> patternsOf(const QString &source) const = 0;
    virtual Result<std::map<std::string, std::string>> positions(const QString &source) const = 0;
    virtual Result<QStringList> sources() const = 0;

    /// Removes what is older than `keepFrom`, then the oldest until the lines take at most `maxBytes` on disk.
    virtual Result<void> maintain(TimeMs keepFrom, std::int64_t maxBytes) = 0;
    virtual Result<LogStats> stats() const = 0;
};

} // namespace lepto
