#pragma once

#include "ui/charts/chart_content.h"
#include "ui/widgets/row_table.h"

#include <optional>
#include <vector>

namespace lepto {

/// The values of all lines at the crosshair, and their least and greatest in the visible range. A swatch in the colour of
/// the line stands before each name.
class ValueTable : public RowTable {
    Q_OBJECT
public:
    explicit ValueTable(QWidget *parent = nullptr);

    struct Source {
        QString letter;
        const ChartContent *content = nullptr; ///< lives while `show` runs
        TimeMs columnWidth = 1, from = 0, to = 0;
    };
    /// `at` 0: the newest value of each line.
    void show(const std::vector<Source> &sources, TimeMs at);
    /// Puts stored samples in place of what the chart draws, in the order of the rows; those without one stay.
    void setRaw(const std::vector<std::optional<Sample>> &values);
    int slotOf(int row) const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void say();
    bool m_narrow = false; ///< too narrow for more than name and value
    std::vector<int> m_slots;
    std::vector<QString> m_units;
    std::vector<CellModel::Row> m_rows;
};

/// Least, greatest and mean of a line in a range; the mean weighs columns alike.
struct LineStatistics {
    double min = 0, max = 0, mean = 0;
    bool any = false;
};
LineStatistics lineStatistics(const Columns &data, TimeMs from, TimeMs to);

} // namespace lepto
