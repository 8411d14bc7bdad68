#pragma once

#include "core/logs/log_level.h"
#include "ml/base/series.h"

#include <QMetaType>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace lepto {

inline constexpr std::size_t kLongestLine = 1 << 20; ///< bytes; what is longer is cut there and marked

/// A line as its carrier brings it: untrusted bytes without the line's end.
struct RawLine {
    TimeMs t = 0;                       ///< of the carrier (Loki, the journal); 0: only the line itself may know
    LogLevel level = LogLevel::Unknown; ///< of the carrier
    std::string service;                ///< empty: the line may name it, else the source's name stands for it
    std::string origin;                 ///< file, unit or stream labels: where within the source
    std::string bytes;
    bool cut = false;                   ///< longer than kLongestLine
};

/// What a source read in one go. `positions` are kept together with the lines, so that after a crash neither is without the other.
struct LogBatch {
    QString source;
    TimeMs at = 0;                      ///< when it was read, local clock
    std::vector<RawLine> lines;
    std::map<std::string, std::string> positions; ///< what to read on from; an empty value forgets the key
};

/// A line as it is kept. `text` is the line as it came, plain and untrusted; bytes that are no UTF-8 stay as they are.
struct LogLine {
    TimeMs t = 0;
    LogLevel level = LogLevel::Unknown;
    bool cut = false;
    std::uint64_t pattern = 0;          ///< 0: none
    std::string service, origin, text;
};

/// A pattern that a source has shown; the id is the hash of its first text and stays when the text grows more general.
struct LogPattern {
    std::uint64_t id = 0;
    LogLevel level = LogLevel::Unknown;
    std::string service;
    std::string text;                   ///< tokens with a blank between; <*> stands for what varies
    TimeMs firstSeen = 0, lastSeen = 0;
    std::int64_t lines = 0;
};

/// 16 hexadecimal digits, the spelling in labels and on the command line.
std::string patternIdText(std::uint64_t id);
/// Nothing where the text is no such number.
std::optional<std::uint64_t> patternIdFrom(std::string_view text);

} // namespace lepto

Q_DECLARE_METATYPE(lepto::LogBatch)
