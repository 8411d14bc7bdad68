#include "core/logs/line_fields.h"

#include "core/sources/json_text.h"

#include <algorithm>

namespace lepto {

namespace {

using json::Outcome;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || c == '@' || c == '/';
}

bool readValue(json::Text &text, std::string &value)
{
    char c = 0;
    if (json::peek(text, c) != Outcome::Ok)
        return false;
    if (c == '"')
        return json::readString(text, value) == Outcome::Ok;
    const char *begin = text.at;
    if (json::skipValue(text) != Outcome::Ok)
        return false;
    value.assign(begin, text.at);
    return true;
}

/// A value in quotes with \" and \\ taken out; false where the quote never closes.
bool quoted(std::string_view line, std::size_t &at, std::string &value)
{
    for (++at; at < line.size(); ++at) {
        if (line[at] == '"') {
            ++at;
            return true;
        }
        if (line[at] == '\\' && at + 1 < line.size()) {
            const char next = line[++at];
            value += next == 'n' ? '\n' : next == 't' ? '\t' : next;
        } else {
            value += line[at];
        }
    }
    return false;
}

/// NAME=VALUE at `at`; false where there is none.
bool pair(std::string_view line, std::size_t &at, LogField &field)
{
    const std::size_t begin = at;
    while (at < line.size() && isNameChar(line[at]))
        ++at;
    if (at == begin || at >= line.size() || line[at] != '=')
        return false;
    field.name.assign(line.substr(begin, at - begin));
    field.value.clear();
    if (++at < line.size() && line[at] == '"')
        return quoted(line, at, field.value) && (at == line.size() || isBlank(line[at]));
    const std::size_t value = at;
    while (at < line.size() && !isBlank(line[at]))
        ++at;
    field.value.assign(line.substr(value, at - value));
    return true;
}

} // namespace

std::optional<std::vector<LogField>> jsonFields(std::string_view line)
{
    json::Text text { line.data(), line.data() + line.size() };
    char c = 0;
    if (json::expect(text, '{') != Outcome::Ok || json::peek(text, c) != Outcome::Ok)
        return std::nullopt;
    std::vector<LogField> fields;
    fields.reserve(8);
    for (bool more = c != '}'; more;) {
        LogField field;
        if (json::readString(text, field.name) != Outcome::Ok || json::expect(text, ':') != Outcome::Ok || !readValue(text, field.value))
            return std::nullopt;
        if (fields.size() < kMostFields)
            fields.push_back(std::move(field));
        if (json::peek(text, c) != Outcome::Ok)
            return std::nullopt;
        more = c == ',';
        text.at += more;
    }
    if (json::expect(text, '}') != Outcome::Ok || json::peek(text, c) == Outcome::Ok)
        return std::nullopt;
    return fields;
}

std::optional<std::vector<LogField>> logfmtFields(std::string_view line)
{
    std::vector<LogField> fields;
    for (std::size_t at = 0; at < line.size() && fields.size() < kMostFields;) {
        if (isBlank(line[at])) {
            ++at;
            continue;
        }
        LogField field;
        const std::size_t begin = at;
        if (pair(line, at, field)) {
            fields.push_back(std::move(field));
            continue;
        }
        if (fields.empty())
            return std::nullopt;
        for (at = std::max(at, begin + 1); at < line.size() && !isBlank(line[at]);)
            ++at;
    }
    return fields.size() < 2 ? std::nullopt : std::optional(std::move(fields));
}

const std::string *fieldOf(const std::vector<LogField> &fields, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const auto found = std::find_if(fields.begin(), fields.end(), [name](const LogField &f) { return f.name == name; });
        if (found != fields.end())
            return &found->value;
    }
    return nullptr;
}

} // namespace lepto
