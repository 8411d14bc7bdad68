#include "ui/theme/tokens.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr Token table[] = {
    { "accent.fill", 0xff4c66e0, 0xff4157d6 },
    { "accent.fillHover", 0xff4660d6, 0xff3347c2 },
    { "accent.line", 0xff8ea6ff, 0xff4157d6 },
    { "accent.text", 0xff9db2ff, 0xff3448c5 },
    { "bg.app", 0xff0f1216, 0xffebeef1 },
    { "bg.hover", 0xff22272e, 0xffe9edf1 },
    { "bg.inset", 0xff0c0f12, 0xfff8f9fb },
    { "bg.pane", 0xff14171c, 0xffffffff },
    { "bg.raised", 0xff1b1f25, 0xfff3f5f7 },
    { "bg.selected", 0xff1e2743, 0xffe5eafd },
    { "chart.1", 0xff45cafc, 0xff2487cb },
    { "chart.2", 0xffb56815, 0xffa54a22 },
    { "chart.3", 0xffec84aa, 0xff840062 },
    { "chart.4", 0xff1c9467, 0xff287e61 },
    { "chart.5", 0xffb0c44b, 0xff87913d },
    { "chart.6", 0xff6c7cfe, 0xff2e459e },
    { "chart.7", 0xffeeb8a5, 0xff3d2e1d },
    { "chart.8", 0xffd8dfe5, 0xff7d8c91 },
    { "chart.axis", 0xff9299a3, 0xff5a646f },
    { "chart.crosshair", 0xffc9cfd6, 0xff2b333c },
    { "chart.expected", 0xff232f3a, 0xffdde9f3 },
    { "chart.future", 0xff181c22, 0xfff4f6f8 },
    { "chart.grid", 0xff21262c, 0xffeceff2 },
    { "chart.now", 0xffe8ebee, 0xff14181d },
    { "chart.threshold", 0xfff4634a, 0xff99161d },
    { "danger.fill", 0xffb52b17, 0xffa81e22 },
    { "danger.fillHover", 0xffa32412, 0xff8f171b },
    { "diff.addBg", 0xff172a25, 0xffe2f4eb },
    { "diff.addText", 0xff7fd6ae, 0xff14573d },
    { "diff.delBg", 0xff33201f, 0xfffbe6e4 },
    { "diff.delText", 0xffff9c88, 0xff8c1418 },
    { "line.control", 0xff6b737e, 0xff7a848f },
    { "line.default", 0xff343a43, 0xffcbd1d8 },
    { "line.subtle", 0xff23282f, 0xffe3e7eb },
    { "ml.anomaly", 0xffe26fe0, 0xff8524cb },
    { "sev.critical", 0xfff4634a, 0xff99161d },
    { "sev.info", 0xffb0e0f5, 0xff2d5179 },
    { "sev.nodata", 0xff8d939b, 0xff5d6166 },
    { "sev.ok", 0xff52c192, 0xff1f7654 },
    { "sev.warning", 0xfffacd51, 0xff955a06 },
    { "syn.function", 0xffb8a9ff, 0xff5b3fc4 },
    { "syn.keyword", 0xffee93bc, 0xff9c1f62 },
    { "syn.label", 0xff86cdef, 0xff1b5e93 },
    { "syn.metric", 0xffe8ebee, 0xff14181d },
    { "syn.number", 0xffeeb8a5, 0xff8a4512 },
    { "syn.string", 0xffa9cb82, 0xff3e6b13 },
    { "text.disabled", 0xff626a74, 0xff98a1ab },
    { "text.muted", 0xff9299a3, 0xff5a646f },
    { "text.onFill", 0xffffffff, 0xffffffff },
    { "text.primary", 0xffe8ebee, 0xff14181d },
    { "text.secondary", 0xffb6bcc4, 0xff414a54 },
    { "tint.anomaly", 0xff2f2135, 0xfff5eafc },
    { "tint.critical", 0xff35201e, 0xfffbebea },
    { "tint.info", 0xff232c33, 0xffe8f0f7 },
    { "tint.nodata", 0xff22262b, 0xffeef0f2 },
    { "tint.ok", 0xff1a2b28, 0xffe5f3ed },
    { "tint.warning", 0xff322c1e, 0xfffbf1de },
};

constexpr bool sorted = std::ranges::is_sorted(table, {}, &Token::name);
static_assert(sorted, "findToken searches the table by halves");

} // namespace

const Token *findToken(std::string_view name)
{
    const auto *found = std::ranges::lower_bound(table, name, {}, &Token::name);
    return found != std::end(table) && found->name == name ? found : nullptr;
}

std::span<const Token> allTokens()
{
    return table;
}

} // namespace lepto
