#pragma once

#include "ui/models/name_index.h"
#include "ui/models/query_text.h"

#include <QPlainTextEdit>

namespace lepto {

class CompletionPopup;

/// PromQL on one line, on more where it was laid out so: coloured, completed from known names (so it works offline), errors
/// underlined. Enter or Ctrl+Enter runs, Shift+Enter breaks the line. Ctrl+Space completes, Tab or Enter takes the word, Esc
/// closes the list. Ctrl+Up and Ctrl+Down walk the history.
class QueryEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit QueryEdit(QWidget *parent = nullptr);

    QString query() const { return toPlainText().trimmed(); }
    void setQuery(const QString &text);
    /// In place of the whole text, as one step that Ctrl+Z takes back.
    void replaceQuery(const QString &text);
    void setNames(std::shared_ptr<const NameIndex> names);
    void setHistory(const QStringList &newestFirst) { m_history = newestFirst; }
    /// Underlines what is wrong; an empty list takes the underlines away.
    void setFaults(const std::vector<QueryFault> &faults);
    /// Lights up a part, e.g. the one that is being explained; an empty span: none.
    void setSpotlight(TextSpan span);
    bool completing() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 120, sizeHint().height() }; }

Q_SIGNALS:
    void runAsked();
    void duplicateAsked();
    void explainAsked();
    void formatAsked();
    void historyAsked();
    void moveAsked(int rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override; ///< not while Tab takes a word

private:
    void offer(bool asked);
    void take();
    bool completionKey(QKeyEvent *event);
    bool commandKey(QKeyEvent *event);
    void recall(int step);
    void mark();
    void closeList();
    QRect cursorInWindow() const;

    promql::CompletionNames m_names;
    QStringList m_history;
    QString m_draft; ///< what stood here before the history was walked
    qsizetype m_recalled = -1;
    std::vector<QueryFault> m_faults;
    TextSpan m_spotlight;
    TextSpan m_completed; ///< what the chosen word replaces
    CompletionPopup *m_popup = nullptr; ///< child of the window, no native pop-up
    int m_lines = 1;
};

} // namespace lepto
