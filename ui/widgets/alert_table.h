#pragma once

#include "ui/models/alert_model.h"
#include "ui/widgets/row_table.h"

namespace lepto {

/// The alerts under their headings: a heading takes one line over all columns, an alert two.
class AlertTable : public RowTable {
    Q_OBJECT
public:
    explicit AlertTable(AlertModel *model, QWidget *parent = nullptr);
    void step(int by);                             ///< to the next alert down or up, over headings

private:
    void dressHeadings();
    AlertModel *m_alerts;
};

} // namespace lepto
