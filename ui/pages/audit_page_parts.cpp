#include "ui/pages/audit_page.h"

#include "ui/models/audit_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lepto {

QWidget *AuditPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(12);
    m_mark = new MarkLabel(26);
    m_sentence = plainLabel(Theme::Type::PageTitle);
    m_sentence->setObjectName(QStringLiteral("auditVerdict"));
    m_why = wrappedLabel(Theme::Type::Body, "muted");
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_why);
    m_head = new ElidedLabel(Theme::Type::Number, "secondary", Qt::ElideMiddle);
    m_verify = makeButton(ButtonKind::Normal, QStringLiteral("refresh"));
    m_verify->setObjectName(QStringLiteral("verifyAudit"));
    m_export = makeButton(ButtonKind::Primary, QStringLiteral("download"));
    m_export->setObjectName(QStringLiteral("exportProof"));
    row->addWidget(m_mark);
    row->addLayout(texts, 1);
    row->addWidget(m_head);
    row->addWidget(m_verify);
    row->addWidget(m_export);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::exportProof);
    words([this] {
        m_verify->setText(tr("Verify now"));
        m_verify->setToolTip(QStringLiteral("Ctrl+Shift+V"));
        m_export->setText(tr("Export proof"));
        m_export->setToolTip(QStringLiteral("Ctrl+E"));
    });
    return head;
}

QWidget *AuditPage::buildTable()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(520);
    auto *column = flatColumn(pane);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("auditFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(290);
    m_kind = new SegmentedButtons(5);
    m_newer = makeButton(ButtonKind::Link);
    m_newer->setObjectName(QStringLiteral("newerEntries"));
    m_newer->hide();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 8, 14, 8);
    bar->setSpacing(8);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_kind);
    bar->addStretch();
    bar->addWidget(m_newer);
    m_table = new RowTable(m_model);
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_empty = new EmptyNote(QStringLiteral("audit"));
    m_empty->hide();
    m_foot = plainLabel(Theme::Type::Caption, "muted");
    m_foot->setContentsMargins(14, 6, 14, 8);
    column->addLayout(bar);
    column->addWidget(horizontalLine());
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_foot);
    const auto filter = [this] {
        m_model->setFilter(m_filter->text().trimmed(), AuditModel::Kind(std::max(0, m_kind->current())));
        showFoot();
    };
    connect(m_filter, &QLineEdit::textChanged, this, filter);
    connect(m_kind, &SegmentedButtons::chosen, this, filter);
    connect(m_table, &RowTable::keyChanged, this, &AuditPage::showEntry);
    const auto again = [this] {
        m_seen = entriesNow();
        m_newer->hide();
        m_model->restart();
        showFoot();
    };
    connect(m_newer, &QPushButton::clicked, this, again);
    connect(m_empty, &EmptyNote::acted, this, again);
    words([this] {
        sayColumns();
        m_table->setAccessibleName(tr("Audit record"));
        m_filter->setPlaceholderText(tr("Actor, object, note or hash"));
        m_filter->setAccessibleName(tr("Filter of the audit record"));
        m_kind->setTexts({ tr("All", "entries"), tr("People"), tr("Actions"), tr("Models"), tr("Settings") });
    });
    return pane;
}

QWidget *AuditPage::buildEntry()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(320);
    auto *column = flatColumn(pane);
    m_entryHead = new PaneHead;
    m_copy = makeIconButton(QStringLiteral("copy"));
    m_entryHead->addRight(m_copy);
    m_entryHead->setFixedHeight(44);
    m_json = new DiffView;
    m_json->setObjectName(QStringLiteral("auditEntry"));
    m_json->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_linksHead = new PaneHead;
    m_links = new KeyValues;
    auto *note = makePane("raised");
    auto *noteColumn = new QVBoxLayout(note);
    noteColumn->setContentsMargins(14, 12, 14, 12);
    noteColumn->setSpacing(4);
    auto *noteHead = new QHBoxLayout;
    noteHead->setSpacing(8);
    noteHead->addWidget(new MarkLabel(14, MarkCode::Info));
    m_limitsTitle = plainLabel(Theme::Type::Strong);
    noteHead->addWidget(m_limitsTitle, 1);
    m_limits = wrappedLabel(Theme::Type::Caption, "secondary");
    noteColumn->addLayout(noteHead);
    noteColumn->addWidget(m_limits);
    column->addWidget(m_entryHead);
    column->addWidget(m_json, 1);
    column->addWidget(m_linksHead);
    column->addWidget(m_links);
    column->addStretch();
    column->addWidget(note);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_json->toPlainText()); });
    words([this] {
        setIconWords(m_copy, tr("Copy the entry as JSON"));
        m_json->setAccessibleName(tr("Entry"));
        m_linksHead->setTitle(tr("Chain"));
        m_limitsTitle->setText(tr("What this cannot show"));
    });
    return pane;
}

} // namespace lepto
