#include "ui/charts/dense_line_item.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

struct Span {
    float top = std::numeric_limits<float>::infinity();
    float bottom = -std::numeric_limits<float>::infinity();

    void widen(double y)
    {
        top = std::min(top, float(y));
        bottom = std::max(bottom, float(y));
    }
};

/// What each pixel column of the image holds of the line.
std::vector<Span> spansOf(const QSize &size, const PlotFrame &frame, TimeMs origin, const QList<QPointF> &points)
{
    std::vector<Span> spans(std::size_t(size.width()));
    const double perMs = size.width() / double(frame.to - frame.from), shift = double(origin - frame.from);
    const double perValue = (size.height() - 1) / (frame.upper - frame.lower);
    const auto place = [&](const QPointF &p) { return QPointF((p.x() + shift) * perMs, (frame.upper - p.y()) * perValue); };
    QPointF before = place(points.front());
    for (const QPointF &point : points) {
        const QPointF here = place(point);
        const int first = std::max(0, int(std::floor(before.x()))), last = std::min(size.width() - 1, int(std::floor(here.x())));
        const double slope = here.x() > before.x() ? (here.y() - before.y()) / (here.x() - before.x()) : 0;
        for (int x = first; x <= last; ++x) {
            spans[std::size_t(x)].widen(before.y() + (std::max(double(x), before.x()) - before.x()) * slope);
            spans[std::size_t(x)].widen(x + 1 >= here.x() ? here.y() : before.y() + (x + 1 - before.x()) * slope);
        }
        before = here;
    }
    return spans;
}

} // namespace

DenseLineItem::DenseLineItem(const PlotFrame &frame, QGraphicsItem *chart)
    : PlotItem(frame, layer::line, chart)
{ }

void fillDenseLine(QImage &image, const PlotFrame &frame, TimeMs origin, const DenseLineItem::Line &line)
{
    if (line.points.isEmpty() || frame.to <= frame.from || !(frame.upper > frame.lower))
        return;
    const std::vector<Span> spans = spansOf(image.size(), frame, origin, line.points);
    const QRgb color = line.color.rgb() | 0xff000000U;
    const int thick = std::max(1, int(std::lround(frame.ratio)));
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *const bits = reinterpret_cast<QRgb *>(image.bits());
    for (int x = 0; x < image.width(); ++x) {
        const Span &span = spans[std::size_t(x)];
        if (span.bottom < span.top)
            continue;
        const int top = std::clamp(int(span.top), 0, image.height() - 1);
        const int bottom = std::clamp(std::max(int(span.bottom), top + thick - 1), 0, image.height() - 1);
        QRgb *pixel = bits + qsizetype(top) * stride + x;
        for (int y = top; y <= bottom; ++y, pixel += stride)
            *pixel = color;
    }
}

void DenseLineItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (lines.empty() || m_frame.plot.isEmpty())
        return;
    const QSize size(int(std::ceil(m_frame.plot.width() * m_frame.ratio)), int(std::ceil(m_frame.plot.height() * m_frame.ratio)));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(m_frame.ratio);
    m_image.fill(Qt::transparent);
    for (const Line &line : lines)
        fillDenseLine(m_image, m_frame, origin, line);
    painter->drawImage(m_frame.plot.topLeft(), m_image);
}

} // namespace lepto
