#include "core/store/write_queue.h"
#include "store_fixture.h"

using namespace lepto;
using namespace std::chrono_literals;

namespace {

std::vector<LabelledSample> batchOf(TimeMs from, int count)
{
    std::vector<LabelledSample> batch;
    for (int i = 0; i < count; ++i)
        batch.push_back({ labelled("m", "a"), { from + i, double(i) } });
    return batch;
}

} // namespace

class TestWriteQueue : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void writesInTheOrderThatThingsCame();
    void makesPushesWaitWhereTheDiskIsBehind();
    void saysWhatTheStoreSaid();
    void writesWhatIsQueuedBeforeItDies();
};

void TestWriteQueue::writesInTheOrderThatThingsCame()
{
    auto store = openStore(at("order.db"));
    WriteQueue queue(*store, 100'000);
    for (int i = 0; i < 200; ++i)
        QVERIFY(queue.push({ batchOf(i * 10, 10) }, 10s));
    QVERIFY(queue.flush());
    QCOMPARE(queue.counts().samples, 2000);
    QCOMPARE(queue.counts().batches, 200);
    QCOMPARE(queue.counts().queued, 0);
    QCOMPARE(store->range(*store->find(labelled("m", "a")), 0, 5000)->size(), std::size_t(2000));
}

void TestWriteQueue::makesPushesWaitWhereTheDiskIsBehind()
{
    auto store = openStore(at("wait.db"));
    WriteQueue queue(*store, 50);
    QVERIFY(queue.push({ batchOf(0, 5000) }, 0ms)); // larger than the queue: taken alone
    int taken = 0;
    for (int i = 0; i < 50; ++i)
        taken += queue.push({ batchOf(10'000 + i * 40, 40) }, 10s);
    QCOMPARE(taken, 50);
    QVERIFY(queue.flush());
    const auto counts = queue.counts();
    QVERIFY(counts.waited > 0);
    QCOMPARE(counts.refused, 0);
    QCOMPARE(counts.samples, 5000 + 2000);
    QVERIFY(queue.push({ batchOf(100'000, 300'000) }, 0ms)); // takes a while to write
    QVERIFY(!queue.push({ batchOf(900'000, 30) }, 0ms));
    QCOMPARE(queue.counts().refused, 30);
}

void TestWriteQueue::saysWhatTheStoreSaid()
{
    QVERIFY(openStore(at("refused.db")));
    auto reader = openStore(at("refused.db"), Store::Mode::ReadOnly);
    WriteQueue queue(*reader, 100);
    QVERIFY(queue.push({ batchOf(0, 7) }, 1s));
    QCOMPARE(queue.flush().error().code, ErrorCode::Refused);
    QVERIFY(queue.flush());
    QCOMPARE(queue.counts().failed, 7);
}

void TestWriteQueue::writesWhatIsQueuedBeforeItDies()
{
    auto store = openStore(at("end.db"));
    {
        WriteQueue queue(*store, 100'000);
        for (int i = 0; i < 100; ++i)
            QVERIFY(queue.push({ batchOf(i * 10, 10) }, 1s));
    }
    QCOMPARE(store->range(*store->find(labelled("m", "a")), 0, 5000)->size(), std::size_t(1000));
}

QTEST_GUILESS_MAIN(TestWriteQueue)
#include "tst_write_queue.moc"
