#include "ui/widgets/alert_pane.h"

#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int headHeight = 44, filterWidth = 230, longestFilter = 2000;

} // namespace

AlertPane::AlertPane(RowTable *table, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_head(new PaneHead)
    , m_filter(new QLineEdit)
    , m_problem(wrappedLabel(Theme::Type::Caption, "critical"))
    , m_foot(plainLabel(Theme::Type::Caption, "muted"))
    , m_table(table)
    , m_note(new EmptyNote(icon))
{
    m_head->setFixedHeight(headHeight);
    m_filter->setMinimumWidth(120);
    m_filter->setMaximumWidth(filterWidth);
    m_filter->setMaxLength(longestFilter);
    m_filter->setClearButtonEnabled(true);
    m_head->addRight(m_filter);
    m_problem->setContentsMargins(14, 0, 14, 6);
    m_foot->setContentsMargins(14, 6, 14, 6);
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    column->addWidget(m_note, 1);
    column->addWidget(m_foot);
    m_problem->hide();
    m_foot->hide();
    m_note->hide();
    connect(m_filter, &QLineEdit::textChanged, this, &AlertPane::filtered);
    connect(m_note, &EmptyNote::acted, this, &AlertPane::acted);
}

void AlertPane::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_filter->setAccessibleDescription(sentence);
    m_filter->setProperty("wrong", !sentence.isEmpty());
    m_filter->style()->unpolish(m_filter);
    m_filter->style()->polish(m_filter);
}

void AlertPane::setFoot(const QString &words)
{
    m_foot->setText(words);
    m_foot->setVisible(!words.isEmpty());
}

void AlertPane::showRows()
{
    m_note->hide();
    m_table->show();
}

void AlertPane::showNote(const QString &sentence, const QString &why, const QString &action, MarkCode mark)
{
    m_table->hide();
    m_note->say(sentence, why, action);
    m_note->showMark(mark);
    m_note->show();
}

} // namespace lepto
