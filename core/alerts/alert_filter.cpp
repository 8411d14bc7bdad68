#include "core/alerts/alert_filter.h"

#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"

#include <algorithm>

namespace lepto {

bool AlertFilter::One::holds(const QString &value) const
{
    const bool same = matcher.isRegex ? pattern.matches(value) : value == matcher.value;
    return same == matcher.isEqual;
}

Result<AlertFilter> AlertFilter::compile(const std::vector<SilenceMatcher> &matchers)
{
    AlertFilter out;
    for (const SilenceMatcher &matcher : matchers) {
        One one{matcher, utf8(matcher.name), {}};
        if (matcher.isRegex) {
            auto pattern = GoPattern::compile(matcher.value);
            if (!pattern)
                return pattern.error();
            one.pattern = *std::move(pattern);
        }
        out.m_all.push_back(std::move(one));
    }
    return out;
}

Result<AlertFilter> AlertFilter::parse(const QString &text)
{
    if (text.trimmed().isEmpty())
        return AlertFilter();
    const auto matchers = parseMatchers(text);
    return matchers ? compile(*matchers) : matchers.error();
}

bool AlertFilter::matches(const Labels &labels) const
{
    return std::all_of(m_all.begin(), m_all.end(), [&](const One &one) { return one.holds(qstr(labels.get(one.name))); });
}

bool AlertFilter::matchesNearlyAll() const
{
    // Values that nobody had in mind when writing a matcher that means something.
    const QString strange[] = {QStringLiteral("q7#"), QStringLiteral("0"), QStringLiteral("Zz-9.x_y:z/w"), QString(80, u'k'), QStringLiteral("\u4f60")};
    return std::all_of(m_all.begin(), m_all.end(), [&](const One &one) {
        return std::all_of(std::begin(strange), std::end(strange), [&](const QString &value) { return one.holds(value); });
    });
}

} // namespace lepto
