#include "store_fixture.h"

#include <QFile>
#include <QProcess>

#include <csignal>

#include <sys/mount.h>
#include <unistd.h>

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

/// A history of 50 series, and its bytes.
QByteArray sampleHistory(const QString &file)
{
    std::mt19937_64 random(11);
    auto store = openStore(file);
    for (int s = 0; s < 50; ++s) {
        const auto samples = oddSamples(random, kStart, 5000);
        const std::vector<SeriesRun> runs { { labelled("m", std::to_string(s)), samples } };
        if (!store->appendRuns(runs))
            return {};
    }
    store.reset();
    return contents(file);
}

struct Child : QProcess {
    Child(const QString &mode, const QString &file)
    {
        start(QStringLiteral(LEPTOSCOPE_CHILD), { mode, file });
        waitForStarted();
    }
    /// The last whole line of what it printed, -1 where it printed none.
    TimeMs acknowledged()
    {
        const QList<QByteArray> lines = (m_said += readAllStandardOutput()).split('\n');
        return lines.size() < 2 ? -1 : lines[lines.size() - 2].toLongLong();
    }
    QByteArray m_said;
};

} // namespace

class TestStoreFaults : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void losesNothingAcknowledgedWhenKilled();
    void losesNothingWhenKilledWhileHistoryAges();
    void namesTheProcessThatCollects();
    void takesOverTheLockOfAKilledProcess();
    void letsAnotherProcessReadWhileItCollects();
    void keepsNothingOfABatchThatDidNotFit();
    void goesOnWhenAFullDiskHasSpaceAgain();
    void saysWhenTheFolderCannotBeWritten();
    void leavesAFileAloneThatIsNotOurs();
    void saysWhenAFileWasCutShort();
    void noticesEveryFlippedByteOfItsRows();
};

void TestStoreFaults::losesNothingAcknowledgedWhenKilled()
{
    const QString file = at("killed.db");
    std::mt19937_64 random(12);
    TimeMs before = 0;
    for (int round = 0; round < 12; ++round) {
        Child child(QStringLiteral("append"), file);
        QVERIFY(child.waitForReadyRead(10'000));
        QTest::qSleep(int(random() % 250));
        child.kill();
        child.waitForFinished();
        const TimeMs acknowledged = std::max(child.acknowledged(), before);
        auto store = openStore(file);
        QVERIFY(store);
        const auto samples
            = store->range(store->find(Labels(std::vector<Labels::Pair> { { "__name__", "m" } })).value_or(0), 0, kStart);
        QVERIFY(samples);
        QVERIFY2(TimeMs(samples->size()) >= acknowledged,
            qPrintable(QStringLiteral("%1 of %2").arg(samples->size()).arg(acknowledged)));
        for (std::size_t i = 0; i < samples->size(); ++i)
            QVERIFY((*samples)[i].t == TimeMs(i) && (*samples)[i].v == double(i));
        before = TimeMs(samples->size());
        QVERIFY(store->check());
        if (round % 3 == 2)
            QVERIFY(store->maintain(0));
    }
    qInfo("%lld batches through 12 kills", static_cast<long long>(before));
    QVERIFY(before > 1000);
}

void TestStoreFaults::losesNothingWhenKilledWhileHistoryAges()
{
    constexpr TimeMs kRun = 100, kStep = 15'000, kDay = 86'400'000; // as the child has them
    const QString file = at("aged.db");
    const Labels series(std::vector<Labels::Pair> { { "__name__", "m" } });
    std::mt19937_64 random(15);
    TimeMs before = 0;
    for (int round = 0; round < 25; ++round) {
        Child child(QStringLiteral("churn"), file);
        QVERIFY(child.waitForReadyRead(10'000));
        QTest::qSleep(20 + int(random() % 200));
        child.kill();
        child.waitForFinished();
        const TimeMs steps = std::max(child.acknowledged(), before);
        auto store = openStore(file);
        QVERIFY(store);
        const SeriesId id = store->find(series).value_or(0);
        const auto last = store->last(id);
        const TimeMs samples = last ? last->t / kStep + 1 : 0;
        QVERIFY(samples >= steps * kRun && samples % kRun == 0);
        QCOMPARE(store->columns(id, 0, kStart, 10)->samples, samples);
        const auto recent = *store->range(id, std::max<TimeMs>(0, (samples * kStep) - 2 * kDay), kStart);
        for (const Sample &sample : recent)
            QVERIFY(sample.v == double(sample.t / kStep % 977) / 10);
        QVERIFY(TimeMs(recent.size()) >= std::min<TimeMs>(samples, 2 * kDay / kStep - kRun));
        QVERIFY(TimeMs(store->histogramRange(id, 0, kStart)->size()) >= steps);
        const auto check = store->check();
        QVERIFY2(check, check ? "" : check.error().text().c_str());
        if (QFile::exists(file + QStringLiteral(".copy")))
            QVERIFY(openStore(file + QStringLiteral(".copy"), Store::Mode::ReadOnly)->check());
        before = samples / kRun;
    }
    qInfo("%lld steps through 25 kills", static_cast<long long>(before));
    QVERIFY(before > 100);
}

void TestStoreFaults::namesTheProcessThatCollects()
{
    Child child(QStringLiteral("append"), at("held.db"));
    QVERIFY(child.waitForReadyRead(10'000));
    const auto second = Store::open(at("held.db"), Store::Mode::ReadWrite);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QVERIFY(second.error().reason.find(std::to_string(child.processId())) != std::string::npos);
    child.kill();
    child.waitForFinished();
}

void TestStoreFaults::takesOverTheLockOfAKilledProcess()
{
    Child child(QStringLiteral("append"), at("stale.db"));
    QVERIFY(child.waitForReadyRead(10'000));
    child.kill();
    child.waitForFinished();
    QVERIFY(QFile::exists(at("stale.db.lock")));
    QVERIFY(openStore(at("stale.db")));
}

void TestStoreFaults::letsAnotherProcessReadWhileItCollects()
{
    Child child(QStringLiteral("append"), at("shared.db"));
    QVERIFY(child.waitForReadyRead(10'000));
    auto reader = openStore(at("shared.db"), Store::Mode::ReadOnly);
    QVERIFY(reader);
    const Labels series(std::vector<Labels::Pair> { { "__name__", "m" } });
    QTRY_VERIFY(reader->find(series));
    const SeriesId id = *reader->find(series);
    std::size_t seen = 0;
    for (int round = 0; round < 50; ++round) {
        child.waitForReadyRead(100);
        const TimeMs acknowledged = child.acknowledged();
        const auto samples = reader->range(id, 0, kStart);
        QVERIFY(samples && TimeMs(samples->size()) >= acknowledged && samples->size() >= seen);
        for (std::size_t i = 0; i < samples->size(); ++i)
            QCOMPARE((*samples)[i].t, TimeMs(i));
        seen = samples->size();
    }
    child.kill();
    child.waitForFinished();
    QVERIFY(reader->range(id, 0, kStart)->size() >= seen);
}

void TestStoreFaults::keepsNothingOfABatchThatDidNotFit()
{
    Child child(QStringLiteral("fill"), at("limited.db"));
    QVERIFY(child.waitForFinished(30'000));
    const QList<QByteArray> said = child.readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(said.size(), 6);
    QCOMPARE(said[0].toInt(), int(ErrorCode::Exhausted));
    QCOMPARE(QString::fromLocal8Bit(said[1]), at("limited.db"));
    QVERIFY(said[2].toInt() > 10);
    QCOMPARE(said[3], said[2]);
    QCOMPARE(said[4].toInt(), said[2].toInt() + 100);
    QCOMPARE(said[5], "1");
}

void TestStoreFaults::goesOnWhenAFullDiskHasSpaceAgain()
{
    const QString disk = at("disk");
    QVERIFY(QDir().mkpath(disk));
    if (mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("skipped: no right to mount a small disk");
    const auto unmount = qScopeGuard([&] { umount2(QFile::encodeName(disk).constData(), MNT_DETACH); });
    write(disk + QStringLiteral("/ballast"), QByteArray(400'000, 'x'));
    auto store = openStore(disk + QStringLiteral("/history.db"));
    QVERIFY(store);
    TimeMs t = 0;
    auto added = append(*store, { { labelled("m", "a"), { t, 1.0 / 3 } } });
    while (added)
        added = append(*store, { { labelled("m", "a"), { ++t, 1.0 / double(t) } } });
    QCOMPARE(added.error().code, ErrorCode::Exhausted);
    const SeriesId id = *store->find(labelled("m", "a"));
    QCOMPARE(store->range(id, 0, t)->size(), std::size_t(t));
    QVERIFY(QFile::remove(disk + QStringLiteral("/ballast")));
    QVERIFY(append(*store, { { labelled("m", "a"), { t, 7 } } }));
    QCOMPARE(store->range(id, 0, t)->size(), std::size_t(t + 1));
    QVERIFY(store->check());
    const auto aged = store->age({});
    QVERIFY(aged || aged.error().code == ErrorCode::Exhausted);
    QVERIFY(store->check());
    const auto copy = store->backup(disk + QStringLiteral("/copy.db"));
    QVERIFY(copy || copy.error().code == ErrorCode::Exhausted);
    QVERIFY(!QFile::exists(disk + QStringLiteral("/copy.db.part")));
}

void TestStoreFaults::saysWhenTheFolderCannotBeWritten()
{
    const auto store = Store::open(QStringLiteral("/proc/history.db"), Store::Mode::ReadWrite);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Unavailable);
    QCOMPARE(Store::open(at("none.db"), Store::Mode::ReadOnly).error().code, ErrorCode::NotFound);
    if (geteuid() == 0)
        return; // root may write everywhere
    QVERIFY(QDir().mkpath(at("closed")) && openStore(at("closed/history.db")));
    QFile::setPermissions(at("closed"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    QCOMPARE(Store::open(at("closed/history.db"), Store::Mode::ReadWrite).error().code, ErrorCode::Unavailable);
    QVERIFY(openStore(at("closed/history.db"), Store::Mode::ReadOnly));
    QFile::setPermissions(at("closed"), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

void TestStoreFaults::leavesAFileAloneThatIsNotOurs()
{
    QByteArray noise(100'000, 0);
    std::mt19937_64 random(13);
    for (char &byte : noise)
        byte = char(random());
    const QByteArray header = sampleHistory(at("header.db")).left(100);
    for (const QByteArray &bytes : { noise, QByteArray("hello"), header + noise, QByteArray("SQLite format 3\0", 16) + noise }) {
        write(at("noise.db"), bytes);
        for (const auto mode : { Store::Mode::ReadWrite, Store::Mode::ReadOnly }) {
            const auto store = Store::open(at("noise.db"), mode);
            QVERIFY(!store);
            QCOMPARE(store.error().code, ErrorCode::Damaged);
            QVERIFY(!store.error().reason.empty());
            QVERIFY(contents(at("noise.db")) == bytes);
        }
    }
}

void TestStoreFaults::saysWhenAFileWasCutShort()
{
    const QByteArray whole = sampleHistory(at("whole.db"));
    QVERIFY(whole.size() > 500'000);
    for (const qsizetype size :
        { qsizetype(50), qsizetype(4096), qsizetype(16384), whole.size() / 2, whole.size() - 16384, whole.size() - 1 }) {
        write(at("cut.db"), whole.left(size));
        const auto store = Store::open(at("cut.db"), Store::Mode::ReadWrite);
        const bool noticed = !store ? store.error().code == ErrorCode::Damaged : !(*store)->check();
        QVERIFY2(noticed, qPrintable(QString::number(size)));
        if (!store)
            QVERIFY(contents(at("cut.db")) == whole.left(size));
    }
}

void TestStoreFaults::noticesEveryFlippedByteOfItsRows()
{
    const QByteArray whole = sampleHistory(at("good.db"));
    std::mt19937_64 random(14);
    int unnoticed = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = whole;
        const auto where = qsizetype(random() % std::uint64_t(bytes.size()));
        bytes[where] = char(bytes[where] ^ (1 << (random() % 8)));
        write(at("flipped.db"), bytes);
        auto store = Store::open(at("flipped.db"), Store::Mode::ReadOnly);
        if (!store) {
            QVERIFY(store.error().code == ErrorCode::Damaged || store.error().code == ErrorCode::Refused);
            continue;
        }
        for (SeriesId id = 1; id <= 50; ++id) {
            (void)(*store)->range(id, 0, kStart * 2);
            (void)(*store)->columns(id, 0, kStart * 2, 100);
        }
        const auto check = (*store)->check();
        unnoticed += bool(check);
        if (!check)
            QCOMPARE(check.error().code, ErrorCode::Damaged);
    }
    qInfo("%d of 60 flips fell into unused space", unnoticed);
    QVERIFY(unnoticed < 20);
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"
