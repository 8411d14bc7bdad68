#pragma once

#include "core/logs/line_parser.h"
#include "core/logs/log_store.h"
#include "core/logs/pattern_tree.h"

namespace lepto {

/// A pattern that its source has not shown before.
struct PatternFound {
    QString source;
    LogPattern pattern;
    std::string sample;               ///< the line, plain and untrusted
};

/// Makes kept lines of the raw ones of one source: time, level, service and pattern. Not thread-safe.
class LineDigest {
public:
    static constexpr std::int64_t kLearning = 1000; ///< lines before a pattern is news
    static constexpr TimeMs kAhead = 10 * 60'000;   ///< a line further in the future is taken as of now

    explicit LineDigest(QString source, const PatternOptions &options = {});
    /// What an earlier run has learnt, the least recently seen first.
    void restore(const std::vector<LogPattern> &patterns);

    struct Digested {
        LogAppend append;
        std::vector<PatternFound> found;
    };
    /// `zoneOffset` is local time minus UTC, for lines that name no zone.
    Digested digest(const LogBatch &batch, TimeMs zoneOffset);
    const LogPattern *pattern(std::uint64_t id) const;

private:
    LogLine lineOf(const RawLine &raw, const ClockContext &context, std::string &message);
    void notePattern(const LogLine &line, const PatternTree::Match &match, Digested &out);
    void forgetOld();

    QString m_source;
    std::string m_name;
    PatternOptions m_options;
    PatternTree m_tree;
    std::unordered_map<std::uint64_t, LogPattern> m_patterns;
    std::int64_t m_lines = 0;
    std::string m_lastOrigin;
    TimeMs m_lastTime = 0;            ///< of the line before, for lines that continue it
    TimeMs m_lastRead = 0;            ///< when that one was read
    LogLevel m_lastLevel = LogLevel::Unknown;
};

} // namespace lepto
