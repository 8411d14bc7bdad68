#include "core/alerts/go_pattern.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace lepto {

namespace {

constexpr int kMostRepeats = 1000; // Go's own limit

struct BadPattern {
    QString reason;
};

[[noreturn]] void fail(const QString &reason) { throw BadPattern{reason}; }

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool isWord(char32_t c) { return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

QString code(char32_t c) { return QStringLiteral("\\x{%1}").arg(uint(c), 0, 16); }

/// Walks over a pattern in Go's syntax and writes the same in PCRE's; every construct is written in a form that means the same under
/// all options, so that only the flag i is left to the engine. Throws BadPattern.
class Translator {
    Q_DECLARE_TR_FUNCTIONS(GoPattern)
public:
    explicit Translator(const QString &pattern)
    {
        for (const uint c : pattern.toUcs4())
            m_in.push_back(c);
    }

    QString run()
    {
        while (!atEnd())
            item();
        if (!m_groups.empty())
            fail(tr("missing closing )"));
        return m_out;
    }

private:
    struct Flags {
        bool fold = false, lines = false, dotAll = false;
    };
    enum class Last { Nothing, Atom, Repeat }; ///< what a repetition would repeat

    bool atEnd() const { return m_at >= m_in.size(); }
    char32_t peek(std::size_t ahead = 0) const { return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : U'\0'; }
    bool take(char32_t c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void atom(const QString &text)
    {
        m_out += text;
        m_last = Last::Atom;
    }
    void literal(char32_t c) { atom(c < 128 && isWord(c) ? QString(QChar(char16_t(c))) : code(c)); }
    void fixedClass(const char *members) { atom(QStringLiteral("(?-i:[%1])").arg(QLatin1String(members))); } ///< whatever the flag i says

    void item();
    void open();
    void flags();
    void close();
    void repeat(const QString &text);
    bool counted();
    void escape();
    void quoted();
    void bracket();
    QString bracketItem();
    std::optional<QString> posixClass();
    QString property();
    char32_t escapedCode();
    char32_t hexCode();
    char32_t classCode();

    std::vector<char32_t> m_in;
    std::size_t m_at = 0;
    QString m_out;
    Flags m_flags;
    std::vector<Flags> m_groups;
    Last m_last = Last::Nothing;
};

void Translator::item()
{
    const char32_t c = m_in[m_at++];
    switch (c) {
    case '|':
        m_out += u'|';
        m_last = Last::Nothing;
        return;
    case '(': return open();
    case ')': return close();
    case '[': return bracket();
    case '\\': return escape();
    case '.': return atom(m_flags.dotAll ? QStringLiteral("(?s:.)") : QStringLiteral("[^\\n]"));
    case '^': return atom(m_flags.lines ? QStringLiteral("(?:\\A|(?<=\\n))") : QStringLiteral("(?:\\A)"));
    case '$': return atom(m_flags.lines ? QStringLiteral("(?:(?=\\n)|\\z)") : QStringLiteral("(?:\\z)"));
    case '*':
    case '+':
    case '?': return repeat(QChar(char16_t(c)));
    case '{':
        if (counted())
            return;
        return literal(c);
    default: return literal(c);
    }
}

void Translator::open()
{
    m_groups.push_back(m_flags);
    m_last = Last::Nothing;
    if (!take('?')) {
        m_out += QLatin1String("(?:");
        return;
    }
    if (!take('P'))
        return flags();
    const std::size_t begin = m_at + 1;
    if (!take('<'))
        fail(tr("unknown construct after (?"));
    while (!atEnd() && isWord(peek()))
        ++m_at;
    if (m_at == begin || !take('>'))
        fail(tr("bad name of a group"));
    m_out += QLatin1String("(?:");
}

void Translator::flags()
{
    Flags changed = m_flags;
    bool on = true, any = false;
    for (; !atEnd() && peek() != ')' && peek() != ':'; ++m_at) {
        const char32_t c = peek();
        any = c != '-';
        if (c == '-' && on)
            on = false;
        else if (c == 'i')
            changed.fold = on;
        else if (c == 'm')
            changed.lines = on;
        else if (c == 's')
            changed.dotAll = on;
        else if (c != 'U')
            fail(tr("unknown construct after (?"));
    }
    if (atEnd() || (!on && !any))
        fail(tr("unknown construct after (?"));
    const bool group = m_in[m_at++] == ':';
    if (!group) { // counts from here to the end of the group around it
        m_groups.pop_back();
        m_out += changed.fold ? QLatin1String("(?i)") : QLatin1String("(?-i)");
    } else {
        m_out += changed.fold ? QLatin1String("(?i:") : QLatin1String("(?-i:");
    }
    m_flags = changed;
}

void Translator::close()
{
    if (m_groups.empty())
        fail(tr("unexpected )"));
    m_flags = m_groups.back();
    m_groups.pop_back();
    atom(QStringLiteral(")"));
}

void Translator::repeat(const QString &text)
{
    if (m_last == Last::Nothing)
        fail(tr("nothing to repeat before a repetition"));
    if (m_last == Last::Repeat)
        fail(tr("one repetition after another"));
    m_out += text;
    if (take('?')) // the shorter match first: the same texts match
        m_out += u'?';
    m_last = Last::Repeat;
}

bool Translator::counted()
{
    std::size_t at = m_at;
    const auto number = [&]() -> std::optional<int> {
        const std::size_t begin = at;
        int value = 0;
        for (; at < m_in.size() && isDigit(m_in[at]); ++at)
            value = value > kMostRepeats ? value : value * 10 + int(m_in[at] - '0');
        const bool leadingZero = at - begin > 1 && m_in[begin] == '0';
        return at == begin || leadingZero ? std::nullopt : std::optional(value);
    };
    const auto is = [&](char32_t c) { return at < m_in.size() && m_in[at] == c; };
    const auto least = number();
    if (!least)
        return false;
    std::optional<int> most = least;
    const bool comma = is(',');
    if (comma) {
        ++at;
        most = is('}') ? std::nullopt : number();
        if (!is('}') || (m_in[at - 1] != ',' && !most))
            return false;
    }
    if (!is('}'))
        return false;
    m_at = at + 1;
    if (*least > kMostRepeats || (most && (*most > kMostRepeats || *most < *least)))
        fail(tr("bad number of repetitions"));
    repeat(QStringLiteral("{%1%2%3}").arg(*least).arg(comma ? QStringLiteral(",") : QString(), comma && most ? QString::number(*most) : QString()));
    return true;
}

void Translator::escape()
{
    if (atEnd())
        fail(tr("a backslash at the end"));
    const char32_t c = peek();
    const auto is = [&](const char *letters) { return c < 128 && std::string_view(letters).find(char(c)) != std::string_view::npos; };
    if (c == 'p' || c == 'P')
        return atom(property());
    if (!is("AzbBdDwWsSQ"))
        return literal(escapedCode());
    ++m_at;
    switch (c) {
    case 'd': return fixedClass("0-9");
    case 'D': return fixedClass("^0-9");
    case 'w': return fixedClass("0-9A-Za-z_");
    case 'W': return fixedClass("^0-9A-Za-z_");
    case 's': return fixedClass("\\t\\n\\f\\r\\x20");
    case 'S': return fixedClass("^\\t\\n\\f\\r\\x20");
    case 'Q': return quoted();
    default: return atom(QStringLiteral("(?:\\%1)").arg(QChar(char16_t(c))));
    }
}

void Translator::quoted()
{
    while (!atEnd()) {
        if (peek() == '\\' && peek(1) == 'E') {
            m_at += 2;
            return;
        }
        literal(m_in[m_at++]);
    }
}

QString Translator::property()
{
    const bool negative = m_in[m_at++] == 'P';
    QString name;
    bool inverted = false;
    if (take('{')) {
        inverted = take('^');
        while (!atEnd() && isWord(peek()))
            name += QChar(char16_t(m_in[m_at++]));
        if (!take('}'))
            fail(tr("bad name of a character class"));
    } else if (!atEnd() && isWord(peek())) {
        name = QChar(char16_t(m_in[m_at++]));
    }
    if (name.isEmpty())
        fail(tr("bad name of a character class"));
    return QStringLiteral("\\%1{%2}").arg(QChar(negative != inverted ? u'P' : u'p')).arg(name);
}

char32_t Translator::escapedCode()
{
    if (atEnd())
        fail(tr("a backslash at the end"));
    const char32_t c = m_in[m_at++];
    switch (c) {
    case 'a': return 7;
    case 'f': return 12;
    case 't': return 9;
    case 'n': return 10;
    case 'r': return 13;
    case 'v': return 11;
    case 'x': return hexCode();
    default: break;
    }
    if (c == '0' || (c >= '1' && c <= '7' && peek() >= '0' && peek() <= '7')) {
        char32_t value = c - '0';
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; ++i)
            value = value * 8 + (m_in[m_at++] - '0');
        return value;
    }
    if (c >= 128 || (isWord(c) && c != '_'))
        fail(tr("unknown escape sequence"));
    return c;
}

char32_t Translator::hexCode()
{
    const bool braces = take('{');
    char32_t value = 0;
    int digits = 0;
    for (; !atEnd() && (braces || digits < 2); ++digits, ++m_at) {
        const int digit = QStringView(u"0123456789abcdef").indexOf(QChar(char16_t(peek() < 128 ? peek() : 0)), 0, Qt::CaseInsensitive);
        if (digit < 0)
            break;
        value = value * 16 + char32_t(digit);
        if (value > 0x10FFFF)
            fail(tr("unknown escape sequence"));
    }
    if (digits == 0 || (braces ? !take('}') : digits < 2))
        fail(tr("unknown escape sequence"));
    return value;
}

char32_t Translator::classCode()
{
    if (atEnd())
        fail(tr("missing closing ]"));
    return take('\\') ? escapedCode() : m_in[m_at++];
}

std::optional<QString> Translator::posixClass()
{
    static const std::array known{"alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit"};
    std::size_t end = m_at + 2;
    while (end + 1 < m_in.size() && !(m_in[end] == ':' && m_in[end + 1] == ']'))
        ++end;
    if (end + 1 >= m_in.size())
        return std::nullopt; // a plain [
    QString name;
    for (std::size_t i = m_at + 2; i < end; ++i)
        name += QString::fromUcs4(&m_in[i], 1);
    const QString bare = name.startsWith(u'^') ? name.mid(1) : name;
    if (std::none_of(known.begin(), known.end(), [&](const char *k) { return bare == QLatin1String(k); }))
        fail(tr("unknown character class"));
    m_at = end + 2;
    return QStringLiteral("[:%1:]").arg(name);
}

QString Translator::bracketItem()
{
    if (peek() == '[' && peek(1) == ':') {
        if (const auto named = posixClass())
            return *named;
    }
    if (peek() == '\\') {
        const char32_t c = peek(1);
        if (c == 'p' || c == 'P') {
            ++m_at;
            return property();
        }
        constexpr std::u32string_view letters = U"dDwWsS";
        constexpr const char *members[] = {"0-9", "\\D", "0-9A-Za-z_", "\\W", "\\t\\n\\f\\r\\x20", "\\S\\x{b}"}; // PCRE's \s has a vertical tab
        if (const auto at = letters.find(c); c != 0 && at != letters.npos) {
            m_at += 2;
            return QLatin1String(members[at]);
        }
    }
    const char32_t low = classCode();
    if (peek() != '-' || peek(1) == ']' || m_at + 1 >= m_in.size())
        return code(low);
    ++m_at;
    const char32_t high = classCode();
    if (high < low)
        fail(tr("a range of characters runs backwards"));
    return code(low) + u'-' + code(high);
}

void Translator::bracket()
{
    QString out = take('^') ? QStringLiteral("[^") : QStringLiteral("[");
    for (bool first = true; first || peek() != ']'; first = false) {
        if (atEnd())
            fail(tr("missing closing ]"));
        out += bracketItem();
    }
    ++m_at;
    atom(out + u']');
}

} // namespace

Result<QString> translatedFromGo(const QString &pattern)
{
    try {
        return Translator(pattern).run();
    } catch (const BadPattern &problem) {
        const QString words = QCoreApplication::translate("GoPattern", "the regular expression is not valid: %1");
        return Error{ErrorCode::BadInput, utf8(oneLine(pattern, 100)), utf8(words.arg(problem.reason))};
    }
}

} // namespace lepto
