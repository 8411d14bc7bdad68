#pragma once

#include "ui/charts/chart_content.h"
#include "ui/widgets/row_table.h"

#include <vector>

namespace lepto {

/// Identity of a line between two contents of one chart.
QString lineKey(const ChartLine &line);

/// The series of a chart as a table under it: newest value, least, greatest and mean in the visible time. A click or Enter shows
/// one series alone, Ctrl+click or Space hides and shows it, a click on a head or S (Shift+S: the other way round) sorts.
class ChartLegend : public RowTable {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void show(const ChartContent &content, TimeMs from, TimeMs to);
    enum Column { Series, Current, Min, Max, Mean, ColumnCount };
    /// Series in the order of the chart until somebody sorts.
    void sortBy(int column, Qt::SortOrder order);

    struct Row {
        QString key, name;
        int slot = 0;
        bool visible = true, dashed = false;
        double values[ColumnCount] = {}; ///< by column; that of Series is the place in the chart
    };
    const Row &rowAt(int row) const { return m_rows[std::size_t(row)]; }

Q_SIGNALS:
    void isolateAsked(const QString &key);
    void toggleAsked(const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void say();
    void fill();
    void sortRows();

    std::vector<Row> m_rows;
    QString m_unit, m_pressed;
    std::size_t m_found = 0;
    int m_sort = Series;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace lepto
