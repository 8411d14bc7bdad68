#include "core/promql/diagnostics.h"

#include "core/promql/parser.h"

#include <algorithm>

namespace lepto::promql {

namespace {

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' || c == '.';
}

/// Behind the token at a place: a word or number as a whole, any other character alone.
std::size_t tokenEnd(std::string_view query, std::size_t at)
{
    if (at >= query.size())
        return query.size();
    std::size_t end = at + 1;
    if (isWordByte(query[at])) {
        while (end < query.size() && isWordByte(query[end]))
            ++end;
    }
    while (end < query.size() && continuesCharacter(query[end]))
        ++end;
    return end;
}

std::size_t charactersIn(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return !continuesCharacter(c); }));
}

std::size_t lineStart(std::string_view query, std::size_t at)
{
    const std::size_t before = at == 0 ? std::string_view::npos : query.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

Diagnostic diagnosticOf(std::string_view query, const SyntaxError &error)
{
    Diagnostic diagnostic;
    diagnostic.at = std::min(error.where.at, query.size());
    diagnostic.end = error.where.end > diagnostic.at ? std::min(error.where.end, query.size()) : tokenEnd(query, diagnostic.at);
    diagnostic.line = 1 + int(std::count(query.begin(), query.begin() + std::ptrdiff_t(diagnostic.at), '\n'));
    const std::size_t start = lineStart(query, diagnostic.at);
    diagnostic.column = 1 + int(charactersIn(query.substr(start, diagnostic.at - start)));
    diagnostic.reason = error.what();
    return diagnostic;
}

} // namespace

std::vector<Diagnostic> diagnose(std::string_view query)
{
    std::vector<Diagnostic> diagnostics;
    for (const SyntaxError &error : parseWithErrors(query).errors)
        diagnostics.push_back(diagnosticOf(query, error));
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(), [](const Diagnostic &a, const Diagnostic &b) { return a.at < b.at; });
    return diagnostics;
}

std::string underlined(std::string_view query, const Diagnostic &diagnostic)
{
    const std::size_t start = lineStart(query, diagnostic.at);
    const std::size_t end = std::min(query.find('\n', diagnostic.at), query.size());
    std::string line(query.substr(start, end - start));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    const std::size_t marked = charactersIn(query.substr(diagnostic.at, std::min(diagnostic.end, end) - diagnostic.at));
    const std::size_t tail = marked > 1 ? marked - 1 : 0;
    return line + "\n" + std::string(std::size_t(diagnostic.column - 1), ' ') + "^" + std::string(tail, '~');
}

} // namespace lepto::promql
