#include "core/detect/replay.h"
#include "tests/support/memory_store.h"

#include <QSignalSpy>
#include <QTest>

using namespace lepto;

namespace {

/// Says what the value says: over 10 is abnormal, ready after the third sample.
class OverTen final : public ml::StreamDetector {
public:
    ml::Score push(TimeMs, double v) override
    {
        ml::Score score;
        score.ready = ++m_seen > 3;
        score.anomalous = score.ready && v > 10;
        score.score = score.anomalous ? std::min(1.0, v / 100) : 0;
        score.expected = 5;
        score.upper = 10;
        return score;
    }

private:
    int m_seen = 0;
};

std::unique_ptr<ml::StreamDetector> overTen() { return std::make_unique<OverTen>(); }

const Labels kSeries({{"__name__", "leptoscope:signal"}, {"service", "checkout"}, {"signal", "latency_p99"}});

LabelledSample at(TimeMs second, double v) { return {kSeries, {second * 1000, v}}; }

} // namespace

class TestDetection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneAnomalyForOneStretchThoughTheScoreFlickers()
    {
        DetectionService service(overTen, nullptr);
        QSignalSpy opened(&service, &DetectionService::anomalyOpened);
        QSignalSpy ended(&service, &DetectionService::anomalyEnded);
        for (int s = 0; s < 200; ++s)
            service.push(at(s, s >= 50 && s < 100 && s % 2 == 0 ? 80 : 5));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(ended.size(), 1);
        const auto anomaly = ended.first().first().value<Anomaly>();
        QCOMPARE(anomaly.from, 50'000);
        QCOMPARE(anomaly.to, 98'000);
        QCOMPARE(anomaly.service, std::string("checkout"));
        QCOMPARE(anomaly.signal, std::string("latency_p99"));
        QVERIFY(!anomaly.open);
        QVERIFY(service.open().empty());
    }

    void theWorstSampleGivesTheValueOfTheAnomaly()
    {
        AnomalyTracker tracker(kSeries, QStringLiteral("baseline"));
        OverTen detector;
        for (const auto &[second, v] : std::vector<std::pair<int, double>>{{0, 1}, {1, 1}, {2, 1}, {3, 20}, {4, 60}, {5, 30}})
            tracker.push({second * 1000, v}, detector.push(second, v));
        QCOMPARE(tracker.current().value, 60.0);
        QCOMPARE(tracker.current().score, 0.6);
        QCOMPARE(tracker.current().to, 5000);
    }

    void aRestartRemembersWhatTheStoreKnows()
    {
        test::MemoryStore store;
        for (int s = 0; s < 10; ++s)
            QVERIFY(store.append(std::vector{at(s, 5)}));
        DetectionService service(overTen, &store);
        QSignalSpy opened(&service, &DetectionService::anomalyOpened);
        service.push(at(10, 50));
        QCOMPARE(opened.size(), 1);
    }

    void replayFindsWhatWasFoundLive()
    {
        test::MemoryStore store;
        SeriesId id = 0;
        for (int s = 0; s < 300; ++s)
            id = store.append(std::vector{at(s, s >= 100 && s < 120 ? 70 : 5)})->front();
        const auto replay = replayDetector(store, id, 90'000, 300'000, overTen);
        QVERIFY(replay);
        QCOMPARE(replay->anomalies.size(), std::size_t(1));
        QCOMPARE(replay->anomalies[0].from, 100'000);
        QCOMPARE(replay->anomalies[0].to, 119'000);
        QVERIFY(!replay->anomalies[0].open);
        QCOMPARE(replay->expected.size(), std::size_t(210));
        QCOMPARE(replay->expected.front().t, 90'000);
    }

    void anAnomalyThatBeganBeforeTheRangeIsStillShown()
    {
        test::MemoryStore store;
        SeriesId id = 0;
        for (int s = 0; s < 100; ++s)
            id = store.append(std::vector{at(s, s >= 10 ? 70 : 5)})->front();
        const auto replay = replayDetector(store, id, 50'000, 99'000, overTen);
        QCOMPARE(replay->anomalies.size(), std::size_t(1));
        QCOMPARE(replay->anomalies[0].from, 10'000);
        QVERIFY(replay->anomalies[0].open);
    }

    void aSeriesThatDoesNotExistIsNamed()
    {
        test::MemoryStore store;
        const auto replay = replayDetector(store, 77, 0, 1000, overTen);
        QVERIFY(!replay);
        QCOMPARE(replay.error().text(), std::string("77: no such series"));
    }
};

QTEST_GUILESS_MAIN(TestDetection)
#include "tst_detection.moc"
