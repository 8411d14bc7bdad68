#include "core/logs/journal_entry.h"

#include "core/logs/line_fields.h"

#include <charconv>

namespace lepto {

namespace {

/// "[104,105]" as the bytes that the numbers are; a list of anything else as it is written.
std::string bytesOf(const std::string &value)
{
    if (!value.starts_with('['))
        return value;
    std::string bytes;
    const char *at = value.data() + 1;
    const char *const end = value.data() + value.size();
    while (at < end && *at != ']') {
        int byte = -1;
        const auto read = std::from_chars(at, end, byte);
        if (read.ec != std::errc() || byte < 0 || byte > 255)
            return value;
        bytes += char(byte);
        for (at = read.ptr; at < end && (*at == ',' || *at == ' ');)
            ++at;
    }
    return bytes;
}

std::string serviceOf(const std::vector<LogField> &fields)
{
    const std::string *unit = fieldOf(fields, { "_SYSTEMD_UNIT", "UNIT", "SYSLOG_IDENTIFIER", "_COMM" });
    if (!unit)
        return {};
    constexpr std::string_view ending = ".service";
    return unit->ends_with(ending) ? unit->substr(0, unit->size() - ending.size()) : *unit;
}

} // namespace

std::optional<JournalEntry> parseJournalEntry(std::string_view json)
{
    const auto fields = jsonFields(json);
    const std::string *cursor = fields ? fieldOf(*fields, { "__CURSOR" }) : nullptr;
    const std::string *time = fields ? fieldOf(*fields, { "__REALTIME_TIMESTAMP" }) : nullptr;
    if (!cursor || !time)
        return std::nullopt;
    JournalEntry entry;
    std::int64_t us = 0;
    std::from_chars(time->data(), time->data() + time->size(), us);
    entry.cursor = *cursor;
    entry.line.t = us / 1000;
    entry.line.service = serviceOf(*fields);
    if (const std::string *host = fieldOf(*fields, { "_HOSTNAME" }))
        entry.line.origin = *host;
    if (const std::string *priority = fieldOf(*fields, { "PRIORITY" }); priority && priority->size() == 1)
        entry.line.level = logLevelFromNumber(priority->front() - '0').value_or(LogLevel::Unknown);
    if (const std::string *message = fieldOf(*fields, { "MESSAGE" }); message && *message != "null")
        entry.line.bytes = bytesOf(*message);
    entry.line.cut = entry.line.bytes.size() > kLongestLine;
    entry.line.bytes.resize(std::min(entry.line.bytes.size(), kLongestLine));
    return entry;
}

} // namespace lepto
