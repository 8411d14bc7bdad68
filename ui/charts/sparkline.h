#pragma once

#include "ui/charts/chart_content.h"

#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace lepto {

/// A small line without axes: past solid, future dashed, limit as a dashed red line, a vertical line at now.
struct Sparkline {
    TimeMs from = 0, to = 0, now = 0;
    std::vector<QPointF> past, future; ///< (ms since `from`, value)
    std::optional<double> limit;
};

Sparkline makeSparkline(const ChartAnswer &answer, TimeMs from, TimeMs to, TimeMs now, std::optional<double> limit);
void paintSparkline(QPainter *painter, const QRectF &rect, const Sparkline &line, const QColor &color);

/// Paints the sparkline that `of` finds for a row's key; null paints an empty cell.
class SparklineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using Find = std::function<const Sparkline *(const QModelIndex &)>;
    SparklineDelegate(Find of, QObject *parent) : QStyledItemDelegate(parent), m_of(std::move(of)) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Find m_of;
};

} // namespace lepto
