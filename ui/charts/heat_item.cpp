#include "ui/charts/heat_item.h"

#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>

#include <array>

namespace lepto {

namespace {

constexpr int scaleWidth = 64, scaleHeight = 8, shades = 256;
constexpr double leastShare = 0.07; ///< the lowest level still differs from an open cell

} // namespace

QColor heatColor(double level)
{
    return Theme::of().mix("chart.1", "bg.pane", leastShare + (1 - leastShare) * level);
}

void HeatItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (map.rows.isEmpty() || map.bins.count == 0)
        return;
    std::array<QRgb, shades> colors {};
    for (int i = 0; i < shades; ++i)
        colors[std::size_t(i)] = heatColor(i / double(shades - 1)).rgb();
    QImage image(map.bins.count, int(map.rows.size()), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int row = 0; row < map.rows.size(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(int(map.rows.size()) - 1 - row));
        for (int bin = 0; bin < map.bins.count; ++bin) {
            if (const double level = map.level(map.at(row, bin)); level >= 0)
                line[bin] = colors[std::size_t(level * (shades - 1))];
        }
    }
    const QRectF &plot = m_frame.plot;
    const double right = m_frame.x(map.bins.start(map.bins.count));
    painter->save();
    painter->setClipRect(plot);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(QRectF(plot.left(), plot.top(), right - plot.left(), plot.height()), image);
    painter->restore();
    paintScale(painter);
}

double HeatItem::scaleRoom() const
{
    const QFontMetricsF metrics(Theme::of().font(Theme::Type::Micro));
    return metrics.horizontalAdvance(text::value(map.lowest, unit) + text::value(map.highest, unit)) + scaleWidth + 24;
}

void HeatItem::paintScale(QPainter *painter) const
{
    painter->setFont(Theme::of().font(Theme::Type::Micro));
    painter->setPen(Theme::of().color("chart.axis"));
    const QFontMetricsF metrics(painter->font());
    const QString low = text::value(map.lowest, unit), high = text::value(map.highest, unit);
    double x = m_frame.plot.right() - metrics.horizontalAdvance(high);
    painter->drawText(QPointF(x, metrics.ascent()), high);
    x -= scaleWidth + 6;
    const double top = (metrics.height() - scaleHeight) / 2;
    for (int i = 0; i < scaleWidth; ++i)
        painter->fillRect(QRectF(x + i, top, 1, scaleHeight), heatColor(i / double(scaleWidth - 1)));
    painter->drawText(QPointF(x - 6 - metrics.horizontalAdvance(low), metrics.ascent()), low);
}

} // namespace lepto
