#include "ui/widgets/row_table.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace lepto {

namespace {

constexpr int edgePadding = 14, cellPadding = 8, markSize = 12, denseHeight = 20;

bool firstColumn(const QModelIndex &index)
{
    return index.column() == 0;
}

QRect contentRect(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool last = index.column() + 1 == index.model()->columnCount();
    return option.rect.adjusted(firstColumn(index) ? edgePadding : cellPadding, 0, last ? -edgePadding : -cellPadding, 0);
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Theme &theme = Theme::of();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, theme.color("bg.selected"));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.color("bg.raised"));
    if (!option.widget || !option.widget->property("dense").toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color("line.subtle"));
    if (selected && firstColumn(index))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.color("accent.line"));
}

QFont fontOf(const Cell &cell)
{
    QFont font = Theme::of().font(cell.mono ? Theme::Type::Number : Theme::Type::Body);
    if (cell.bold)
        font.setWeight(QFont::DemiBold);
    return font;
}

void paintText(QPainter *painter, const QRect &rect, const Cell &cell)
{
    const int align = int(cell.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine;
    const QFont font = fontOf(cell);
    painter->setFont(font);
    painter->setPen(Theme::of().color(cell.tone));
    const QString text = QString(cell.text).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    if (cell.second.isEmpty()) {
        painter->drawText(rect, align | Qt::AlignVCenter, shown);
        return;
    }
    const QRect upper(rect.left(), rect.top(), rect.width(), rect.height() / 2 + 2);
    painter->drawText(upper, align | Qt::AlignBottom, shown);
    painter->setFont(Theme::of().font(Theme::Type::Caption));
    painter->setPen(Theme::of().color("text.muted"));
    const QRect lower(rect.left(), upper.bottom(), rect.width(), rect.height() - upper.height());
    painter->drawText(lower, align | Qt::AlignTop, painter->fontMetrics().elidedText(cell.second, Qt::ElideRight, rect.width()));
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell = index.data(CellModel::CellRole).value<Cell>();
    const qreal dpr = painter->device()->devicePixelRatioF();
    painter->save();
    paintGround(painter, option, index);
    QRect rect = contentRect(option, index);
    if (cell.chip) {
        Chip::paint(painter, rect, cell.mark, cell.text);
    } else {
        const int textWidth = QFontMetrics(fontOf(cell)).horizontalAdvance(cell.text);
        const bool picture = cell.mark != MarkCode::None || !cell.icon.isEmpty();
        const int left = cell.right && picture ? std::max(rect.left(), rect.right() - textWidth - markSize - 6) : rect.left();
        const QRect at(left, rect.center().y() - markSize / 2, markSize, markSize);
        if (cell.mark != MarkCode::None)
            painter->drawPixmap(at.topLeft(), markPixmap(cell.mark, markSize, dpr));
        else if (!cell.icon.isEmpty())
            painter->drawPixmap(at.topLeft(), iconPixmap(cell.icon, "text.secondary", markSize, dpr));
        if (picture)
            rect.setLeft(at.right() + 7);
        paintText(painter, rect, cell);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(Theme::of().color("accent.line"), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(firstColumn(index) ? 3 : 0, 0, -1, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Cell cell = index.data(CellModel::CellRole).value<Cell>();
    const int text = cell.chip ? Chip::widthOf(cell.text) : QFontMetrics(fontOf(cell)).horizontalAdvance(cell.text);
    return { text + 2 * edgePadding + (cell.mark != MarkCode::None ? markSize + 6 : 0), Theme::of().rowHeight() };
}

RowTable::RowTable(CellModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(20);
    sizeRows();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    Theme::of().dress(horizontalHeader(), Theme::Type::Caption);
    connect(&Theme::of(), &Theme::changed, this, &RowTable::sizeRows);
    connect(model, &CellModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(model, &CellModel::modelReset, this, &RowTable::restoreSelection);
    connect(model, &CellModel::headerDataChanged, this, &RowTable::shareWidth);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &at) { Q_EMIT activatedKey(m_model->keyOf(at.row())); });
}

QString RowTable::currentKey() const
{
    return m_model->keyOf(currentIndex().row());
}

void RowTable::selectKey(const QString &key)
{
    m_key = key;
    if (const int row = m_model->rowOf(key); row >= 0 && (row != currentIndex().row() || !selectionModel()->isRowSelected(row)))
        setCurrentIndex(m_model->index(row, 0));
}

void RowTable::setSelectable(bool selectable)
{
    setSelectionMode(selectable ? SingleSelection : NoSelection);
    setFocusPolicy(selectable ? Qt::StrongFocus : Qt::NoFocus);
}

void RowTable::setTwoLines(bool twoLines)
{
    m_twoLines = twoLines;
    sizeRows();
}

void RowTable::setDense()
{
    m_dense = true;
    setProperty("dense", true);
    sizeRows();
}

void RowTable::sizeRows()
{
    const Theme &theme = Theme::of();
    verticalHeader()->setDefaultSectionSize(m_dense ? denseHeight : m_twoLines ? theme.twoLineHeight() : theme.rowHeight());
    if (m_fit)
        fitHeight();
}

void RowTable::fitHeight()
{
    m_fit = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    int height = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    height += m_model->rowCount() * verticalHeader()->defaultSectionSize();
    setFixedHeight(height + 1);
}

void RowTable::restoreSelection()
{
    m_resetting = false;
    shareWidth();
    if (m_fit)
        fitHeight();
    const int row = m_model->rowOf(m_key);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
    else if (!m_key.isEmpty())
        Q_EMIT keyChanged({});
}

void RowTable::shareWidth()
{
    const auto &columns = m_model->columns();
    int fixed = 0, shares = 0;
    for (const TableColumn &column : columns)
        (column.width < 0 ? shares : fixed) += std::abs(column.width);
    // Too narrow for all: the fixed columns give way in proportion, so that none falls off the edge.
    const int room = viewport()->width(), leastShared = shares > 0 ? room / 4 : 0;
    const double squeeze = fixed > room - leastShared ? double(room - leastShared) / std::max(1, fixed) : 1.0;
    const int left = std::max(0, room - int(fixed * squeeze));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int width = columns[i].width;
        setColumnWidth(int(i), width < 0 ? left * -width / std::max(1, shares) : int(width * squeeze));
    }
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void RowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_resetting || !current.isValid())
        return;
    const QString key = m_model->keyOf(current.row());
    if (key == m_key && current.row() == previous.row())
        return;
    m_key = key;
    Q_EMIT keyChanged(key);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QStringList lines { QString() };
        for (const TableColumn &column : m_model->columns())
            lines[0] += column.title + QLatin1Char('\t');
        for (const QModelIndex &row : selectionModel()->selectedRows()) {
            QStringList cells;
            for (int c = 0; c < m_model->columnCount(); ++c)
                cells << row.siblingAtColumn(c).data().toString().replace(QLatin1Char('\t'), QLatin1Char(' '));
            lines << cells.join(QLatin1Char('\t'));
        }
        lines[0].chop(1);
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT activatedKey(currentKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace lepto
