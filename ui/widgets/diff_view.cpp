#include "ui/widgets/diff_view.h"

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace lepto {

namespace {

constexpr int longestOutput = 200'000, mostLit = 2000;

enum class Change : quint8 { None, Added, Removed };

constexpr const char *isDiff = "isDiff";

/// Only what has a hunk is a difference: a line that begins with "--set" elsewhere is an option and not a removal.
bool looksLikeDiff(const QString &text)
{
    return text.startsWith(QLatin1String("@@ ")) || text.contains(QLatin1String("\n@@ "));
}

Change changeOf(const QString &line, const QTextDocument &document)
{
    if (!document.property(isDiff).toBool() || line.startsWith(QLatin1String("+++")) || line.startsWith(QLatin1String("---")))
        return Change::None;
    return line.startsWith(QLatin1Char('+')) ? Change::Added : line.startsWith(QLatin1Char('-')) ? Change::Removed : Change::None;
}

class DiffHighlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &line) override
    {
        const Change change = changeOf(line, *document());
        const bool head = document()->property(isDiff).toBool() && (line.startsWith(QLatin1String("+++")) || line.startsWith(QLatin1String("---")) || line.startsWith(QLatin1Char('@')));
        QTextCharFormat format;
        format.setForeground(Theme::of().color(head ? "text.muted" : change == Change::Added ? "diff.addText"
                : change == Change::Removed ? "diff.delText" : "text.primary"));
        setFormat(0, int(line.size()), format);
    }
};

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setProperty("code", true);
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    Theme::of().dress(this, Theme::Type::Number);
    auto *lights = new DiffHighlighter(document());
    connect(&Theme::of(), &Theme::changed, this, [this, lights] {
        lights->rehighlight();
        lightLines();
    });
}

void DiffView::lightLines()
{
    QList<QTextEdit::ExtraSelection> lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const Change change = changeOf(block.text(), *document());
        if (change == Change::None || lines.size() >= mostLit)
            continue;
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(block);
        line.format.setBackground(Theme::of().color(change == Change::Added ? "diff.addBg" : "diff.delBg"));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        lines << line;
    }
    setExtraSelections(lines);
}

void DiffView::setOutput(const QString &text)
{
    const QString shown = text.left(longestOutput);
    document()->setProperty(isDiff, looksLikeDiff(shown));
    if (toPlainText() != shown)
        setPlainText(shown);
    lightLines();
}

} // namespace lepto
