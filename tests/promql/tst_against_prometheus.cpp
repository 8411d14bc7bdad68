#include "tests/promql/backfilled_prometheus.h"
#include "tests/promql/memory_provider.h"

#include "core/promql/evaluator.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <random>

using namespace lepto;
using namespace lepto::promql;
using namespace lepto::test;

namespace {

constexpr TimeMs kInterval = 15'000;
constexpr int kSamples = 400;

Labels labelsOf(std::vector<Labels::Pair> pairs)
{
    return Labels(std::move(pairs));
}

/// Counters with resets, gauges with gaps and special values, histograms, information metrics.
class Data {
public:
    explicit Data(TimeMs start)
        : m_start(start)
    {
        for (const char *job : { "api", "db" }) {
            for (const char *instance : { "a:1", "b:1", "c:2" }) {
                const std::vector<Labels::Pair> target { { "job", job }, { "instance", instance } };
                counter(with(target, "requests_total", { "code", "200" }), 10);
                counter(with(target, "requests_total", { "code", "500" }), 0.5);
                gauge(with(target, "temperature", { "room", std::string("r") + instance[0] }));
                constant(with(target, "build_info", { "version", instance[0] == 'a' ? "1.2" : "1.10" }), 1);
                for (const char *le : { "0.1", "0.5", "1", "+Inf" })
                    counter(with(target, "latency_bucket", { "le", le }), *le == '+' ? 20 : std::stod(le) * 20);
            }
        }
        special();
    }
    MemoryProvider provider;

private:
    static Labels with(std::vector<Labels::Pair> target, const char *name, const Labels::Pair &more)
    {
        target.emplace_back("__name__", name);
        target.push_back(more);
        return labelsOf(std::move(target));
    }
    double random() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    TimeMs time(int i) const { return m_start + kInterval * i; }

    void counter(const Labels &labels, double rate)
    {
        std::vector<Sample> samples;
        double total = 5000; // far from zero, where versions of Prometheus extrapolate differently
        for (int i = 0; i < kSamples; ++i) {
            total += std::floor(random() * rate * 2);
            if (random() < 0.01)
                total = std::floor(1000 + random() * 1000);
            if (random() > 0.02)
                samples.push_back({ time(i), total });
        }
        provider.add(labels, std::move(samples));
    }
    void gauge(const Labels &labels)
    {
        std::vector<Sample> samples;
        for (int i = 0; i < kSamples; ++i) {
            const bool gap = (i / 40) % 5 == 3;
            if (!gap)
                samples.push_back({ time(i), std::round((random() * 60 - 20) * 100) / 100 });
        }
        provider.add(labels, std::move(samples));
    }
    void constant(const Labels &labels, double v)
    {
        std::vector<Sample> samples;
        for (int i = 0; i < kSamples; ++i)
            samples.push_back({ time(i), v });
        provider.add(labels, std::move(samples));
    }
    void special()
    {
        const double values[] = { 0, -0.0, NAN, double(INFINITY), -double(INFINITY), 1e300, -1e300, 5e-324, 3 };
        std::vector<Sample> samples;
        for (int i = 0; i < kSamples; ++i)
            samples.push_back({ time(i), values[i % 9] });
        provider.add(labelsOf({ { "__name__", "special" }, { "job", "api" } }), std::move(samples));
    }

    TimeMs m_start;
    std::mt19937 m_random { 7 };
};

bool close(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::max({ std::abs(a), std::abs(b), 1e-9 });
}

QString difference(const std::vector<Series> &ours, const std::vector<Series> &theirs)
{
    if (ours.size() != theirs.size())
        return QStringLiteral("%1 series, Prometheus has %2").arg(ours.size()).arg(theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const QString name = QString::fromStdString(ours[i].labels.text());
        if (ours[i].labels != theirs[i].labels)
            return name + QStringLiteral(", Prometheus has ") + QString::fromStdString(theirs[i].labels.text());
        if (ours[i].samples.size() != theirs[i].samples.size())
            return name
                + QStringLiteral(": %1 values, Prometheus has %2").arg(ours[i].samples.size()).arg(theirs[i].samples.size());
        for (std::size_t k = 0; k < ours[i].samples.size(); ++k) {
            const Sample &a = ours[i].samples[k], &b = theirs[i].samples[k];
            if (a.t != b.t || !close(a.v, b.v))
                return name
                    + QStringLiteral(" at %1: %2, Prometheus has %3 at %4")
                          .arg(a.t)
                          .arg(a.v, 0, 'g', 17)
                          .arg(b.v, 0, 'g', 17)
                          .arg(b.t);
        }
    }
    return {};
}

// Steps never fall on a sample, so that windows closed on the left (Prometheus 2) and open ones (3) hold the same samples.
const char *const kQueries[] = {
    "requests_total",
    "requests_total{code=~\"5..\"}",
    "temperature offset 7m",
    "temperature offset -3m",
    "{job=\"db\",__name__!~\"lat.*\"}",
    "rate(requests_total[5m])",
    "increase(requests_total[1m])",
    "delta(temperature[4m])",
    "irate(requests_total[2m])",
    "idelta(temperature[2m])",
    "deriv(temperature[10m])",
    "predict_linear(temperature[10m], 600)",
    "holt_winters(temperature[10m], 0.3, 0.6)",
    "changes(temperature[10m])",
    "resets(requests_total[30m])",
    "sum_over_time(temperature[10m])",
    "avg_over_time(temperature[10m])",
    "min_over_time(temperature[10m])",
    "max_over_time(temperature[10m])",
    "count_over_time(temperature[10m])",
    "stddev_over_time(temperature[10m])",
    "stdvar_over_time(temperature[10m])",
    "quantile_over_time(0.9, temperature[10m])",
    "last_over_time(temperature[10m])",
    "present_over_time(temperature[10m])",
    "absent_over_time(temperature{room=\"ra\"}[1m])",
    "sum by (job) (rate(requests_total[5m]))",
    "avg without (instance, room) (temperature)",
    "count by (job) (temperature > 0)",
    "min(temperature)",
    "max by (room) (temperature)",
    "stddev by (job) (temperature)",
    "stdvar(temperature)",
    "group by (job) (temperature)",
    "topk(2, temperature)",
    "bottomk by (job) (1, temperature)",
    "quantile by (job) (0.3, temperature)",
    "count_values by (job) (\"v\", round(temperature, 20))",
    "histogram_quantile(0.9, sum by (job, le) (rate(latency_bucket[5m])))",
    "histogram_quantile(0.5, rate(latency_bucket[2m]))",
    "sum by (job) (rate(requests_total{code=\"500\"}[5m])) / sum by (job) (rate(requests_total[5m]))",
    "temperature * on (job, instance) group_left (version) build_info",
    "build_info * on (job, instance) group_right (version) temperature",
    "temperature and on (job) (temperature{room=\"ra\"} > 10)",
    "temperature > 30 or temperature < -10",
    "temperature unless temperature > 0",
    "temperature > bool 10",
    "10 < temperature",
    "temperature % 7",
    "temperature ^ 2",
    "sum by (job) (temperature atan2 3)",
    "-temperature",
    "1 - temperature / 3",
    "time() - timestamp(temperature)",
    "hour()",
    "day_of_week(time() * vector(1))",
    "days_in_month()",
    "month(vector(1709164800))",
    "year(vector(-1))",
    "minute(vector(time()))",
    "day_of_month()",
    "day_of_year()",
    "scalar(sum(temperature))",
    "vector(3)",
    "absent(nothing{job=\"x\",a!=\"b\"})",
    "absent(temperature)",
    "clamp(temperature, -5, 5)",
    "clamp_min(temperature, 0)",
    "clamp_max(temperature, scalar(avg(temperature)))",
    "round(temperature, 0.5)",
    "abs(temperature)",
    "ceil(temperature)",
    "floor(temperature)",
    "exp(temperature)",
    "ln(temperature)",
    "log2(temperature)",
    "log10(temperature)",
    "sqrt(temperature)",
    "sgn(temperature)",
    "sin(temperature)",
    "cosh(temperature / 10)",
    "deg(temperature)",
    "rad(temperature)",
    "label_replace(temperature, \"host\", \"$1-${2}x\", \"instance\", \"(.*):(.)\")",
    "label_join(temperature, \"both\", \"/\", \"job\", \"room\")",
    "sum(special)",
    "avg_over_time(special[5m])",
    "max_over_time(special[5m])",
    "min_over_time(special[5m])",
    "quantile_over_time(0.5, special[5m])",
    "special == special",
    "special != bool 0",
    "special / 0",
    "special * 0",
    "max_over_time(rate(requests_total[119s])[10m:1m])",
    "avg_over_time(temperature[20m:40s] offset 5m)",
    "sum_over_time(temperature[5m] @ end())",
    "temperature @ start()",
    "max(temperature) by (job) > scalar(min(temperature)) + 20",
    "sort_desc(temperature)",
    "pi() * 2",
    "sum(rate(requests_total[5m])) without (code)",
    "requests_total - requests_total offset 5m",
    "avg(requests_total) by (job, code) ^ 0.5",
};

} // namespace

/// The same questions to the real Prometheus and to the console, over the same samples.
class tst_against_prometheus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agreesOn_data();
    void agreesOn();
    void refusesWhatPrometheusRefuses_data();
    void refusesWhatPrometheusRefuses();

private:
    TimeMs m_start = 0;
    std::unique_ptr<Data> m_data;
    BackfilledPrometheus m_prometheus;
};

void tst_against_prometheus::initTestCase()
{
    if (!BackfilledPrometheus::isInstalled())
        QSKIP("skipped: no prometheus here");
    m_start = (QDateTime::currentMSecsSinceEpoch() - 8 * 3'600'000) / 60'000 * 60'000;
    m_data = std::make_unique<Data>(m_start);
    QVERIFY2(m_prometheus.start(m_data->provider.series), qPrintable(m_prometheus.error()));
}

void tst_against_prometheus::agreesOn_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : kQueries)
        QTest::newRow(query) << QByteArray(query);
}

void tst_against_prometheus::agreesOn()
{
    QFETCH(QByteArray, query);
    const TimeMs from = m_start + 1'234, to = from + kInterval * kSamples + 600'000, step = 50'000;
    const auto expr = parse(query.toStdString());
    QVERIFY2(bool(expr), expr ? "" : expr.error().text().c_str());
    const auto ours = evaluateRange(*expr, m_data->provider, from, to, step);
    QVERIFY2(bool(ours), ours ? "" : ours.error().text().c_str());
    const auto theirs = m_prometheus.range(query, from, to, step);
    QVERIFY2(bool(theirs), theirs ? "" : theirs.error().text().c_str());
    const QString found = difference(ours->series, *theirs);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void tst_against_prometheus::refusesWhatPrometheusRefuses_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : { "temperature + on (job) temperature", "temperature * on (job) group_left build_info",
             "label_replace(temperature, \"room\", \"x\", \"instance\", \".*\") * on () vector(1)",
             "label_replace(requests_total, \"instance\", \"\", \"job\", \".*\")",
             "holt_winters(temperature[5m], 2, 0.5)", "label_replace(temperature, \"\", \"x\", \"job\", \".*\")",
             "temperature[5m]", "sum(temperature[5m])", "1 > 2" })
        QTest::newRow(query) << QByteArray(query);
}

void tst_against_prometheus::refusesWhatPrometheusRefuses()
{
    QFETCH(QByteArray, query);
    const TimeMs from = m_start + 1'234, to = from + kInterval * kSamples;
    const auto theirs = m_prometheus.range(query, from, to, 50'000);
    QVERIFY(!theirs);
    const auto expr = parse(query.toStdString());
    const bool refused = !expr || !evaluateRange(*expr, m_data->provider, from, to, 50'000);
    QVERIFY2(refused, theirs.error().reason.c_str());
}

QTEST_GUILESS_MAIN(tst_against_prometheus)
#include "tst_against_prometheus.moc"
