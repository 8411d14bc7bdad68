#include "ui/widgets/series_tree.h"

#include "ui/console.h"
#include "ui/models/series_model.h"
#include "ui/text.h"
#include "ui/widgets/pane.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeView>

namespace lepto {

namespace {

constexpr int pauseMs = 150, rowRight = 14;

class SeriesDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 120, Theme::of().rowHeight() - 4 };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.color(selected ? "bg.selected" : "bg.hover"));
        const QVariant count = index.data(SeriesModel::CountRole);
        const QString kind = index.data(SeriesModel::KindRole).toString();
        const QString right = kind.isEmpty() ? (count.isValid() ? text::count(count.toInt()) : QString()) : kind;
        const QFont micro = theme.font(Theme::Type::Micro);
        const int rightWidth = right.isEmpty() ? 0 : QFontMetrics(micro).horizontalAdvance(right) + 8;
        painter->setFont(micro);
        painter->setPen(theme.color("text.muted"));
        painter->drawText(option.rect.adjusted(0, 0, -rowRight, 0), Qt::AlignRight | Qt::AlignVCenter, right);
        painter->setFont(index.data(Qt::FontRole).value<QFont>());
        painter->setPen(theme.color(index.parent().isValid() && !selected ? "text.secondary" : "text.primary"));
        const QRect area = option.rect.adjusted(2, 0, -rowRight - rightWidth, 0);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

} // namespace

SeriesTree::SeriesTree(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_head(new PaneHead)
    , m_filter(new QLineEdit)
    , m_view(new QTreeView)
    , m_note(wrappedLabel(Theme::Type::Caption, "muted"))
    , m_model(new SeriesModel(this))
    , m_pause(new QTimer(this))
{
    m_filter->setObjectName(QStringLiteral("metricFilter"));
    m_filter->setMaxLength(500);
    m_view->setObjectName(QStringLiteral("metricTree"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SeriesDelegate(m_view));
    m_view->header()->hide();
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(14);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    m_filter->installEventFilter(this);
    m_note->setContentsMargins(14, 4, 14, 8);
    auto *field = new QWidget;
    auto *row = flatRow(field);
    row->setContentsMargins(14, 2, 14, 8);
    row->addWidget(m_filter);
    auto *column = flatColumn(this);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_head, field })
        column->addWidget(widget);
    column->addWidget(m_view, 1);
    column->addWidget(m_note);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &SeriesTree::ask);
    connect(m_filter, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!index.parent().isValid())
            m_view->setExpanded(index, !m_view->isExpanded(index));
    });
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const QString query = index.data(SeriesModel::QueryRole).toString(); !query.isEmpty())
            Q_EMIT chosen(query, true);
    });
    say();
}

void SeriesTree::say()
{
    m_head->setTitle(tr("Metrics"));
    m_filter->setPlaceholderText(tr("Filter metrics"));
    m_filter->setAccessibleName(tr("Filter metrics"));
    m_view->setAccessibleName(tr("Metrics by group"));
}

QString SeriesTree::note() const
{
    return m_note->text();
}

void SeriesTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void SeriesTree::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_known)
        ask();
}

void SeriesTree::ask()
{
    const quint64 serial = ++m_asked;
    m_note->setText(tr("Asking for series"));
    m_console.findSeries(m_filter->text().trimmed(), mostSeries, this, [this, serial](Result<std::vector<SeriesInfo>> answer) {
        if (serial == m_asked)
            show(std::move(answer));
    });
}

void SeriesTree::show(Result<std::vector<SeriesInfo>> answer)
{
    if (!answer) {
        m_note->setText(text::of(answer.error()));
        return;
    }
    m_known = true;
    const int found = int(answer->size());
    const qint64 all = m_console.state().store.series;
    m_model->setSeries(std::move(*answer));
    m_head->setMeta(tr("%1 series stored").arg(text::compact(double(all))));
    if (found == mostSeries)
        m_note->setText(
            tr("first %1 of %2 series, type to narrow").arg(text::count(found), text::count(std::max<qint64>(all, found))));
    else
        m_note->setText(found == 0 ? tr("No series match this filter") : tr("%n series", nullptr, found));
    if (m_model->rowCount() <= 6 || !m_filter->text().trimmed().isEmpty())
        m_view->expandToDepth(0);
    Q_EMIT answered();
}

bool SeriesTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_view && enter) {
            if (const QString query = m_view->currentIndex().data(SeriesModel::QueryRole).toString(); !query.isEmpty()) {
                Q_EMIT chosen(query, !(key->modifiers() & Qt::ControlModifier));
                return true;
            }
        }
        if (watched == m_filter && (key->key() == Qt::Key_Down || enter)) {
            m_view->setFocus();
            if (!m_view->currentIndex().isValid())
                m_view->setCurrentIndex(m_model->index(0, 0));
            return true;
        }
        if (watched == m_filter && key->key() == Qt::Key_Escape) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lepto
