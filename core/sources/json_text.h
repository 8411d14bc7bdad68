#pragma once

#include <string>
#include <string_view>

namespace lepto::json {

/// How far a reader got in bytes that may still be arriving. On More and Bad `at` is where it stuck.
enum class Outcome { Ok, More, Bad };

/// Cursor over a part of a JSON text.
struct Text {
    const char *at = nullptr;
    const char *end = nullptr;
};

/// Next character that is no blank; More at the end.
Outcome peek(Text &text, char &c);
/// Takes the character `c`.
Outcome expect(Text &text, char c);
/// A string with its quotes; UTF-16 escapes become UTF-8, lone halves U+FFFD.
Outcome readString(Text &text, std::string &out);
/// Any value, unread; at most 64 levels deep.
Outcome skipValue(Text &text);
/// A string, or any other value as nothing.
Outcome readOptionalString(Text &text, std::string &out);

} // namespace lepto::json
