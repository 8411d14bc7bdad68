#pragma once

#include "core/logs/log_store.h"

#include <QRegularExpression>

namespace lepto {

/// The part of a query that is asked of each line. Immutable; one thread at a time.
class LogFilter {
public:
    /// Errors: BadInput with the regular expression and what is wrong in it.
    static Result<LogFilter> compile(const LogQuery &query);
    bool matches(const LogLine &line) const;
    /// Whether a block with these levels may hold a match.
    bool mayMatch(std::int64_t levels) const { return (levels & m_levels) != 0; }
    /// Only time, source and level are asked for.
    bool isPlain() const { return m_plain; }

private:
    const LogQuery *m_query = nullptr;
    std::int64_t m_levels = 0;
    bool m_plain = true;
    std::optional<QRegularExpression> m_regex;
};

} // namespace lepto
