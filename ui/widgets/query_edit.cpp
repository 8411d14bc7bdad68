#include "ui/widgets/query_edit.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QMimeData>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <algorithm>

namespace lepto {

namespace {

constexpr int queryLimit = 20'000, mostCompletions = 12, leastWord = 2;

const QStringList &functions()
{
    static const QStringList names = QStringLiteral("abs absent absent_over_time avg avg_over_time bottomk ceil changes clamp "
                                                    "clamp_max clamp_min count count_over_time count_values "
                                                    "day_of_month day_of_week days_in_month delta deriv exp floor group "
                                                    "histogram_quantile holt_winters hour idelta increase irate "
                                                    "label_join label_replace last_over_time ln log10 log2 max max_over_time min "
                                                    "min_over_time minute month predict_linear present_over_time "
                                                    "quantile quantile_over_time rate resets round scalar sgn sort sort_desc "
                                                    "sqrt stddev stddev_over_time stdvar stdvar_over_time sum "
                                                    "sum_over_time time timestamp topk vector year")
                                         .split(QLatin1Char(' '));
    return names;
}

class Highlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression name(QStringLiteral("[a-zA-Z_:][a-zA-Z0-9_:]*"));
        static const QRegularExpression number(QStringLiteral("\\b\\d+(\\.\\d+)?(ms|[smhdwy])?\\b"));
        static const QRegularExpression label(QStringLiteral("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?==|!=|=~|!~)"));
        static const QRegularExpression grouping(
            QStringLiteral("\\b(by|without|on|ignoring|group_left|group_right|offset|bool|and|or|unless|inf|nan)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression string(QStringLiteral("\"(\\\\.|[^\"\\\\])*\"?|'(\\\\.|[^'\\\\])*'?"));
        const QStringList &known = functions();
        for (auto it = name.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (known.contains(match.captured()))
                setFormat(int(match.capturedStart()), int(match.capturedLength()), Theme::of().color("syn.function"));
        }
        paint(text, number, "syn.number");
        paint(text, label, "syn.label");
        paint(text, grouping, "syn.keyword");
        paint(text, string, "syn.string");
    }

private:
    void paint(const QString &text, const QRegularExpression &what, const char *token)
    {
        for (auto it = what.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), Theme::of().color(token));
        }
    }
};

} // namespace

QueryEdit::QueryEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    Theme::of().dress(this, Theme::Type::Code);
    document()->setDocumentMargin(3);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *highlighter = new Highlighter(document());
    connect(&Theme::of(), &Theme::changed, highlighter, &QSyntaxHighlighter::rehighlight);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { markError(-1); });
}

QSize QueryEdit::sizeHint() const
{
    return { 300, QFontMetrics(Theme::of().font(Theme::Type::Code)).height() + 14 };
}

void QueryEdit::setQuery(const QString &text)
{
    setPlainText(QString(text).left(queryLimit).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    moveCursor(hasFocus() ? QTextCursor::End : QTextCursor::Start);
}

void QueryEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().left(queryLimit).simplified());
}

void QueryEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void QueryEdit::markError(int at)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (at >= 0 && !toPlainText().isEmpty()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(std::clamp(at, 0, int(toPlainText().size()) - 1));
        mark.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!mark.cursor.hasSelection())
            mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::of().color("sev.critical"));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

QString QueryEdit::wordAtCursor() const
{
    static const QRegularExpression tail(QStringLiteral("[a-zA-Z_:][a-zA-Z0-9_:]*$"));
    return tail.match(toPlainText().left(textCursor().position())).captured();
}

QStringList QueryEdit::completions(const QString &word) const
{
    QStringList starts, contains;
    for (const QStringList *names : { &m_metrics, &functions() }) {
        for (const QString &name : *names) {
            if (name == word)
                continue;
            if (name.startsWith(word, Qt::CaseInsensitive))
                starts.append(name);
            else if (name.contains(word, Qt::CaseInsensitive))
                contains.append(name);
            if (starts.size() == mostCompletions)
                return starts;
        }
    }
    return (starts + contains).mid(0, mostCompletions);
}

bool QueryEdit::completing() const
{
    return m_list && m_list->isVisible();
}

void QueryEdit::offer()
{
    const QString word = wordAtCursor();
    const QStringList names = word.size() < leastWord ? QStringList() : completions(word);
    if (names.isEmpty()) {
        if (m_list)
            m_list->hide();
        return;
    }
    if (!m_list) {
        m_list = new QListWidget(window());
        m_list->setObjectName(QStringLiteral("completionList"));
        m_list->setProperty("popup", true);
        m_list->setFrameShape(QFrame::Box);
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setAccessibleName(tr("Completions"));
        Theme::of().dress(m_list, Theme::Type::Code);
        connect(m_list, &QListWidget::itemClicked, this, &QueryEdit::take);
    }
    m_list->clear();
    m_list->addItems(names);
    m_list->setCurrentRow(0);
    const int rowHeight = std::max(20, m_list->sizeHintForRow(0));
    m_list->resize(320, rowHeight * int(names.size()) + 4);
    const QPoint below = viewport()->mapTo(window(), cursorRect().bottomLeft());
    m_list->move(std::clamp(below.x() - 20, 4, std::max(4, window()->width() - m_list->width() - 4)), below.y() + 6);
    m_list->show();
    m_list->raise();
}

void QueryEdit::take()
{
    const QListWidgetItem *item = m_list ? m_list->currentItem() : nullptr;
    if (!item)
        return;
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(wordAtCursor().size()));
    cursor.insertText(functions().contains(item->text()) ? item->text() + QLatin1Char('(') : item->text());
    setTextCursor(cursor);
    m_list->hide();
}

bool QueryEdit::completionKey(QKeyEvent *event)
{
    if (!completing())
        return false;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
        return true;
    }
    case Qt::Key_Tab:
        take();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            return false;
        take();
        return true;
    case Qt::Key_Escape:
        m_list->hide();
        return true;
    default:
        return false;
    }
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (completionKey(event))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_list)
            m_list->hide();
        Q_EMIT runAsked();
        return;
    }
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Space)
        return offer();
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_D) {
        Q_EMIT duplicateAsked();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && (event->text().front().isPrint() || event->key() == Qt::Key_Backspace);
    if (typed)
        offer();
    else if (m_list && event->key() != Qt::Key_Shift)
        m_list->hide();
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    if (m_list && event->reason() != Qt::PopupFocusReason)
        m_list->hide();
    QPlainTextEdit::focusOutEvent(event);
}

int errorPosition(const QString &message)
{
    static const QRegularExpression place(QStringLiteral("(?:^|\\s)1:(\\d{1,6})\\b|column (\\d{1,6})"));
    const auto match = place.match(message);
    if (!match.hasMatch())
        return -1;
    const QString digits = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    return std::max(0, digits.toInt() - 1);
}

} // namespace lepto
