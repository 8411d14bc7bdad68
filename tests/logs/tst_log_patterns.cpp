#include "core/logs/line_digest.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace lepto;

namespace {

QStringList textsOf(const QStringList &messages, const PatternOptions &options = {})
{
    PatternTree tree(options);
    QStringList ids, texts;
    std::vector<std::uint64_t> order;
    for (const QString &message : messages) {
        const auto match = tree.add(message.toStdString());
        if (match.fresh)
            order.push_back(match.id);
    }
    for (const std::uint64_t id : order)
        texts += QString::fromStdString(tree.text(id));
    return texts;
}

/// Lines of a busy shop: 40 kinds of messages with numbers, names and addresses in them.
std::vector<std::string> shopLines(int count)
{
    static const char *const words[] = { "cart", "order", "invoice", "user", "stock", "mail", "search", "login" };
    static const char *const deeds[] = { "was written to the table in", "could not be found within", "is locked by worker", "left the queue after", "took" };
    QRandomGenerator random(3);
    std::vector<std::string> lines;
    for (int i = 0; i < count; ++i) {
        const int kind = int(random.bounded(40u));
        lines.push_back("2026-11-25T01:42:26.123Z INFO " + std::string(words[kind % 8]) + " " + std::to_string(random.bounded(100000u)) + " " + deeds[kind / 8] + " "
            + std::to_string(random.bounded(1000u)) + " ms from 10.0.0." + std::to_string(random.bounded(255u)) + " trace=" + std::to_string(random.generate()));
    }
    return lines;
}

} // namespace

class TestLogPatterns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatVariesBecomesAStar()
    {
        QCOMPARE(textsOf({ QStringLiteral("connected to 10.0.0.1:8080 in 15ms"), QStringLiteral("connected to 10.0.0.2:9090 in 3ms") }),
            QStringList { QStringLiteral("connected to <*> in <*>") });
        QCOMPARE(textsOf({ QStringLiteral("session of alice opened"), QStringLiteral("session of bob opened") }), QStringList { QStringLiteral("session of <*> opened") });
        QCOMPARE(textsOf({ QStringLiteral("GET /api/orders/17?page=2 took=12ms status=200, done.") }), QStringList { QStringLiteral("GET /api/orders/<*>?page=<*> took=<*> status=<*>, done.") });
        QCOMPARE(textsOf({ QStringLiteral("{\"a\":17,\"b\":\"x2\"} took 3:") }), QStringList { QStringLiteral("{\"a\":<*>,\"b\":\"<*>\"} took <*>:") });
        QCOMPARE(textsOf({ QStringLiteral("id 9f86d081-884c-7d65 (attempt 3)") }), QStringList { QStringLiteral("id <*> (attempt <*>)") });
    }

    void differentMessagesStayApart()
    {
        QCOMPARE(textsOf({ QStringLiteral("disk is full"), QStringLiteral("disk was replaced yesterday"), QStringLiteral("mail is sent") }).size(), 3);
        QCOMPARE(textsOf({ QStringLiteral("   "), QString() }), QStringList());
    }

    void theIdStaysWhenTheTextGrowsGeneral()
    {
        PatternTree tree;
        const auto first = tree.add("session of alice opened");
        const auto second = tree.add("session of bob opened");
        QVERIFY(first.fresh && !second.fresh && second.changed);
        QCOMPARE(first.id, second.id);
        QCOMPARE(first.id, patternHash("session of alice opened"));
        QVERIFY(!tree.add("session of carol opened").changed);
    }

    void whatWasLearntIsTakenUpAgain()
    {
        PatternTree before, after;
        const auto known = before.add("session of alice opened");
        before.add("session of bob opened");
        after.restore(known.id, before.text(known.id));
        const auto match = after.add("session of dave opened");
        QCOMPARE(match.id, known.id);
        QVERIFY(!match.fresh);
    }

    void memoryIsBoundedAndTheOldestIsForgotten()
    {
        PatternOptions options;
        options.maxPatterns = 100;
        PatternTree tree(options);
        const auto often = tree.add("the one that is always seen here");
        QRandomGenerator random(5);
        for (int i = 0; i < 50'000; ++i) {
            std::string message;
            for (quint32 words = 2 + random.bounded(30u); words > 0; --words) {
                for (int letters = 0; letters < 5; ++letters)
                    message += char('a' + random.bounded(26u));
                message += ' ';
            }
            tree.add(message);
            if (i % 20 == 0)
                QCOMPARE(tree.add("the one that is always seen here").id, often.id);
            QVERIFY(tree.size() <= 100);
        }
        QVERIFY(!tree.text(often.id).empty());
    }

    void theSameLinesGiveTheSamePatterns()
    {
        PatternTree a, b;
        for (const std::string &line : shopLines(5000))
            QCOMPARE(a.add(line).id, b.add(line).id);
        QCOMPARE(a.size(), b.size());
        QVERIFY2(a.size() <= 45, qPrintable(QString::number(a.size())));
    }

    void aNewPatternIsNewsOnceTheSourceIsKnown()
    {
        LineDigest digest(QStringLiteral("shop"));
        LogBatch batch { QStringLiteral("shop"), 1'795'570'946'000, {}, {} };
        for (std::string &line : shopLines(1500))
            batch.lines.push_back({ 0, LogLevel::Unknown, {}, "a", std::move(line), false });
        QCOMPARE(digest.digest(batch, 0).found.size(), 0u);
        batch.lines = { { 0, LogLevel::Unknown, {}, "a", "ERROR certificate of the payment gateway is over", false } };
        const auto digested = digest.digest(batch, 0);
        QCOMPARE(digested.found.size(), 1u);
        QCOMPARE(digested.found[0].pattern.level, LogLevel::Error);
        QCOMPARE(digested.append.lines[0].service, std::string("shop"));
        QCOMPARE(digest.digest(batch, 0).found.size(), 0u);
    }

    void aStackTraceKeepsTheTimeOfItsLine()
    {
        LineDigest digest(QStringLiteral("shop"));
        LogBatch batch { QStringLiteral("shop"), 1'795'570'999'000, {}, {} };
        for (const char *line : { "2026-11-25T01:42:26Z ERROR boom", "\tat com.shop.Main(Main.java:1)" })
            batch.lines.push_back({ 0, LogLevel::Unknown, {}, "a", line, false });
        const auto lines = digest.digest(batch, 0).append.lines;
        QCOMPARE(lines[1].t, lines[0].t);
        QCOMPARE(lines[1].level, LogLevel::Error);
    }

    void manyLinesASecondAreClustered()
    {
        const auto lines = shopLines(200'000);
        QElapsedTimer clock;
        PatternTree tree;
        clock.start();
        for (const std::string &line : lines)
            tree.add(line);
        const double tree_ms = double(clock.nsecsElapsed()) / 1e6;
        LineDigest digest(QStringLiteral("shop"));
        LogBatch batch { QStringLiteral("shop"), 1'795'570'946'000, {}, {} };
        for (const std::string &line : lines)
            batch.lines.push_back({ 0, LogLevel::Unknown, {}, "a", line, false });
        clock.start();
        const auto digested = digest.digest(batch, 0);
        const double all_ms = double(clock.nsecsElapsed()) / 1e6;
        QCOMPARE(digested.append.lines.size(), lines.size());
        qInfo("clustering %.0f lines/s, parsing and clustering %.0f lines/s", 200'000 / tree_ms * 1000, 200'000 / all_ms * 1000);
        QVERIFY(tree_ms < 20'000); // a machine under load must not fail this
    }
};

QTEST_GUILESS_MAIN(TestLogPatterns)
#include "tst_log_patterns.moc"
