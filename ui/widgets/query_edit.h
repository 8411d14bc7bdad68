#pragma once

#include <QPlainTextEdit>
#include <QStringList>

class QListWidget;

namespace lepto {

/// One line of PromQL: coloured, completed from known names (so it works offline), the place of an error underlined.
/// Enter or Ctrl+Enter runs; Ctrl+Space completes, Tab or Enter takes the completion, Esc closes it.
class QueryEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit QueryEdit(QWidget *parent = nullptr);

    QString query() const { return toPlainText().trimmed(); }
    void setQuery(const QString &text);
    void setNames(const QStringList &metrics) { m_metrics = metrics; }
    /// Underlines the word at `at` (characters from 0); negative takes the underline away.
    void markError(int at);
    QStringList completions(const QString &word) const; ///< best first, at most 12
    bool completing() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 120, sizeHint().height() }; }

Q_SIGNALS:
    void runAsked();
    void duplicateAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QString wordAtCursor() const;
    void offer();
    void take();
    bool completionKey(QKeyEvent *event);

    QStringList m_metrics;
    QListWidget *m_list = nullptr;    ///< child of the window, no native pop-up
};

/// Where an error message points to in a one-line query ("1:14: ..." or "column 14: ..."), from 0; -1: nowhere.
int errorPosition(const QString &message);

} // namespace lepto
