#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"
#include "tests/promql/memory_provider.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lepto;
using namespace lepto::promql;
using lepto::test::MemoryProvider;

namespace {

Labels labelsOf(std::vector<Labels::Pair> pairs)
{
    return Labels(std::move(pairs));
}

/// Every 15 s for an hour: counter{i}, gauge{i}, both over hosts h1, h2, h10.
MemoryProvider hour()
{
    MemoryProvider provider;
    for (int host : { 1, 2, 10 }) {
        std::vector<Sample> counter, gauge;
        for (int i = 0; i <= 240; ++i) {
            counter.push_back({ i * 15'000, double(i * host) });
            gauge.push_back({ i * 15'000, double(host) });
        }
        const std::string name = "h" + std::to_string(host);
        provider.add(labelsOf({ { "__name__", "counter" }, { "host", name } }), std::move(counter));
        provider.add(labelsOf({ { "__name__", "gauge" }, { "host", name } }), std::move(gauge));
    }
    return provider;
}

QString textOf(const Value &value)
{
    QStringList lines;
    if (value.type == ValueType::Scalar)
        return QString::number(value.scalar, 'g', 6);
    if (value.type == ValueType::String)
        return QString::fromStdString(value.string);
    for (const VectorSample &sample : value.vector)
        lines << QString::fromStdString(sample.labels.text()) + u' ' + QString::number(sample.value, 'g', 6);
    for (const Series &series : value.matrix)
        lines << QString::fromStdString(series.labels.text()) + QStringLiteral(" x%1").arg(series.samples.size());
    return lines.join(u'\n');
}

QString answer(const std::string &query, MemoryProvider &provider, TimeMs at = 3'600'000, const Limits &limits = {})
{
    const auto expr = parse(query);
    if (!expr)
        return QString::fromStdString(expr.error().text());
    const auto value = evaluate(*expr, provider, at, limits);
    return value ? textOf(*value) : QString::fromStdString(value.error().text());
}

} // namespace

class tst_evaluator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersAtOneTime_data();
    void answersAtOneTime();
    void aSampleIsValidForTheLookbackAndUntilAStaleMarker();
    void aRangeSelectsOnceForAllSteps();
    void stepAndRangeAreThoseOfTheQuery();
    void refusesBadRanges();
    void everyLimitIsOneError_data();
    void everyLimitIsOneError();
    void canBeCancelled();
    void survivesHostileRegularExpressions();
    void survivesTheDeepestExpressionThatParses();
    void anErrorOfTheProviderComesThrough();
    void readsTheRealStore();
};

void tst_evaluator::answersAtOneTime_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(expected);
    };
    row("1 + 2 * 3", "7");
    row("'text'", "text");
    row("gauge", "gauge{host=\"h1\"} 1\ngauge{host=\"h10\"} 10\ngauge{host=\"h2\"} 2");
    row("gauge[1m]", "gauge{host=\"h1\"} x4\ngauge{host=\"h10\"} x4\ngauge{host=\"h2\"} x4");
    row("gauge{host='h1'}[10m:1m]", "gauge{host=\"h1\"} x10");
    row("sort_desc(gauge)", "gauge{host=\"h10\"} 10\ngauge{host=\"h2\"} 2\ngauge{host=\"h1\"} 1");
    row("sort_by_label(gauge, 'host')", "gauge{host=\"h1\"} 1\ngauge{host=\"h2\"} 2\ngauge{host=\"h10\"} 10");
    row("topk(2, gauge)", "gauge{host=\"h10\"} 10\ngauge{host=\"h2\"} 2");
    row("sort(label_replace(vector(NaN), 'a', 'n', '', '') or gauge)",
        "gauge{host=\"h1\"} 1\ngauge{host=\"h2\"} 2\ngauge{host=\"h10\"} 10\n{a=\"n\"} nan");
    row("sum(rate(counter[5m]))", "{} 0.866667");
    row("sum(increase(counter[5m])) by (host) > 100", "{host=\"h10\"} 200");
    row("label_join(gauge{host='h1'}, 'x', '-', 'host', 'none', 'host')", "gauge{host=\"h1\",x=\"h1--h1\"} 1");
    row("label_replace(gauge{host='h1'}, 'n', '${num}', 'host', 'h(?P<num>.*)')", "gauge{host=\"h1\",n=\"1\"} 1");
    row("label_replace(gauge{host='h1'}, 'n', '$1$$x', 'host', 'h(.*)')", "gauge{host=\"h1\",n=\"1$x\"} 1");
    row("absent(nothing{a='b',c=~'d'})", "{a=\"b\"} 1");
    row("absent_over_time(nothing{a='b'}[5m])", "{a=\"b\"} 1");
    row("absent(gauge)", "");
    row("predict_linear(counter{host='h1'}[10m], 150)", "{host=\"h1\"} 250");
    row("double_exponential_smoothing(gauge{host='h2'}[5m], 0.5, 0.5)", "{host=\"h2\"} 2");
    row("mad_over_time(counter{host='h1'}[1m])", "{host=\"h1\"} 1");
    row("ts_of_max_over_time(counter{host='h1'}[1m])", "{host=\"h1\"} 3600");
    row("first_over_time(counter{host='h1'}[1m])", "counter{host=\"h1\"} 237");
    row("histogram_quantile(0.9, gauge)", "");
    row("histogram_sum(gauge)", "");
    row("gauge * on (host) group_left () counter", "{host=\"h1\"} 240\n{host=\"h10\"} 24000\n{host=\"h2\"} 960");
    row("gauge + on () counter",
        "query: found duplicate series for the match group {} on the right hand-side of the operation: "
        "[{__name__=\"counter\", host=\"h1\"}, {__name__=\"counter\", host=\"h10\"}];many-to-many matching not allowed: "
        "matching labels must be unique on one side");
    row("gauge + on () sum(counter)",
        "query: multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
    row("label_replace(gauge, '', 'x', 'host', '.*')", "query: invalid label name in label_replace(): \"\"");
    row("{__name__=~'gauge|counter',host='h1'} * 2", "query: vector cannot contain metrics with the same labelset");
    row("holt_winters(gauge[5m], 1.5, 0.1)", "query: invalid smoothing factor, expected 0 < factor < 1, got 1.5");
    row("gauge[1m - 1m]", "query: duration (1m - 1m) must be greater than 0 (1:1)");
    row("sum(gauge offset 100y)", "");
    row("gauge @ 1e15", "");
    row("gauge offset -200y", "");
    row("year(vector(1e300))", "{} nan");
    row("day_of_month(vector(951868799))", "{} 29");
    row("scalar(gauge)", "nan");
    row("clamp(gauge, 5, 1)", "");
    row("round(gauge, 0)", "{host=\"h1\"} nan\n{host=\"h10\"} nan\n{host=\"h2\"} nan");
}

void tst_evaluator::answersAtOneTime()
{
    QFETCH(QString, query);
    MemoryProvider provider = hour();
    QTEST(answer(query.toStdString(), provider), "expected");
}

void tst_evaluator::aSampleIsValidForTheLookbackAndUntilAStaleMarker()
{
    MemoryProvider provider;
    provider.add(labelsOf({ { "__name__", "x" } }), { { 0, 1 }, { 10'000, staleMarker() }, { 20'000, 2 } });
    QCOMPARE(answer("x", provider, 9'999), QStringLiteral("x 1"));
    QCOMPARE(answer("x", provider, 10'000), QString());
    QCOMPARE(answer("x", provider, 319'999), QStringLiteral("x 2"));
    QCOMPARE(answer("x", provider, 320'000), QString());
    QCOMPARE(answer("count_over_time(x[1m])", provider, 30'000), QStringLiteral("{} 2"));
    Limits short_;
    short_.lookback = 1'000;
    QCOMPARE(answer("x", provider, 21'001, short_), QString());
}

void tst_evaluator::aRangeSelectsOnceForAllSteps()
{
    MemoryProvider provider = hour();
    const auto matrix = evaluateRange(*parse("sum(rate(counter[5m])) / 2"), provider, 600'000, 3'600'000, 1'000);
    QVERIFY(bool(matrix));
    QCOMPARE(provider.selections, 1);
    QCOMPARE(matrix->series.size(), 1u);
    QCOMPARE(matrix->series[0].samples.size(), 3001u);
}

void tst_evaluator::stepAndRangeAreThoseOfTheQuery()
{
    MemoryProvider provider = hour();
    const auto sums = evaluateRange(*parse("vector(step() + range() + end() - start())"), provider, 600'000, 1'200'000, 60'000);
    QVERIFY(bool(sums));
    QCOMPARE(sums->series[0].samples.back().v, 1260.0);
    const auto counts
        = evaluateRange(*parse("count_over_time(gauge{host='h1'}[step() * 2])"), provider, 600'000, 1'200'000, 60'000);
    QVERIFY(bool(counts));
    QCOMPARE(counts->series[0].samples[0].v, 8.0);
}

void tst_evaluator::refusesBadRanges()
{
    MemoryProvider provider = hour();
    const Expr expr = *parse("gauge");
    QVERIFY(!evaluateRange(expr, provider, 0, 1000, 0));
    QVERIFY(!evaluateRange(expr, provider, 0, 1000, -5));
    QVERIFY(!evaluateRange(expr, provider, 1000, 0, 1));
    QVERIFY(!evaluateRange(*parse("gauge[1m]"), provider, 0, 1000, 10));
    QVERIFY(!evaluateRange(*parse("'x'"), provider, 0, 1000, 10));
    QCOMPARE(evaluateRange(expr, provider, 0, 11'001, 1).error().code, ErrorCode::Exhausted);
    QVERIFY(bool(evaluateRange(expr, provider, 0, 11'000, 1)));
}

void tst_evaluator::everyLimitIsOneError_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    QTest::newRow("series") << QStringLiteral("{__name__=~'.+'}") << QStringLiteral("query: selects more than 5 series");
    QTest::newRow("samples") << QStringLiteral("gauge[1h]") << QStringLiteral("query: needs more than 500 samples");
    QTest::newRow("subquery") << QStringLiteral("sum_over_time(vector(1)[100y:1ms])")
                              << QStringLiteral("query: needs more than 500 samples");
    QTest::newRow("nested subquery") << QStringLiteral("sum_over_time(sum_over_time(vector(1)[5m:1s])[5m:1s])")
                                     << QStringLiteral("query: needs more than 500 samples");
}

void tst_evaluator::everyLimitIsOneError()
{
    QFETCH(QString, query);
    MemoryProvider provider = hour();
    Limits limits;
    limits.maxSeries = 5;
    limits.maxSamples = 500;
    QTEST(answer(query.toStdString(), provider, 3'600'000, limits), "error");
    QCOMPARE(evaluate(*parse(query.toStdString()), provider, 3'600'000, limits).error().code, ErrorCode::Exhausted);
}

void tst_evaluator::canBeCancelled()
{
    MemoryProvider provider = hour();
    const std::atomic<bool> cancelled { true };
    Limits limits;
    limits.cancelled = &cancelled;
    QCOMPARE(evaluate(*parse("sum(gauge)"), provider, 0, limits).error().code, ErrorCode::Cancelled);
    limits.cancelled = nullptr;
    limits.timeoutMs = 100;
    QElapsedTimer timer;
    timer.start();
    const auto slow = evaluateRange(*parse("quantile_over_time(0.5, vector(1)[1d:1s])"), provider, 0, 11'000'000, 1'000, limits);
    QVERIFY(!slow);
    QCOMPARE(slow.error().code, ErrorCode::Exhausted);
    QVERIFY2(timer.elapsed() < 5'000, "the deadline is not looked at");
}

void tst_evaluator::survivesHostileRegularExpressions()
{
    MemoryProvider provider;
    provider.add(labelsOf({ { "__name__", "x" }, { "v", std::string(60'000, 'a') } }), { { 0, 1 } });
    QElapsedTimer timer;
    timer.start();
    for (const char *pattern : { "(a*)*b", "(a|aa)+$", "(.*.*.*.*.*)x", "((a?){30}){30}b" }) {
        const QString text
            = answer("x{v=~'" + std::string(pattern) + "'} or label_replace(x, 'w', '$1', 'v', '" + pattern + "')", provider, 0);
        QVERIFY(text.size() < 200'000);
    }
    QVERIFY2(timer.elapsed() < 10'000, "a regular expression ran away");
}

void tst_evaluator::survivesTheDeepestExpressionThatParses()
{
    MemoryProvider provider = hour();
    for (const auto &[open, middle, close] :
        { std::tuple("(", "gauge", ")"), std::tuple("-", "gauge", ""), std::tuple("abs(", "gauge", ")"),
            std::tuple("sum(", "gauge", ")"), std::tuple("", "gauge", " + gauge"), std::tuple("", "gauge", "[1m:30s]") }) {
        std::string query = middle;
        Result<Expr> deepest = parse(query);
        for (int depth = 0; depth < 300; ++depth) {
            query = open + query + close;
            const auto parsed = parse(query);
            if (!parsed)
                break;
            deepest = parsed;
        }
        Limits limits;
        limits.maxSamples = 100'000;
        (void)evaluate(*deepest, provider, 3'600'000, limits);
    }
}

void tst_evaluator::anErrorOfTheProviderComesThrough()
{
    class Broken final : public SeriesProvider {
        Result<std::vector<Series>> select(std::span<const Matcher>, TimeMs, TimeMs) override
        {
            return Error { ErrorCode::Damaged, "history.db", "page 7 is damaged" };
        }
    } provider;
    const auto value = evaluate(*parse("sum(rate(x[5m])) + 1"), provider, 0);
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::Damaged);
}

void tst_evaluator::readsTheRealStore()
{
    const QTemporaryDir folder;
    auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    QVERIFY2(bool(store), store ? "" : store.error().text().c_str());
    MemoryProvider memory = hour();
    std::vector<LabelledSample> batch;
    for (int i = 0; i <= 240; ++i) {
        for (const Series &series : memory.series)
            batch.push_back({ series.labels, series.samples[std::size_t(i)] });
    }
    QVERIFY(bool((*store)->append(batch)));
    StoreProvider provider(**store);
    for (const char *query :
        { "gauge", "rate(counter[5m])", "sum by (host) (counter) / 2", "gauge{host!~'h1.*'}", "counter offset 7m" }) {
        const Expr expr = *parse(query);
        const auto ours = evaluateRange(expr, provider, 0, 3'900'000, 7'000),
                   theirs = evaluateRange(expr, memory, 0, 3'900'000, 7'000);
        QVERIFY(ours && theirs);
        QVERIFY(!ours->series.empty());
        QCOMPARE(ours->series.size(), theirs->series.size());
        for (std::size_t i = 0; i < ours->series.size(); ++i) {
            QVERIFY(ours->series[i].labels == theirs->series[i].labels);
            QVERIFY(ours->series[i].samples == theirs->series[i].samples);
        }
    }
    NativeHistogram histogram;
    histogram.count = histogram.sum = 4;
    histogram.positiveSpans = { { 0, 1 } };
    histogram.positiveCounts = { 4 };
    std::vector<LabelledHistogram> histograms;
    for (TimeMs t = 0; t <= 60'000; t += 15'000)
        histograms.push_back({ Labels(std::vector<Labels::Pair> { { "__name__", "latency" } }), { t, histogram } });
    QVERIFY(bool((*store)->appendHistograms(histograms)));
    QCOMPARE(evaluate(*parse("histogram_count(sum_over_time(latency[2m]))"), provider, 60'000)->vector.at(0).value, 20.0);
    StoreProvider narrow(**store, 2);
    QCOMPARE(evaluate(*parse("gauge"), narrow, 3'600'000).error().code, ErrorCode::Exhausted);
}

QTEST_APPLESS_MAIN(tst_evaluator)
#include "tst_evaluator.moc"
