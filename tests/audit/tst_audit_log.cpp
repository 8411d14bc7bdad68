#include "core/audit/audit_log.h"
#include "core/audit/audit_verifier.h"
#include "core/store/ops_query.h"

#include "tests/support/postgres_server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace lepto;

namespace {

constexpr TimeMs kNow = 1'700'000'000'000;

/// A database with its key and anchor in folders of their own.
struct Bench {
    QTemporaryDir dir;
    FixedClock clock { kNow };
    std::unique_ptr<OpsDatabase> db;
    std::unique_ptr<AuditLog> log;

    Bench()
    {
        db = std::move(OpsDatabase::open(m_place).value());
        log = std::make_unique<AuditLog>(*db, key(), clock, anchor());
    }
    SigningKey key(const char *name = "console") const
    {
        return SigningKey::loadOrCreate(dir.path(), QLatin1String(name)).value();
    }
    QString file() const { return m_place; }
    bool shared() const { return db->backend() == OpsDatabase::Backend::Postgres; }
    QString anchor() const { return dir.filePath(QStringLiteral("anchor")); }
    void fill(int n)
    {
        for (int i = 0; i < n; ++i)
            QVERIFY(log->record(QStringLiteral("mara"), QStringLiteral("incident.note"), QStringLiteral("INC-%1").arg(i),
                { { QStringLiteral("n"), i }, { QStringLiteral("text"), QStringLiteral("größer \u202E<b>%1</b>").arg(i) } }));
    }
    void sql(const QString &text, const QVariantList &values = {}) const
    {
        const auto done = runQuery(*db, text, values);
        QVERIFY2(done, done ? "" : done.error().text().c_str());
    }
    void dropGuards() const
    {
        for (const char *table : { "audit", "audit_checkpoint" })
            for (const char *guard : { "appends_only", "keeps_entries", "loses_nothing" })
                if (!shared() || qstrcmp(guard, "loses_nothing") != 0) // one guard does both there
                    sql(QStringLiteral("DROP TRIGGER %1_%2").arg(QLatin1String(table), QLatin1String(guard)) + (shared() ? QStringLiteral(" ON ") + QLatin1String(table) : QString()));
    }

private:
    QString m_place = test::freshOpsPlace(dir.path());
};

QString code(const AuditVerdict &verdict)
{
    static const char *const kNames[] = { "Verified", "Unverified", "Broken" };
    return QStringLiteral("%1 %2: %3").arg(QLatin1String(kNames[int(verdict.code)])).arg(verdict.firstBad).arg(verdict.reason);
}

} // namespace

#define EXPECT_VERDICT(verdict, wanted)                                                                                          \
    do {                                                                                                                         \
        const AuditVerdict got_ = (verdict);                                                                                     \
        QVERIFY2(got_.code == AuditVerdict::Code::wanted, qPrintable(code(got_)));                                               \
    } while (false)

class TestAuditLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verifiesWhatItWrote();
    void anEntryLivesAndDiesWithItsTransaction();
    void isUnverifiedWithoutAnAnchor();
    void guardsAgainstUpdateDeleteReplaceAndGaps();
    void findsEachChangedByteOfEachColumn();
    void findsDeletedEntriesAndADeletedTail();
    void findsAHistoryRewrittenWithAnotherKey();
    void findsADatabaseSetBackAndKeepsTheAnchor();
    void findsAChangedAnchor();
    void survivesFlippedBytesOfTheFile();
    void provesAnEntryWithoutTheDatabase();
    void exportsWhatCanBeVerifiedElsewhere();
    void listsNewestFirst();
    void stopsWhenAsked();
    void twoProcessesShareOneLog();
    void twoConsolesWithKeysOfTheirOwnShareATeamsLog();
    void aKeyThatNobodyEnteredIsForeign();
};

void TestAuditLog::verifiesWhatItWrote()
{
    Bench bench;
    bench.fill(50);
    const AuditVerdict verdict = bench.log->verify();
    EXPECT_VERDICT(verdict, Verified);
    QCOMPARE(verdict.entries, 50);
    QVERIFY(bench.log->anchorProblem().isEmpty());
}

void TestAuditLog::anEntryLivesAndDiesWithItsTransaction()
{
    Bench bench;
    {
        auto dropped = bench.db->begin();
        QVERIFY(dropped && bench.log->append({}, QStringLiteral("x"), {}));
    }
    bench.fill(1);
    const auto all = bench.log->entries(0, 10);
    QCOMPARE(all->size(), 1u);
    QCOMPARE(all->front().type, QStringLiteral("incident.note"));
    EXPECT_VERDICT(bench.log->verify(), Verified);
}

void TestAuditLog::isUnverifiedWithoutAnAnchor()
{
    Bench bench;
    EXPECT_VERDICT(bench.log->verify(), Unverified);
    bench.fill(3);
    QVERIFY(QFile::remove(bench.anchor()));
    EXPECT_VERDICT(bench.log->verify(), Unverified);
}

void TestAuditLog::guardsAgainstUpdateDeleteReplaceAndGaps()
{
    Bench bench;
    bench.fill(3);
    for (const char *sql :
        { "UPDATE audit SET body = 'x' WHERE seq = 2", "DELETE FROM audit", "INSERT OR REPLACE INTO audit VALUES (2, 'x', 'y')",
            "INSERT INTO audit VALUES (9, 'x', 'y')", "UPDATE audit_checkpoint SET note = 'x'", "DELETE FROM audit_checkpoint",
            "INSERT OR REPLACE INTO audit_checkpoint VALUES (1, 'x', 'y')" })
        QVERIFY2(!runQuery(*bench.db, QLatin1String(sql)), sql);
    EXPECT_VERDICT(bench.log->verify(), Verified);
}

void TestAuditLog::findsEachChangedByteOfEachColumn()
{
    Bench bench;
    bench.fill(3);
    bench.dropGuards();
    const std::pair<QString, QString> columns[] = { { QStringLiteral("audit"), QStringLiteral("body") },
        { QStringLiteral("audit"), QStringLiteral("leaf") }, { QStringLiteral("audit_checkpoint"), QStringLiteral("peaks") },
        { QStringLiteral("audit_checkpoint"), QStringLiteral("note") } };
    for (const auto &[table, column] : columns) {
        const QString id = table == QStringLiteral("audit") ? QStringLiteral("seq") : QStringLiteral("size");
        auto read = runQuery(*bench.db, QStringLiteral("SELECT %1 FROM %2 WHERE %3 = 2").arg(column, table, id));
        QVERIFY(read && read->next());
        const QString good = read->value(0).toString();
        read->finish();
        const QString change = QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3 = 2").arg(table, column, id);
        for (qsizetype i = 0; i < good.size(); ++i) {
            QString bad = good;
            bad[i] = QChar(good[i].unicode() ^ 1);
            bench.sql(change, { bad });
            EXPECT_VERDICT(bench.log->verify(), Broken);
        }
        bench.sql(change, { good + u' ' });
        EXPECT_VERDICT(bench.log->verify(), Broken);
        bench.sql(change, { good });
        EXPECT_VERDICT(bench.log->verify(), Verified);
    }
}

void TestAuditLog::findsDeletedEntriesAndADeletedTail()
{
    for (const char *where : { "= 1", "= 3", "= 5", "> 3" }) {
        Bench bench;
        bench.fill(5);
        bench.dropGuards();
        bench.sql(QStringLiteral("DELETE FROM audit WHERE seq ") + QLatin1String(where));
        EXPECT_VERDICT(bench.log->verify(), Broken);
        bench.sql(QStringLiteral("DELETE FROM audit_checkpoint WHERE size ") + QLatin1String(where));
        EXPECT_VERDICT(bench.log->verify(), Broken);
    }
}

void TestAuditLog::findsAHistoryRewrittenWithAnotherKey()
{
    Bench bench;
    bench.fill(4);
    bench.dropGuards();
    bench.sql(QStringLiteral("DELETE FROM audit"));
    bench.sql(QStringLiteral("DELETE FROM audit_checkpoint"));
    AuditLog forger(*bench.db, bench.key("forger"), bench.clock, {});
    for (int i = 0; i < 4; ++i)
        QVERIFY(forger.record(QStringLiteral("nobody"), QStringLiteral("x"), {}));
    EXPECT_VERDICT(bench.log->verify(), Broken);
}

void TestAuditLog::findsADatabaseSetBackAndKeepsTheAnchor()
{
    Bench bench;
    bench.fill(5);
    bench.dropGuards();
    bench.sql(QStringLiteral("DELETE FROM audit WHERE seq > 3"));
    bench.sql(QStringLiteral("DELETE FROM audit_checkpoint WHERE size > 3"));
    EXPECT_VERDICT(bench.log->verify(), Broken);
    bench.fill(4); // a longer history than the anchored one, and genuine signatures
    QVERIFY(!bench.log->anchorProblem().isEmpty());
    const AuditVerdict verdict = bench.log->verify();
    EXPECT_VERDICT(verdict, Broken);
    QCOMPARE(verdict.firstBad, 5);
}

void TestAuditLog::findsAChangedAnchor()
{
    Bench bench;
    bench.fill(2);
    QFile file(bench.anchor());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = char(bad[i] ^ 4);
        QVERIFY(file.seek(0) && file.write(bad) == bad.size() && file.flush());
        EXPECT_VERDICT(bench.log->verify(), Broken);
    }
}

void TestAuditLog::survivesFlippedBytesOfTheFile()
{
    Bench bench;
    if (bench.shared())
        QSKIP("skipped: there is no file to flip bytes of");
    bench.fill(6);
    const auto entries = bench.log->entries(0, 100);
    bench.sql(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    bench.log.reset();
    bench.db.reset();
    QFile file(bench.file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    int found = 0, harmless = 0;
    for (qsizetype i = 0; i < good.size(); i += 97) {
        QVERIFY(file.seek(i) && file.putChar(char(good[i] ^ 0x20)) && file.flush());
        if (auto db = OpsDatabase::open(bench.file(), OpsDatabase::Mode::ReadOnly)) {
            AuditLog log(**db, bench.key(), bench.clock, bench.anchor());
            if (log.verify().code == AuditVerdict::Code::Verified) {
                const auto now = log.entries(0, 100);
                QVERIFY(now && now->size() == entries->size());
                for (std::size_t n = 0; n < now->size(); ++n)
                    QCOMPARE((*now)[n].leafHash, (*entries)[n].leafHash);
                ++harmless;
            } else {
                ++found;
            }
        }
        QVERIFY(file.seek(i) && file.putChar(good[i]) && file.flush());
    }
    QVERIFY(found > 0 && harmless > 0);
}

void TestAuditLog::provesAnEntryWithoutTheDatabase()
{
    Bench bench;
    bench.fill(21);
    for (qint64 seq = 1; seq <= 21; ++seq) {
        const auto proof = bench.log->prove(seq);
        QVERIFY(proof);
        const auto entry = AuditProof::check(proof->text(), bench.key().publicKey());
        QVERIFY2(entry, entry ? "" : entry.error().text().c_str());
        QCOMPARE(entry->seq, seq);
        QCOMPARE(entry->subject, QStringLiteral("INC-%1").arg(seq - 1));
    }
    const QString text = bench.log->prove(7)->text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString bad = text;
        bad[i] = QChar(bad[i].unicode() ^ 1);
        QVERIFY2(!AuditProof::check(bad, bench.key().publicKey()), qPrintable(bad));
        QVERIFY(!AuditProof::check(text.left(i), bench.key().publicKey()));
    }
    QVERIFY(!AuditProof::check(text, bench.key("other").publicKey()));
    QVERIFY(!bench.log->prove(22) && !bench.log->prove(0));
}

void TestAuditLog::exportsWhatCanBeVerifiedElsewhere()
{
    Bench bench;
    bench.fill(9);
    const QString file = bench.dir.filePath(QStringLiteral("audit.jsonl"));
    QVERIFY(bench.log->exportTo(file));
    const AuditVerdict verdict = AuditVerifier::verifyExport(file, bench.key().publicKey());
    EXPECT_VERDICT(verdict, Unverified);
    QCOMPARE(verdict.entries, 9);
    QFile io(file);
    QVERIFY(io.open(QIODevice::ReadWrite));
    QByteArray bytes = io.readAll();
    const qsizetype at = bytes.indexOf("INC-4");
    bytes[at + 4] = '7';
    QVERIFY(io.seek(0) && io.write(bytes) == bytes.size() && io.flush());
    EXPECT_VERDICT(AuditVerifier::verifyExport(file, bench.key().publicKey()), Broken);
    QVERIFY(!bench.log->exportTo(QStringLiteral("/proc/none/audit.jsonl")));
}

void TestAuditLog::listsNewestFirst()
{
    Bench bench;
    bench.fill(10);
    const auto page = bench.log->entries(8, 3);
    QVERIFY(page);
    QCOMPARE(page->size(), 3u);
    QCOMPARE(page->front().seq, 7);
    QCOMPARE(page->back().seq, 5);
    QCOMPARE(page->front().detail[QStringLiteral("text")].toString(), QStringLiteral("größer \u202E<b>6</b>"));
    QCOMPARE(page->front().at, kNow);
}

void TestAuditLog::stopsWhenAsked()
{
    Bench bench;
    auto transaction = bench.db->begin();
    for (int i = 0; i < 2500; ++i)
        QVERIFY(bench.log->append({}, QStringLiteral("x"), QString::number(i)));
    QVERIFY(bench.log->commit(*transaction));
    std::vector<double> seen;
    const AuditVerdict stopped = bench.log->verify([&seen](double part) { return seen.push_back(part), seen.size() < 2; });
    EXPECT_VERDICT(stopped, Unverified);
    QCOMPARE(seen, (std::vector<double> { 0.4, 0.8 }));
    EXPECT_VERDICT(bench.log->verify(), Verified);
}

void TestAuditLog::twoProcessesShareOneLog()
{
    Bench bench;
    auto other = OpsDatabase::open(bench.file());
    AuditLog second(**other, bench.key(), bench.clock, bench.anchor());
    for (int i = 0; i < 10; ++i) {
        bench.fill(1);
        QVERIFY(second.record(QStringLiteral("kim"), QStringLiteral("x"), QString::number(i)));
    }
    const AuditVerdict verdict = bench.log->verify();
    EXPECT_VERDICT(verdict, Verified);
    QCOMPARE(verdict.entries, 20);
}

void TestAuditLog::twoConsolesWithKeysOfTheirOwnShareATeamsLog()
{
    Bench bench;
    if (!bench.shared())
        QSKIP("skipped: a file belongs to one key");
    auto other = OpsDatabase::open(bench.file());
    const QString anchor = bench.dir.filePath(QStringLiteral("other-anchor"));
    AuditLog second(**other, bench.key("colleague"), bench.clock, anchor);
    for (int i = 0; i < 5; ++i) {
        bench.fill(1);
        QVERIFY(second.record(QStringLiteral("kim"), QStringLiteral("x"), QString::number(i)));
    }
    EXPECT_VERDICT(bench.log->verify(), Verified);
    EXPECT_VERDICT(second.verify(), Verified);
    QVERIFY(bench.log->anchorProblem().isEmpty() && second.anchorProblem().isEmpty());
    QVERIFY(AuditProof::check(bench.log->prove(4)->text(), bench.key().publicKey())); // an entry of the colleague's
    const QString file = bench.dir.filePath(QStringLiteral("audit.jsonl"));
    QVERIFY(bench.log->exportTo(file));
    QCOMPARE(AuditVerifier::verifyExport(file, bench.key().publicKey()).entries, 10);
}

void TestAuditLog::aKeyThatNobodyEnteredIsForeign()
{
    Bench bench;
    if (!bench.shared())
        QSKIP("skipped: a file belongs to one key");
    bench.fill(3);
    bench.dropGuards();
    const QString forged = Checkpoint { 3, bench.log->verify().root }.signedNote(bench.key("forger"));
    bench.sql(QStringLiteral("UPDATE audit_checkpoint SET note = ? WHERE size = 3"), { forged });
    EXPECT_VERDICT(bench.log->verify(), Broken);
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_audit_log.moc"
