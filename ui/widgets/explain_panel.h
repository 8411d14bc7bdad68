#pragma once

#include "core/promql/explain.h"
#include "ml/base/result.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace lepto {

class PaneHead;

/// A query read aloud: its parts as a tree, what each does, how many series it gives and what it cost. The part under the cursor
/// is announced, so that the query can light it up. Esc closes.
class ExplainPanel : public QWidget {
    Q_OBJECT
public:
    explicit ExplainPanel(QWidget *parent = nullptr);

    void setWaiting(const QString &letter);
    using QWidget::show;
    void show(const QString &letter, const Result<promql::ExplainNode> &tree);
    QTreeWidget *view() const { return m_view; }

Q_SIGNALS:
    void partChosen(std::size_t at, std::size_t end); ///< bytes of the query
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void say();
    void add(QTreeWidgetItem *parent, const promql::ExplainNode &node);

    PaneHead *m_head;
    QLabel *m_problem;
    QTreeWidget *m_view;
    QString m_letter;
};

} // namespace lepto
