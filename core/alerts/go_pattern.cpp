#include "core/alerts/go_pattern.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace lepto {

namespace {

constexpr qsizetype kLongest = 16 * 1024;

Error bad(const QString &pattern, const QString &reason)
{
    return {ErrorCode::BadInput, utf8(oneLine(pattern, 100)), utf8(reason)};
}

} // namespace

Result<GoPattern> GoPattern::compile(const QString &pattern)
{
    if (pattern.size() > kLongest)
        return bad(pattern, QCoreApplication::translate("GoPattern", "the regular expression is longer than 16 KiB"));
    const auto translated = translatedFromGo(pattern);
    if (!translated)
        return translated.error();
    GoPattern out;
    // Backtracking is bounded inside the pattern, since QRegularExpression has no setting for it.
    out.m_regex.setPattern(QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=10000)\\A(?:%1)\\z").arg(*translated));
    if (!out.m_regex.isValid())
        return bad(pattern, QCoreApplication::translate("GoPattern", "the regular expression is not valid: %1").arg(out.m_regex.errorString()));
    return out;
}

bool GoPattern::matches(const QString &text) const
{
    return m_regex.match(text).hasMatch();
}

} // namespace lepto
