#include "ui/charts/chart_table.h"

#include "ui/charts/time_axis.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

ChartTableModel::ChartTableModel(bool utc, QObject *parent)
    : QAbstractTableModel(parent)
    , m_utc(utc)
{ }

void ChartTableModel::setContent(ChartContent content)
{
    beginResetModel();
    m_content = std::move(content);
    m_rows.clear();
    for (std::size_t i = 0; i < m_content.lines.size(); ++i) {
        for (const lepto::Column &column : m_content.lines[i].data.columns)
            m_rows.push_back({ column.t, int(i), column.last });
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.t > b.t; });
    endResetModel();
}

TimeMs ChartTableModel::timeAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].t : 0;
}

const BandPoint *ChartTableModel::expectedAt(const Row &row) const
{
    const std::vector<BandPoint> &band = m_content.lines[std::size_t(row.line)].expected;
    const auto after = std::upper_bound(band.begin(), band.end(), row.t, [](TimeMs t, const BandPoint &p) { return t < p.t; });
    return after == band.begin() ? nullptr : &*(after - 1);
}

QString ChartTableModel::stateText(const Row &row) const
{
    for (const ChartLimit &limit : m_content.limits) {
        if (row.value > limit.value)
            return tr("over %1").arg(text::value(limit.value, m_content.unit));
    }
    for (const Anomaly &anomaly : m_content.anomalies) {
        if (row.t >= anomaly.from && (row.t <= anomaly.to || anomaly.open))
            return tr("anomaly, score %1").arg(text::number(anomaly.score, 2));
    }
    return tr("normal");
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Value || index.column() == Expected ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::FontRole && index.column() != Series && index.column() != State)
        return Theme::of().font(Theme::Type::Number);
    if (role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const BandPoint *expected = index.column() == Expected ? expectedAt(row) : nullptr;
    switch (index.column()) {
    case Time:
        return timeText(row.t, m_rows.front().t - m_rows.back().t, m_utc);
    case Series:
        return m_content.lines[std::size_t(row.line)].name;
    case Value:
        return text::value(row.value, m_content.unit);
    case Expected:
        return expected
            ? tr("%1 to %2").arg(text::value(expected->lower, m_content.unit), text::value(expected->upper, m_content.unit))
            : QString();
    case State:
        return stateText(row);
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return m_utc ? tr("UTC") : tr("Local time");
    case Series:
        return tr("Series");
    case Value:
        return tr("Value");
    case Expected:
        return tr("Expected");
    case State:
        return tr("State");
    default:
        return {};
    }
}

ChartTable::ChartTable(TimeScale &time, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_time(time)
    , m_model(new ChartTableModel(time.utc(), this))
    , m_view(new QTableView(this))
{
    setObjectName(QStringLiteral("chartTable"));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Values of the chart"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(Theme::of().rowHeight());
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { m_time.setCrosshair(m_model->timeAt(current.row())); });
    resize(620, 460);
}

void ChartTable::setContent(const ChartContent &content)
{
    m_model->setContent(content);
    constexpr int widths[] = { 130, 160, 90, 150 };
    for (int i = 0; i < 4; ++i)
        m_view->setColumnWidth(i, widths[i]);
}

void ChartTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace lepto
