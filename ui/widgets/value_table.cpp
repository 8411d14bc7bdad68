#include "ui/widgets/value_table.h"

#include "ui/charts/line_segments.h"
#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr int roomForAll = 320;
constexpr const char *slotTokens[] = { "chart.1", "chart.2", "chart.3", "chart.4", "chart.5", "chart.6", "chart.7", "chart.8" };

class SwatchDelegate : public CellDelegate {
public:
    explicit SwatchDelegate(ValueTable *table)
        : CellDelegate(table)
        , m_table(table)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem moved = option;
        moved.rect.setLeft(option.rect.left() + 16);
        CellDelegate::paint(painter, moved, index);
        const double y = option.rect.center().y();
        painter->fillRect(
            QRectF(option.rect.left() + 14, y, 10, 2.5), Theme::of().color(slotTokens[m_table->slotOf(index.row()) % 8]));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), 16, 1), Theme::of().color("line.subtle"));
    }

private:
    ValueTable *m_table;
};

Cell numberCell(double value, const QString &unit, const char *tone = "text.primary")
{
    Cell cell { text::value(value, unit) };
    cell.mono = cell.right = true;
    cell.tone = tone;
    return cell;
}

} // namespace

LineStatistics lineStatistics(const Columns &data, TimeMs from, TimeMs to)
{
    LineStatistics out { std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 0, false };
    double sum = 0;
    std::int64_t count = 0;
    for (const Column &column : data.columns) {
        if (column.t < from || column.t > to || !std::isfinite(column.min) || !std::isfinite(column.max))
            continue;
        out.min = std::min(out.min, column.min);
        out.max = std::max(out.max, column.max);
        sum += (column.min + column.max) / 2;
        ++count;
    }
    out.any = count > 0;
    out.mean = count > 0 ? sum / double(count) : 0;
    return out;
}

ValueTable::ValueTable(QWidget *parent)
    : RowTable(new CellModel, parent)
{
    cells()->setParent(this);
    setObjectName(QStringLiteral("valueTable"));
    setSelectable(false);
    setItemDelegateForColumn(0, new SwatchDelegate(this));
    say();
}

void ValueTable::say()
{
    std::vector<TableColumn> columns { { tr("Series"), -1 }, { tr("Value"), 76, true } };
    if (!m_narrow) {
        columns.push_back({ tr("Min"), 74, true });
        columns.push_back({ tr("Max"), 86, true });
    }
    cells()->setColumns(std::move(columns));
    setAccessibleName(tr("Values at the crosshair"));
}

void ValueTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    RowTable::changeEvent(event);
}

void ValueTable::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < roomForAll;
    if (std::exchange(m_narrow, narrow) != narrow)
        say();
    RowTable::resizeEvent(event);
}

int ValueTable::slotOf(int row) const
{
    return row >= 0 && row < int(m_slots.size()) ? m_slots[std::size_t(row)] : 0;
}

void ValueTable::show(const std::vector<Source> &sources, TimeMs at)
{
    std::vector<CellModel::Row> rows;
    m_slots.clear();
    m_units.clear();
    for (const Source &source : sources) {
        for (std::size_t i = 0; i < source.content->lines.size(); ++i) {
            const ChartLine &line = source.content->lines[i];
            if (!line.visible || line.data.columns.empty())
                continue;
            const Column *column = at > 0 ? lepto::columnAt(line.data, at, source.columnWidth) : &line.data.columns.back();
            const LineStatistics all = lineStatistics(line.data, source.from, source.to);
            const QString &unit = source.content->unit;
            Cell name { source.letter + QLatin1Char(' ') + line.name };
            name.tip = line.name;
            const double none = std::numeric_limits<double>::quiet_NaN();
            rows.push_back({ source.letter + QString::number(i),
                { name, numberCell(column ? column->last : none, unit),
                    numberCell(all.any ? all.min : none, unit, "text.secondary"),
                    numberCell(all.any ? all.max : none, unit, "text.secondary") } });
            m_slots.push_back(line.slot);
            m_units.push_back(unit);
        }
    }
    m_rows = std::move(rows);
    cells()->setRows(m_rows);
}

void ValueTable::setRaw(const std::vector<std::optional<Sample>> &values)
{
    for (std::size_t i = 0; i < std::min(values.size(), m_rows.size()); ++i) {
        if (!values[i])
            continue;
        Cell &cell = m_rows[i].cells[1];
        cell.text = text::value(values[i]->v, m_units[i]);
        cell.tip = tr("as stored at %1").arg(text::time(values[i]->t));
    }
    cells()->setRows(m_rows);
}

} // namespace lepto
