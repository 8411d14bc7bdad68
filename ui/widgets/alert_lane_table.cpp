#include "ui/widgets/alert_lane_table.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace lepto {

namespace {

constexpr int barHeight = 12, leastWidth = 2, sidePadding = 8;

class LaneDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        CellDelegate::paint(painter, option, index);
        if (index.column() != EpisodeModel::laneColumn)
            return;
        const Theme &theme = Theme::of();
        const QRect lane = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
        const int top = lane.center().y() - barHeight / 2;
        painter->fillRect(QRect(lane.left(), lane.center().y(), lane.width(), 1), theme.color("line.default"));
        const MarkCode mark = index.siblingAtColumn(0).data(CellModel::CellRole).value<Cell>().mark;
        for (const auto &[from, to] : index.data(EpisodeModel::LaneRole).value<EpisodeModel::Lane>()) {
            const int left = lane.left() + int(from * (lane.width() - leastWidth));
            const int width = std::max(leastWidth, int((to - from) * lane.width()));
            painter->fillRect(QRect(left, top, width, barHeight), theme.color(markToken(mark)));
        }
    }
};

} // namespace

AlertLaneTable::AlertLaneTable(EpisodeModel *model, QWidget *parent)
    : RowTable(model, parent)
{
    setObjectName(QStringLiteral("alertHistory"));
    setItemDelegate(new LaneDelegate(this));
    setTwoLines(true);
}

} // namespace lepto
