#include "core/files/csv_lexer.h"

#include <QtGlobal>

#include <algorithm>

namespace lepto {

namespace {

std::string_view trimmed(std::string_view field)
{
    const auto blank = [](char c) { return c == ' ' || c == '\r'; };
    while (!field.empty() && blank(field.front()))
        field.remove_prefix(1);
    while (!field.empty() && blank(field.back()))
        field.remove_suffix(1);
    return field;
}

} // namespace

CsvLexer::Step CsvLexer::refuse(std::string_view text, bool last, const char *reason, std::size_t &used)
{
    m_reason = reason;
    const std::size_t end = text.find('\n');
    m_skipping = end == std::string_view::npos && !last;
    used = end == std::string_view::npos ? text.size() : end + 1;
    m_line += end != std::string_view::npos;
    return Step::Bad;
}

CsvLexer::Step CsvLexer::next(std::string_view text, bool last, CsvRow &row, std::size_t &used)
{
    used = 0;
    for (;;) {
        row.line = m_line;
        const std::string_view rest = text.substr(used);
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos && !last) {
            if (rest.size() <= kLongestRow)
                return Step::More;
            if (!m_skipping)
                return refuse(rest, last, QT_TRANSLATE_NOOP("Files", "the row is longer than 1 MiB"), used);
            used = text.size();
            return Step::More;
        }
        if (rest.empty())
            return Step::End;
        const std::string_view line = trimmed(rest.substr(0, end));
        const std::size_t whole = end == std::string_view::npos ? rest.size() : end + 1;
        if (line.empty() || m_skipping) {
            m_skipping = false;
            m_line += end != std::string_view::npos;
            used += whole;
            continue;
        }
        row.fields.clear();
        row.unquoted.clear();
        if (line.find('"') != std::string_view::npos)
            return quotedRow(rest, last, row, used);
        if (line.size() > kLongestRow)
            return refuse(rest, last, QT_TRANSLATE_NOOP("Files", "the row is longer than 1 MiB"), used);
        plainRow(line, row);
        m_line += end != std::string_view::npos;
        used += whole;
        return Step::Row;
    }
}

void CsvLexer::plainRow(std::string_view line, CsvRow &row) const
{
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(line.find(m_separator, begin), line.size());
        row.fields.push_back(trimmed(line.substr(begin, end - begin)));
        if (end == line.size())
            return;
        begin = end + 1;
    }
}

/// A field from its opening quote; false where the text ends inside.
bool CsvLexer::quotedField(std::string_view text, std::size_t &at, CsvRow &row) const
{
    const std::size_t begin = ++at;
    std::string *own = nullptr;
    for (;; ++at) {
        at = text.find('"', at);
        if (at == std::string_view::npos)
            return false;
        if (at + 1 >= text.size() || text[at + 1] != '"')
            break;
        if (!own)
            own = &row.unquoted.emplace_back(text.substr(begin, at - begin));
        ++at;
        const std::size_t next = std::min(text.find('"', at + 1), text.size());
        own->append(text.substr(at, next - at));
        at = next - 1;
    }
    row.fields.push_back(own ? std::string_view(*own) : text.substr(begin, at - begin));
    ++at;
    return true;
}

CsvLexer::Step CsvLexer::quotedRow(std::string_view text, bool last, CsvRow &row, std::size_t &used)
{
    const std::size_t before = used;
    const auto bad = [&](const char *reason) {
        const Step step = refuse(text, last, reason, used);
        used += before;
        return step;
    };
    for (std::size_t at = 0;;) {
        while (at < text.size() && text[at] == ' ')
            ++at;
        if (at < text.size() && text[at] == '"') {
            if (!quotedField(text, at, row)) {
                if (last || text.size() > kLongestRow)
                    return bad(QT_TRANSLATE_NOOP("Files", "a quote is not closed"));
                return Step::More;
            }
            while (at < text.size() && (text[at] == ' ' || text[at] == '\r'))
                ++at;
        } else {
            const std::size_t end = std::min(text.find_first_of(std::string { m_separator, '\n' }, at), text.size());
            row.fields.push_back(trimmed(text.substr(at, end - at)));
            at = end;
        }
        if (at > kLongestRow)
            return bad(QT_TRANSLATE_NOOP("Files", "the row is longer than 1 MiB"));
        if (at >= text.size() || text[at] == '\n') {
            m_line += std::count(text.begin(), text.begin() + std::ptrdiff_t(std::min(at + 1, text.size())), '\n');
            used = before + std::min(at + 1, text.size());
            return Step::Row;
        }
        if (text[at] != m_separator)
            return bad(QT_TRANSLATE_NOOP("Files", "there is text behind a closing quote"));
        ++at;
    }
}

} // namespace lepto
