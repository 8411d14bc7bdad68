#include "core/base/text.h"
#include "core/promql/value.h"
#include "core/sources/gap_filler.h"
#include "tests/promql/backfilled_prometheus.h"
#include "tests/support/http_fixture.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace lepto;
using namespace lepto::test;

namespace {

constexpr TimeMs step = 15'000, hour = 3'600'000;
constexpr int seriesCount = 12, hours = 8;

SourceConfig sourceAt(const QString &url, const QString &query = QStringLiteral("demo_total"))
{
    SourceConfig config;
    config.name = QStringLiteral("prom");
    config.kind = SourceConfig::Kind::Prometheus;
    config.url = url;
    config.query = query;
    config.timeoutMs = 20'000;
    return config;
}

/// Counters of eight hours that restart now and then; the last begins late.
std::vector<promql::Series> history(TimeMs begin)
{
    std::mt19937 random(5);
    std::vector<promql::Series> all(seriesCount);
    for (int s = 0; s < seriesCount; ++s) {
        all[std::size_t(s)].labels = Labels({ { "__name__", "demo_total" }, { "host", std::to_string(s) } });
        double counter = 0;
        for (TimeMs t = begin + (s == seriesCount - 1 ? 5 * hour : 0); t < begin + hours * hour; t += step) {
            counter = random() % 500 == 0 ? 0 : counter + random() % 100;
            all[std::size_t(s)].samples.push_back({ t, counter });
        }
    }
    return all;
}

/// The labels that a mirror gives to a server's series.
Labels mirrored(const Labels &labels, const SourceConfig &config)
{
    return labels.with("job", "prom").with("instance", utf8(QUrl(config.url).authority())).with("source", "prom");
}

} // namespace

class TestGapFill : public QObject {
    Q_OBJECT

    TimeMs m_begin = (QDateTime::currentMSecsSinceEpoch() / (2 * hour) - 6) * 2 * hour;
    std::vector<promql::Series> m_history = history(m_begin);
    BackfilledPrometheus m_server;
    bool m_running = false;

    /// A store that collected the first two hours.
    std::unique_ptr<Store> stopped(const QTemporaryDir &folder, const SourceConfig &config, TimeMs until)
    {
        auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
        if (!store)
            return nullptr;
        for (TimeMs t = m_begin; t <= until; t += step) {
            std::vector<LabelledSample> batch;
            for (const promql::Series &series : m_history) {
                const auto at = std::find_if(series.samples.begin(), series.samples.end(), [t](const Sample &s) { return s.t == t; });
                if (at != series.samples.end())
                    batch.push_back({ mirrored(series.labels, config), *at });
            }
            if (!(*store)->append(batch))
                return nullptr;
        }
        return *std::move(store);
    }

    /// What is wrong with the store's copy of the history up to `to`; empty: nothing.
    QString difference(const Store &store, const SourceConfig &config, TimeMs to) const
    {
        for (const promql::Series &series : m_history) {
            const auto id = store.find(mirrored(series.labels, config));
            const auto kept = id ? store.range(*id, 0, to) : Result<std::vector<Sample>>(Error());
            if (!kept)
                return QStringLiteral("no series ") + qstr(series.labels.text());
            std::vector<Sample> expected;
            std::copy_if(series.samples.begin(), series.samples.end(), std::back_inserter(expected), [to](const Sample &s) { return s.t <= to; });
            if (*kept != expected)
                return QStringLiteral("%1: %2 samples, expected %3").arg(qstr(series.labels.text())).arg(kept->size()).arg(expected.size());
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!BackfilledPrometheus::isInstalled())
            return;
        QVERIFY2(m_server.start(m_history), qPrintable(m_server.error()));
        m_running = true;
    }
    void init()
    {
        if (QByteArray(QTest::currentTestFunction()).startsWith("live") && !m_running)
            QSKIP("skipped: prometheus is not installed");
    }

    void logRemembersWhatIsLeft()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("gaps.json")), a = QStringLiteral("a"), b = QStringLiteral("b");
        {
            GapLog log(file);
            QVERIFY(log.add({ a, 100, 200 }) && log.add({ a, 150, 300 }) && log.add({ b, 10, 20 }));
            QCOMPARE(log.open(), (std::vector<Gap> { { a, 100, 300 }, { b, 10, 20 } }));
            QVERIFY(log.advance({ a, 100, 300 }, 180));
        }
        GapLog log(file);
        QCOMPARE(log.open(), (std::vector<Gap> { { a, 180, 300 }, { b, 10, 20 } }));
        QVERIFY(log.advance({ a, 200, 250 }, 250)); // the middle
        QCOMPARE(log.open(), (std::vector<Gap> { { a, 180, 200 }, { a, 250, 300 }, { b, 10, 20 } }));
        QVERIFY(log.prune(190));
        QCOMPARE(log.open(), (std::vector<Gap> { { a, 190, 200 }, { a, 250, 300 } }));
        QFile(file).resize(3); // broken: as if there were none
        QVERIFY(GapLog(file).open().empty());
    }

    void liveGapIsFilledExactlyAndNeverTwice_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("remote read") << QStringLiteral("demo_total");
        QTest::newRow("range query, where only the server reads the selector") << QStringLiteral("{__name__=~\"d\\x65mo_total\"}");
    }
    void liveGapIsFilledExactlyAndNeverTwice()
    {
        QFETCH(QString, query);
        QTemporaryDir folder;
        const SourceConfig config = sourceAt(m_server.url(), query);
        const TimeMs stop = m_begin + 2 * hour + 7 * step, now = m_begin + hours * hour;
        const auto store = stopped(folder, config, stop);
        QVERIFY(store);
        const auto gap = gapAtEnd(*store, config, now, 100 * hour);
        QVERIFY(gap);
        QCOMPARE(gap->from, stop + 1);
        const auto report = fillGap(*gap, config, {}, {}, *store, {});
        QVERIFY2(report, report ? "" : report.error().text().c_str());
        QCOMPARE(difference(*store, config, now), QString());
        QVERIFY(report->samples >= (now - stop) / step * (seriesCount - 1));
        QVERIFY(report->requests >= 3);
        QVERIFY(!gapAtEnd(*store, config, now, 100 * hour)); // nothing is missing now
        const qint64 before = store->stats().samples;
        QVERIFY(fillGap(*gap, config, {}, {}, *store, {}));
        QCOMPARE(store->stats().samples, before);
    }

    void liveCancelledFillGoesOnWhereItWas()
    {
        QTemporaryDir folder;
        const SourceConfig config = sourceAt(m_server.url());
        const TimeMs stop = m_begin + hour, now = m_begin + hours * hour;
        const auto store = stopped(folder, config, stop);
        QVERIFY(store);
        GapLog log(folder.filePath(QStringLiteral("gaps.json")));
        const Gap gap { config.name, stop + 1, now };
        QVERIFY(log.add(gap));
        const auto first = fillGap(gap, config, {}, {}, *store, [&](const GapProgress &progress) {
            (void)log.advance(gap, progress.filledTo);
            return progress.fraction < 0.3;
        });
        QVERIFY(first && first->cancelled);
        const auto left = log.open();
        QCOMPARE(left.size(), std::size_t(1));
        QVERIFY(left[0].from > gap.from && left[0].to == gap.to);
        QVERIFY(fillGap(left[0], config, {}, {}, *store, {}));
        QCOMPARE(difference(*store, config, now), QString());
    }

    void liveFillerWorksBesideTheEventLoopAndResumes()
    {
        QTemporaryDir folder;
        const SourceConfig config = sourceAt(m_server.url());
        SourceConfig away = sourceAt(QStringLiteral("http://127.0.0.1:%1").arg(freePort()));
        away.name = QStringLiteral("away");
        const TimeMs stop = m_begin + hour, now = m_begin + hours * hour;
        const auto store = stopped(folder, config, stop);
        QVERIFY(store);
        const QString file = folder.filePath(QStringLiteral("gaps.json"));
        {
            GapFiller filler(*store, nullptr, file, { {}, 1000 * hour });
            filler.setSources({ config, away });
            filler.findGaps(now);
            filler.start(); // and is gone at once: nothing hangs, nothing is lost
        }
        GapFiller filler(*store, nullptr, file, { {}, 1000 * hour });
        QSignalSpy filled(&filler, &GapFiller::filled), failed(&filler, &GapFiller::failed), progress(&filler, &GapFiller::progressed);
        filler.setSources({ away, config });
        filler.addGap({ away.name, stop, now });
        QVERIFY(!filler.openGaps().empty());
        filler.start();
        filler.start();
        QTRY_VERIFY_WITH_TIMEOUT(filled.size() == 1 && failed.size() == 1, 30'000); // one that is away never holds up another
        QCOMPARE(failed[0][0].toString(), away.name);
        QVERIFY(progress.size() > 0);
        QCOMPARE(difference(*store, config, now), QString());
        QCOMPARE(filler.openGaps(), (std::vector<Gap> { { away.name, stop, now } }));
    }

    void largeAnswersAreAskedForInSmallerParts()
    {
        QList<QByteArray> asked;
        HttpFixture server(HttpFixture::Handler([&](const HttpFixture::Request &request) {
            if (!request.path().endsWith("/query"))
                return HttpFixture::Reply { .status = 404, .contentType = "text/plain", .body = "404 page not found" };
            asked += request.body;
            if (asked.size() < 3)
                return HttpFixture::Reply { .status = 422, .body = R"({"status":"error","errorType":"execution","error":"query processing would load too many samples into memory"})" };
            return HttpFixture::Reply { .body = R"({"status":"success","data":{"resultType":"matrix","result":[]}})" };
        }));
        QTemporaryDir folder;
        const auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
        QVERIFY(store);
        const auto report = fillGap({ QStringLiteral("prom"), m_begin, m_begin + hour }, sourceAt(server.url()), {}, {}, **store, {});
        QVERIFY2(report, report ? "" : report.error().text().c_str());
        QVERIFY(asked.size() > 6);
        QVERIFY2(asked[2].contains("75001ms"), asked[2].constData()); // 20 minutes, a quarter, and again
    }

    void sourcesWithoutHistoryHaveNoGap()
    {
        QTemporaryDir folder;
        const auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
        QVERIFY(store);
        const SourceConfig config = sourceAt(QStringLiteral("http://127.0.0.1:1"));
        QVERIFY(!gapAtEnd(**store, config, 1'000'000'000'000, hour));
        const LabelledSample one { Labels({ { "__name__", "a" }, { "source", "prom" } }), { 1'000'000'000'000, 1 } };
        QVERIFY((*store)->append(std::span(&one, 1)));
        QVERIFY(!gapAtEnd(**store, config, one.sample.t + 20'000, hour)); // what the mirror asks for anyway
        QCOMPARE(*gapAtEnd(**store, config, one.sample.t + 60'000, hour), (Gap { config.name, one.sample.t + 1, one.sample.t + 60'000 }));
        QCOMPARE(gapAtEnd(**store, config, one.sample.t + 5 * hour, hour)->from, one.sample.t + 4 * hour + 1); // no further back
    }
};

QTEST_GUILESS_MAIN(TestGapFill)
#include "tst_gap_fill.moc"
