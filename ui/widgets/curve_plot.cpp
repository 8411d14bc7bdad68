#include "ui/widgets/curve_plot.h"

#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int left = 52, right = 120, top = 14, bottom = 24;

bool drawable(double value)
{
    return std::isfinite(value) && value > 0;
}

} // namespace

CurvePlot::CurvePlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("curvePlot"));
    setMinimumHeight(140);
}

void CurvePlot::setCurves(std::vector<Curve> curves, int steps)
{
    m_curves = std::move(curves);
    m_steps = std::max(1, steps);
    QStringList spoken;
    for (const Curve &curve : m_curves)
        spoken << curve.name + (curve.values.empty() ? QString() : QLatin1Char(' ') + text::number(curve.values.back()));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

void CurvePlot::setBest(int step, const QString &word)
{
    m_best = step;
    m_bestWord = word;
    update();
}

double CurvePlot::Frame::y(double value) const
{
    return plot.bottom() - plot.height() * (std::log10(value) - low) / (high - low);
}

CurvePlot::Frame CurvePlot::frame() const
{
    Frame f;
    f.plot = QRectF(rect()).adjusted(left, top, -right, -bottom);
    double low = INFINITY, high = -INFINITY;
    for (const Curve &curve : m_curves) {
        for (const double v : curve.values) {
            if (drawable(v)) {
                low = std::min(low, std::log10(v));
                high = std::max(high, std::log10(v));
            }
        }
    }
    if (low > high)
        low = -1, high = 0;
    const double room = std::max(0.08, (high - low) * 0.08);
    f.low = low - room;
    f.high = high + room;
    return f;
}

void CurvePlot::paintAxes(QPainter *p, const Frame &f) const
{
    const Theme &theme = Theme::of();
    p->setFont(theme.font(Theme::Type::Micro));
    for (double power = std::floor(f.low); power <= std::ceil(f.high); power += 1) {
        for (const double part : { 1.0, 3.0 }) {
            const double value = part * std::pow(10, power), at = std::log10(value);
            if (at < f.low || at > f.high)
                continue;
            const double y = std::round(f.y(value)) + 0.5;
            p->setPen(theme.color("chart.grid"));
            p->drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
            p->setPen(theme.color("chart.axis"));
            p->drawText(QRectF(0, y - 8, left - 8, 16), Qt::AlignRight | Qt::AlignVCenter, text::number(value, 1));
        }
    }
    const int step = std::max(1, int(std::ceil(m_steps / 6.0 / 5)) * 5);
    for (int epoch = 0; epoch <= m_steps; epoch += m_steps < 6 ? 1 : step) {
        const double x = std::round(f.x(epoch, m_steps)) + 0.5;
        p->setPen(theme.color("chart.grid"));
        p->drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
        p->setPen(theme.color("chart.axis"));
        p->drawText(QRectF(x - 20, f.plot.bottom() + 4, 40, 16), Qt::AlignHCenter | Qt::AlignTop, QString::number(epoch));
    }
}

std::vector<double> CurvePlot::labelPlaces(const Frame &f) const
{
    // Names stand at the ends of their lines and give way to each other.
    constexpr double apart = 15;
    std::vector<double> places;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const auto &values = m_curves[i].values;
        places.push_back(values.empty() || !drawable(values.back()) ? f.plot.center().y() : f.y(values.back()));
        order.emplace_back(places.back(), i);
    }
    std::ranges::sort(order);
    for (std::size_t k = 1; k < order.size(); ++k)
        places[order[k].second] = std::max(places[order[k].second], places[order[k - 1].second] + apart);
    return places;
}

void CurvePlot::paintCurve(QPainter *p, const Frame &f, const Curve &curve, double labelY) const
{
    QPainterPath path;
    bool broken = true;
    for (std::size_t i = 0; i < curve.values.size(); ++i) {
        const double v = curve.values[i];
        if (!drawable(v)) {
            broken = true;
            continue;
        }
        const QPointF at(f.x(double(i) + 1, m_steps), f.y(v));
        broken ? path.moveTo(at) : path.lineTo(at);
        broken = false;
    }
    const QColor color = Theme::of().color(curve.token);
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(QPen(color, 1.25));
    p->setBrush(Qt::NoBrush);
    p->drawPath(path);
    if (curve.values.empty())
        return;
    const double x = std::min(f.x(double(curve.values.size()), m_steps), f.plot.right()) + 8;
    p->drawText(QRectF(x, labelY - 9, width() - x, 18), Qt::AlignVCenter, curve.name + QLatin1Char(' ') + text::number(curve.values.back()));
}

void CurvePlot::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = Theme::of();
    const Frame f = frame();
    std::size_t done = 0;
    for (const Curve &curve : m_curves)
        done = std::max(done, curve.values.size());
    const double nowX = std::min(f.x(double(done), m_steps), f.plot.right());
    p.fillRect(QRectF(QPointF(nowX, f.plot.top()), f.plot.bottomRight()), theme.color("chart.future"));
    paintAxes(&p, f);
    const auto places = labelPlaces(f);
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        paintCurve(&p, f, m_curves[i], places[i]);
    if (m_best > 0) {
        const double x = std::round(f.x(m_best, m_steps)) + 0.5;
        p.setPen(QPen(theme.color("chart.crosshair"), 1, Qt::DotLine));
        p.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
        p.setPen(theme.color("text.muted"));
        p.drawText(QRectF(x - 124, f.plot.top() - 2, 120, 16), Qt::AlignRight | Qt::AlignVCenter, m_bestWord);
    }
    if (done > 0 && int(done) < m_steps) {
        p.setPen(theme.color("chart.now"));
        p.drawLine(QPointF(nowX, f.plot.top()), QPointF(nowX, f.plot.bottom()));
    }
}

} // namespace lepto
