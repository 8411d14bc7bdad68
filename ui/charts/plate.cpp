#include "ui/charts/plate.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace lepto {

namespace {

constexpr double padding = 8, beside = 8, widest = 320, spacing = 2;

} // namespace

void paintPlate(QPainter &painter, const QRectF &within, const QPointF &at, const QString &title, const QStringList &lines)
{
    const Theme &theme = Theme::of();
    const QFont strong = theme.font(Theme::Type::Strong), small = theme.font(Theme::Type::Caption);
    const QFontMetricsF big(strong), little(small);
    double width = big.horizontalAdvance(title.left(200));
    for (const QString &line : lines)
        width = std::max(width, little.horizontalAdvance(line.left(200)));
    width = std::min({ width, widest, within.width() - 2 * padding - 2 });
    const double height = big.height() + double(lines.size()) * (little.height() + spacing);
    QRectF plate(at.x() + beside, at.y(), width + 2 * padding, height + 2 * padding - 4);
    if (plate.right() > within.right())
        plate.moveRight(at.x() - beside);
    plate.moveLeft(std::max(within.left(), plate.left()));
    plate.moveBottom(std::min(plate.bottom(), within.bottom()));
    plate.moveTop(std::max(within.top(), plate.top()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color("line.control"));
    painter.setBrush(theme.color("bg.raised"));
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    double y = plate.top() + padding - 2;
    painter.setFont(strong);
    painter.setPen(theme.color("text.primary"));
    painter.drawText(QPointF(plate.left() + padding, y + big.ascent()), big.elidedText(title, Qt::ElideRight, width));
    y += big.height() + spacing;
    painter.setFont(small);
    painter.setPen(theme.color("text.secondary"));
    for (const QString &line : lines) {
        painter.drawText(QPointF(plate.left() + padding, y + little.ascent()), little.elidedText(line, Qt::ElideRight, width));
        y += little.height() + spacing;
    }
    painter.restore();
}

} // namespace lepto
