// chart.frame_p99: one frame of pan or zoom over 8 series of a million points at 1600 px, beside the same frame with every
// visible point scanned again, as plotters without a pyramid do, and beside Qt Charts given all points. chart.live: one live
// update of 12 charts with 4 series. chart.crosshair: one move of the crosshair over 12 charts. chart.series_2000: 2,000 series
// in one chart. The last three beside Qt Charts used plainly. Each line names the load of the machine, which others may share.

#include "bench_report.h"
#include "ui/charts/chart_scene.h"
#include "ui/charts/time_chart.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QChart>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>
#include <cstdlib>
#include <random>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr TimeMs start = 1'700'000'000'000, step = 1000;
constexpr int pointCount = 1'000'000, seriesCount = 8, chartWidth = 1600, chartHeight = 600, factor = 16;

/// Values at fixed steps with minimum and maximum of every 16, 256, ... of them.
class Pyramid {
public:
    explicit Pyramid(unsigned seed)
    {
        std::mt19937 random(seed);
        std::normal_distribution<double> noise(0, 1);
        double walk = 100;
        m_low.emplace_back();
        for (int i = 0; i < pointCount; ++i) {
            walk += noise(random) * 0.2;
            m_low[0].push_back(walk + noise(random) + (random() % 20'000 == 0 ? 40 : 0));
        }
        m_high = m_low;
        while (m_low.back().size() > factor) {
            std::vector<double> low, high;
            for (std::size_t at = 0; at < m_low.back().size(); at += factor) {
                const auto end = std::min(at + factor, m_low.back().size());
                low.push_back(*std::min_element(m_low.back().begin() + long(at), m_low.back().begin() + long(end)));
                high.push_back(*std::max_element(m_high.back().begin() + long(at), m_high.back().begin() + long(end)));
            }
            m_low.push_back(std::move(low));
            m_high.push_back(std::move(high));
        }
    }

    const std::vector<double> &points() const { return m_low.front(); }

    /// Columns over [from, to]; `rescan` looks at every point instead of the fitting level.
    Columns columns(TimeMs from, TimeMs to, int count, bool rescan) const
    {
        Columns out;
        out.interval = step;
        const double width = double(to - from) / count;
        std::size_t level = 0;
        for (TimeMs of = step * factor; !rescan && level + 1 < m_low.size() && double(of) * 2 <= width; of *= factor)
            ++level;
        const double each = double(step) * std::pow(factor, double(level));
        for (int i = 0; i < count; ++i) {
            const double left = (double(from - start) + i * width) / each,
                         right = (double(from - start) + (i + 1) * width) / each;
            const auto first = std::size_t(std::max(0.0, std::ceil(left)));
            const auto last = std::min(std::size_t(std::max(0.0, std::ceil(right))), m_low[level].size());
            if (first >= last)
                continue;
            Column column { start + TimeMs(double(first) * each), m_low[level][first], m_high[level][first], m_low[level][first],
                m_high[level][last - 1] };
            for (std::size_t at = first; at < last; ++at) {
                column.min = std::min(column.min, m_low[level][at]);
                column.max = std::max(column.max, m_high[level][at]);
            }
            out.columns.push_back(column);
        }
        out.samples = (to - from) / step;
        out.reduced = std::max<std::int64_t>(1, out.samples / std::max<std::int64_t>(1, std::int64_t(out.columns.size())));
        return out;
    }

private:
    std::vector<std::vector<double>> m_low, m_high;
};

ChartContent contentOf(const std::vector<Pyramid> &data, TimeMs from, TimeMs to, int columns, bool rescan)
{
    ChartContent content;
    content.now = start + TimeMs(pointCount) * step;
    for (std::size_t i = 0; i < data.size(); ++i) {
        ChartLine line;
        line.slot = int(i);
        line.data = data[i].columns(from, to, columns, rescan);
        content.lines.push_back(std::move(line));
    }
    return content;
}

/// The visible stretch of a frame: from a fiftieth of all to nearly all and back, while it wanders.
std::pair<TimeMs, TimeMs> rangeOf(int frame)
{
    const double share = 0.02 + 0.96 * (0.5 + 0.5 * std::sin(frame * 0.11));
    const TimeMs span = TimeMs(pointCount * share) * step;
    const TimeMs from = start + TimeMs((pointCount * step - span) * (0.5 + 0.5 * std::sin(frame * 0.07)));
    return { from, from + span };
}

std::vector<double> frames(const std::vector<Pyramid> &data, int count, bool rescan)
{
    ChartScene scene;
    scene.setSize({ chartWidth, chartHeight }, 1);
    const int columns = int(scene.frame().plot.width() * 2);
    std::vector<double> took;
    for (int i = 0; i < count; ++i) {
        const auto [from, to] = rangeOf(i);
        took.push_back(1000 * seconds([&] {
            scene.show(contentOf(data, from, to, columns, rescan), from, to);
            (void)scene.picture();
        }));
    }
    return took;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * share))];
}

Spread framesSpread(const std::vector<Pyramid> &data, int rounds, int count, bool rescan)
{
    (void)frames(data, 20, rescan);
    std::vector<double> p99;
    for (int i = 0; i < rounds; ++i)
        p99.push_back(percentile(frames(data, count, rescan), 0.99));
    return spreadOf(p99);
}

constexpr int liveCharts = 12, liveSeries = 4, livePoints = 800, liveWidth = 420, liveHeight = 200;

double liveValue(int chart, int series, int point)
{
    return 10 + series + std::sin(point * 0.02 + chart) + 0.3 * std::sin(point * 2.1 * (series + 1));
}

ChartContent liveContent(int chart, int round)
{
    ChartContent content;
    content.now = start + TimeMs(round + livePoints) * step;
    for (int s = 0; s < liveSeries; ++s) {
        ChartLine line;
        line.slot = s;
        line.data.interval = step;
        for (int p = 0; p < livePoints; ++p) {
            const double v = liveValue(chart, s, p + round);
            line.data.columns.push_back({ start + TimeMs(p + round) * step, v, v, v, v });
        }
        content.lines.push_back(std::move(line));
    }
    return content;
}

Spread liveOurs(int rounds)
{
    std::vector<std::unique_ptr<ChartScene>> scenes;
    for (int i = 0; i < liveCharts; ++i) {
        scenes.push_back(std::make_unique<ChartScene>());
        scenes.back()->setSize({ liveWidth, liveHeight }, 1);
    }
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        std::vector<ChartContent> contents;
        for (int i = 0; i < liveCharts; ++i)
            contents.push_back(liveContent(i, round));
        const TimeMs from = start + TimeMs(round) * step;
        took.push_back(1000 * seconds([&] {
            for (int i = 0; i < liveCharts; ++i) {
                scenes[std::size_t(i)]->show(contents[std::size_t(i)], from, from + TimeMs(livePoints) * step);
                (void)scenes[std::size_t(i)]->picture();
            }
        }));
    }
    took.erase(took.begin(), took.begin() + 3);
    return spreadOf(took);
}

/// Qt Charts as its manual shows it.
struct PlainChart {
    QGraphicsScene scene;
    QChart *chart = new QChart;
    QValueAxis *x = new QValueAxis, *y = new QValueAxis;
    std::vector<QLineSeries *> series;
    QPixmap picture;

    PlainChart(int count, const QSize &size)
        : picture(size)
    {
        scene.addItem(chart);
        chart->resize(size);
        chart->legend()->hide();
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        for (int s = 0; s < count; ++s) {
            series.push_back(new QLineSeries);
            chart->addSeries(series.back());
            series.back()->attachAxis(x);
            series.back()->attachAxis(y);
        }
    }

    void paint()
    {
        picture.fill(Qt::white);
        QPainter painter(&picture);
        scene.render(&painter, picture.rect(), picture.rect());
    }
};

/// All points are given once; a frame sets the range.
Spread plainFrames(const std::vector<Pyramid> &data, int count)
{
    PlainChart plain(seriesCount, { chartWidth, chartHeight });
    plain.y->setRange(-500, 700);
    for (int i = 0; i < seriesCount; ++i) {
        QList<QPointF> points;
        points.reserve(pointCount);
        for (const double value : data[std::size_t(i)].points())
            points.append({ double(points.size()), value });
        plain.series[std::size_t(i)]->replace(points);
    }
    std::vector<double> took;
    for (int i = 0; i < count; ++i) {
        const auto [from, to] = rangeOf(i * 15);
        took.push_back(1000 * seconds([&] {
            plain.x->setRange(double((from - start) / step), double((to - start) / step));
            plain.paint();
        }));
    }
    return spreadOf(took);
}

Spread livePlain(int rounds)
{
    std::vector<std::unique_ptr<PlainChart>> charts;
    for (int i = 0; i < liveCharts; ++i)
        charts.push_back(std::make_unique<PlainChart>(liveSeries, QSize(liveWidth, liveHeight)));
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        std::vector<QList<QPointF>> points;
        for (int i = 0; i < liveCharts * liveSeries; ++i) {
            points.emplace_back();
            for (int p = 0; p < livePoints; ++p)
                points.back().append({ double(p + round), liveValue(i / liveSeries, i % liveSeries, p + round) });
        }
        took.push_back(1000 * seconds([&] {
            for (int i = 0; i < liveCharts; ++i) {
                PlainChart &plain = *charts[std::size_t(i)];
                plain.x->setRange(round, round + livePoints);
                plain.y->setRange(8 - 0.001 * (round % 2), 16);
                for (int s = 0; s < liveSeries; ++s)
                    plain.series[std::size_t(s)]->replace(points[std::size_t(i * liveSeries + s)]);
                plain.paint();
            }
        }));
    }
    took.erase(took.begin(), took.begin() + 3);
    return spreadOf(took);
}

/// One move of the shared crosshair: every chart is painted again.
Spread crosshairOurs(int rounds)
{
    const TimeMs end = start + TimeMs(livePoints) * step;
    TimeScale time(end);
    time.setRange(start, end);
    std::vector<std::unique_ptr<TimeChart>> charts;
    for (int i = 0; i < liveCharts; ++i) {
        charts.push_back(std::make_unique<TimeChart>(time));
        charts.back()->resize(liveWidth, liveHeight);
        charts.back()->setPanelLook(PanelLook::Good);
        charts.back()->setContent(liveContent(i, 0));
        charts.back()->show();
        (void)charts.back()->picture();
    }
    QPixmap target(liveWidth, liveHeight);
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        took.push_back(1000 * seconds([&] {
            time.setCrosshair(start + TimeMs(round % livePoints) * step);
            for (const auto &chart : charts)
                chart->render(&target);
        }));
    }
    return spreadOf(took);
}

/// A line item that follows the pointer, as examples of Qt Charts do it: the view paints its charts again.
Spread crosshairPlain(int rounds)
{
    std::vector<std::unique_ptr<PlainChart>> charts;
    std::vector<QGraphicsLineItem *> lines;
    for (int i = 0; i < liveCharts; ++i) {
        charts.push_back(std::make_unique<PlainChart>(liveSeries, QSize(liveWidth, liveHeight)));
        charts.back()->x->setRange(0, livePoints);
        charts.back()->y->setRange(8, 16);
        for (int s = 0; s < liveSeries; ++s) {
            QList<QPointF> points;
            for (int p = 0; p < livePoints; ++p)
                points.append({ double(p), liveValue(i, s, p) });
            charts.back()->series[std::size_t(s)]->replace(points);
        }
        lines.push_back(charts.back()->scene.addLine(0, 0, 0, liveHeight));
    }
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        took.push_back(1000 * seconds([&] {
            for (std::size_t i = 0; i < charts.size(); ++i) {
                lines[i]->setX(round % liveWidth);
                charts[i]->paint();
            }
        }));
    }
    return spreadOf(took);
}

constexpr int manySeries = 2000, manyPoints = 200;

double manyValue(int series, int point)
{
    return series % 50 + std::sin(point * 0.1 + series);
}

Spread manyOurs(int rounds)
{
    ChartContent content;
    content.now = start + TimeMs(manyPoints) * step;
    for (int s = 0; s < manySeries; ++s) {
        ChartLine line;
        line.slot = s;
        line.data.interval = step;
        for (int p = 0; p < manyPoints; ++p) {
            const double v = manyValue(s, p);
            line.data.columns.push_back({ start + TimeMs(p) * step, v, v, v, v });
        }
        content.lines.push_back(std::move(line));
    }
    ChartScene scene;
    scene.setSize({ chartWidth, chartHeight }, 1);
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        took.push_back(1000 * seconds([&] {
            scene.show(content, start + round * step, start + TimeMs(manyPoints + round) * step);
            (void)scene.picture();
        }));
    }
    return spreadOf(took);
}

Spread manyPlain(int rounds)
{
    PlainChart plain(manySeries, { chartWidth, chartHeight });
    plain.y->setRange(-2, 52);
    for (int s = 0; s < manySeries; ++s) {
        QList<QPointF> points;
        for (int p = 0; p < manyPoints; ++p)
            points.append({ double(p), manyValue(s, p) });
        plain.series[std::size_t(s)]->replace(points);
    }
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        took.push_back(1000 * seconds([&] {
            plain.x->setRange(round, manyPoints + round);
            plain.paint();
        }));
    }
    return spreadOf(took);
}

std::string load()
{
    double one = 0;
    return getloadavg(&one, 1) == 1 ? ", load " + std::to_string(one).substr(0, 4) : std::string();
}

void reportBeside(const char *name, const Spread &ours, const char *peer, const Spread &theirs, const char *note)
{
    report({ name, ours, "ms", peer, theirs.median, theirs.median / ours.median, note + load() });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme theme(app, ThemeMode::Dark);
    if (wanted(argc, argv, "chart.frame_p99")) {
        std::vector<Pyramid> data;
        for (unsigned i = 0; i < seriesCount; ++i)
            data.emplace_back(i + 1);
        const char *what = "8 series x 1 M points, 1600 px, columns + geometry + paint";
        const Spread ours = framesSpread(data, 5, 200, false);
        reportBeside("chart.frame_p99", ours, "all visible points scanned each frame", framesSpread(data, 3, 60, true), what);
        reportBeside(
            "chart.frame_p99", ours, "Qt Charts with all points, setRange (median of 5 frames)", plainFrames(data, 5), what);
    }
    if (wanted(argc, argv, "chart.live"))
        reportBeside("chart.live", liveOurs(40), "Qt Charts, setRange and replace", livePlain(15),
            "12 charts x 4 series x 800 points, update + paint");
    if (wanted(argc, argv, "chart.crosshair"))
        reportBeside("chart.crosshair", crosshairOurs(200), "Qt Charts with a line item", crosshairPlain(20),
            "one move over 12 charts x 4 series x 800 points, paint");
    if (wanted(argc, argv, "chart.series_2000"))
        reportBeside("chart.series_2000", manyOurs(15), "Qt Charts, setRange", manyPlain(3),
            "one chart, 2,000 series x 200 points, 1600 px, geometry + paint");
    return 0;
}
