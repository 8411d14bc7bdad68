#include "core/logs/log_filter.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace lepto {

namespace {

constexpr qsizetype kLongestPattern = 16 * 1024;
constexpr std::size_t kSearchedText = 64 * 1024; ///< bytes of a line that a regular expression sees

} // namespace

Result<LogFilter> LogFilter::compile(const LogQuery &query)
{
    LogFilter filter;
    filter.m_query = &query;
    filter.m_levels = query.atLeast == LogLevel::Unknown ? (1 << kLogLevels) - 1 : ((1 << kLogLevels) - 1) & ~((1 << int(query.atLeast)) - 1);
    filter.m_plain = query.service.empty() && query.contains.empty() && query.regex.isEmpty() && !query.pattern;
    if (query.regex.isEmpty())
        return filter;
    const std::string subject = utf8(oneLine(query.regex, 200));
    if (query.regex.size() > kLongestPattern)
        return Error { ErrorCode::BadInput, subject, utf8(QCoreApplication::translate("Logs", "the regular expression is longer than 16 KiB")) };
    QRegularExpression regex(QStringLiteral("(*LIMIT_MATCH=100000)") + query.regex);
    if (!regex.isValid())
        return Error { ErrorCode::BadInput, subject, utf8(QCoreApplication::translate("Logs", "the regular expression is wrong: %1").arg(regex.errorString())) };
    filter.m_regex = std::move(regex);
    return filter;
}

bool LogFilter::matches(const LogLine &line) const
{
    if (line.t < m_query->from || line.t > m_query->to || line.level < m_query->atLeast)
        return false;
    if (m_query->pattern && line.pattern != *m_query->pattern)
        return false;
    if (!m_query->service.empty() && line.service != m_query->service)
        return false;
    if (!m_query->contains.empty() && line.text.find(m_query->contains) == std::string::npos)
        return false;
    return !m_regex || m_regex->match(qstr(std::string_view(line.text).substr(0, kSearchedText))).hasMatch();
}

} // namespace lepto
