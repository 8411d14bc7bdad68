#pragma once

#include <QRgb>

#include <span>
#include <string_view>

namespace lepto {

/// One named colour in both themes, opaque.
struct Token {
    std::string_view name;
    QRgb dark = 0, light = 0;
};

/// Null where there is no such token. Pure; any thread.
const Token *findToken(std::string_view name);
std::span<const Token> allTokens();

} // namespace lepto
