#include "core/base/text.h"

namespace lepto {

namespace {

bool isHostile(QChar c)
{
    const char16_t u = c.unicode();
    const bool bidi = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
    return bidi || u == 0x2028 || u == 0x2029 || c.category() == QChar::Other_Control;
}

} // namespace

QString oneLine(const QString &text, int limit)
{
    QString out = text.left(limit);
    for (QChar &c : out) {
        if (isHostile(c))
            c = c == u'\n' || c == u'\t' ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
    }
    if (text.size() > limit)
        out += QChar(0x2026);
    return out;
}

} // namespace lepto
