#include "core/health/health_evaluator.h"
#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"
#include "tests/promql/memory_provider.h"
#include "tests/support/prometheus_server.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lepto;
using namespace lepto::test;

namespace {

double numberOf(const QString &text)
{
    return text == QLatin1String("NaN") ? std::nan("") : text.toDouble();
}

Labels labelsOf(const QJsonObject &metric)
{
    std::vector<Labels::Pair> pairs;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        pairs.emplace_back(it.key().toStdString(), it.value().toString().toStdString());
    return Labels(std::move(pairs));
}

} // namespace

/// The shipped rules on a real node exporter, as the real Prometheus scrapes it: each gives a signal, and its value is the
/// server's.
class tst_shipped_rules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyHostRuleGivesASignal();
    void valuesAreThoseOfPrometheus();
    void aRoundIsCheap();

private:
    QJsonArray query(const std::string &expr) const;

    NodeExporterServer m_exporter;
    PrometheusServer m_prometheus;
    MemoryProvider m_samples;
    TimeMs m_at = 0;
};

void tst_shipped_rules::initTestCase()
{
    if (!PrometheusServer::isInstalled() || !NodeExporterServer::isInstalled())
        QSKIP("skipped: no prometheus or node exporter here");
    QVERIFY2(m_exporter.start(), qPrintable(m_exporter.error()));
    PrometheusServer::Options options;
    options.targets = { m_exporter.target() };
    QVERIFY2(m_prometheus.start(options), qPrintable(m_prometheus.error()));
    QTest::qWait(12'000);
    m_at = QDateTime::currentMSecsSinceEpoch() - 500; // between two scrapes, so that windows of both kinds hold the same samples
    for (const QJsonValue &one : query("{job=~\".+\"}[5m]")) {
        std::vector<Sample> samples;
        for (const QJsonValue &point : one[QLatin1String("values")].toArray())
            samples.push_back({ TimeMs(std::llround(point[0].toDouble() * 1000)), numberOf(point[1].toString()) });
        m_samples.series.push_back({ labelsOf(one[QLatin1String("metric")].toObject()), std::move(samples) });
    }
    QVERIFY(m_samples.series.size() > 500);
}

/// Instant query at m_at.
QJsonArray tst_shipped_rules::query(const std::string &expr) const
{
    QProcess curl;
    curl.start(QStringLiteral("curl"),
        { QStringLiteral("-s"), m_prometheus.url() + QStringLiteral("/api/v1/query"), QStringLiteral("--data-urlencode"),
            QStringLiteral("query=") + QString::fromStdString(expr), QStringLiteral("-d"),
            QStringLiteral("time=%1").arg(double(m_at) / 1000.0, 0, 'f', 3) });
    curl.waitForFinished();
    return QJsonDocument::fromJson(curl.readAll())[QLatin1String("data")][QLatin1String("result")].toArray();
}

void tst_shipped_rules::everyHostRuleGivesASignal()
{
    const SignalEvaluator evaluator(loadRules({}).rules);
    const SignalRound round = evaluator.evaluate(m_samples, m_at);
    QVERIFY2(round.problems.empty(), round.problems.empty() ? "" : round.problems[0].text().c_str());
    QStringList silent;
    for (std::size_t i = 0; i < evaluator.rules().size(); ++i) {
        const Rule &rule = evaluator.rules()[i];
        const bool speaks = std::any_of(round.readings.begin(), round.readings.end(), [&](const SignalReading &reading) {
            return reading.rule == i && std::isfinite(reading.state.value)
                && reading.state.service == m_exporter.target().toStdString();
        });
        // A machine in a container may have no disk and no pressure information.
        const bool optional = rule.id.starts_with("disk_") || rule.id.ends_with("_pressure");
        if (rule.tier == "hosts" && !speaks && !optional)
            silent << QString::fromStdString(rule.id);
    }
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u' ')));
}

void tst_shipped_rules::valuesAreThoseOfPrometheus()
{
    for (const Rule &rule : loadRules({}).rules) {
        const auto ours = promql::evaluate(*rule.expr, m_samples, m_at);
        QVERIFY2(bool(ours), rule.id.c_str());
        const QJsonArray theirs = query(rule.expr->text());
        QCOMPARE(ours->vector.size(), std::size_t(theirs.size()));
        for (const QJsonValue &one : theirs) {
            const Labels labels = labelsOf(one[QLatin1String("metric")].toObject());
            const double expected = numberOf(one[QLatin1String("value")].toArray()[1].toString());
            const auto found = std::find_if(ours->vector.begin(), ours->vector.end(),
                [&](const promql::VectorSample &sample) { return sample.labels == labels; });
            QVERIFY2(found != ours->vector.end(), rule.id.c_str());
            const bool same = (std::isnan(found->value) && std::isnan(expected))
                || std::abs(found->value - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
            QVERIFY2(same,
                qPrintable(QStringLiteral("%1: %2, Prometheus has %3")
                               .arg(QString::fromStdString(rule.id))
                               .arg(found->value)
                               .arg(expected)));
        }
    }
}

void tst_shipped_rules::aRoundIsCheap()
{
    const QTemporaryDir folder;
    auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    QVERIFY2(bool(store), store ? "" : store.error().text().c_str());
    std::vector<LabelledSample> batch;
    for (const promql::Series &series : m_samples.series) {
        for (const Sample &sample : series.samples)
            batch.push_back({ series.labels, sample });
    }
    QVERIFY(bool((*store)->append(batch)));
    promql::StoreProvider provider(**store);
    const SignalEvaluator evaluator(loadRules({}).rules);
    std::vector<qint64> times;
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!evaluator.evaluate(provider, m_at + i).readings.empty());
        times.push_back(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    qInfo("a round over %zu series: median %.2f ms, worst %.2f ms", m_samples.series.size(), double(times[10]) / 1000,
        double(times.back()) / 1000);
    QVERIFY2(times[10] < 50'000, "a round takes longer than 50 ms");
}

QTEST_GUILESS_MAIN(tst_shipped_rules)
#include "tst_shipped_rules.moc"
