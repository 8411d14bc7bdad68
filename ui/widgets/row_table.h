#pragma once

#include "ui/models/cell_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace lepto {

/// Paints the cells of a CellModel.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The design's table: whole rows, no grid, selection with an edge, Ctrl+C copies the selection with its header.
/// Keeps the selected key over a reset of its model.
class RowTable : public QTableView {
    Q_OBJECT
public:
    explicit RowTable(CellModel *model, QWidget *parent = nullptr);
    CellModel *cells() const { return m_model; }
    QString currentKey() const;
    void selectKey(const QString &key);
    void setSelectable(bool selectable);
    void setTwoLines(bool twoLines);
    void setDense();                  ///< 20 px rows without lines, for listings
    /// As high as its rows, for short tables inside a column; no scroll bar then.
    void fitHeight();

Q_SIGNALS:
    void keyChanged(const QString &key);
    void activatedKey(const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void shareWidth();
    void sizeRows();
    void restoreSelection();
    CellModel *m_model;
    QString m_key;
    bool m_resetting = false, m_fit = false, m_twoLines = false, m_dense = false;
};

} // namespace lepto
