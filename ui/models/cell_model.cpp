#include "ui/models/cell_model.h"

#include "ui/theme/theme.h"

#include <QTextDocument>

#include <algorithm>

namespace lepto {

void CellModel::setColumns(std::vector<TableColumn> columns)
{
    const bool same = columns.size() == m_columns.size();
    if (!same)
        beginResetModel();
    m_columns = std::move(columns);
    if (!same)
        endResetModel();
    else
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
}

bool CellModel::sameKeys(const std::vector<Row> &rows) const
{
    return std::ranges::equal(rows, m_rows, {}, &Row::key, &Row::key);
}

void CellModel::setRows(std::vector<Row> rows)
{
    if (sameKeys(rows)) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CellModel::appendRows(std::vector<Row> rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    std::ranges::move(rows, std::back_inserter(m_rows));
    endInsertRows();
}

int CellModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString CellModel::keyOf(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].key : QString();
}

int CellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CellModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == KeyRole)
        return row.key;
    if (std::size_t(index.column()) >= row.cells.size())
        return {};
    const Cell &cell = row.cells[std::size_t(index.column())];
    switch (role) {
    case CellRole: return QVariant::fromValue(cell);
    case Qt::DisplayRole: return cell.text;
    case Qt::AccessibleTextRole: return m_columns[std::size_t(index.column())].title + QStringLiteral(", ") + cell.text;
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? QVariant() : Qt::mightBeRichText(cell.tip) ? cell.tip.toHtmlEscaped() : cell.tip;
    default: return {};
    }
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || std::size_t(section) >= m_columns.size())
        return {};
    const TableColumn &column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::FontRole)
        return Theme::of().font(Theme::Type::Caption);
    return {};
}

} // namespace lepto
