#include "core/bundle/bundle.h"
#include "core/bundle/bundle_seal.h"
#include "core/bundle/bundle_writer.h"
#include "tests/store/store_fixture.h"

#include <QCryptographicHash>
#include <QFile>

#include <sqlite3.h>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;

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

/// What an attacker can do: change the database and seal it again.
void changeAndSeal(const QString &file, const char *sql)
{
    write(file, contents(file).chopped(40));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &db), SQLITE_OK);
    char *message = nullptr;
    QVERIFY2(sqlite3_exec(db, sql, nullptr, nullptr, &message) == SQLITE_OK, message);
    sqlite3_close(db);
    QVERIFY(bundle_seal::write(file));
}

} // namespace

class TestBundle : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::vector<std::vector<Sample>> m_samples;
    std::unique_ptr<Store> m_store;

    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    QString make(const char *name)
    {
        auto writer = BundleWriter::create(at(name), QStringLiteral("Checkout outage"), kStart);
        const auto added = writer ? (*writer)->addSeries(*m_store, kStart, kStart * 2, {}) : Result<void>(writer.error());
        if (!added)
            return {};
        (*writer)->addDocument(QStringLiteral("incident"), { { QStringLiteral("id"), 1 } });
        (*writer)->addDocument(QStringLiteral("label"), { { QStringLiteral("id"), 2 } });
        (*writer)->addDocument(QStringLiteral("incident"), { { QStringLiteral("id"), 3 } });
        return (*writer)->finish() ? at(name) : QString();
    }

private Q_SLOTS:
    void initTestCase();
    void carriesSamplesAndDocuments();
    void cutsTheHistoryToTheRange();
    void isSmall();
    void leavesNothingBehindWhenUnfinished();
    void refusesToBeWritten();
    void noticesEveryChangedByte();
    void saysWhatIsWrongWithHostileFiles();
    void survivesHostileContentUnderAValidSeal();
    void opensFromAFolderThatCannotBeWritten();
};

void TestBundle::initTestCase()
{
    std::mt19937_64 random(21);
    m_store = openStore(at("history.db"));
    QVERIFY(m_store);
    for (int s = 0; s < 5; ++s) {
        m_samples.push_back(oddSamples(random, kStart, 2000));
        const std::vector<SeriesRun> runs { { labelled("m", std::to_string(s)), m_samples.back() } };
        QVERIFY(m_store->appendRuns(runs));
    }
}

void TestBundle::carriesSamplesAndDocuments()
{
    const QString file = make("whole.lepto");
    const auto bundle = Bundle::open(file);
    QVERIFY2(bundle, bundle ? "" : bundle.error().text().c_str());
    const BundleManifest &manifest = (*bundle)->manifest();
    QCOMPARE(manifest.name, QStringLiteral("Checkout outage"));
    QCOMPARE(manifest.created, kStart);
    QCOMPARE(manifest.series, 5);
    QCOMPARE(manifest.samples, 10'000);
    QCOMPARE(manifest.documents, 3);
    QCOMPARE(manifest.sha256.size(), 64);
    QCOMPARE((*bundle)->kinds(), (QStringList { QStringLiteral("incident"), QStringLiteral("label") }));
    const auto incidents = (*bundle)->documents(QStringLiteral("incident"));
    QCOMPARE(incidents.size(), std::size_t(2));
    QCOMPARE(incidents[1].value(QLatin1String("id")).toInt(), 3);
    QVERIFY((*bundle)->documents(QStringLiteral("run")).empty());
    const Store &store = (*bundle)->store();
    for (std::size_t s = 0; s < m_samples.size(); ++s)
        QVERIFY(sameBits(*store.range(*store.find(labelled("m", std::to_string(s))), 0, kStart * 2), m_samples[s]));
    QVERIFY(store.check());
    QVERIFY(!QFile::exists(file + QStringLiteral("-wal")) && !QFile::exists(file + QStringLiteral(".part")));
}

void TestBundle::cutsTheHistoryToTheRange()
{
    const TimeMs from = m_samples[1][300].t, middle = m_samples[1][700].t, to = m_samples[1][1500].t;
    const std::vector<Matcher> one { { Matcher::Kind::Equal, "instance", "1" } };
    auto writer = BundleWriter::create(at("cut.lepto"), QStringLiteral("cut"), kStart);
    QVERIFY(writer && (*writer)->addSeries(*m_store, from, middle, one) && (*writer)->addSeries(*m_store, middle + 1, to, one));
    const auto manifest = (*writer)->finish();
    QVERIFY(manifest);
    QCOMPARE(manifest->from, from);
    QCOMPARE(manifest->to, to);
    QCOMPARE(manifest->samples, 1201);
    QVERIFY(!(*writer)->finish());
    const auto bundle = Bundle::open(at("cut.lepto"));
    const Store &store = (*bundle)->store();
    QVERIFY(sameBits(*store.range(*store.find(labelled("m", "1")), 0, kStart * 2), between(m_samples[1], from, to)));
    QVERIFY(!store.find(labelled("m", "2")));
}

void TestBundle::isSmall()
{
    auto store = openStore(at("big.db"));
    std::vector<Sample> samples;
    for (int i = 0; i < 4 * 3600 / 15; ++i)
        samples.push_back({ kStart + i * 15'000, double(i / 7) });
    std::vector<SeriesRun> runs;
    for (int s = 0; s < 1000; ++s)
        runs.push_back({ labelled("m", std::to_string(s)), samples });
    QVERIFY(store->appendRuns(runs));
    auto writer = BundleWriter::create(at("small.lepto"), QStringLiteral("small"), kStart);
    QVERIFY(writer && (*writer)->addSeries(*store, kStart, kStart * 2, {}) && (*writer)->finish());
    qInfo("%lld bytes for 960,000 samples", static_cast<long long>(QFileInfo(at("small.lepto")).size()));
    QVERIFY(QFileInfo(at("small.lepto")).size() < 3'000'000);
}

void TestBundle::leavesNothingBehindWhenUnfinished()
{
    {
        auto writer = BundleWriter::create(at("dropped.lepto"), QStringLiteral("dropped"), kStart);
        QVERIFY(writer && (*writer)->addSeries(*m_store, kStart, kStart * 2, {}));
    }
    QVERIFY(QDir(m_dir.path()).entryList({ QStringLiteral("dropped*") }).isEmpty());
    QCOMPARE(BundleWriter::create(at("none/x.lepto"), QStringLiteral("x"), kStart).error().code, ErrorCode::Unavailable);
}

void TestBundle::refusesToBeWritten()
{
    auto bundle = Bundle::open(make("frozen.lepto"));
    QVERIFY(bundle);
    QCOMPARE(append((*bundle)->store(), { { labelled("m", "1"), { kStart * 2, 1 } } }).error().code, ErrorCode::Refused);
    QCOMPARE((*bundle)->store().maintain(kStart * 2).error().code, ErrorCode::Refused);
}

void TestBundle::noticesEveryChangedByte()
{
    const QByteArray whole = contents(make("seal.lepto"));
    std::mt19937_64 random(22);
    for (int round = 0; round < 100; ++round) {
        QByteArray bytes = whole;
        const auto where = round < 40 ? whole.size() - 40 + round : qsizetype(random() % std::uint64_t(whole.size()));
        bytes[where] = char(bytes[where] ^ (1 << (random() % 8)));
        write(at("changed.lepto"), bytes);
        const auto bundle = Bundle::open(at("changed.lepto"));
        QVERIFY(!bundle);
        QCOMPARE(bundle.error().code, ErrorCode::Damaged);
    }
    write(at("changed.lepto"), whole + "x");
    QVERIFY(!Bundle::open(at("changed.lepto")));
}

void TestBundle::saysWhatIsWrongWithHostileFiles()
{
    const QByteArray whole = contents(make("source.lepto"));
    const auto reason = [&](const QByteArray &bytes) {
        write(at("hostile.lepto"), bytes);
        const auto bundle = Bundle::open(at("hostile.lepto"));
        return bundle ? QStringLiteral("opened") : QString::fromStdString(bundle.error().reason);
    };
    QCOMPARE(reason({}), QStringLiteral("the file is not a bundle"));
    QCOMPARE(reason("PK\x03\x04 not a database"), QStringLiteral("the file is not a bundle"));
    QCOMPARE(reason(whole.left(30)), QStringLiteral("the bundle was cut short"));
    QCOMPARE(reason(whole.left(whole.size() / 2)),
        QStringLiteral("the bundle has no seal at its end: it was cut short or never finished"));
    QCOMPARE(reason(contents(at("history.db"))),
        QStringLiteral("the bundle has no seal at its end: it was cut short or never finished"));
    QCOMPARE(Bundle::open(at("missing.lepto")).error().code, ErrorCode::NotFound);
}

void TestBundle::survivesHostileContentUnderAValidSeal()
{
    for (const char *sql : { "DROP TABLE chunk", "DROP TABLE document", "DELETE FROM manifest", "UPDATE manifest SET body='[1]'",
             "UPDATE series SET labels=zeroblob(100000)", "UPDATE chunk SET data=zeroblob(50000000) WHERE id<3",
             "UPDATE chunk SET data=x'ffff01'", "UPDATE summary SET data=x'ffffffffffffffffff7f'",
             "UPDATE document SET body='{\"a\":'", "UPDATE document SET body=printf('%.*c', 17000000, '[') WHERE id=1",
             "PRAGMA application_id=7", "PRAGMA user_version=99", "INSERT INTO journal VALUES(1, 1, x'0102030405')",
             "DELETE FROM chunk",
             "DROP TABLE series; CREATE VIEW series AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM r) "
             "SELECT i AS id, x'00' AS labels FROM r" }) {
        const QString file = make("evil.lepto");
        changeAndSeal(file, sql);
        const auto bundle = Bundle::open(file);
        if (!bundle) {
            QVERIFY2(bundle.error().code == ErrorCode::Damaged || bundle.error().code == ErrorCode::Refused, sql);
            continue;
        }
        for (SeriesId id = 0; id < 8; ++id) {
            (void)(*bundle)->store().range(id, 0, kStart * 2);
            (void)(*bundle)->store().columns(id, 0, kStart * 2, 300);
            (void)(*bundle)->store().last(id);
        }
        QVERIFY2(!(*bundle)->store().check(), sql);
    }
}

void TestBundle::opensFromAFolderThatCannotBeWritten()
{
    const QString file = make("away.lepto");
    QVERIFY(QDir().mkpath(at("closed")) && QFile::copy(file, at("closed/a b%?#.lepto")));
    QFile::setPermissions(at("closed"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    QVERIFY(Bundle::open(at("closed/a b%?#.lepto")));
    QFile::setPermissions(at("closed"), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
