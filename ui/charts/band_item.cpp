#include "ui/charts/band_item.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

void fillColumn(QImage &image, int x, double lower, double upper, const PlotFrame &frame, QRgb color)
{
    if (!std::isfinite(lower) || !std::isfinite(upper) || upper < lower)
        return;
    const auto row = [&](double value) {
        return std::clamp((frame.y(value) - frame.plot.top()) * frame.ratio, -1.0, double(image.height()));
    };
    const int top = std::max(0, int(std::floor(row(upper))));
    const int bottom = std::min(image.height() - 1, std::max(top, int(std::ceil(row(lower))) - 1));
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *pixel = reinterpret_cast<QRgb *>(image.bits()) + qsizetype(top) * stride + x;
    for (int y = top; y <= bottom; ++y, pixel += stride)
        *pixel = color;
}

} // namespace

void fillBand(QImage &image, const PlotFrame &frame, const BandItem::Band &band)
{
    const QRgb color = band.color.rgb() | 0xff000000U;
    for (std::size_t i = 1; i < band.points.size(); ++i) {
        const BandPoint &a = band.points[i - 1], &b = band.points[i];
        if (b.t <= a.t || (band.longest > 0 && b.t - a.t > band.longest))
            continue;
        const double left = (frame.x(a.t) - frame.plot.left()) * frame.ratio,
                     right = (frame.x(b.t) - frame.plot.left()) * frame.ratio;
        const int first = int(std::floor(std::clamp(left, 0.0, double(image.width()))));
        const int end = std::max(first + 1, int(std::floor(std::clamp(right, -1.0, double(image.width())))));
        for (int x = first; x < std::min(end, image.width()) && right >= 0; ++x) {
            const double share = std::clamp((x - left) / std::max(right - left, 1e-9), 0.0, 1.0);
            fillColumn(image, x, a.lower + (b.lower - a.lower) * share, a.upper + (b.upper - a.upper) * share, frame, color);
        }
    }
}

void BandItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (bands.empty() || m_frame.plot.isEmpty())
        return;
    QImage image(int(std::ceil(m_frame.plot.width() * m_frame.ratio)), int(std::ceil(m_frame.plot.height() * m_frame.ratio)),
        QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_frame.ratio);
    image.fill(Qt::transparent);
    for (const Band &band : bands)
        fillBand(image, m_frame, band);
    painter->drawImage(m_frame.plot.topLeft(), image);
}

} // namespace lepto
