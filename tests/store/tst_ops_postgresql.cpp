#include "core/store/ops_address.h"
#include "core/store/ops_query.h"
#include "tests/support/postgres_server.h"

#include <QTest>

#include <thread>

using namespace lepto;
using namespace lepto::test;

class TestOpsPostgresql : public QObject {
    Q_OBJECT

    PostgresServer m_server;
    std::unique_ptr<OpsDatabase> open(const QString &place) const
    {
        auto ops = OpsDatabase::open(place);
        if (!ops)
            qFatal("%s", ops.error().text().c_str());
        return std::move(*ops);
    }
    static qint64 number(const OpsDatabase &ops, const char *sql)
    {
        auto row = runQuery(ops, QLatin1String(sql));
        return row && row->next() ? row->value(0).toLongLong() : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP("skipped: no PostgreSQL");
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }

    void manyConsolesStartAtOnce()
    {
        const QString place = m_server.freshDatabase();
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&] {
                const auto ops = OpsDatabase::open(place);
                if (!ops)
                    qWarning("%s", ops.error().text().c_str());
                good += bool(ops);
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(good.load(), 6);
        QCOMPARE(number(*open(place), "SELECT count(*) FROM incident"), 0);
    }

    void writersComeOneAfterAnother()
    {
        const QString place = m_server.freshDatabase();
        auto first = open(place);
        QVERIFY(runQuery(*first, QStringLiteral("CREATE TABLE tally (n BIGINT NOT NULL)")) && runQuery(*first, QStringLiteral("INSERT INTO tally VALUES (0)")));
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                auto ops = open(place);
                for (int n = 0; n < 25; ++n) {
                    auto transaction = ops->begin();
                    if (!transaction)
                        qFatal("%s", transaction.error().text().c_str());
                    const qint64 before = number(*ops, "SELECT n FROM tally"); // read, then written: lost without one order
                    if (!runQuery(*ops, QStringLiteral("UPDATE tally SET n = ?"), { before + 1 }) || !transaction->commit())
                        qFatal("a writer failed");
                }
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(number(*first, "SELECT n FROM tally"), 100);
    }

    void aLockThatIsNotGivenIsToldInTime()
    {
        const QString place = m_server.freshDatabase();
        auto first = open(place), second = open(place);
        const auto held = first->begin();
        QVERIFY(held);
        QElapsedTimer clock;
        clock.start();
        const auto refused = second->begin();
        QVERIFY(!refused && clock.elapsed() < 8000);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(QString::fromStdString(refused.error().reason), QStringLiteral("another console is writing to the team database"));
    }

    void anotherConsolesChangeIsNoticed()
    {
        const QString place = m_server.freshDatabase();
        auto first = open(place), second = open(place);
        QVERIFY(first->changed() && !first->changed());
        {
            auto dropped = second->begin();
            QVERIFY(dropped);
        }
        QVERIFY(!first->changed());
        auto kept = second->begin();
        QVERIFY(kept && kept->commit());
        QVERIFY(first->changed() && !first->changed());
    }

    void aLostLinkIsOneSentenceKeepsNothingHalfAndComesBack()
    {
        const QString place = m_server.freshDatabase();
        auto ops = open(place);
        QVERIFY(runQuery(*ops, QStringLiteral("CREATE TABLE pair (n BIGINT NOT NULL)")));
        {
            auto transaction = ops->begin();
            QVERIFY(transaction && runQuery(*ops, QStringLiteral("INSERT INTO pair VALUES (1)")));
            m_server.kill();
            const auto second = runQuery(*ops, QStringLiteral("INSERT INTO pair VALUES (2)"));
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::Unavailable);
            QCOMPARE(QString::fromStdString(second.error().reason), QStringLiteral("the team database cannot be reached; nothing of this change was kept"));
            QVERIFY2(m_server.start(), qPrintable(m_server.error()));
            QVERIFY(!runQuery(*ops, QStringLiteral("INSERT INTO pair VALUES (3)"))); // not on a new link, outside the transaction
            QVERIFY(!transaction->commit());
        }
        QCOMPARE(number(*ops, "SELECT count(*) FROM pair"), 0);
        auto transaction = ops->begin();
        QVERIFY(transaction && runQuery(*ops, QStringLiteral("INSERT INTO pair VALUES (4)")) && transaction->commit());
        QCOMPARE(number(*ops, "SELECT n FROM pair"), 4);
    }

    void aServerThatRestartsIsFoundAgain()
    {
        auto ops = open(m_server.freshDatabase());
        QVERIFY(!ops->changed() || !ops->changed());
        m_server.kill();
        const auto refused = ops->begin();
        QVERIFY(!refused && refused.error().code == ErrorCode::Unavailable);
        QVERIFY(ops->changed());
        QVERIFY(m_server.start());
        const auto begun = ops->begin();
        QVERIFY2(begun, begun ? "" : begun.error().text().c_str());
    }

    void whatTheServerRefusesIsOneSentence_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<ErrorCode>("code");
        const QString gone = QStringLiteral("postgresql://lepto@127.0.0.1:1/x");
        QTest::newRow("nobody there") << gone << ErrorCode::Unavailable;
        QTest::newRow("no such database") << m_server.url(QStringLiteral("nowhere")) << ErrorCode::NotFound;
        QTest::newRow("a password is needed") << m_server.url(QStringLiteral("postgres"), QStringLiteral("guarded")) << ErrorCode::Refused;
        QTest::newRow("TLS that is not there") << m_server.url(QStringLiteral("postgres")) + QStringLiteral("?sslmode=require") << ErrorCode::Refused;
    }

    void whatTheServerRefusesIsOneSentence()
    {
        QFETCH(QString, place);
        QFETCH(ErrorCode, code);
        const auto ops = OpsDatabase::open(place);
        QVERIFY(!ops);
        QVERIFY2(ops.error().code == code, ops.error().text().c_str());
        QVERIFY(!QString::fromStdString(ops.error().text()).contains(u'\n'));
    }

    void aForeignDatabaseIsLeftAlone()
    {
        const QString place = m_server.freshDatabase();
        QVERIFY(m_server.sql(place.section(u'/', -1), QStringLiteral("CREATE TABLE recipes(x int)")));
        const auto ops = OpsDatabase::open(place);
        QVERIFY(!ops);
        QCOMPARE(ops.error().code, ErrorCode::Damaged);
        QVERIFY(!m_server.sql(place.section(u'/', -1), QStringLiteral("SELECT 1 FROM schema_migration")));
    }

    void readersCannotWrite()
    {
        const QString place = m_server.freshDatabase();
        auto writer = open(place);
        auto reader = std::move(*OpsDatabase::open(place, OpsDatabase::Mode::ReadOnly));
        QCOMPARE(number(*reader, "SELECT count(*) FROM audit"), 0);
        QCOMPARE(reader->begin().error().code, ErrorCode::Refused);
        QCOMPARE(runQuery(*reader, QStringLiteral("INSERT INTO run_switch VALUES ('a', 1, 'b', 2)")).error().code, ErrorCode::Refused);
    }

    void addressesAreChecked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("words");
        const QString what = QStringLiteral("behind the address only sslmode");
        QTest::newRow("password") << QStringLiteral("postgresql://a:secret@h/d") << QStringLiteral("no password belongs");
        QTest::newRow("another server") << QStringLiteral("mysql://h/d") << QStringLiteral("is postgresql://user@host/database");
        QTest::newRow("no database") << QStringLiteral("postgresql://h") << QStringLiteral("names no database");
        QTest::newRow("unknown option") << QStringLiteral("postgresql://h/d?options=-c") << what;
        QTest::newRow("unknown mode") << QStringLiteral("postgresql://h/d?sslmode=maybe") << what;
        QTest::newRow("option in a path") << QStringLiteral("postgresql://h/d?sslcert=/a%20sslmode=disable") << what;
        QTest::newRow("second option in a path") << QStringLiteral("postgresql://h/d?sslkey=/a;sslmode=disable") << what;
    }

    void addressesAreChecked()
    {
        QFETCH(QString, address);
        QFETCH(QString, words);
        const auto parsed = OpsAddress::parse(address);
        QVERIFY(!parsed);
        QVERIFY2(QString::fromStdString(parsed.error().reason).contains(words), parsed.error().text().c_str());
        QVERIFY(!QString::fromStdString(parsed.error().text()).contains(QStringLiteral("secret")));
    }

    void anotherMachineIsReachedOverCheckedTls()
    {
        QVERIFY(OpsAddress::parse(QStringLiteral("postgresql://ops@db.example/leptoscope"))->options.contains(QStringLiteral("sslmode=verify-full")));
        QVERIFY(OpsAddress::parse(QStringLiteral("postgresql://ops@127.0.0.1/leptoscope"))->options.contains(QStringLiteral("sslmode=prefer")));
        QCOMPARE(OpsAddress::parse(QStringLiteral("postgresql:///leptoscope?host=/run/postgresql"))->host, QStringLiteral("/run/postgresql"));
    }
};

QTEST_GUILESS_MAIN(TestOpsPostgresql)
#include "tst_ops_postgresql.moc"
