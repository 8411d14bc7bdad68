#include "core/store/history_file.h"
#include "core/store/history_reader.h"
#include "core/store/history_writer.h"
#include "store_fixture.h"

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;

/// A history as the first schema had it: single XOR chunks, no histograms.
std::vector<Sample> makeFirstSchema(const QString &file)
{
    std::mt19937_64 random(71);
    const auto samples = oddSamples(random, kStart, 2000);
    {
        auto writer = HistoryWriter::open(file, history_file::kHistoryId);
        if (!writer)
            return {};
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const std::vector<LabelledSample> batch { { labelled("m", "a"), samples[i] } };
            (void)(*writer)->append(batch);
            if (i == 1500)
                (void)(*writer)->sealAll();
        }
    }
    auto db = Database::open(file, Database::Access::ReadWrite);
    (*db)->exec("DROP TABLE histogram");
    (*db)->exec("DELETE FROM meta WHERE key NOT IN ('generation','chunks','chunk_bytes','samples','next_series')");
    (*db)->exec("PRAGMA user_version=1");
    return (*db)->result() ? samples : std::vector<Sample>();
}

} // namespace

class TestStoreMigration : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void keepsEverythingOfTheFirstSchema();
    void readsTheFirstSchemaWithoutChangingIt();
    void refusesASchemaOfTheFuture();
};

void TestStoreMigration::keepsEverythingOfTheFirstSchema()
{
    const auto samples = makeFirstSchema(at("first.db"));
    QCOMPARE(samples.size(), std::size_t(2000));
    for (int round = 0; round < 2; ++round) {
        auto store = openStore(at("first.db"));
        QVERIFY(store);
        const SeriesId id = *store->find(labelled("m", "a"));
        QVERIFY(sameBits(*store->range(id, 0, kStart * 2), samples));
        const std::vector<LabelledHistogram> one { { labelled("m", "a"), { kStart, {} } } };
        QVERIFY(store->appendHistograms(one));
        QCOMPARE(store->histogramRange(id, 0, kStart * 2)->size(), std::size_t(1));
        QVERIFY(store->maintain(0));
        const auto check = store->check();
        QVERIFY2(check, check ? "" : check.error().text().c_str());
    }
}

void TestStoreMigration::readsTheFirstSchemaWithoutChangingIt()
{
    const auto samples = makeFirstSchema(at("frozen.db"));
    for (const auto source : { HistoryReader::Source::Frozen, HistoryReader::Source::Following }) {
        auto reader = HistoryReader::open(at("frozen.db"), source, history_file::kHistoryId);
        QVERIFY(reader);
        const Store &store = **reader;
        const SeriesId id = *store.find(labelled("m", "a"));
        QVERIFY(sameBits(*store.range(id, 0, kStart * 2), samples));
        QVERIFY(store.histogramRange(id, 0, kStart * 2)->empty());
        QCOMPARE(store.select({}, 0, kStart * 2)->size(), std::size_t(1));
        QCOMPARE(store.stats().samples, 2000);
        QVERIFY(store.check());
        QVERIFY(store.backup(at("frozen.copy")));
    }
    auto db = Database::open(at("frozen.db"), Database::Access::ReadOnly);
    QCOMPARE((*db)->ask("PRAGMA user_version"), 1);
}

void TestStoreMigration::refusesASchemaOfTheFuture()
{
    QVERIFY(openStore(at("future.db")));
    {
        auto db = Database::open(at("future.db"), Database::Access::ReadWrite);
        QVERIFY((*db)->exec("PRAGMA user_version=99"));
    }
    QCOMPARE(Store::open(at("future.db"), Store::Mode::ReadWrite).error().code, ErrorCode::Refused);
    QCOMPARE(Store::open(at("future.db"), Store::Mode::ReadOnly).error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestStoreMigration)
#include "tst_store_migration.moc"
