#pragma once

#include "ui/theme/marks.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace lepto {

class EmptyNote;
class PaneHead;
class RowTable;

/// A table with its head, filter field, what is wrong with the filter, a line below ("500 of 2,134 shown"), and what stands there
/// instead when there is no row.
class AlertPane : public QWidget {
    Q_OBJECT
public:
    AlertPane(RowTable *table, const QString &icon, QWidget *parent = nullptr);
    PaneHead *head() const { return m_head; }
    QLineEdit *filter() const { return m_filter; }
    void setProblem(const QString &sentence);      ///< of the filter; empty: none
    void setFoot(const QString &words);
    void showRows();
    void showNote(const QString &sentence, const QString &why = {}, const QString &action = {}, MarkCode mark = MarkCode::None);

Q_SIGNALS:
    void filtered();
    void acted();                                  ///< the button of the note

private:
    PaneHead *m_head;
    QLineEdit *m_filter;
    QLabel *m_problem, *m_foot;
    RowTable *m_table;
    EmptyNote *m_note;
};

} // namespace lepto
