#include "core/logs/plain_text.h"

#include <QStringDecoder>

namespace lepto {

namespace {

/// Bytes of the valid UTF-8 character at `at`, 0 where there is none. `code` becomes the character.
int characterAt(std::string_view bytes, std::size_t at, char32_t &code)
{
    const auto byte = [&](std::size_t i) { return at + i < bytes.size() ? std::uint8_t(bytes[at + i]) : 0; };
    const std::uint8_t first = std::uint8_t(bytes[at]);
    if (first < 0x80) {
        code = first;
        return 1;
    }
    const int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (length == 0)
        return 0;
    code = first & (0xFF >> (length + 1));
    for (int i = 1; i < length; ++i) {
        if ((byte(std::size_t(i)) & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (byte(std::size_t(i)) & 0x3F);
    }
    static constexpr char32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
    return code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0 : length;
}

bool isVisible(char32_t code)
{
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return false;
    const bool formatting = (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F)
        || code == 0x061C || code == 0xFEFF || code == 0x00AD || (code >= 0xFFF9 && code <= 0xFFFB) || (code >= 0xE0000 && code <= 0xE007F);
    return !formatting;
}

QString hex(const char *head, quint32 value, int digits)
{
    return QLatin1String(head) + QString::number(value, 16).rightJustified(digits, u'0');
}

} // namespace

QString visibleText(std::string_view bytes, std::size_t limit)
{
    QString out;
    out.reserve(qsizetype(std::min(bytes.size(), limit)));
    std::size_t at = 0;
    while (at < bytes.size() && at < limit) {
        char32_t code = 0;
        const int length = characterAt(bytes, at, code);
        if (length == 0)
            out += hex("\\x", std::uint8_t(bytes[at]), 2);
        else if (code == '\t')
            out += u' ';
        else if (isVisible(code))
            out += QString::fromUcs4(&code, 1);
        else
            out += code < 0x80 ? hex("\\x", code, 2) : hex("\\u", code, 4);
        at += std::size_t(std::max(length, 1));
    }
    if (at < bytes.size())
        out += QChar(0x2026);
    return out;
}

} // namespace lepto
