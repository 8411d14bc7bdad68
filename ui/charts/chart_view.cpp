#include "ui/charts/chart_view.h"

#include <QStringList>

#include <array>

namespace lepto {

namespace {

constexpr TimeMs day = 24 * 3'600'000;
constexpr std::array scales = { "auto", "zero", "log", "percent" };
constexpr std::array draws = { "lines", "stacked", "heat" };
constexpr std::array pasts = { "none", "day", "week" };

template <typename Value, std::size_t N>
void take(Value &value, const std::array<const char *, N> &words, const QString &word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word == QLatin1String(words[i]))
            value = Value(i);
    }
}

} // namespace

TimeMs ChartView::shift() const
{
    if (draw != Draw::Lines)
        return 0;
    return past == Past::Day ? day : past == Past::Week ? 7 * day : 0;
}

QString ChartView::text() const
{
    const QStringList words { QLatin1String(scales[std::size_t(scale)]), QLatin1String(draws[std::size_t(draw)]),
        QLatin1String(pasts[std::size_t(past)]) };
    return words.join(QLatin1Char(' ')) + (legend ? QStringLiteral(" legend") : QString());
}

ChartView ChartView::fromText(const QString &text)
{
    ChartView view;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        take(view.scale, scales, word);
        take(view.draw, draws, word);
        take(view.past, pasts, word);
        view.legend = view.legend || word == QLatin1String("legend");
    }
    return view;
}

} // namespace lepto
