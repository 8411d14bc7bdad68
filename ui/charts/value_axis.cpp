#include "ui/charts/value_axis.h"

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

const QChar noBreakSpace(0x00A0);

struct Prefix {
    double over;
    double factor;
    const char *suffix;
};

UnitScale pick(std::initializer_list<Prefix> table, double magnitude)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Prefix &p) { return magnitude >= p.over; });
    const Prefix &prefix = found == table.end() ? *(table.end() - 1) : *found;
    return { prefix.factor, QString::fromUtf8(prefix.suffix) };
}

UnitScale siScale(double magnitude, const QString &tail)
{
    UnitScale scale
        = pick({ { 1e12, 1e-12, "T" }, { 1e9, 1e-9, "G" }, { 1e6, 1e-6, "M" }, { 1e3, 1e-3, "k" }, { 0, 1, "" } }, magnitude);
    scale.suffix += tail;
    return scale;
}

UnitScale bytesScale(double magnitude, const QString &tail)
{
    constexpr double ki = 1024;
    UnitScale scale = pick({ { ki * ki * ki * ki, 1 / (ki * ki * ki * ki), "TiB" }, { ki * ki * ki, 1 / (ki * ki * ki), "GiB" },
                               { ki * ki, 1 / (ki * ki), "MiB" }, { ki, 1 / ki, "KiB" }, { 0, 1, "B" } },
        magnitude);
    scale.suffix += tail;
    return scale;
}

double niceStep(double raw)
{
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double nice : { 1.0, 2.0, 2.5, 5.0 }) {
        if (raw <= nice * power * 1.2) // one tick more rather than half as many
            return nice * power;
    }
    return 10 * power;
}

int decimalsFor(double step)
{
    for (int decimals = 0; decimals < 9; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            return decimals;
    }
    return 9;
}

QString plainNumber(double value, int decimals)
{
    if (value == 0)
        return QStringLiteral("0");
    const double size = std::abs(value);
    if (size >= 1e15 || (size < 1e-6 && decimals >= 9))
        return QString::number(value, 'g', 3);
    QString text = QString::number(size, 'f', decimals);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3)
        text.insert(at, QLatin1Char(','));
    return value < 0 ? QChar(0x2212) + text : text;
}

QStringList tickLabels(const std::vector<double> &scaled, double step, const QString &suffix)
{
    QStringList labels;
    const int decimals = decimalsFor(step);
    for (const double tick : scaled)
        labels.append(plainNumber(tick, decimals));
    if (!labels.isEmpty() && !suffix.isEmpty())
        labels.last() += noBreakSpace + suffix;
    return labels;
}

/// Ends of the axis in the data's unit, before rounding.
std::pair<double, double> readableEnds(double lowest, double highest)
{
    constexpr double least = 1e-200; // below it steps round to nothing
    if (!std::isfinite(lowest) || !std::isfinite(highest) || lowest > highest
        || (std::abs(lowest) < least && std::abs(highest) < least))
        return { 0, 1 };
    if (lowest >= 0 && lowest <= 0.6 * highest)
        lowest = 0;
    if (highest <= 0 && highest >= 0.6 * lowest)
        highest = 0;
    if (highest - lowest < least + std::abs(highest) * 1e-12) {
        const double pad = lowest == 0 ? 1 : std::abs(lowest) * 0.5;
        return { lowest > 0 ? lowest - pad : lowest, highest >= 0 ? highest + pad : highest + pad };
    }
    return { lowest, highest };
}

/// Round values of the decades that the range touches, at most `wanted` steps.
std::vector<double> decadeTicks(double lowest, double highest, int wanted)
{
    std::vector<double> ticks;
    const double first = std::floor(lowest + 1e-9), last = std::ceil(highest - 1e-9);
    if (last - first > 2) {
        const double step = std::ceil((last - first) / std::max(1, wanted));
        for (double at = std::floor(first / step) * step; ticks.empty() || ticks.back() < last; at += step)
            ticks.push_back(at);
        return ticks;
    }
    for (double decade = first; decade <= last; decade += 1) {
        for (const double part : { 1.0, 2.0, 5.0 })
            ticks.push_back(decade + std::log10(part));
    }
    while (ticks.size() > 2 && ticks[1] <= lowest + 1e-9)
        ticks.erase(ticks.begin());
    while (ticks.size() > 2 && ticks[ticks.size() - 2] >= highest - 1e-9)
        ticks.pop_back();
    return ticks;
}

} // namespace

UnitScale unitScale(const QString &unit, double magnitude)
{
    magnitude = std::isfinite(magnitude) ? std::abs(magnitude) : 0;
    if (unit == QLatin1String("seconds"))
        return pick({ { 172800, 1.0 / 86400, "d" }, { 7200, 1.0 / 3600, "h" }, { 120, 1.0 / 60, "min" }, { 1, 1, "s" },
                        { 1e-3, 1e3, "ms" }, { 1e-6, 1e6, "µs" }, { 1e-12, 1e9, "ns" }, { 0, 1, "s" } },
            magnitude);
    if (unit == QLatin1String("ratio"))
        return { 100, QStringLiteral("%") };
    if (unit == QLatin1String("percent"))
        return { 1, QStringLiteral("%") };
    if (unit == QLatin1String("bytes") || unit == QLatin1String("bytes/s"))
        return bytesScale(magnitude, unit.mid(5));
    if (unit == QLatin1String("1/s"))
        return siScale(magnitude, QStringLiteral("/s"));
    const UnitScale si = siScale(magnitude, QString());
    return { si.factor, unit.isEmpty() ? si.suffix : si.suffix.isEmpty() ? unit : si.suffix + noBreakSpace + unit };
}

ValueAxis decadeAxis(double lowest, double highest, const QString &unit, int wanted)
{
    if (!std::isfinite(lowest) || !std::isfinite(highest) || lowest > highest)
        lowest = 0, highest = 1;
    ValueAxis axis;
    axis.ticks = decadeTicks(lowest, highest, wanted);
    for (const double tick : axis.ticks) {
        const double value = std::pow(10.0, tick);
        const UnitScale scale = unitScale(unit, value * (1 + 1e-9));
        axis.labels.append(
            plainNumber(value * scale.factor, decimalsFor(std::pow(10.0, std::floor(tick + 1e-9)) * scale.factor)));
        if (!scale.suffix.isEmpty())
            axis.labels.last() += noBreakSpace + scale.suffix;
    }
    axis.lower = axis.ticks.front();
    axis.upper = axis.ticks.back();
    return axis;
}

ValueAxis rowAxis(const QStringList &rows, const QFontMetricsF &metrics, double widest)
{
    ValueAxis axis;
    axis.upper = double(std::max<qsizetype>(1, rows.size()));
    for (qsizetype row = 0; row < rows.size(); ++row) {
        axis.ticks.push_back(double(row) + 0.5);
        axis.labels.append(metrics.elidedText(rows[row].left(200), Qt::ElideMiddle, widest));
    }
    return axis;
}

ValueAxis readableAxis(double lowest, double highest, const QString &unit, int wanted)
{
    const auto [low, high] = readableEnds(lowest, highest);
    const UnitScale scale = unitScale(unit, std::max(std::abs(low), std::abs(high)));
    const double step = niceStep((high - low) * scale.factor / std::max(1, wanted));
    const double first = std::floor(low * scale.factor / step + 1e-9);
    const double last = std::ceil(high * scale.factor / step - 1e-9);
    ValueAxis axis;
    std::vector<double> scaled;
    for (double at = first; at <= last && scaled.size() < 64; at += 1) {
        scaled.push_back(at * step);
        axis.ticks.push_back(at * step / scale.factor);
    }
    axis.labels = tickLabels(scaled, step, scale.suffix);
    axis.lower = axis.ticks.front();
    axis.upper = axis.ticks.back();
    return axis;
}

} // namespace lepto
