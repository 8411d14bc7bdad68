#include "core/store/migrations.h"
#include "core/store/ops_database.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace lepto;

class TestOpsDatabase : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

    static void run(const OpsDatabase &ops, const char *sql)
    {
        QSqlQuery query(ops.handle());
        QVERIFY2(query.exec(QLatin1String(sql)), qPrintable(QLatin1String(sql)));
    }
    static int count(const OpsDatabase &ops)
    {
        QSqlQuery query(ops.handle());
        return query.exec(QStringLiteral("SELECT count(*) FROM note")) && query.next() ? query.value(0).toInt() : -1;
    }

private Q_SLOTS:
    void opensTwiceAndMigratesOnce();
    void keepsWhatIsCommittedAndDropsTheRest();
    void readsWhileAnotherWrites();
    void refusesToWriteWhenReadOnly();
    void saysWhichFileIsNotADatabase();
    void leavesAForeignDatabaseAlone();
    void splitsStatementsAroundTriggersAndStrings();
    void migratesFromManyThreadsAtOnce();
    void turnsAFullDiskIntoExhausted();
};

void TestOpsDatabase::opensTwiceAndMigratesOnce()
{
    for (int i = 0; i < 2; ++i) {
        auto ops = OpsDatabase::open(at("twice.db"));
        QVERIFY2(ops, ops ? "" : ops.error().text().c_str());
        QSqlQuery query((*ops)->handle());
        QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM schema_migration")) && query.next());
        QCOMPARE(query.value(0).toInt(), int(migrations(QStringLiteral("ops")).size()));
    }
}

void TestOpsDatabase::keepsWhatIsCommittedAndDropsTheRest()
{
    auto ops = OpsDatabase::open(at("commit.db"));
    QVERIFY(ops);
    run(**ops, "CREATE TABLE note(x)");
    {
        auto dropped = (*ops)->begin();
        QVERIFY(dropped);
        run(**ops, "INSERT INTO note VALUES(1)");
    }
    QCOMPARE(count(**ops), 0);
    auto kept = (*ops)->begin();
    QVERIFY(kept);
    run(**ops, "INSERT INTO note VALUES(2)");
    QVERIFY(kept->commit());
    QVERIFY(!kept->commit());
    QCOMPARE(count(**ops), 1);
}

void TestOpsDatabase::readsWhileAnotherWrites()
{
    auto writer = OpsDatabase::open(at("both.db"));
    QVERIFY(writer);
    run(**writer, "CREATE TABLE note(x)");
    auto reader = OpsDatabase::open(at("both.db"), OpsDatabase::Mode::ReadOnly);
    QVERIFY(reader);
    auto transaction = (*writer)->begin();
    QVERIFY(transaction);
    run(**writer, "INSERT INTO note VALUES(1)");
    QCOMPARE(count(**reader), 0);
    QVERIFY(transaction->commit());
    QCOMPARE(count(**reader), 1);
}

void TestOpsDatabase::refusesToWriteWhenReadOnly()
{
    QVERIFY(OpsDatabase::open(at("ro.db")));
    auto reader = OpsDatabase::open(at("ro.db"), OpsDatabase::Mode::ReadOnly);
    QVERIFY(reader);
    const auto begun = (*reader)->begin();
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::Refused);
    QCOMPARE(OpsDatabase::open(at("none.db"), OpsDatabase::Mode::ReadOnly).error().code, ErrorCode::NotFound);
    QCOMPARE(OpsDatabase::open(QStringLiteral("/proc/none/ops.db")).error().code, ErrorCode::Unavailable);
}

void TestOpsDatabase::saysWhichFileIsNotADatabase()
{
    QFile file(at("noise.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray noise(5000, 'x');
    file.write(noise);
    file.close();
    const auto ops = OpsDatabase::open(file.fileName());
    QVERIFY(!ops);
    QCOMPARE(ops.error().code, ErrorCode::Damaged);
    QCOMPARE(QString::fromStdString(ops.error().subject), file.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), noise);
}

void TestOpsDatabase::leavesAForeignDatabaseAlone()
{
    const QString connection = QStringLiteral("foreign");
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        db.setDatabaseName(at("foreign.db"));
        QVERIFY(db.open() && QSqlQuery(db).exec(QStringLiteral("CREATE TABLE recipes(x)")));
    }
    QSqlDatabase::removeDatabase(connection);
    QFile file(at("foreign.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QCOMPARE(OpsDatabase::open(at("foreign.db")).error().code, ErrorCode::Damaged);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestOpsDatabase::splitsStatementsAroundTriggersAndStrings()
{
    const auto parts = splitStatements("CREATE TABLE a(x); -- a; b\nINSERT INTO a VALUES('x;y');\n"
                                       "CREATE TRIGGER t BEFORE DELETE ON a BEGIN SELECT RAISE(ABORT,'no'); SELECT 1; END;\n");
    QCOMPARE(parts.size(), 3);
    QVERIFY(parts[2].startsWith(QLatin1String("CREATE TRIGGER")) && parts[2].endsWith(QLatin1String("END;")));
}

void TestOpsDatabase::migratesFromManyThreadsAtOnce()
{
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto ops = OpsDatabase::open(at("race.db"));
            if (!ops)
                qWarning("%s", ops.error().text().c_str());
            good += bool(ops);
        });
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 4);
}

void TestOpsDatabase::turnsAFullDiskIntoExhausted()
{
    auto ops = OpsDatabase::open(at("full.db"));
    QVERIFY(ops);
    run(**ops, "CREATE TABLE note(x)");
    QSqlQuery pages((*ops)->handle());
    QVERIFY(pages.exec(QStringLiteral("PRAGMA page_count")) && pages.next());
    const int used = pages.value(0).toInt();
    pages.finish();
    run(**ops, qPrintable(QStringLiteral("PRAGMA max_page_count=%1").arg(used + 4)));
    auto transaction = (*ops)->begin();
    QSqlQuery query((*ops)->handle());
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO note VALUES(zeroblob(200000))")));
    const Error error = OpsDatabase::errorOf((*ops)->handle(), query);
    QCOMPARE(error.code, ErrorCode::Exhausted);
    QCOMPARE(QString::fromStdString(error.subject), at("full.db"));
}

QTEST_GUILESS_MAIN(TestOpsDatabase)
#include "tst_ops_database.moc"
