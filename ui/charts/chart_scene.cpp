#include "ui/charts/chart_scene.h"

#include "ui/charts/band_item.h"
#include "ui/charts/dense_line_item.h"
#include "ui/charts/heat_item.h"
#include "ui/charts/overlay_items.h"
#include "ui/charts/series_color.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr int topMargin = 8, noteMargin = 22, rightMargin = 10, timeLabelHeight = 20, bareBottom = 6;
/// A line in more pieces than this is drawn by one item; a series for each piece would cost more than it is worth.
constexpr std::size_t mostSeriesALine = 8;
/// Beyond this a chart's lines are filled by column: stroking them as paths would take longer than a frame.
constexpr qsizetype fewPoints = 2400;

/// Names of a heat map's rows get this much at most, logical pixels.
constexpr double widestRowName = 130;
/// Within this many decades of the data a limit belongs into the picture of a log axis.
constexpr double nearDecades = 0.5;

void widen(std::pair<double, double> &range, double a, double b)
{
    if (std::isfinite(a))
        range.first = std::min(range.first, a);
    if (std::isfinite(b))
        range.second = std::max(range.second, b);
}

BandItem::Band bandOf(const std::vector<BandPoint> &points, const QColor &color)
{
    BandItem::Band band { points, color, 0 };
    if (points.size() > 2) {
        std::vector<TimeMs> steps;
        for (std::size_t i = 1; i < points.size(); ++i)
            steps.push_back(points[i].t - points[i - 1].t);
        std::nth_element(steps.begin(), steps.begin() + std::ptrdiff_t(steps.size() / 2), steps.end());
        band.longest = steps[steps.size() / 2] * 4;
    }
    return band;
}

} // namespace

ChartScene::ChartScene()
    : m_chart(new QChart)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
{
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setDropShadowEnabled(false);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
    m_chart->legend()->hide();
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    for (QValueAxis *axis : { m_x, m_y })
        axis->setVisible(false);
    m_ground = new GroundItem(m_frame, m_chart);
    m_bands = new BandItem(m_frame, m_chart);
    m_heat = new HeatItem(m_frame, m_chart);
    m_anomalies = new AnomalyItem(m_frame, m_chart);
    new AnomalyBarItem(m_frame, *m_anomalies, m_chart);
    m_labels = new LabelItem(m_frame, m_chart);
    m_grid = new GridItem(m_frame, m_chart);
    m_axis = new AxisItem(m_frame, m_chart);
    m_dense = new DenseLineItem(m_frame, m_chart);
    m_strokes = new StrokeItem(m_frame, m_chart);
    m_limits = new LimitItem(m_frame, m_chart);
}

ChartScene::~ChartScene() = default;

void ChartScene::setSize(const QSize &size, double ratio)
{
    if (size == m_size && ratio == m_frame.ratio)
        return;
    m_size = size;
    m_frame.ratio = ratio;
    layOut();
    if (m_frame.to > 1)
        showTime(m_frame.from, m_frame.to);
}

void ChartScene::setLook(const ChartLook &look)
{
    m_look = look;
    layOut();
    if (m_frame.to > 1)
        showTime(m_frame.from, m_frame.to);
}

void ChartScene::layOut()
{
    clearLines();
    m_scene.setSceneRect(QRectF(QPointF(), m_size));
    m_chart->resize(m_size);
    placePlot();
    m_dirty = true;
}

void ChartScene::placePlot()
{
    const int top = m_drawing.note.isEmpty() ? topMargin : noteMargin;
    const int bottom = m_look.timeLabels ? timeLabelHeight : bareBottom;
    m_frame.plot = QRectF(m_look.leftMargin, top, std::max(10, m_size.width() - m_look.leftMargin - rightMargin),
        std::max(10, m_size.height() - top - bottom));
    m_chart->setPlotArea(m_frame.plot);
}

TimeMs ChartScene::columnWidth() const
{
    return std::max<TimeMs>(1, TimeMs(double(m_frame.to - m_frame.from) / std::max(1.0, m_frame.plot.width() * 2)));
}

/// A band may take half of the picture: the wide one of a young detector must not flatten the line that it is about.
void ChartScene::widenByBands(std::pair<double, double> &range) const
{
    if (range.first > range.second)
        return;
    const double room = std::max({ range.second - range.first, std::abs(range.second) * 0.5, 1e-6 });
    const std::pair<double, double> most { range.first - room, range.second + room };
    for (const ChartLine &line : lines()) {
        if (!line.visible)
            continue;
        for (const BandPoint &point : line.expected)
            widen(range, std::max(point.lower, most.first), std::min(point.upper, most.second));
    }
}

std::pair<double, double> ChartScene::valueRange() const
{
    constexpr double none = std::numeric_limits<double>::infinity();
    std::pair<double, double> range { none, -none };
    for (const ChartLine &line : lines()) {
        if (!line.visible)
            continue;
        for (const Column &column : line.data.columns) {
            if (column.t >= m_frame.from && column.t <= m_frame.to)
                widen(range, column.min, column.max);
        }
        for (const BandPoint &point : line.forecast)
            widen(range, point.mid, point.mid);
    }
    widenByBands(range);
    const bool log = m_content.view.scale == ChartView::Scale::Log;
    // A limit near the data belongs into the picture; a far one would flatten the line.
    for (const ChartLimit &limit : m_drawing.limits) {
        const bool near = log ? limit.value < range.second + nearDecades && limit.value > range.first - nearDecades
                              : limit.value > 0 && limit.value < range.second * 1.6 && limit.value > range.first * 0.6;
        if (range.second > range.first && near)
            widen(range, limit.value, limit.value);
    }
    if (m_content.view.scale == ChartView::Scale::Zero || m_content.view.draw == ChartView::Draw::Stacked)
        widen(range, 0, 0);
    return range;
}

void ChartScene::show(const ChartContent &content, TimeMs from, TimeMs to)
{
    m_content = content;
    showTime(from, to);
}

void ChartScene::showTime(TimeMs from, TimeMs to)
{
    clearLines();
    m_frame.from = from;
    m_frame.to = std::max(to, from + 1);
    m_drawing = ChartDrafter::draft(m_content, m_frame.from, m_frame.to, int(m_frame.plot.width()));
    placePlot();
    chooseAxis();
    makeRoomForLabels();
    m_frame.lower = m_values.lower;
    m_frame.upper = m_values.upper;
    m_x->setRange(0, double(m_frame.to - m_frame.from));
    if (m_y->min() != m_frame.lower || m_y->max() != m_frame.upper)
        m_y->setRange(m_frame.lower, m_frame.upper);
    fillLines();
    fillOverlays();
    m_dirty = true;
}

void ChartScene::chooseAxis()
{
    const int wanted = std::clamp(int(m_frame.plot.height() / 50), 2, 8);
    const ChartView &view = m_content.view;
    if (view.draw == ChartView::Draw::Heat) {
        m_values = rowAxis(m_drawing.heat.rows, QFontMetricsF(Theme::of().font(Theme::Type::Micro)), widestRowName);
        return;
    }
    auto [lowest, highest] = valueRange();
    if (view.scale == ChartView::Scale::Log && view.draw == ChartView::Draw::Lines) {
        m_values = decadeAxis(lowest, highest, m_drawing.unit, wanted);
        return;
    }
    if (highest >= lowest && highest - lowest < 2e-6 && std::abs(highest) < 1e-5)
        highest = 1; // nothing but zeros: one unit of room, not millionths
    if (view.scale == ChartView::Scale::Percent && view.draw == ChartView::Draw::Stacked)
        lowest = std::min(lowest, 0.0), highest = std::max(highest, 1.0);
    m_values = readableAxis(lowest, highest, m_drawing.unit, wanted);
}

void ChartScene::makeRoomForLabels()
{
    const QFontMetricsF metrics(Theme::of().font(Theme::Type::Micro));
    double widest = m_look.leftMargin;
    for (const QString &label : m_values.labels)
        widest = std::max(widest, std::ceil(metrics.horizontalAdvance(label)) + 10);
    if (widest == m_frame.plot.left())
        return;
    m_frame.plot.setLeft(std::min(widest, m_frame.plot.right() - 10));
    m_chart->setPlotArea(m_frame.plot);
}

void ChartScene::clearLines()
{
    for (int i = 0; i < m_used; ++i)
        m_pool[std::size_t(i)]->replace(QList<QPointF>());
    m_used = 0;
    m_strokes->strokes.clear();
    m_dense->lines.clear();
    m_ground->gaps.clear();
}

QLineSeries *ChartScene::nextSeries()
{
    if (m_used == int(m_pool.size())) {
        auto *series = new QLineSeries;
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        m_pool.push_back(series);
    }
    return m_pool[std::size_t(m_used++)];
}

void ChartScene::fillLines()
{
    std::vector<LineSegments> parts;
    qsizetype points = 0;
    for (const ChartLine &line : lines()) {
        parts.push_back(line.visible ? lineSegments(line.data, m_frame.from, columnWidth()) : LineSegments());
        for (const QList<QPointF> &segment : parts.back().segments)
            points += line.shift == 0 ? segment.size() : 0;
    }
    const bool dense = points > fewPoints;
    m_smooth = !dense;
    m_dense->origin = m_frame.from;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (lines()[i].shift > 0)
            fillShifted(lines()[i], parts[i]);
        else
            fillLine(lines()[i], parts[i], dense);
    }
    if (m_content.view.draw == ChartView::Draw::Lines)
        return;
    // What is drawn was read on common bins; where samples are missing, only the series themselves know.
    for (const ChartLine &line : m_content.lines) {
        if (!line.visible || line.shift > 0)
            continue;
        for (const Gap &gap : lineSegments(line.data, m_frame.from, columnWidth()).gaps)
            m_ground->gaps.push_back(gap);
    }
}

void ChartScene::fillLine(const ChartLine &line, LineSegments &parts, bool dense)
{
    const QColor color = Theme::of().color(m_look.stale ? "sev.nodata" : seriesToken(line.slot));
    const double width = m_look.calm ? 1.5 : 1.25;
    const bool many = parts.segments.size() > mostSeriesALine;
    for (QList<QPointF> &segment : parts.segments) {
        if (segment.size() == 1 || (many && !dense)) {
            m_strokes->strokes.push_back({ QPolygonF(segment), color, width, false });
        } else if (dense) {
            m_dense->lines.push_back({ std::move(segment), color });
        } else {
            QLineSeries *series = nextSeries();
            if (const QPen pen(color, width); series->pen() != pen)
                series->setPen(pen);
            series->replace(segment);
        }
    }
    for (const Gap &gap : parts.gaps)
        m_ground->gaps.push_back(gap);
}

/// The past stands behind the present: dim and dashed.
void ChartScene::fillShifted(const ChartLine &line, LineSegments &parts)
{
    const QColor color = Theme::of().mix(seriesToken(line.slot), "bg.pane", 0.6);
    for (const QList<QPointF> &segment : parts.segments)
        m_strokes->strokes.push_back({ QPolygonF(segment), color, 1, true });
}

void ChartScene::fillAreas()
{
    for (const ChartArea &area : m_drawing.areas)
        m_bands->bands.push_back({ area.points, Theme::of().mix(seriesToken(area.slot), "bg.pane", 0.45), 0 });
}

void ChartScene::fillOverlays()
{
    const Theme &theme = Theme::of();
    m_ground->now = m_limits->now = m_anomalies->now = m_axis->now = m_content.now;
    m_bands->bands.clear();
    m_strokes->origin = m_frame.from;
    fillAreas();
    for (const ChartLine &line : lines()) {
        if (!line.visible)
            continue;
        if (!line.expected.empty())
            m_bands->bands.push_back(bandOf(line.expected, theme.color("chart.expected")));
    }
    for (const ChartLine &line : lines()) {
        if (!line.visible || line.forecast.empty())
            continue;
        const char *token = seriesToken(line.slot);
        m_bands->bands.push_back(bandOf(line.forecast, theme.mix(token, "chart.future", 0.2)));
        StrokeItem::Stroke stroke { {}, theme.color(token), 1.25, true };
        for (const BandPoint &point : line.forecast) {
            if (std::isfinite(point.mid))
                stroke.points.append({ double(point.t - m_frame.from), point.mid });
        }
        m_strokes->strokes.push_back(stroke);
    }
    m_heat->map = m_drawing.heat;
    m_heat->unit = m_drawing.unit;
    m_anomalies->anomalies = m_content.anomalies;
    m_labels->labels = m_content.labels;
    m_limits->limits = m_drawing.limits;
    m_grid->values = m_axis->values = m_values;
    m_times = lepto::timeTicks(m_frame.from, m_frame.to, std::max(2, int(m_frame.plot.width() / 54)), m_look.utc);
    m_grid->times = m_axis->times = m_times;
    if (m_content.view.draw == ChartView::Draw::Heat)
        m_grid->values.ticks.clear(), m_grid->times.clear(); // lines would cross the cells
    m_axis->timeLabels = m_look.timeLabels;
    m_axis->note = m_drawing.note;
    m_axis->noteWidth = m_frame.plot.width() - (m_drawing.heat.rows.isEmpty() ? 0 : m_heat->scaleRoom());
}

void ChartScene::paint(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing, m_smooth);
    m_scene.render(&painter, QRectF(QPointF(), m_size), QRectF(QPointF(), m_size));
}

const QPixmap &ChartScene::picture()
{
    if (!m_dirty)
        return m_picture;
    const QSize pixels(int(std::ceil(m_size.width() * m_frame.ratio)), int(std::ceil(m_size.height() * m_frame.ratio)));
    if (m_picture.size() != pixels)
        m_picture = QPixmap(pixels);
    m_picture.setDevicePixelRatio(m_frame.ratio);
    m_picture.fill(Theme::of().color("bg.pane"));
    QPainter painter(&m_picture);
    paint(painter);
    m_dirty = false;
    return m_picture;
}

} // namespace lepto
