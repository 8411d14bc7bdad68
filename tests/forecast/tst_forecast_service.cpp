#include "core/forecast/forecast_service.h"
#include "tests/support/memory_store.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace lepto;

namespace {

constexpr TimeMs kMinute = 60'000;
constexpr TimeMs kHour = 60 * kMinute;
const Labels kSeries(std::vector<Labels::Pair>{{"__name__", "node_load1"}});

double daily(TimeMs t) { return 10 + 3 * std::sin(2 * std::numbers::pi * double(t) / (24.0 * double(kHour))); }

SeriesId fill(test::MemoryStore &store, TimeMs from, TimeMs to, TimeMs step)
{
    SeriesId id = 0;
    for (TimeMs t = from; t < to; t += step)
        id = store.append(std::vector{LabelledSample{kSeries, {t, daily(t)}}})->front();
    return id;
}

} // namespace

class TestForecastService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gridHoldsMeansAndLeavesGapsUnknown()
    {
        test::MemoryStore store;
        for (const Sample s : {Sample{0, 1}, Sample{500, 3}, Sample{2500, 7}})
            QVERIFY(store.append(std::vector{LabelledSample{kSeries, s}}));
        const auto grid = regularGrid(store, 1, 0, 1000, 4);
        QVERIFY(grid);
        QCOMPARE((*grid)[0], 2.0);
        QVERIFY(std::isnan((*grid)[1]));
        QCOMPARE((*grid)[2], 7.0);
        QVERIFY(std::isnan((*grid)[3]));
    }

    void followsADailyRhythmAndItsBandHoldsIt()
    {
        test::MemoryStore store;
        const TimeMs now = 5 * 24 * kHour;
        const SeriesId id = fill(store, 0, now, 5 * kMinute);
        ForecastService service(store);
        const auto forecast = service.forecast(id, now, now + 12 * kHour);
        QVERIFY2(forecast, forecast ? "" : forecast.error().text().c_str());
        QVERIFY(!forecast->points.empty());
        QVERIFY(forecast->points.front().t >= now - 12 * kMinute);
        QVERIFY(forecast->points.back().t >= now + 12 * kHour - forecast->step);
        for (const ForecastPoint &point : forecast->points) {
            QVERIFY(point.lower <= point.mid && point.mid <= point.upper);
            QVERIFY2(std::abs(point.mid - daily(point.t)) < 1.0, qPrintable(QString::number(point.mid - daily(point.t))));
        }
    }

    void refusesWhatCannotBeForecast()
    {
        test::MemoryStore store;
        const SeriesId id = fill(store, 0, 3 * kMinute, kMinute);
        ForecastService service(store);
        QVERIFY(!service.forecast(id, 3 * kMinute, 2 * kMinute));
        QVERIFY(!service.forecast(id, 3 * kMinute, 63 * kMinute));
    }
};

QTEST_GUILESS_MAIN(TestForecastService)
#include "tst_forecast_service.moc"
