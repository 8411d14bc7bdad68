#include "ui/widgets/query_highlighter.h"

#include "core/base/text.h"
#include "core/promql/function_help.h"
#include "core/promql/functions.h"
#include "ui/theme/theme.h"

#include <QRegularExpression>

namespace lepto {

QueryHighlighter::QueryHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    connect(&Theme::of(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void QueryHighlighter::paint(const QString &text, const QRegularExpression &what, const char *token)
{
    for (auto it = what.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), Theme::of().color(token));
    }
}

void QueryHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("[a-zA-Z_:][a-zA-Z0-9_:]*"));
    static const QRegularExpression number(QStringLiteral("\\b\\d+(\\.\\d+)?((ms|[smhdwy])(\\d+(ms|[smhdwy]))*)?\\b"));
    static const QRegularExpression label(QStringLiteral("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?=(=|!=|=~|!~)\\s*[\"'`])"));
    static const QRegularExpression keyword(
        QStringLiteral("\\b(by|without|on|ignoring|group_left|group_right|offset|bool|and|or|unless|atan2|inf|nan)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression string(QStringLiteral("\"(\\\\.|[^\"\\\\])*\"?|'(\\\\.|[^'\\\\])*'?|`[^`]*`?"));
    for (auto it = name.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const std::string word = utf8(match.captured());
        const bool known = promql::findFunction(word) || !promql::aggregationSignature(word).empty();
        setFormat(
            int(match.capturedStart()), int(match.capturedLength()), Theme::of().color(known ? "syn.function" : "syn.metric"));
    }
    paint(text, number, "syn.number");
    paint(text, label, "syn.label");
    paint(text, keyword, "syn.keyword");
    paint(text, string, "syn.string");
}

} // namespace lepto
