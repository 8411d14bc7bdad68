// chart.frame_p99: one frame of pan or zoom over 8 series of a million points at 1600 px, beside the same frame with every
// visible point scanned again, as plotters without a pyramid do. chart.live: one live update of 12 charts with 4 series, beside
// Qt Charts used plainly.

#include "bench_report.h"
#include "ui/charts/chart_scene.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QChart>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>
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

std::vector<double> frames(const std::vector<Pyramid> &data, int count, bool rescan)
{
    ChartScene scene;
    scene.setSize({ chartWidth, chartHeight }, 1);
    const int columns = int(scene.frame().plot.width() * 2);
    std::vector<double> took;
    for (int i = 0; i < count; ++i) {
        const double share = 0.02 + 0.96 * (0.5 + 0.5 * std::sin(i * 0.11)); // from a fiftieth of all to nearly all and back
        const TimeMs span = TimeMs(pointCount * share) * step;
        const TimeMs from = start + TimeMs((pointCount * step - span) * (0.5 + 0.5 * std::sin(i * 0.07)));
        took.push_back(1000 * seconds([&] {
            scene.show(contentOf(data, from, from + span, columns, rescan), from, from + span);
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

struct PlainChart {
    QGraphicsScene scene;
    QChart *chart = new QChart;
    QValueAxis *x = new QValueAxis, *y = new QValueAxis;
    std::vector<QLineSeries *> series;

    PlainChart()
    {
        scene.addItem(chart);
        chart->resize(liveWidth, liveHeight);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        for (int s = 0; s < liveSeries; ++s) {
            series.push_back(new QLineSeries);
            chart->addSeries(series.back());
            series.back()->attachAxis(x);
            series.back()->attachAxis(y);
        }
    }
};

Spread livePlain(int rounds)
{
    std::vector<std::unique_ptr<PlainChart>> charts;
    for (int i = 0; i < liveCharts; ++i)
        charts.push_back(std::make_unique<PlainChart>());
    QPixmap picture(liveWidth, liveHeight);
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
                picture.fill(Qt::white);
                QPainter painter(&picture);
                plain.scene.render(&painter, QRectF(0, 0, liveWidth, liveHeight), QRectF(0, 0, liveWidth, liveHeight));
            }
        }));
    }
    took.erase(took.begin(), took.begin() + 3);
    return spreadOf(took);
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
        const Spread ours = framesSpread(data, 5, 200, false), peer = framesSpread(data, 3, 60, true);
        report({ "chart.frame_p99", ours, "ms", "all visible points scanned each frame", peer.median, peer.median / ours.median,
            "8 series x 1 M points, 1600 px, columns + geometry + paint" });
    }
    if (wanted(argc, argv, "chart.live")) {
        const Spread ours = liveOurs(40), peer = livePlain(15);
        report({ "chart.live", ours, "ms", "Qt Charts, setRange and replace", peer.median, peer.median / ours.median,
            "12 charts x 4 series x 800 points, update + paint" });
    }
    return 0;
}
