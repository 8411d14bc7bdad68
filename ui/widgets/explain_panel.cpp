#include "ui/widgets/explain_panel.h"

#include "core/base/text.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>

namespace lepto {

namespace {

constexpr int numberWidth = 84, textLimit = 300, leastHeight = 96, mostHeight = 220;
enum Column { Part, Does, SeriesColumn, SamplesColumn, TimeColumn };

} // namespace

ExplainPanel::ExplainPanel(QWidget *parent)
    : QWidget(parent)
    , m_head(new PaneHead)
    , m_problem(wrappedLabel(Theme::Type::Caption, "critical"))
    , m_view(new QTreeWidget)
{
    setObjectName(QStringLiteral("explainPanel"));
    m_view->setObjectName(QStringLiteral("explainTree"));
    m_view->setColumnCount(5);
    m_view->setUniformRowHeights(true);
    m_view->setMinimumHeight(leastHeight);
    m_view->setMaximumHeight(mostHeight);
    m_view->header()->setStretchLastSection(false);
    for (const int column : { Part, Does })
        m_view->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    for (const int column : { SeriesColumn, SamplesColumn, TimeColumn })
        m_view->header()->resizeSection(column, numberWidth);
    m_problem->setContentsMargins(14, 4, 14, 8);
    m_problem->hide();
    auto *close = makeIconButton(QStringLiteral("close"));
    close->setObjectName(QStringLiteral("explainClose"));
    m_head->addRight(close);
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(m_problem);
    column->addWidget(m_view);
    column->addWidget(horizontalLine());
    connect(close, &QPushButton::clicked, this, &ExplainPanel::closed);
    connect(m_view, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            Q_EMIT partChosen(item->data(Part, Qt::UserRole).toULongLong(), item->data(Part, Qt::UserRole + 1).toULongLong());
    });
    say();
}

void ExplainPanel::say()
{
    m_head->setTitle(m_letter.isEmpty() ? tr("What the query does") : tr("What query %1 does").arg(m_letter));
    m_view->setAccessibleName(m_head->title());
    m_view->setHeaderLabels({ tr("Part"), tr("Does"), tr("Series"), tr("Samples"), tr("Time") });
    for (const int column : { SeriesColumn, SamplesColumn, TimeColumn })
        m_view->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setIconWords(findChild<QPushButton *>(QStringLiteral("explainClose")), tr("Close the explanation"), QStringLiteral("Esc"));
}

void ExplainPanel::setWaiting(const QString &letter)
{
    m_letter = letter;
    say();
    m_head->setMeta(tr("asking"));
}

void ExplainPanel::show(const QString &letter, const Result<promql::ExplainNode> &tree)
{
    m_letter = letter;
    say();
    m_view->clear();
    m_problem->setVisible(!tree);
    m_view->setVisible(bool(tree));
    m_head->setMeta(tree ? tr("cost at one time") : QString());
    if (!tree) {
        m_problem->setText(text::of(tree.error()));
        return;
    }
    add(m_view->invisibleRootItem(), *tree);
    m_view->expandAll();
    m_view->setCurrentItem(m_view->topLevelItem(0));
}

void ExplainPanel::add(QTreeWidgetItem *parent, const promql::ExplainNode &node)
{
    auto *item = new QTreeWidgetItem(parent);
    item->setText(Part, oneLine(qstr(node.text), textLimit));
    item->setFont(Part, Theme::of().font(Theme::Type::Code));
    item->setText(Does, oneLine(promql::explainWords(node), textLimit));
    item->setToolTip(Does, item->text(Does).toHtmlEscaped());
    item->setToolTip(Part, item->text(Part).toHtmlEscaped());
    if (node.cost) {
        item->setText(SeriesColumn, text::count(qint64(node.cost->series)));
        item->setText(SamplesColumn, text::compact(double(node.cost->samples)));
        item->setText(TimeColumn, text::value(node.cost->seconds, QStringLiteral("seconds")));
    }
    for (const int column : { SeriesColumn, SamplesColumn, TimeColumn }) {
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        item->setFont(column, Theme::of().font(Theme::Type::Number));
    }
    item->setData(Part, Qt::UserRole, qulonglong(node.at));
    item->setData(Part, Qt::UserRole + 1, qulonglong(node.end));
    for (const promql::ExplainNode &child : node.children)
        add(item, child);
}

void ExplainPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void ExplainPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace lepto
