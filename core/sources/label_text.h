#pragma once

#include <string>
#include <string_view>

namespace lepto {

/// Whether the bytes are UTF-8 without surrogates and overlong forms.
bool isValidUtf8(std::string_view text);

/// Resolves \\, \" and \n of a quoted label value; other backslashes stay as they are.
void unescapeTo(std::string_view raw, std::string &out);

} // namespace lepto
