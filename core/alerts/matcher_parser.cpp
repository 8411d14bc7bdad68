#include "core/alerts/matcher_parser.h"

#include "core/alerts/go_pattern.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

constexpr qsizetype kLongest = 32 * 1024;
constexpr std::size_t kMostMatchers = 100;

struct Problem {
    qsizetype at;
    QString reason;
};

bool isClassicName(const QString &name)
{
    const auto fits = [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'_' || c == u':'; };
    return !name.isEmpty() && !name[0].isDigit() && std::all_of(name.begin(), name.end(), fits);
}

/// Throws Problem.
class MatcherReader {
    Q_DECLARE_TR_FUNCTIONS(MatcherParser)
public:
    explicit MatcherReader(const QString &text) : m_text(text) {}

    std::vector<SilenceMatcher> read()
    {
        std::vector<SilenceMatcher> out;
        m_braces = take(u'{');
        while (!atClose()) {
            out.push_back(matcher());
            if (out.size() > kMostMatchers)
                throw Problem{m_at, tr("more than %1 matchers").arg(kMostMatchers)};
            if (!take(u',') && !atClose())
                throw Problem{m_at, tr("a comma is missing between two matchers")};
        }
        if (m_braces && !take(u'}'))
            throw Problem{m_at, tr("the closing brace is missing")};
        if (blank(); m_at < m_text.size())
            throw Problem{m_at, tr("something follows the closing brace")};
        if (out.empty())
            throw Problem{0, tr("there is no matcher")};
        return out;
    }

private:
    void blank()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        blank();
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there;
        return there;
    }
    bool atClose()
    {
        blank();
        return m_at >= m_text.size() || (m_braces && m_text[m_at] == u'}');
    }

    SilenceMatcher matcher()
    {
        SilenceMatcher out;
        blank();
        const qsizetype begin = m_at;
        out.name = name();
        if (out.name.isEmpty())
            throw Problem{begin, tr("the name of a label is missing")};
        comparison(out);
        blank();
        const qsizetype valueAt = m_at;
        const bool quoted = m_at < m_text.size() && m_text[m_at] == u'"';
        out.value = quoted ? string() : word();
        if (out.isRegex) {
            if (const auto pattern = GoPattern::compile(out.value); !pattern)
                throw Problem{valueAt, qstr(pattern.error().reason)};
        }
        return out;
    }

    QString name()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            return string();
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !QStringView(u"{}!=~,\\\"'`").contains(m_text[m_at]))
            ++m_at;
        const QString name = m_text.mid(begin, m_at - begin);
        if (!name.isEmpty() && !isClassicName(name))
            throw Problem{begin, tr("the name %1 must stand in double quotes").arg(oneLine(name, 60))};
        return name;
    }

    void comparison(SilenceMatcher &matcher)
    {
        blank();
        const qsizetype begin = m_at;
        const QStringView rest = QStringView(m_text).mid(m_at);
        matcher.isEqual = !rest.startsWith(u'!');
        matcher.isRegex = rest.startsWith(u"=~") || rest.startsWith(u"!~");
        if (!matcher.isRegex && !rest.startsWith(u'=') && !rest.startsWith(u"!="))
            throw Problem{begin, tr("one of =, !=, =~ and !~ must follow the name of the label")};
        m_at += matcher.isRegex || !matcher.isEqual ? 2 : 1;
    }

    QString string()
    {
        const qsizetype begin = m_at++;
        QString out;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                return out;
            }
            const QChar next = c == u'\\' && m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
            if (next == u'n' || next == u'"' || next == u'\\') {
                out += next == u'n' ? QChar(u'\n') : next;
                ++m_at;
            } else {
                out += c;
            }
        }
        throw Problem{begin, tr("the closing quotation mark is missing")};
    }

    /// A value without quotes: to the next comma, or to the brace that closes all.
    QString word()
    {
        const qsizetype begin = m_at;
        qsizetype end = m_text.indexOf(u',', m_at);
        if (end < 0) {
            end = m_text.size();
            while (end > begin && m_text[end - 1].isSpace())
                --end;
            end -= m_braces && end > begin && m_text[end - 1] == u'}';
        }
        m_at = end;
        const QString value = m_text.mid(begin, end - begin).trimmed();
        if (const auto quote = value.indexOf(u'"'); quote >= 0)
            throw Problem{begin + quote, tr("a quotation mark inside a value that does not begin with one")};
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_braces = false;
};

QString quoted(const QString &text)
{
    QString out = text;
    out.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\"")).replace(u'\n', QLatin1String("\\n"));
    return u'"' + out + u'"';
}

} // namespace

Result<std::vector<SilenceMatcher>> parseMatchers(const QString &text, qsizetype *problemAt)
{
    const auto bad = [&](const Problem &problem) {
        if (problemAt)
            *problemAt = problem.at;
        const QString where = QCoreApplication::translate("MatcherParser", "character %1: %2").arg(problem.at + 1).arg(problem.reason);
        return Error{ErrorCode::BadInput, utf8(oneLine(text, 80)), utf8(where)};
    };
    if (text.size() > kLongest)
        return bad({kLongest, QCoreApplication::translate("MatcherParser", "the matchers are longer than 32 KiB")});
    try {
        return MatcherReader(text).read();
    } catch (const Problem &problem) {
        return bad(problem);
    }
}

QString matcherText(const SilenceMatcher &matcher)
{
    const char *comparisons[] = {"!=", "!~", "=", "=~"};
    const QString name = isClassicName(matcher.name) ? matcher.name : quoted(matcher.name);
    return name + QLatin1String(comparisons[2 * int(matcher.isEqual) + int(matcher.isRegex)]) + quoted(matcher.value);
}

QString matchersText(const std::vector<SilenceMatcher> &matchers)
{
    QStringList all;
    for (const SilenceMatcher &matcher : matchers)
        all += matcherText(matcher);
    return u'{' + all.join(QStringLiteral(", ")) + u'}';
}

} // namespace lepto
