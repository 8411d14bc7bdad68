#include "ui/widgets/alert_table.h"

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace lepto {

AlertTable::AlertTable(AlertModel *model, QWidget *parent)
    : RowTable(model, parent)
    , m_alerts(model)
{
    setObjectName(QStringLiteral("alertTable"));
    setTwoLines(true);
    connect(model, &CellModel::modelReset, this, &AlertTable::dressHeadings);
    connect(&Theme::of(), &Theme::changed, this, &AlertTable::dressHeadings);
}

void AlertTable::dressHeadings()
{
    clearSpans();
    for (int row = 0; row < m_alerts->rowCount(); ++row) {
        const bool heading = m_alerts->isHeading(row);
        if (heading && m_alerts->columnCount() > 1)
            setSpan(row, 0, 1, m_alerts->columnCount());
        verticalHeader()->resizeSection(row, heading ? Theme::of().rowHeight() : Theme::of().twoLineHeight());
    }
}

void AlertTable::step(int by)
{
    int row = currentIndex().row() + by;
    while (row >= 0 && row < m_alerts->rowCount() && m_alerts->isHeading(row))
        row += by;
    if (row >= 0 && row < m_alerts->rowCount())
        setCurrentIndex(m_alerts->index(row, 0));
}

} // namespace lepto
