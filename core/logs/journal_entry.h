#pragma once

#include "core/logs/log_line.h"

#include <optional>

namespace lepto {

/// One entry of the systemd journal as `journalctl -o json` writes it: a text, a list of byte values (not UTF-8) or null for each field.
struct JournalEntry {
    RawLine line;
    std::string cursor;
};

/// Nothing where the line is no such entry. Service: the unit without ".service", else the identifier, else the command.
std::optional<JournalEntry> parseJournalEntry(std::string_view json);

} // namespace lepto
