#include "ui/widgets/health_legend.h"

#include "ui/text.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace lepto {

namespace {

constexpr Severity shown[] = { Severity::Maintenance, Severity::NoData, Severity::Critical, Severity::Warning, Severity::Ok };
constexpr int markRoom = 15, gap = 14;

} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize MapLegend::sizeHint() const
{
    const QFontMetrics metrics(Theme::of().font(Theme::Type::Caption));
    int width = 0;
    for (const Severity severity : shown)
        width += metrics.horizontalAdvance(text::of(severity).toLower()) + markRoom + gap;
    return { width, 20 };
}

void MapLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::of().font(Theme::Type::Caption));
    const QFontMetrics metrics(painter.font());
    int right = width();
    for (const Severity severity : shown) {
        const QString word = text::of(severity).toLower();
        const int left = right - metrics.horizontalAdvance(word) - markRoom;
        if (left < 0)
            break;
        if (severity == Severity::Ok) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(Theme::of().color("sev.nodata"));
            painter.drawEllipse(QPointF(left + 6, height() / 2.0), 2, 2);
        } else {
            paintMark(&painter, markOf(severity), QRectF(left, height() / 2.0 - 5, 10, 10));
        }
        painter.setPen(Theme::of().color("text.muted"));
        painter.drawText(QRect(left + markRoom, 0, right - left, height()), Qt::AlignVCenter | Qt::AlignLeft, word);
        right = left - gap;
    }
}

} // namespace lepto
