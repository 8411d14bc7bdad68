#include "ui/widgets/series_tree.h"

#include "core/base/text.h"
#include "ml/base/unit_normal.h"
#include "ui/console.h"
#include "ui/models/series_model.h"
#include "ui/models/series_words.h"
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

constexpr int pauseMs = 150, rowRight = 14, fewGroups = 6;
/// The names are read again once the history has grown by this share.
constexpr double grown = 1.02;

/// What a metric's name and series say of it: kind, unit, how many, by which labels.
QString factsOf(const NameIndex::Metric &metric)
{
    const QString name = qstr(metric.name);
    QStringList parts { name.endsWith(QLatin1String("_bucket")) ? SeriesTree::tr("histogram")
            : isCounter(name)                                   ? SeriesTree::tr("counter")
                                                                : SeriesTree::tr("gauge") };
    if (const auto unit = ml::unitOfMetric(metric.name); unit && !unit->unit.empty())
        parts.append(qstr(unit->unit));
    parts.append(SeriesTree::tr("%n series", nullptr, int(metric.series)));
    QStringList labels;
    for (const NameIndex::Label &label : metric.labels)
        labels.append(oneLine(qstr(label.name), 40));
    QString words = oneLine(name, 120) + QLatin1Char('\n') + parts.join(QStringLiteral(", "));
    if (!labels.isEmpty())
        words += QLatin1Char('\n') + SeriesTree::tr("by %1").arg(labels.mid(0, 8).join(QStringLiteral(", ")));
    return words;
}

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
        const bool label = !index.data(SeriesModel::LabelRole).toString().isEmpty(),
                   value = !index.data(SeriesModel::ValueRole).toString().isEmpty();
        painter->setPen(theme.color(selected ? "text.primary"
                : value                      ? "syn.string"
                : label                      ? "syn.label"
                : index.parent().isValid()   ? "text.secondary"
                                             : "text.primary"));
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
    , m_facts(wrappedLabel(Theme::Type::Caption, "secondary"))
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
    m_facts->setObjectName(QStringLiteral("metricFacts"));
    m_facts->setContentsMargins(14, 6, 14, 2);
    m_facts->hide();
    m_note->setContentsMargins(14, 4, 14, 8);
    auto *field = new QWidget;
    auto *row = flatRow(field);
    row->setContentsMargins(14, 2, 14, 8);
    row->addWidget(m_filter);
    auto *column = flatColumn(this);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_head, field })
        column->addWidget(widget);
    column->addWidget(m_view, 1);
    column->addWidget(m_facts);
    column->addWidget(m_note);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &SeriesTree::ask);
    connect(m_filter, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (m_model->hasChildren(index) && !m_model->metric(index))
            m_view->setExpanded(index, !m_view->isExpanded(index));
    });
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { choose(index, true); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SeriesTree::showFacts);
    if (QueryDesk *desk = console.queries()) {
        connect(desk, &QueryDesk::namesChanged, this, &SeriesTree::ask);
        connect(&console, &Console::stateChanged, this, [this, desk] {
            if (isVisible() && double(m_console.state().store.series) > double(m_known) * grown)
                m_known = m_console.state().store.series, desk->askNames();
        });
    }
    say();
}

void SeriesTree::say()
{
    m_head->setTitle(tr("Metrics"));
    m_filter->setPlaceholderText(tr("Filter by name, label, value"));
    m_filter->setAccessibleName(tr("Filter metrics by name, label or value"));
    m_view->setAccessibleName(tr("Metrics by group, with their labels and values"));
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
    if (m_known < 0)
        ask();
}

void SeriesTree::ask()
{
    const quint64 serial = ++m_asked;
    m_note->setText(tr("Asking for names"));
    QueryDesk *desk = m_console.queries();
    if (!desk)
        return askConsole(serial);
    m_names = desk->names();
    desk->findNames(m_filter->text().trimmed(), this, [this, serial](Result<QueryDesk::NameMatches> found) {
        if (serial != m_asked)
            return;
        if (found)
            show(found->index, found->places);
        else
            m_note->setText(text::of(found.error()));
    });
}

void SeriesTree::askConsole(quint64 serial)
{
    m_console.findSeries(m_filter->text().trimmed(), mostSeries, this, [this, serial](Result<std::vector<SeriesInfo>> answer) {
        if (serial != m_asked)
            return;
        if (!answer)
            return m_note->setText(text::of(answer.error()));
        auto index = std::make_shared<NameIndex>(*answer);
        if (m_filter->text().trimmed().isEmpty())
            m_names = index;
        show(index, index->find({}));
    });
}

void SeriesTree::show(std::shared_ptr<const NameIndex> index, const std::vector<std::uint32_t> &places)
{
    const qint64 all = std::max<qint64>(m_console.state().store.series, qint64(index->series()));
    m_known = all;
    m_facts->hide();
    m_head->setMeta(tr("%1 series stored").arg(text::compact(double(all))));
    const QString shown = text::count(qint64(places.size())), metrics = text::count(qint64(index->metrics().size()));
    if (places.empty())
        m_note->setText(index->metrics().empty() ? tr("No series yet") : tr("Nothing matches this filter"));
    else if (double(index->series()) * grown * grown < double(all)) // more than the index took up
        m_note->setText(tr("showing %1 metrics of the first %2 of %3 series")
                            .arg(shown, text::count(qint64(index->series())), text::count(all)));
    else if (places.size() < index->metrics().size())
        m_note->setText(tr("showing %1 of %2 metrics").arg(shown, metrics));
    else
        m_note->setText(tr("%n metrics", nullptr, int(places.size())));
    m_model->show(std::move(index), places);
    if (m_model->rowCount() <= fewGroups || (!m_filter->text().trimmed().isEmpty() && places.size() < 500))
        m_view->expandToDepth(0);
    Q_EMIT answered();
}

void SeriesTree::showFacts(const QModelIndex &index)
{
    const NameIndex::Metric *metric = m_model->metric(index);
    m_facts->setVisible(metric != nullptr);
    m_facts->setText(metric ? factsOf(*metric) : QString());
}

void SeriesTree::choose(const QModelIndex &index, bool newRow)
{
    const QString value = index.data(SeriesModel::ValueRole).toString();
    if (!value.isEmpty())
        Q_EMIT matcherChosen(
            index.data(SeriesModel::MetricRole).toString(), index.data(SeriesModel::LabelRole).toString(), value);
    else if (const QString query = index.data(SeriesModel::QueryRole).toString(); !query.isEmpty())
        Q_EMIT chosen(query, newRow);
    else
        m_view->setExpanded(index, !m_view->isExpanded(index));
}

bool SeriesTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_view && enter && m_view->currentIndex().isValid()) {
            choose(m_view->currentIndex(), !(key->modifiers() & Qt::ControlModifier));
            return true;
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
