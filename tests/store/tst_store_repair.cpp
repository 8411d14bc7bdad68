#include "core/store/database.h"
#include "core/store/history_repair.h"
#include "store_fixture.h"

#include <QFile>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000, kEnd = kStart * 2;
constexpr int kSeries = 20;

QByteArray contents(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
}

std::vector<Sample> samplesOf(int series)
{
    std::mt19937_64 random { std::uint64_t(series) };
    return oddSamples(random, kStart, 3000);
}

/// Sealed and open samples, histograms, packed rows.
void make(const QString &file)
{
    auto store = openStore(file);
    QVERIFY(store);
    for (int s = 0; s < kSeries; ++s) {
        const auto samples = samplesOf(s);
        QVERIFY(store->appendRuns(std::vector<SeriesRun> { { labelled("m", std::to_string(s)), samples } }));
        if (s == kSeries / 2)
            QVERIFY(store->maintain(0));
    }
    std::vector<LabelledHistogram> histograms;
    for (TimeMs t = 1; t < 500; ++t)
        histograms.push_back({ labelled("h", "a"), { t, {} } });
    QVERIFY(store->appendHistograms(histograms));
}

void damage(const QString &file, const char *sql)
{
    auto db = Database::open(file, Database::Access::ReadWrite);
    QVERIFY(db);
    QVERIFY((*db)->exec(sql));
}

/// How many samples are there; each of them is one that went in.
std::int64_t soundSamples(const Store &store)
{
    std::int64_t found = 0;
    for (int s = 0; s < kSeries; ++s) {
        const auto id = store.find(labelled("m", std::to_string(s)));
        if (!id)
            continue;
        const auto got = store.range(*id, 0, kEnd);
        const auto all = samplesOf(s);
        if (!got)
            return -1;
        for (const Sample &sample : *got)
            if (!std::binary_search(all.begin(), all.end(), sample, [](auto &a, auto &b) { return a.t < b.t; }))
                return -1;
        found += std::int64_t(got->size());
    }
    return found;
}

} // namespace

class TestStoreRepair : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void leavesASoundHistoryAlone();
    void keepsWhatIsWhole_data();
    void keepsWhatIsWhole();
    void survivesAnyFlippedByte();
    void repairsNothingUnderACollector();
    void restoresAfterCheckingAndKeepsTheOldFile();
};

void TestStoreRepair::leavesASoundHistoryAlone()
{
    make(at("sound.db"));
    const QByteArray before = contents(at("sound.db"));
    const auto report = repairHistory(at("sound.db"));
    QVERIFY(report && report->lostNothing() && report->damagedFile.isEmpty());
    QCOMPARE(report->samples, kSeries * 3000);
    QVERIFY(contents(at("sound.db")) == before);
    QCOMPARE(repairHistory(at("none.db")).error().code, ErrorCode::NotFound);
}

void TestStoreRepair::keepsWhatIsWhole_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("least"); // samples kept at least
    QTest::newRow("a chunk") << QByteArray("UPDATE chunk SET data=zeroblob(100) WHERE id=5") << kSeries * 3000 - 1000;
    QTest::newRow("a chunk is gone") << QByteArray("DELETE FROM chunk WHERE id=7") << kSeries * 3000 - 1000;
    QTest::newRow("upper summaries") << QByteArray("UPDATE summary SET data=x'00' WHERE level>0") << kSeries * 3000;
    QTest::newRow("upper summaries are gone") << QByteArray("DELETE FROM summary WHERE level>0") << kSeries * 3000;
    QTest::newRow("summaries of a series") << QByteArray("UPDATE summary SET data=x'00' WHERE series=3") << (kSeries - 1) * 3000;
    QTest::newRow("labels") << QByteArray("UPDATE series SET labels=x'0102' WHERE id=4") << (kSeries - 1) * 3000;
    QTest::newRow("totals") << QByteArray("UPDATE meta SET value=99 WHERE key='chunks'") << kSeries * 3000;
    QTest::newRow("journal") << QByteArray("UPDATE journal SET data=x'00' WHERE seq=(SELECT min(seq) FROM journal)")
                             << kSeries * 3000 - kSeries * 960;
    QTest::newRow("histograms") << QByteArray("UPDATE histogram SET data=x'00'") << kSeries * 3000;
}

void TestStoreRepair::keepsWhatIsWhole()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, least);
    const QString file = at(QTest::currentDataTag());
    make(file);
    {
        auto store = openStore(file);
        QVERIFY(store->maintain(0)); // histograms get rows
    }
    damage(file, sql.constData());
    const QByteArray broken = contents(file);
    const auto report = repairHistory(file);
    QVERIFY2(report, report ? "" : report.error().text().c_str());
    if (report->damagedFile.isEmpty())
        return; // what is missing can be done without
    QVERIFY(contents(report->damagedFile) == broken);
    auto store = openStore(file);
    QVERIFY(store);
    const auto check = store->check();
    QVERIFY2(check, check ? "" : check.error().text().c_str());
    const std::int64_t kept = soundSamples(*store);
    QVERIFY2(kept >= least, qPrintable(QString::number(kept)));
    const bool all = kept == kSeries * 3000 && store->stats().histograms == 499;
    QVERIFY(all || !report->lostNothing());
    QVERIFY(append(*store, { { labelled("m", "new"), { kEnd, 1 } } }));
}

void TestStoreRepair::survivesAnyFlippedByte()
{
    make(at("whole.db"));
    const QByteArray whole = contents(at("whole.db"));
    std::mt19937_64 random(61);
    int repaired = 0, hopeless = 0;
    std::int64_t least = kSeries * 3000;
    for (int round = 0; round < 30; ++round) {
        QByteArray bytes = whole;
        for (int flips = 0; flips < 1 + round % 3; ++flips) {
            const auto where = qsizetype(random() % std::uint64_t(bytes.size()));
            bytes[where] = char(bytes[where] ^ (1 << (random() % 8)));
        }
        const QString file = m_dir.filePath(QStringLiteral("flip%1.db").arg(round));
        write(file, bytes);
        const auto report = repairHistory(file);
        if (!report) {
            ++hopeless;
            QVERIFY(contents(file) == bytes); // and nothing was changed
            continue;
        }
        auto store = openStore(file);
        QVERIFY(store && store->check());
        const std::int64_t kept = soundSamples(*store);
        QVERIFY(kept >= 0);
        least = std::min(least, kept);
        repaired += !report->damagedFile.isEmpty();
    }
    qInfo("%d of 30 repaired, %d beyond repair, at least %lld of %d samples kept", repaired, hopeless,
        static_cast<long long>(least), kSeries * 3000);
    QVERIFY(repaired > 10 && hopeless < 5);
}

void TestStoreRepair::repairsNothingUnderACollector()
{
    make(at("held.db"));
    auto store = openStore(at("held.db"));
    QCOMPARE(repairHistory(at("held.db")).error().code, ErrorCode::Conflict);
    QCOMPARE(restoreHistory(at("held.db"), at("held.db")).error().code, ErrorCode::BadInput);
    QVERIFY(store->backup(at("copy.db")));
    QCOMPARE(restoreHistory(at("copy.db"), at("held.db")).error().code, ErrorCode::Conflict);
}

void TestStoreRepair::restoresAfterCheckingAndKeepsTheOldFile()
{
    make(at("live.db"));
    {
        auto store = openStore(at("live.db"));
        QVERIFY(store->backup(at("backup.db")));
        QVERIFY(append(*store, { { labelled("m", "later"), { kEnd, 1 } } }));
    }
    const auto kept = restoreHistory(at("backup.db"), at("live.db"));
    QVERIFY2(kept, kept ? "" : kept.error().text().c_str());
    QVERIFY(openStore(*kept)->find(labelled("m", "later")));
    {
        auto store = openStore(at("live.db"));
        QVERIFY(!store->find(labelled("m", "later")));
        QCOMPARE(soundSamples(*store), kSeries * 3000);
    }
    QCOMPARE(restoreHistory(at("backup.db"), at("fresh.db")).value(), QString());
    damage(at("backup.db"), "UPDATE chunk SET data=x'00' WHERE id=2");
    const QByteArray before = contents(at("live.db"));
    QCOMPARE(restoreHistory(at("backup.db"), at("live.db")).error().code, ErrorCode::Damaged);
    QVERIFY(contents(at("live.db")) == before);
    QVERIFY(!QFile::exists(at("live.db.part")));
}

QTEST_GUILESS_MAIN(TestStoreRepair)
#include "tst_store_repair.moc"
