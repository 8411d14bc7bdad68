#include "ui/charts/chart_legend.h"

#include "core/base/text.h"
#include "ui/charts/series_color.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/value_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr int mostRowsHigh = 5, swatchRoom = 16;

/// The cell with the stroke of its line before the name; a hidden line has an empty frame.
class LegendDelegate : public CellDelegate {
public:
    explicit LegendDelegate(ChartLegend *legend)
        : CellDelegate(legend)
        , m_legend(legend)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem moved = option;
        moved.rect.setLeft(option.rect.left() + swatchRoom);
        CellDelegate::paint(painter, moved, index);
        const ChartLegend::Row &row = m_legend->rowAt(index.row());
        const QRectF swatch(option.rect.left() + 10, option.rect.center().y() - 3, 12, 7);
        const QColor color = Theme::of().color(seriesToken(row.slot));
        if (!row.visible) {
            painter->setPen(Theme::of().color("line.control"));
            painter->drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
            return;
        }
        for (int x = 0; x < 12; x += row.dashed ? 7 : 12)
            painter->fillRect(QRectF(swatch.left() + x, swatch.center().y() - 1, row.dashed ? 5 : 12, 2.5), color);
    }

private:
    ChartLegend *m_legend;
};

Cell numberCell(double value, const QString &unit, const char *tone)
{
    Cell cell { std::isfinite(value) ? text::value(value, unit) : QStringLiteral("–") };
    cell.mono = cell.right = true;
    cell.tone = tone;
    return cell;
}

} // namespace

QString lineKey(const ChartLine &line)
{
    return qstr(line.labels.text()) + QLatin1Char('@') + QString::number(line.shift);
}

ChartLegend::ChartLegend(QWidget *parent)
    : RowTable(new CellModel, parent)
{
    cells()->setParent(this);
    setObjectName(QStringLiteral("chartLegend"));
    setDense();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setItemDelegateForColumn(Series, new LegendDelegate(this));
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool again = column == m_sort;
        const auto first = column == Series ? Qt::AscendingOrder : Qt::DescendingOrder;
        sortBy(column, again ? (m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder) : first);
    });
    say();
}

void ChartLegend::say()
{
    const QString mark = m_order == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
    const auto head = [&](int column, const QString &title) { return column == m_sort ? title + mark : title; };
    const QString series = m_found > m_rows.size()
        ? tr("Showing %1 of %2, top by last value").arg(text::count(qint64(m_rows.size())), text::count(qint64(m_found)))
        : tr("Series");
    cells()->setColumns({ { series, -1 }, { head(Current, tr("Current")), 86, true }, { head(Min, tr("Min")), 86, true },
        { head(Max, tr("Max")), 86, true }, { head(Mean, tr("Mean")), 86, true } });
    setAccessibleName(tr("Legend, %n series", nullptr, int(m_rows.size())));
    setAccessibleDescription(tr("Enter shows one series alone, Space hides and shows it, S sorts"));
}

void ChartLegend::show(const ChartContent &content, TimeMs from, TimeMs to)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    m_unit = content.unit;
    m_found = content.found;
    m_rows.clear();
    for (const ChartLine &line : content.lines) {
        Row row { lineKey(line), line.name, line.slot, line.visible, line.shift > 0, {} };
        const LineStatistics all = lineStatistics(line.data, from, to);
        const double values[] = { double(m_rows.size()), line.data.columns.empty() ? none : line.data.columns.back().last,
            all.any ? all.min : none, all.any ? all.max : none, all.any ? all.mean : none };
        std::copy(std::begin(values), std::end(values), row.values);
        m_rows.push_back(std::move(row));
    }
    fill();
}

void ChartLegend::sortBy(int column, Qt::SortOrder order)
{
    m_sort = std::clamp(column, 0, ColumnCount - 1);
    m_order = order;
    fill();
}

void ChartLegend::sortRows()
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const Row &a, const Row &b) {
        const double left = a.values[m_sort], right = b.values[m_sort];
        if (std::isnan(left) || std::isnan(right))
            return !std::isnan(left) && std::isnan(right); // what has no value stands last either way
        return m_order == Qt::AscendingOrder ? left < right : left > right;
    });
}

void ChartLegend::fill()
{
    sortRows();
    std::vector<CellModel::Row> rows;
    for (const Row &row : m_rows) {
        const char *tone = row.visible ? "text.primary" : "text.disabled";
        Cell name { row.visible ? oneLine(row.name, 200) : tr("%1 (hidden)").arg(oneLine(row.name, 200)) };
        name.tone = tone;
        name.tip = name.text;
        CellModel::Row made { row.key, { name } };
        for (int column = Current; column < ColumnCount; ++column)
            made.cells.push_back(numberCell(row.values[column], m_unit, tone));
        rows.push_back(std::move(made));
    }
    cells()->setRows(std::move(rows));
    say();
    updateGeometry();
}

QSize ChartLegend::sizeHint() const
{
    const int rows = std::clamp(int(m_rows.size()), 1, mostRowsHigh);
    return { 200, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 };
}

QSize ChartLegend::minimumSizeHint() const
{
    return { 100, sizeHint().height() };
}

void ChartLegend::keyPressEvent(QKeyEvent *event)
{
    const QString key = currentKey();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !key.isEmpty()) {
        Q_EMIT isolateAsked(key);
    } else if (event->key() == Qt::Key_Space && !key.isEmpty()) {
        Q_EMIT toggleAsked(key);
    } else if (event->key() == Qt::Key_S && event->modifiers() == Qt::ShiftModifier) {
        sortBy(m_sort, m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    } else if (event->key() == Qt::Key_S && event->modifiers() == Qt::NoModifier) {
        const int next = (m_sort + 1) % ColumnCount;
        sortBy(next, next == Series ? Qt::AscendingOrder : Qt::DescendingOrder);
    } else {
        RowTable::keyPressEvent(event);
    }
}

void ChartLegend::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? cells()->keyOf(indexAt(event->pos()).row()) : QString();
    RowTable::mousePressEvent(event);
}

void ChartLegend::mouseReleaseEvent(QMouseEvent *event)
{
    RowTable::mouseReleaseEvent(event);
    const QString key = cells()->keyOf(indexAt(event->pos()).row());
    if (event->button() != Qt::LeftButton || key.isEmpty() || key != std::exchange(m_pressed, {}))
        return;
    if (event->modifiers() & Qt::ControlModifier)
        Q_EMIT toggleAsked(key);
    else
        Q_EMIT isolateAsked(key);
}

void ChartLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    RowTable::changeEvent(event);
}

} // namespace lepto
