#include "histogram_notation.h"
#include "memory_provider.h"
#include "promqltest_script.h"

#include "core/promql/evaluator.h"
#include "ml/base/histogram_buckets.h"

#include <QTest>

#include <limits>

using namespace lepto;
using namespace lepto::promql;
using namespace lepto::test;

namespace {

constexpr const char *kSamples = R"(load 1m
  latency{pod="a"} {{schema:0 sum:10 count:8 buckets:[2 4 2]}}+{{sum:5 count:4 buckets:[1 2 1]}}x10
  latency{pod="b"} {{schema:1 sum:10 count:8 buckets:[2 4 2]}}+{{schema:1 sum:5 count:4 buckets:[1 2 1]}}x10
  restarted {{sum:9 count:9 buckets:[9]}} {{sum:2 count:2 buckets:[2]}} {{sum:4 count:4 buckets:[4]}}
  level {{counter_reset_hint:gauge sum:4 count:4 buckets:[4]}} {{counter_reset_hint:gauge sum:1 count:1 buckets:[1]}}
  steps{pod="a"} {{schema:-53 sum:9 count:6 custom_values:[1 2 4] buckets:[1 2 2 1]}}x10
  steps{pod="b"} {{schema:-53 sum:9 count:6 custom_values:[2 4] buckets:[3 2 1]}}x10
  switched 1 2 {{sum:4 count:4 buckets:[4]}} {{sum:5 count:5 buckets:[5]}}
  ends {{sum:1 count:1 buckets:[1]}} stale
  hits{pod="a"} 0+1x10
)";

MemoryProvider samples()
{
    MemoryProvider provider;
    for (const ScriptCommand &command : parseScript(kSamples)) {
        for (const SeriesLine &line : command.series) {
            for (std::size_t i = 0; i < line.values.size(); ++i) {
                const TimeMs t = command.step * TimeMs(i);
                if (line.values[i].number)
                    provider.add(line.labels, { { t, *line.values[i].number } });
                if (line.values[i].histogram)
                    provider.addHistogram(line.labels, t, *line.values[i].histogram);
            }
        }
    }
    return provider;
}

QString answer(const std::string &query, SeriesProvider &provider, TimeMs at, const Limits &limits = {})
{
    const auto expr = parse(query);
    const auto value = expr ? evaluate(*expr, provider, at, limits) : Result<Value>(expr.error());
    if (!value)
        return QString::fromStdString(value.error().text());
    QStringList lines;
    for (const VectorSample &sample : value->vector) {
        const QString text
            = sample.histogram ? QString::fromStdString(ml::textOf(*sample.histogram)) : QString::number(sample.value, 'g', 6);
        lines << QString::fromStdString(sample.labels.text()) + u' ' + text;
    }
    for (const std::vector<std::string> &remarks : { value->annotations.warnings, value->annotations.infos }) {
        for (const std::string &remark : remarks)
            lines << QString::fromStdString(remark);
    }
    return lines.join(u'\n');
}

} // namespace

class tst_native_histograms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersWithHistograms_data();
    void answersWithHistograms();
    void addsLabelsOfInfoSeries_data();
    void addsLabelsOfInfoSeries();
    void aRangeHasFloatsAndHistogramsInTheirOrder();
    void damagedHistogramsAreSurvived();
    void histogramsCountInTheLimits();
};

void tst_native_histograms::answersWithHistograms_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) { QTest::newRow(query) << QString::fromUtf8(expected); };
    row("latency{pod='a'}", R"(latency{pod="a"} {count:48, sum:60, (0.5,1]:12, (1,2]:24, (2,4]:12})");
    row("ends", "");
    row("sum(latency)", "{} {count:96, sum:120, (0.5,1]:24, (1,2]:60, (2,4]:12}");
    row("avg(latency{pod='a'})", "{} {count:48, sum:60, (0.5,1]:12, (1,2]:24, (2,4]:12}");
    row("count(latency)", "{} 2");
    row("max(latency)", "PromQL info: ignored histogram in max aggregation (1:5)");
    row("topk(1, latency)", "PromQL info: ignored histogram in topk aggregation (1:9)");
    row("sum({pod='a', __name__=~'latency|hits'})",
        "PromQL warning: encountered a mix of histograms and floats for aggregation (1:5)");
    row("sum({pod='a', __name__=~'latency|steps'})",
        "PromQL warning: vector contains a mix of histograms with exponential and custom buckets schemas for metric name \"\" "
        "(1:5)");
    row("sum(steps)",
        "{} {count:12, sum:18, [-Inf,2]:6, (2,4]:4, (4,+Inf]:2}\n"
        "PromQL info: mismatched custom buckets were reconciled during aggregation (1:5)");
    row("abs(latency)", "");
    row("absent(latency)", "");
    row("timestamp(latency{pod='a'})", R"({pod="a"} 600)");
    row("scalar(latency{pod='a'}) + vector(1)", "{} nan");

    row("rate(latency{pod='a'}[5m])",
        R"({pod="a"} {count:0.06666666666666667, sum:0.08333333333333333, (0.5,1]:0.016666666666666666, )"
        R"((1,2]:0.03333333333333333, (2,4]:0.016666666666666666})");
    row("histogram_count(increase(latency[5m]))", "{pod=\"a\"} 20\n{pod=\"b\"} 20");
    row("irate(latency{pod='a'}[5m]) * 60", R"({pod="a"} {count:4, sum:5, (0.5,1]:1, (1,2]:2, (2,4]:1})");
    row("delta(latency{pod='a'}[5m])", R"({pod="a"} {count:20, sum:25, (0.5,1]:5, (1,2]:10, (2,4]:5}
PromQL warning: this native histogram metric is not a gauge: "latency" (1:7))");
    row("resets(restarted[20m])", "{} 1");
    row("changes(restarted[20m])", "{} 2");
    row("rate(level[20m])", R"({} {count:0.0016666666666666668, sum:0.0016666666666666668, (0.5,1]:0.0016666666666666668}
PromQL warning: this native histogram metric is not a counter: "level" (1:6))");
    row("resets(switched[20m])", "{} 1");
    row("changes(switched[20m])", "{} 3");
    row("count_over_time(switched[20m])", "{} 4");
    row("last_over_time(switched[20m])", "switched {count:5, sum:5, (0.5,1]:5}");
    row("first_over_time(switched[20m])", "switched 1");
    row("max_over_time(switched[20m])", R"({} 2
PromQL info: ignored histograms in a range containing both floats and histograms for metric name "switched" (1:15))");
    row("sum_over_time(switched[20m])",
        R"(PromQL warning: encountered a mix of histograms and floats for metric name "switched" (1:15))");
    row("sum_over_time(restarted[20m])", "{} {count:15, sum:15, (0.5,1]:15}");
    row("increase(restarted[20m:1m])", R"({} {count:4.666666666666667, sum:4.666666666666667, (0.5,1]:4.666666666666667})");

    row("latency{pod='a'} * 2 == latency{pod='a'} + latency{pod='a'}",
        R"({pod="a"} {count:96, sum:120, (0.5,1]:24, (1,2]:48, (2,4]:24})");
    row("latency{pod='a'} - latency{pod='a'}", R"({pod="a"} {count:0, sum:0})");
    row("2 / latency{pod='a'}",
        R"(PromQL info: incompatible sample types encountered for binary operator "/": float / histogram (1:1))");
    row("latency{pod='a'} + hits{pod='a'}",
        R"(PromQL info: incompatible sample types encountered for binary operator "+": histogram + float (1:1))");
    row("hits * on (pod) latency", R"({pod="a"} {count:480, sum:600, (0.5,1]:120, (1,2]:240, (2,4]:120})");
    row("latency{pod='a'} + steps{pod='a'}",
        "PromQL warning: incompatible bucket layout encountered for binary operator + (1:1)");
    row("-level", "");
    row("latency and on (pod) hits", R"(latency{pod="a"} {count:48, sum:60, (0.5,1]:12, (1,2]:24, (2,4]:12})");

    row("histogram_quantile(0.5, latency)", "{pod=\"a\"} 1.41421\n{pod=\"b\"} 1.18921");
    row("histogram_quantile(0.5, sum(latency))", "{} 1.31951");
    row("histogram_fraction(1, 2, latency)", "{pod=\"a\"} 0.5\n{pod=\"b\"} 0.75");
    row("histogram_avg(latency)", "{pod=\"a\"} 1.25\n{pod=\"b\"} 1.25");
    row("histogram_quantiles(latency{pod='a'}, 'q', 0, 1)", "{pod=\"a\",q=\"0.0\"} 0.5\n{pod=\"a\",q=\"1.0\"} 4");
    row("count_values('value', steps)",
        "{value=\"{count:6, sum:9, [-Inf,1]:1, (1,2]:2, (2,4]:2, (4,+Inf]:1}\"} 1\n"
        "{value=\"{count:6, sum:9, [-Inf,2]:3, (2,4]:2, (4,+Inf]:1}\"} 1");
}

void tst_native_histograms::answersWithHistograms()
{
    QFETCH(QString, expected);
    MemoryProvider provider = samples();
    QCOMPARE(answer(QTest::currentDataTag(), provider, 600'000), expected);
}

void tst_native_histograms::addsLabelsOfInfoSeries_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) { QTest::newRow(query) << QString::fromUtf8(expected); };
    row("info(up)", R"(up{instance="a",job="web",region="eu",version="2"} 1
up{instance="b",job="web"} 1)");
    row("info(up, {version=~'.+'})", R"(up{instance="a",job="web",version="2"} 1)");
    row("info(up, {version=~'.+', none=~'.*'})", R"(up{instance="a",job="web",version="2"} 1)");
    row("info(up, {__name__='build_info'})", R"(up{commit="c1",instance="a",job="web"} 1
up{instance="b",job="web"} 1)");
    row("info(build_info, {__name__=~'.+_info'})", R"(build_info{commit="c1",instance="a",job="web"} 1)");
    row("info(up, {__name__!='target_info'})", R"(up{commit="c1",instance="a",job="web"} 1
up{instance="b",job="web"} 1)");
    row("info(up, {__name__='latency'})", "query: an info metric must have float samples, not histograms");
    row("info(up, {__name__=~'twin_.+'})", "query: conflicting label: \"version\"");
}

void tst_native_histograms::addsLabelsOfInfoSeries()
{
    QFETCH(QString, expected);
    MemoryProvider provider;
    const auto add = [&](std::vector<Labels::Pair> pairs, TimeMs t) {
        pairs.emplace_back("job", "web");
        provider.add(Labels(std::move(pairs)), { { t, 1 } });
    };
    add({ { "__name__", "up" }, { "instance", "a" } }, 0);
    add({ { "__name__", "up" }, { "instance", "b" } }, 0);
    add({ { "__name__", "target_info" }, { "instance", "a" }, { "version", "1" }, { "region", "eu" } }, 0);
    add({ { "__name__", "target_info" }, { "instance", "a" }, { "version", "2" }, { "region", "eu" } }, 60'000);
    add({ { "__name__", "build_info" }, { "instance", "a" }, { "commit", "c1" } }, 0);
    add({ { "__name__", "twin_one" }, { "instance", "a" }, { "version", "7" } }, 0);
    add({ { "__name__", "twin_two" }, { "instance", "a" }, { "version", "8" } }, 0);
    provider.addHistogram(Labels({ { "__name__", "latency" }, { "instance", "a" }, { "job", "web" } }), 0, {});
    QCOMPARE(answer(QTest::currentDataTag(), provider, 120'000), expected);
}

void tst_native_histograms::aRangeHasFloatsAndHistogramsInTheirOrder()
{
    MemoryProvider provider = samples();
    const auto matrix = evaluateRange(*parse("switched"), provider, 0, 240'000, 60'000);
    QVERIFY(matrix && matrix->series.size() == 1);
    const Series &series = matrix->series[0];
    QCOMPARE(series.samples.size(), std::size_t(2));
    QCOMPARE(series.histograms.size(), std::size_t(3));
    QCOMPARE(series.histograms[0].t, TimeMs(120'000));
    QCOMPARE(series.histograms[2].value->count, 5.0); // still within the lookback
}

void tst_native_histograms::damagedHistogramsAreSurvived()
{
    NativeHistogram damaged = histogramItem("{{schema:3 sum:5 count:4 buckets:[1 2 1] n_buckets:[1 2]}}")[0];
    damaged.positiveSpans = { { std::numeric_limits<std::int32_t>::max(), 4'000'000'000u }, { -5, 9 }, { 0, 4'000'000'000u } };
    damaged.zeroThreshold = std::numeric_limits<double>::quiet_NaN();
    NativeHistogram odd = damaged;
    odd.schema = -2'000'000'000;
    odd.zeroThreshold = std::numeric_limits<double>::infinity();
    NativeHistogram custom = damaged;
    custom.schema = NativeHistogram::customSchema;
    custom.customBounds = { 5, 1, std::numeric_limits<double>::quiet_NaN() };
    MemoryProvider provider;
    const Labels labels(std::vector<Labels::Pair> { { "__name__", "x" } });
    TimeMs t = 0;
    for (const NativeHistogram &histogram : { damaged, odd, custom, odd, damaged })
        provider.addHistogram(labels, t += 1000, histogram);
    for (const char *query :
        { "x", "rate(x[1m])", "delta(x[1m])", "sum_over_time(x[1m])", "histogram_quantile(0.9, x)", "histogram_fraction(0, 1, x)",
            "histogram_stddev(x)", "resets(x[1m])", "changes(x[1m])", "x + x", "x == x", "count_values('v', x)", "x / 0" })
        (void)answer(query, provider, 10'000);
}

void tst_native_histograms::histogramsCountInTheLimits()
{
    MemoryProvider provider = samples();
    Limits limits;
    limits.maxSamples = 40;
    QCOMPARE(answer("rate(latency[10m])", provider, 600'000, limits), QStringLiteral("query: needs more than 40 samples"));
}

QTEST_APPLESS_MAIN(tst_native_histograms)
#include "tst_native_histograms.moc"
