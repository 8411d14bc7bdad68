#pragma once

#include "ui/charts/chart_content.h"

#include <QAbstractTableModel>
#include <QWidget>

class QTableView;

namespace lepto {

class TimeScale;

/// The values of a chart as rows: time, series, value, expected band, state. Newest first; rows of anomalies say so.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Series, Value, Expected, State, ColumnCount };

    explicit ChartTableModel(bool utc, QObject *parent = nullptr);
    void setContent(ChartContent content);
    TimeMs timeAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TimeMs t = 0;
        int line = 0;
        double value = 0;
    };
    const BandPoint *expectedAt(const Row &row) const;
    QString stateText(const Row &row) const;

    ChartContent m_content;
    std::vector<Row> m_rows;
    bool m_utc;
};

/// A window of its own with that table; the current row moves the shared crosshair.
class ChartTable : public QWidget {
    Q_OBJECT
public:
    ChartTable(TimeScale &time, QWidget *parent);
    void setContent(const ChartContent &content);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TimeScale &m_time;
    ChartTableModel *m_model;
    QTableView *m_view;
};

} // namespace lepto
