#pragma once

#include "ui/models/incident_model.h"
#include "ui/widgets/row_table.h"

namespace lepto {

/// Anomalous signals in the order of their onset. It says what came first, not what caused what; the head of the pane says so too.
class SuspectTable : public RowTable {
    Q_OBJECT
public:
    explicit SuspectTable(QWidget *parent = nullptr);
    void setSuspects(const std::vector<Suspect> &suspects);
    double scoreOf(int row) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();
    std::vector<double> m_scores;
};

} // namespace lepto
