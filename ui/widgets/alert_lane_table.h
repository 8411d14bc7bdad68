#pragma once

#include "ui/models/alert_episodes.h"
#include "ui/widgets/row_table.h"

namespace lepto {

/// The past of each alert as a row: its episodes as bars on one time scale, beside how often and how long.
class AlertLaneTable : public RowTable {
    Q_OBJECT
public:
    explicit AlertLaneTable(EpisodeModel *model, QWidget *parent = nullptr);
};

} // namespace lepto
