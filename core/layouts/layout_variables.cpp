#include "core/layouts/layout_variables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace lepto {

namespace {

constexpr qsizetype kMostOptions = 1000;

/// Escaped for a regular expression inside a double-quoted PromQL string.
QString regexEscaped(const QString &value)
{
    static const QString special = QStringLiteral("$^*+?.()|[]{}");
    QString out;
    for (const QChar c : value) {
        if (c == u'\\')
            out += QStringLiteral("\\\\\\\\");
        else
            out += special.contains(c) ? QStringLiteral("\\\\") + c : QString(c);
    }
    return out;
}

struct Value {
    QStringList values;
    bool everything = false;
    QString all = QStringLiteral(".*"); ///< regular expression of everything
    bool multi = false;
};

class Resolver {
public:
    Resolver(const ExploreLayout &layout, const LayoutTimes &times) : m_layout(layout), m_times(times) {}

    QString expr(const QString &text)
    {
        m_escape = true;
        return run(text);
    }
    QString plain(const QString &text)
    {
        m_escape = false;
        return run(text);
    }

private:
    QString run(const QString &text);
    std::optional<QString> builtIn(const QString &name) const;
    std::optional<QString> replacement(const QString &name, const QString &format);
    QString formatted(const Value &value, const QString &format) const;
    void trackString(QStringView literal);

    const ExploreLayout &m_layout;
    const LayoutTimes &m_times;
    bool m_escape = true;
    QString m_out;
    QChar m_quote;                   ///< of the string we are in, or null
    qsizetype m_operator = -1;       ///< where in m_out the operator before this string begins
    bool m_widened = false;          ///< this string has become a regular expression
};

/// Follows quotes and remembers the operator before a string.
void Resolver::trackString(QStringView literal)
{
    for (qsizetype i = 0; i < literal.size(); ++i) {
        const QChar c = literal[i];
        if (m_quote.isNull() && (c == u'"' || c == u'\'' || c == u'`')) {
            m_quote = c;
            m_widened = false;
            qsizetype at = m_out.size();
            while (at > 0 && m_out[at - 1].isSpace())
                --at;
            const bool equal = at > 0 && m_out[at - 1] == u'=';
            const bool compared = at > 1 && (m_out[at - 2] == u'=' || m_out[at - 2] == u'<' || m_out[at - 2] == u'>');
            m_operator = equal && !compared ? (at > 1 && m_out[at - 2] == u'!' ? at - 2 : at - 1) : -1;
        } else if (c == u'\\' && !m_quote.isNull() && m_quote != u'`' && i + 1 < literal.size()) {
            m_out += c;
            ++i;
            m_out += literal[i];
            continue;
        } else if (c == m_quote) {
            m_quote = QChar();
        }
        m_out += c;
    }
}

QString Resolver::run(const QString &text)
{
    static const QRegularExpression variable(QStringLiteral(
        "\\$\\{(\\w+)(?:\\.\\w+)?(?::(\\w+))?\\}|\\[\\[(\\w+)(?::(\\w+))?\\]\\]|\\$(\\w+)"));
    m_out.clear();
    m_quote = QChar();
    qsizetype at = 0;
    for (auto it = variable.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        trackString(QStringView(text).mid(at, match.capturedStart() - at));
        at = match.capturedEnd();
        const QString name = match.captured(1) + match.captured(3) + match.captured(5);
        const auto value = replacement(name, match.captured(2) + match.captured(4));
        m_out += value ? *value : match.captured();
    }
    trackString(QStringView(text).mid(at));
    return m_out;
}

std::optional<QString> Resolver::builtIn(const QString &name) const
{
    const TimeMs range = std::max<TimeMs>(1000, m_times.to - m_times.from);
    const auto seconds = [](TimeMs ms) { return QString::number((ms + 500) / 1000); };
    if (name == QLatin1String("__interval"))
        return durationText(m_times.step);
    if (name == QLatin1String("__interval_ms"))
        return QString::number(m_times.step);
    if (name == QLatin1String("__rate_interval"))
        return durationText(std::max(m_times.step + m_times.scrape, 4 * m_times.scrape));
    if (name == QLatin1String("__rate_interval_ms"))
        return QString::number(std::max(m_times.step + m_times.scrape, 4 * m_times.scrape));
    if (name == QLatin1String("__range"))
        return seconds(range) + u's';
    if (name == QLatin1String("__range_s"))
        return seconds(range);
    if (name == QLatin1String("__range_ms"))
        return QString::number(range);
    if (name == QLatin1String("__from"))
        return QString::number(m_times.from);
    if (name == QLatin1String("__to"))
        return QString::number(m_times.to);
    if (name == QLatin1String("__dashboard"))
        return m_layout.title;
    return std::nullopt;
}

std::optional<QString> Resolver::replacement(const QString &name, const QString &format)
{
    if (const auto fixed = builtIn(name))
        return fixed;
    const auto it = std::find_if(m_layout.variables.begin(), m_layout.variables.end(), [&](const LayoutVariable &v) { return v.name == name; });
    if (it == m_layout.variables.end())
        return std::nullopt;
    Value value;
    value.multi = it->multi;
    value.values = it->multi ? it->value.split(u'|', Qt::SkipEmptyParts) : QStringList { it->value };
    const bool free = it->kind == LayoutVariable::Kind::Query || it->kind == LayoutVariable::Kind::Custom;
    value.everything = it->value.isEmpty() && free;
    if (!it->allValue.isEmpty())
        value.all = it->allValue;
    if (it->kind == LayoutVariable::Kind::Interval && (it->value.isEmpty() || it->value.startsWith(QLatin1String("$__auto"))))
        return durationText(m_times.step);
    if (!m_escape)
        return value.everything ? QStringLiteral("*") : value.values.join(QStringLiteral(", "));
    const bool several = value.everything || (value.multi && value.values.size() > 1);
    if (several && !m_quote.isNull() && m_operator >= 0 && !m_widened) {
        // "=" with a value that stands for many finds nothing; the user wants those
        m_out.replace(m_operator, m_out[m_operator] == u'!' ? 2 : 1, m_out[m_operator] == u'!' ? QStringLiteral("!~") : QStringLiteral("=~"));
        m_widened = true;
    }
    return formatted(value, format);
}

QString Resolver::formatted(const Value &value, const QString &format) const
{
    if (value.everything)
        return m_quote.isNull() && value.all == QLatin1String(".*") ? QString() : value.all;
    if (format == QLatin1String("csv") || format == QLatin1String("raw") || format == QLatin1String("text"))
        return value.values.join(u',');
    if (format == QLatin1String("pipe"))
        return value.values.join(u'|');
    if (format == QLatin1String("glob"))
        return value.values.size() == 1 ? value.values[0] : u'{' + value.values.join(u',') + u'}';
    if (format == QLatin1String("json"))
        return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(value.values)).toJson(QJsonDocument::Compact));
    if (format == QLatin1String("percentencode"))
        return QString::fromLatin1(QUrl::toPercentEncoding(value.values.join(u',')));
    if (format == QLatin1String("singlequote"))
        return u'\'' + value.values.join(QStringLiteral("','")) + u'\'';
    if (format == QLatin1String("doublequote"))
        return u'"' + value.values.join(QStringLiteral("\",\"")) + u'"';
    const bool exact = m_operator >= 0 && !m_widened && !m_quote.isNull() && value.values.size() == 1;
    if ((!value.multi || exact) && format != QLatin1String("regex"))
        return value.values.join(u'|');
    QStringList escaped;
    for (const QString &one : value.values)
        escaped.append(regexEscaped(one));
    return escaped.size() == 1 ? escaped[0] : u'(' + escaped.join(u'|') + u')';
}

/// What the variable's regular expression leaves of a value: its first group, or the whole where it matches.
QStringList picked(const QStringList &values, QString regex)
{
    if (regex.size() > 1 && regex.startsWith(u'/') && regex.lastIndexOf(u'/') > 0)
        regex = regex.mid(1, regex.lastIndexOf(u'/') - 1);
    const QRegularExpression pattern(regex);
    QStringList out;
    for (const QString &value : values) {
        const auto match = regex.isEmpty() || !pattern.isValid() ? QRegularExpressionMatch() : pattern.match(value);
        const QString part = regex.isEmpty() ? value : !match.hasMatch() ? QString() : match.lastCapturedIndex() > 0 ? match.captured(1) : match.captured();
        if (!part.isEmpty() && !out.contains(part) && out.size() < kMostOptions)
            out.append(part);
    }
    return out;
}

} // namespace

QString resolveExpr(const ExploreLayout &layout, const QString &expr, const LayoutTimes &times)
{
    return Resolver(layout, times).expr(expr);
}

QString resolveText(const ExploreLayout &layout, const QString &text, const LayoutTimes &times)
{
    return Resolver(layout, times).plain(text);
}

LabelValuesQuery labelValuesQuery(const QString &definition)
{
    static const QRegularExpression call(QStringLiteral("^\\s*label_values\\s*\\((?:(.*),)?\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\)\\s*$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = call.match(definition);
    return { match.captured(1).trimmed(), match.captured(2) };
}

void fillVariables(ExploreLayout &layout, const LabelLookup &lookup, const LayoutTimes &times)
{
    for (LayoutVariable &variable : layout.variables) {
        const auto [selector, label] = labelValuesQuery(variable.definition);
        if (variable.kind != LayoutVariable::Kind::Query || label.isEmpty())
            continue;
        QStringList options = picked(lookup(resolveExpr(layout, selector, times), label), variable.regex);
        options.sort();
        variable.options = options;
        if (variable.value.isEmpty() && !options.isEmpty() && !variable.multi)
            variable.value = options.front();
    }
}

QString durationText(TimeMs ms)
{
    if (ms % 1000 != 0)
        return QString::number(ms) + QStringLiteral("ms");
    constexpr std::pair<TimeMs, char16_t> units[] = { { 86'400'000, u'd' }, { 3'600'000, u'h' }, { 60'000, u'm' }, { 1000, u's' } };
    QString out;
    for (const auto &[size, letter] : units) {
        if (ms >= size)
            out += QString::number(ms / size) + QChar(letter);
        ms %= size;
    }
    return out.isEmpty() ? QStringLiteral("1s") : out;
}

TimeMs durationMs(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("(\\d{1,9})(ms|[smhdwMy])"));
    TimeMs sum = 0;
    qsizetype at = 0;
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString unit = match.captured(2);
        const TimeMs size = unit == u"ms" ? 1 : unit == u"s" ? 1000 : unit == u"m" ? 60'000 : unit == u"h" ? 3'600'000 : unit == u"d" ? 86'400'000
            : unit == u"w" ? 604'800'000 : unit == u"M" ? 2'592'000'000 : 31'536'000'000;
        if (match.capturedStart() != at)
            return 0;
        at = match.capturedEnd();
        sum += match.captured(1).toLongLong() * size;
    }
    return at == text.size() ? sum : 0;
}

} // namespace lepto
