#include "core/sources/exposition_lexer.h"

#include "core/sources/decimal.h"
#include "core/sources/label_text.h"

#include <algorithm>
#include <array>

namespace lepto {

namespace {

constexpr std::array<unsigned char, 256> makeClasses()
{
    std::array<unsigned char, 256> classes {};
    for (int c = 'a'; c <= 'z'; ++c)
        classes[std::size_t(c)] = classes[std::size_t(c - 32)] = 1;
    classes['_'] = 1;
    for (int c = '0'; c <= '9'; ++c)
        classes[std::size_t(c)] = 2;
    classes[':'] = 4;
    return classes;
}
constexpr auto classes = makeClasses();

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

// Names refuse escapes that mean nothing; values keep them as they stand.
bool hasStrayEscape(std::string_view raw)
{
    for (std::size_t i = 0; i + 1 < raw.size(); ++i) {
        if (raw[i] == '\\' && raw[i + 1] != '\\' && raw[i + 1] != '"' && raw[i + 1] != 'n')
            return true;
        i += raw[i] == '\\';
    }
    return false;
}

} // namespace

ExpositionLexer::ExpositionLexer(std::string_view page, ExpositionFormat format)
    : m_page(page)
    , m_format(format)
{
}

bool ExpositionLexer::fail(const char *what)
{
    m_reason = what;
    return false;
}

ExpositionLexer::Step ExpositionLexer::next(ExpositionLine &line)
{
    if (atEnd())
        return Step::End;
    const std::size_t begin = m_at;
    line.kind = ExpositionLine::Kind::Blank;
    line.number = ++m_number;
    line.labels.clear();
    line.exemplarLabels.clear();
    line.hasExemplar = line.quotedName = false;
    line.native = line.time = line.text = line.name = {};
    if (statement(line)) {
        m_number += int(std::count(m_page.begin() + std::ptrdiff_t(begin), m_page.begin() + std::ptrdiff_t(m_at), '\n')) - 1;
        m_number += m_at == m_page.size() && m_page[m_at - 1] != '\n';
        return Step::Line;
    }
    const std::size_t newline = m_page.find('\n', begin);
    m_at = newline == std::string_view::npos ? m_page.size() : newline + 1;
    return Step::Bad;
}

bool ExpositionLexer::statement(ExpositionLine &line)
{
    if (m_sawEof) {
        m_at = m_page.size();
        return fail("text after # EOF");
    }
    if (!isOpenMetrics())
        skipBlanks();
    const char c = peek();
    if (c == '#')
        return comment(line);
    if (!isOpenMetrics() && (atEnd() || c == '\n' || c == '\r'))
        return endOfLine();
    line.kind = ExpositionLine::Kind::Sample;
    return sample(line);
}

bool ExpositionLexer::comment(ExpositionLine &line)
{
    using Kind = ExpositionLine::Kind;
    constexpr std::pair<std::string_view, Kind> words[] = { { "HELP", Kind::Help }, { "TYPE", Kind::Type }, { "UNIT", Kind::Unit } };
    const std::size_t begin = m_at++;
    if (isOpenMetrics() && m_page.substr(begin).starts_with("# EOF")) {
        m_at = begin + 5;
        m_sawEof = true;
        line.kind = Kind::Eof;
        return endOfLine() || fail("text after # EOF");
    }
    if (!isOpenMetrics())
        skipBlanks();
    else if (peek() == ' ')
        ++m_at;
    for (const auto &[word, kind] : words) {
        const bool known = kind != Kind::Unit || isOpenMetrics();
        const std::string_view rest = m_page.substr(m_at);
        if (known && rest.starts_with(word) && rest.size() > 4 && (rest[4] == ' ' || (!isOpenMetrics() && rest[4] == '\t'))) {
            m_at += 5;
            return metadata(line, kind);
        }
    }
    if (isOpenMetrics())
        return fail("a comment line must be # HELP, # TYPE, # UNIT or # EOF");
    line.kind = Kind::Comment;
    restOfLine();
    return true;
}

bool ExpositionLexer::metadata(ExpositionLine &line, ExpositionLine::Kind kind)
{
    line.kind = kind;
    if (!isOpenMetrics())
        skipBlanks();
    if (!metricName(line))
        return fail("a metric name is expected here");
    const bool blank = isOpenMetrics() ? peek() == ' ' : isBlank(peek());
    if (isOpenMetrics() && !blank)
        return fail("one blank is expected after the metric name");
    if (!blank && !atEnd() && peek() != '\n' && peek() != '\r')
        return fail("a blank is expected after the metric name");
    if (blank)
        ++m_at;
    if (!isOpenMetrics())
        skipBlanks();
    line.text = restOfLine();
    if (kind != ExpositionLine::Kind::Help && !isOpenMetrics()) {
        while (!line.text.empty() && isBlank(line.text.back()))
            line.text.remove_suffix(1);
    }
    return isValidUtf8(line.text) || fail("the text is not UTF-8");
}

bool ExpositionLexer::sample(ExpositionLine &line)
{
    const std::size_t begin = m_at;
    if (!sampleHead(line))
        return false;
    line.series = m_page.substr(begin, m_at - begin);
    if (!value(line) || !timestamp(line))
        return false;
    if (isOpenMetrics() && peek() == ' ' && !exemplar(line))
        return false;
    if (!isOpenMetrics())
        skipBlanks();
    return endOfLine() || fail("there is text after the sample");
}

bool ExpositionLexer::sampleHead(ExpositionLine &line)
{
    if (peek() != '{') {
        line.name = identifier(true);
        if (line.name.empty())
            return fail("the line begins with neither a metric name nor a comment");
        if (!isOpenMetrics())
            skipBlanks();
    }
    if (peek() == '{' && !labels(&line, line.labels))
        return false;
    return !line.name.empty() || fail("the sample has no metric name");
}

bool ExpositionLexer::labels(ExpositionLine *nameOwner, std::vector<RawLabel> &out)
{
    ++m_at; // the brace
    skipBlanks();
    bool first = true;
    while (peek() != '}') {
        if (!first) {
            if (peek() != ',')
                return fail("a comma or a closing brace is expected between labels");
            // Text pages may end their labels with commas; OpenMetrics may not.
            do {
                ++m_at;
                skipBlanks();
            } while (!isOpenMetrics() && peek() == ',');
            if (!isOpenMetrics() && peek() == '}')
                break;
        }
        first = false;
        if (!label(nameOwner, out))
            return false;
        skipBlanks();
    }
    ++m_at;
    return true;
}

bool ExpositionLexer::label(ExpositionLine *nameOwner, std::vector<RawLabel> &out)
{
    RawLabel label;
    label.quotedName = peek() == '"';
    if (label.quotedName) {
        if (!quoted(label.name, true))
            return false;
    } else {
        label.name = identifier(false);
    }
    if (label.name.empty())
        return fail("a label name is expected here");
    if (!isOpenMetrics() || label.quotedName)
        skipBlanks();
    if (label.quotedName && nameOwner && nameOwner->name.empty() && (peek() == ',' || peek() == '}')) {
        nameOwner->name = label.name;
        nameOwner->quotedName = true;
        return true;
    }
    if (peek() != '=')
        return fail("an equals sign is expected after the label name");
    ++m_at;
    if (!isOpenMetrics())
        skipBlanks();
    if (peek() != '"')
        return fail("a label value in double quotes is expected");
    if (!quoted(label.value, false))
        return false;
    out.push_back(label);
    return true;
}

bool ExpositionLexer::quoted(std::string_view &out, bool isName)
{
    const std::size_t begin = ++m_at;
    bool ascii = true;
    for (; !atEnd(); ++m_at) {
        const char c = m_page[m_at];
        if (c == '"')
            break;
        if (c == '\n' && (isOpenMetrics() || isName))
            return fail("a quoted text is not closed on its line");
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        m_at += c == '\\';
    }
    if (atEnd())
        return fail("a quoted text is not closed");
    out = m_page.substr(begin, m_at++ - begin);
    if (isName && hasStrayEscape(out))
        return fail("a name has a backslash that escapes nothing");
    return ascii || isValidUtf8(out) || fail("the text in quotes is not UTF-8");
}

bool ExpositionLexer::metricName(ExpositionLine &line)
{
    line.quotedName = peek() == '"';
    if (line.quotedName)
        return quoted(line.name, true) && !line.name.empty();
    line.name = identifier(true);
    return !line.name.empty();
}

std::string_view ExpositionLexer::identifier(bool colons)
{
    const std::size_t begin = m_at;
    const int first = colons ? 1 | 4 : 1;
    while (!atEnd() && classes[static_cast<unsigned char>(m_page[m_at])] & (m_at == begin ? first : first | 2))
        ++m_at;
    return m_page.substr(begin, m_at - begin);
}

bool ExpositionLexer::value(ExpositionLine &line)
{
    if (isOpenMetrics()) {
        if (peek() != ' ')
            return fail("one blank and a value are expected after the labels");
        ++m_at;
    } else {
        skipBlanks();
    }
    if (isOpenMetrics() && peek() == '{') {
        const std::size_t end = std::min(m_page.find('}', m_at), m_page.find('\n', m_at));
        if (end == std::string_view::npos || m_page[end] != '}' || !m_page.substr(m_at + 1).starts_with("count:"))
            return fail("the native histogram must begin with its count and end with a brace");
        line.native = m_page.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return true;
    }
    const auto number = parseDecimal(token());
    if (!number)
        return fail("the value is not a number");
    line.value = *number;
    return true;
}

bool ExpositionLexer::timestamp(ExpositionLine &line)
{
    if (isOpenMetrics()) {
        if (peek() != ' ' || m_page.substr(m_at).starts_with(" #"))
            return true;
        ++m_at;
    } else {
        skipBlanks();
        if (atEnd() || peek() == '\n' || peek() == '\r')
            return true;
    }
    line.time = token();
    const auto t = isOpenMetrics() ? parseSeconds(line.time) : parseInteger(line.time);
    if (!t)
        return fail(isOpenMetrics() ? "the timestamp is not a number of seconds" : "the timestamp is not a whole number of milliseconds");
    line.t = *t;
    return true;
}

bool ExpositionLexer::exemplar(ExpositionLine &line)
{
    if (!m_page.substr(m_at).starts_with(" # {"))
        return fail("an exemplar \" # {labels} value\" is expected after the sample");
    m_at += 3;
    if (!labels(nullptr, line.exemplarLabels))
        return false;
    if (peek() != ' ')
        return fail("the exemplar has no value");
    ++m_at;
    if (!parseDecimal(token()))
        return fail("the value of the exemplar is not a number");
    line.hasExemplar = true;
    if (peek() != ' ')
        return true;
    ++m_at;
    return parseSeconds(token()) || fail("the timestamp of the exemplar is not a number of seconds");
}

bool ExpositionLexer::endOfLine()
{
    if (peek() == '\r' && m_at + 1 < m_page.size() && m_page[m_at + 1] == '\n')
        ++m_at;
    if (atEnd())
        return true;
    return m_page[m_at] == '\n' && ++m_at;
}

std::string_view ExpositionLexer::token()
{
    const std::size_t begin = m_at;
    while (!atEnd() && m_page[m_at] != '\n' && m_page[m_at] != '\r' && !isBlank(m_page[m_at]))
        ++m_at;
    return m_page.substr(begin, m_at - begin);
}

std::string_view ExpositionLexer::restOfLine()
{
    const std::size_t newline = std::min(m_page.find('\n', m_at), m_page.size());
    std::string_view text = m_page.substr(m_at, newline - m_at);
    m_at = std::min(newline + 1, m_page.size());
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

void ExpositionLexer::skipBlanks()
{
    while (!atEnd() && isBlank(m_page[m_at]))
        ++m_at;
}

} // namespace lepto
