#include "core/remediate/command_output.h"

namespace lepto {

namespace {

constexpr char16_t kEscape = 0x1B, kBell = 0x07, kStringEnd = 0x9C;

bool isIn(char16_t c, char16_t from, char16_t to)
{
    return c >= from && c <= to;
}

/// Reads one terminal sequence that begins at `at` (ESC or its 8-bit form) and returns where it ends.
qsizetype skipSequence(QStringView text, qsizetype at)
{
    char16_t kind = text[at].unicode();
    qsizetype i = at + 1;
    if (kind == kEscape) {
        if (i >= text.size())
            return i;
        kind = char16_t(text[i++].unicode() + 0x40); // ESC [ is 0x9B and so on
    }
    if (kind == 0x9B) {
        while (i < text.size() && isIn(text[i].unicode(), 0x20, 0x3F))
            ++i;
        return i < text.size() ? i + 1 : i;
    }
    const bool isString = kind == 0x90 || kind == 0x98 || kind == 0x9D || kind == 0x9E || kind == 0x9F;
    if (!isString)
        return i;
    for (; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == kBell || c == kStringEnd)
            return i + 1;
        if (c == kEscape)
            return i + 1 < text.size() && text[i + 1] == u'\\' ? i + 2 : i;
    }
    return i;
}

bool isHidden(QChar c)
{
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

} // namespace

QString plainOutput(const QByteArray &bytes, qsizetype limit)
{
    const QString text = QString::fromUtf8(bytes.left(limit * 4));
    QString plain;
    for (qsizetype i = 0; i < text.size() && plain.size() < limit;) {
        const QChar c = text[i];
        if (c == QChar(kEscape) || c == QChar(0x9B) || c == QChar(0x9D) || c == QChar(0x90)) {
            i = skipSequence(text, i);
            continue;
        }
        const bool crBeforeLf = c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        if (c == u'\n' || c == u'\t')
            plain += c;
        else if (!crBeforeLf)
            plain += isHidden(c) ? QChar(QChar::ReplacementCharacter) : c;
        ++i;
    }
    return plain;
}

} // namespace lepto
