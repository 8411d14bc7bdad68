#pragma once

#include "ui/theme/marks.h"

#include <QAbstractTableModel>

#include <vector>

namespace lepto {

/// One cell of a table as it looks. Text is plain and may be untrusted.
struct Cell {
    QString text;
    QString second = {};              ///< smaller line below
    MarkCode mark = MarkCode::None;   ///< left of the text
    bool chip = false;                ///< mark and text on the mark's tint
    bool mono = false, bold = false, right = false;
    const char *tone = "text.primary"; ///< colour token
    QString icon = {};                ///< picture of resources/icons, left of the text
    QString tip = {};
};

struct TableColumn {
    QString title;
    int width = 100;                  ///< logical pixels; negative: takes what is left, in shares
    bool right = false;
};

/// Rows of cells with a key each. `setRows` changes in place where the keys are the same, so that nothing moves under the pointer.
class CellModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Roles { CellRole = Qt::UserRole + 1, KeyRole };
    struct Row {
        QString key;
        std::vector<Cell> cells;
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<TableColumn> columns);
    const std::vector<TableColumn> &columns() const { return m_columns; }
    void setRows(std::vector<Row> rows);
    void appendRows(std::vector<Row> rows);
    int rowOf(const QString &key) const;           ///< -1: not there
    QString keyOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool sameKeys(const std::vector<Row> &rows) const;
    std::vector<TableColumn> m_columns;
    std::vector<Row> m_rows;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Cell)
