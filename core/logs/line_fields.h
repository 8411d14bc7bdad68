#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepto {

/// One name and value of a structured line. Values of texts are unescaped; numbers, lists and objects stay as they are written.
struct LogField {
    std::string name, value;
};

inline constexpr std::size_t kMostFields = 64;

/// The members of a line that is one JSON object and nothing else; nothing where it is none. Those past kMostFields are read over.
std::optional<std::vector<LogField>> jsonFields(std::string_view line);

/// The pairs of a line that is written in logfmt (`level=info msg="x y"`) from its first byte on; nothing with fewer than two pairs or
/// where a word that is no pair comes first.
std::optional<std::vector<LogField>> logfmtFields(std::string_view line);

/// The value of the first of `names` that is there; nullptr without one.
const std::string *fieldOf(const std::vector<LogField> &fields, std::initializer_list<std::string_view> names);

} // namespace lepto
