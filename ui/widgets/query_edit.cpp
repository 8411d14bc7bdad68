#include "ui/widgets/query_edit.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/completion_popup.h"
#include "ui/widgets/query_highlighter.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>

namespace lepto {

namespace {

constexpr int queryLimit = 20'000, mostLines = 8;

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
    new QueryHighlighter(document());
    connect(document(), &QTextDocument::blockCountChanged, this, [this](int lines) {
        m_lines = std::clamp(lines, 1, mostLines);
        updateGeometry();
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] { setFaults({}), setSpotlight({}); });
}

QSize QueryEdit::sizeHint() const
{
    const QFontMetrics metrics(Theme::of().font(Theme::Type::Code));
    return { 300, metrics.height() + (m_lines - 1) * metrics.lineSpacing() + 14 };
}

void QueryEdit::setQuery(const QString &text)
{
    setPlainText(text.left(queryLimit));
    moveCursor(hasFocus() ? QTextCursor::End : QTextCursor::Start);
}

void QueryEdit::replaceQuery(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text.left(queryLimit));
    setTextCursor(cursor);
}

void QueryEdit::setNames(std::shared_ptr<const NameIndex> names)
{
    m_names = NameIndex::completion(std::move(names));
}

void QueryEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().left(queryLimit).trimmed());
}

void QueryEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

/// The text grew first and was scrolled for it; now that there is room for all lines, the first is shown again.
void QueryEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (document()->blockCount() <= mostLines)
        verticalScrollBar()->setValue(0);
}

bool QueryEdit::focusNextPrevChild(bool next)
{
    return !completing() && QPlainTextEdit::focusNextPrevChild(next);
}

void QueryEdit::setFaults(const std::vector<QueryFault> &faults)
{
    m_faults = faults;
    mark();
}

void QueryEdit::setSpotlight(TextSpan span)
{
    m_spotlight = span;
    mark();
}

void QueryEdit::mark()
{
    const int length = int(toPlainText().size());
    const auto selection = [&](TextSpan span) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(std::clamp(span.at, 0, std::max(0, length - 1)));
        mark.cursor.setPosition(std::clamp(span.end, std::min(span.at + 1, length), length), QTextCursor::KeepAnchor);
        return mark;
    };
    QList<QTextEdit::ExtraSelection> marks;
    if (m_spotlight.end > m_spotlight.at && length > 0) {
        marks.append(selection(m_spotlight));
        marks.back().format.setBackground(Theme::of().color("bg.selected"));
    }
    for (const QueryFault &fault : m_faults) {
        if (length == 0)
            break;
        marks.append(selection({ std::min(fault.span.at, length - 1), fault.span.end }));
        marks.back().format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        marks.back().format.setUnderlineColor(Theme::of().color("sev.critical"));
    }
    setExtraSelections(marks);
}

bool QueryEdit::completing() const
{
    return m_popup && m_popup->isVisible();
}

void QueryEdit::closeList()
{
    if (m_popup)
        m_popup->hide();
}

QRect QueryEdit::cursorInWindow() const
{
    const QRect at = cursorRect();
    return { viewport()->mapTo(window(), at.topLeft()), at.size() };
}

/// Unasked, only once a word has begun: a list over an empty place is in the way.
void QueryEdit::offer(bool asked)
{
    const QString before = toPlainText().left(textCursor().position());
    promql::CompletionList list = promql::complete(utf8(toPlainText()), utf8(before).size(), m_names);
    m_completed = spanOf(toPlainText(), list.from, list.to);
    const bool begun = m_completed.end > m_completed.at;
    const std::string word = utf8(toPlainText().mid(m_completed.at, m_completed.end - m_completed.at));
    const bool whole = list.items.size() == 1 && list.items.front().name == word;
    if (!asked && (!begun || whole))
        list.items.clear();
    if (!m_popup) {
        m_popup = new CompletionPopup(window());
        connect(m_popup, &CompletionPopup::taken, this, &QueryEdit::take);
    }
    m_popup->offer(std::move(list.items), cursorInWindow());
}

void QueryEdit::take()
{
    const promql::Completion *item = m_popup ? m_popup->current() : nullptr;
    if (!item)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_completed.at);
    cursor.setPosition(m_completed.end, QTextCursor::KeepAnchor);
    cursor.insertText(qstr(item->text));
    setTextCursor(cursor);
    m_popup->hide();
}

bool QueryEdit::completionKey(QKeyEvent *event)
{
    if (!completing())
        return false;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (event->modifiers() != Qt::NoModifier)
            return false;
        m_popup->step(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
            return false;
        [[fallthrough]];
    case Qt::Key_Tab:
        take();
        return true;
    case Qt::Key_Escape:
        closeList();
        return true;
    default:
        return false;
    }
}

void QueryEdit::recall(int step)
{
    if (m_history.isEmpty())
        return;
    if (m_recalled < 0)
        m_draft = toPlainText();
    m_recalled = std::clamp<qsizetype>(m_recalled + step, -1, m_history.size() - 1);
    replaceQuery(m_recalled < 0 ? m_draft : m_history.at(m_recalled));
}

bool QueryEdit::commandKey(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier, alt = event->modifiers() == Qt::AltModifier;
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ShiftModifier)
            return false;
        m_recalled = -1;
        Q_EMIT runAsked();
    } else if (control && event->key() == Qt::Key_Space) {
        offer(true);
    } else if (control && event->key() == Qt::Key_D) {
        Q_EMIT duplicateAsked();
    } else if (control && event->key() == Qt::Key_I) {
        Q_EMIT explainAsked();
    } else if (control && event->key() == Qt::Key_R) {
        Q_EMIT historyAsked();
    } else if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && event->key() == Qt::Key_F) {
        Q_EMIT formatAsked();
    } else if (control && vertical) {
        recall(event->key() == Qt::Key_Up ? 1 : -1);
    } else if (alt && vertical) {
        Q_EMIT moveAsked(event->key() == Qt::Key_Up ? -1 : 1);
    } else {
        return false;
    }
    if (event->key() != Qt::Key_Space)
        closeList();
    return true;
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (completionKey(event) || commandKey(event))
        return;
    QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && (event->text().front().isPrint() || event->key() == Qt::Key_Backspace);
    if (typed && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        offer(false);
    else if (event->key() != Qt::Key_Shift && event->key() != Qt::Key_Control)
        closeList();
}

void QueryEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    m_recalled = -1;
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        closeList();
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace lepto
