#include "core/logs/log_store.h"
#include "core/logs/log_writer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace lepto;

namespace {

constexpr TimeMs start = 1'795'570'000'000;

LogLine make(TimeMs t, LogLevel level, const std::string &text, std::uint64_t pattern = 1, const std::string &service = "cart")
{
    return { t, level, false, pattern, service, "file", text };
}

LogAppend batchOf(std::vector<LogLine> lines, const QString &source = QStringLiteral("shop"))
{
    return { source, std::move(lines), {}, {} };
}

std::vector<LogLine> numbered(int from, int count, TimeMs step = 10)
{
    std::vector<LogLine> lines;
    for (int i = from; i < from + count; ++i)
        lines.push_back(make(start + i * step, i % 10 == 0 ? LogLevel::Error : LogLevel::Info, "line " + std::to_string(i) + " of the shop", std::uint64_t(1 + i % 3)));
    return lines;
}

QStringList texts(const LogPage &page)
{
    QStringList out;
    for (const LogRow &row : page.rows)
        out += QString::fromStdString(row.line.text);
    return out;
}

} // namespace

class TestLogStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static std::unique_ptr<LogStore> openIn(const QString &file, LogStore::Mode mode = LogStore::Mode::ReadWrite)
    {
        auto store = LogStore::open(file, mode);
        if (!store)
            qWarning("%s", store.error().text().c_str());
        return store ? *std::move(store) : nullptr;
    }

private Q_SLOTS:
    void linesComeBackNewestFirst()
    {
        auto store = openIn(file("order.db"));
        QVERIFY(store->append(batchOf({ make(start + 1, LogLevel::Info, "b"), make(start + 3, LogLevel::Info, "d") })));
        QVERIFY(store->append(batchOf({ make(start + 2, LogLevel::Error, "c\xff\0x" + std::string(1, '\0')), make(start, LogLevel::Unknown, "a") }, QStringLiteral("other"))));
        const auto page = store->query({});
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 4u);
        QCOMPARE(page->rows[0].line.text, std::string("d"));
        QCOMPARE(page->rows[1].line.text, "c\xff\0x" + std::string(1, '\0'));
        QCOMPARE(page->rows[1].source, QStringLiteral("other"));
        QCOMPARE(page->rows[3].line.text, std::string("a"));
        QVERIFY(!page->more);
    }

    void aQueryTakesWhatItAsksFor()
    {
        auto store = openIn(file("filter.db"));
        QVERIFY(store->append(batchOf(numbered(0, 1000))));
        LogQuery query;
        query.contains = "line 77";
        QCOMPARE(store->query(query)->rows.size(), 11u); // 77, 770..779
        query.atLeast = LogLevel::Error;
        QCOMPARE(texts(*store->query(query)), QStringList { QStringLiteral("line 770 of the shop") });
        query = {};
        query.regex = QStringLiteral("^line 9[0-9] ");
        QCOMPARE(store->query(query)->rows.size(), 10u);
        query = {};
        query.pattern = 3;
        QCOMPARE(store->query(query)->rows.size(), 333u);
        query.from = start + 100;
        query.to = start + 199;
        QCOMPARE(store->query(query)->rows.size(), 3u); // 11, 14 and 17
        query = {};
        query.sources = QStringList { QStringLiteral("nobody") };
        QCOMPARE(store->query(query)->rows.size(), 0u);
        query = {};
        query.regex = QStringLiteral("(unclosed");
        QVERIFY(QString::fromStdString(store->query(query).error().text()).contains(QStringLiteral("the regular expression is wrong")));
        query.regex = QStringLiteral("(a+)+$");
        QVERIFY(store->append(batchOf({ make(start, LogLevel::Info, std::string(50'000, 'a') + "!") })));
        QVERIFY(store->query(query));
    }

    void pagesFollowOneAnotherWithoutGapOrDouble()
    {
        auto store = openIn(file("pages.db"));
        QRandomGenerator random(1);
        int made = 0;
        for (int batch = 0; batch < 60; ++batch) {
            std::vector<LogLine> lines;
            for (quint32 n = 1 + random.bounded(400u); n > 0; --n) // out of order, and many with the same time
                lines.push_back(make(start + batch * 100 + random.bounded(300), LogLevel::Info, std::to_string(made++)));
            QVERIFY(store->append(batchOf(std::move(lines), batch % 2 ? QStringLiteral("a") : QStringLiteral("b"))));
        }
        LogQuery query;
        query.limit = 777;
        QSet<QString> seen;
        LogMark last { std::numeric_limits<TimeMs>::max(), 0, 0 };
        for (;;) {
            const auto page = store->query(query);
            QVERIFY(page);
            for (const LogRow &row : page->rows) {
                QVERIFY(row.mark < last);
                last = row.mark;
                seen.insert(QString::fromStdString(row.line.text));
            }
            if (!page->more)
                break;
            query.before = page->searchedTo;
        }
        QCOMPARE(seen.size(), made);
    }

    void smallAppendsArePackedTogether()
    {
        auto store = openIn(file("pack.db"));
        for (int i = 0; i < 3000; ++i)
            QVERIFY(store->append(batchOf(numbered(i, 1))));
        QCOMPARE(store->stats()->lines, 3000);
        QVERIFY2(store->stats()->blocks < 50, qPrintable(QString::number(store->stats()->blocks)));
        LogQuery query;
        query.limit = 5000;
        const auto page = store->query(query);
        QCOMPARE(page->rows.size(), 3000u);
        QCOMPARE(page->rows[0].mark.number, 2999);
        QCOMPARE(page->rows[2999].mark.number, 0);
    }

    void countsAreKeptByTimeAndLevel()
    {
        auto store = openIn(file("counts.db"));
        QVERIFY(store->append(batchOf(numbered(0, 6000)))); // a minute, ten percent errors
        const auto kept = store->counts({}, 20'000);
        QVERIFY(kept);
        QCOMPARE(kept->step, 20'000);
        std::int64_t all = 0, errors = 0;
        for (const LogBucket &bucket : kept->buckets) {
            errors += bucket.lines[std::size_t(LogLevel::Error)];
            for (const std::int64_t lines : bucket.lines)
                all += lines;
        }
        QCOMPARE(all, 6000);
        QCOMPARE(errors, 600);
        LogQuery query;
        query.contains = "line 59";
        const auto searched = store->counts(query, 1000);
        QCOMPARE(searched->buckets.size(), 3u); // of 59, of 590 to 599, of 5900 to 5999
        QCOMPARE(searched->step, 1000);
    }

    void patternsAreCountedInTheRange()
    {
        auto store = openIn(file("patterns.db"));
        LogAppend batch = batchOf(numbered(0, 9000));
        batch.patterns = { { 1, LogLevel::Error, "cart", "line <*>", start, start + 90'000, 3000 }, { 2, LogLevel::Info, "cart", "two <*>", start + 5000, start + 90'000, 3000 } };
        QVERIFY(store->append(batch));
        auto rows = store->patterns({});
        QCOMPARE(rows->size(), 2u);
        QCOMPARE((*rows)[0].linesInRange, 3000);
        LogQuery query;
        query.from = start + 1000;
        query.to = start + 1299;
        rows = store->patterns(query);
        QCOMPARE((*rows)[0].linesInRange, 10);
        QVERIFY(!(*rows)[0].isNew);
        query.atLeast = LogLevel::Error;
        QCOMPARE(store->patterns(query)->size(), 1u);
        QCOMPARE(store->patternsOf(QStringLiteral("shop"))->size(), 2u);
    }

    void positionsAreKeptWithTheirLines()
    {
        auto store = openIn(file("positions.db"));
        LogAppend batch = batchOf(numbered(0, 3));
        batch.positions = { { "a", "17" }, { "b", "x" } };
        QVERIFY(store->append(batch));
        batch.lines.clear();
        batch.positions = { { "a", "" }, { "b", "y" } };
        QVERIFY(store->append(batch));
        QCOMPARE(*store->positions(QStringLiteral("shop")), (std::map<std::string, std::string> { { "b", "y" } }));
        QVERIFY(store->positions(QStringLiteral("nobody"))->empty());
    }

    void arrivalsGoOnWhereTheyWere()
    {
        auto store = openIn(file("arrivals.db"));
        QVERIFY(store->append(batchOf(numbered(0, 100))));
        std::map<QString, std::int64_t> after;
        QCOMPARE(store->arrivals({}, after)->size(), 0u);
        QVERIFY(store->append(batchOf(numbered(100, 5))));
        QVERIFY(store->append(batchOf(numbered(0, 5), QStringLiteral("late"))));
        after[QStringLiteral("late")] = 3;
        const auto rows = store->arrivals({}, after);
        QCOMPARE(rows->size(), 7u);
        QCOMPARE(store->arrivals({}, after)->size(), 0u);
    }

    void theOldestGoFirst()
    {
        auto store = openIn(file("retention.db"));
        QRandomGenerator random(4);
        for (int i = 0; i < 20; ++i) {
            auto lines = numbered(i * 8192, 8192);
            for (LogLine &line : lines)
                line.text += std::to_string(random.generate64());
            QVERIFY(store->append(batchOf(std::move(lines))));
        }
        QVERIFY(store->maintain(start + 10 * 81'920, 1LL << 40));
        QVERIFY(store->stats()->oldest >= start + 9 * 81'920);
        QCOMPARE(store->stats()->blocks, 10);
        const auto before = store->stats()->bytesOnDisk;
        QVERIFY(store->maintain(0, before / 3));
        QVERIFY(store->stats()->blocks < 10 && store->stats()->blocks > 0);
        QCOMPARE(store->stats()->newest, start + 10 * (20 * 8192 - 1));
        QVERIFY(store->counts({}, 10'000)->buckets.front().t >= store->stats()->oldest - 600'000);
    }

    void aSecondProcessReadsWhileOneWrites()
    {
        auto store = openIn(file("two.db"));
        QVERIFY(store->append(batchOf(numbered(0, 10))));
        QCOMPARE(LogStore::open(file("two.db"), LogStore::Mode::ReadWrite).error().code, ErrorCode::Conflict);
        const auto reader = openIn(file("two.db"), LogStore::Mode::ReadOnly);
        QCOMPARE(reader->query({})->rows.size(), 10u);
        QVERIFY(store->append(batchOf(numbered(10, 10))));
        QCOMPARE(reader->query({})->rows.size(), 20u);
        QCOMPARE(reader->append(batchOf(numbered(0, 1))).error().code, ErrorCode::Refused);
        QCOMPARE(LogStore::open(file("none.db"), LogStore::Mode::ReadOnly).error().code, ErrorCode::NotFound);
    }

    void whatWasAppendedSurvivesAKill()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = openIn(file("killed.db"));
            for (int i = 0; i < 50; ++i)
                (void)store->append(batchOf(numbered(i, 1)));
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        auto store = openIn(file("killed.db")); // the lock of the dead is taken over
        QVERIFY(store);
        QCOMPARE(store->query({})->rows.size(), 50u);
    }

    void aFullDiskLosesNothingThatWasKept()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            auto store = openIn(file("full.db"));
            const rlimit limit { 400'000, 400'000 };
            ::setrlimit(RLIMIT_FSIZE, &limit);
            int kept = 0;
            QRandomGenerator random(2);
            for (;; ++kept) {
                std::string noise(20'000, 'x');
                for (char &c : noise)
                    c = char(random.bounded(256u));
                if (const auto done = store->append(batchOf({ make(start + kept, LogLevel::Info, noise) })); !done)
                    ::_exit(done.error().code == ErrorCode::Exhausted ? kept : 200);
            }
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        const int kept = WEXITSTATUS(status);
        QVERIFY2(kept > 0 && kept < 200, qPrintable(QString::number(kept)));
        auto store = openIn(file("full.db"));
        QCOMPARE(store->query({})->rows.size(), std::size_t(kept));
        QVERIFY(store->append(batchOf(numbered(0, 1))));
    }

    void aDamagedBlockIsLeftOutAndCounted()
    {
        {
            auto store = openIn(file("damaged.db"));
            QVERIFY(store->append(batchOf(numbered(0, 8192))));
            QVERIFY(store->append(batchOf(numbered(8192, 10))));
        }
        {
            auto db = Database::open(file("damaged.db"), Database::Access::ReadWrite);
            QVERIFY((*db)->exec("UPDATE block SET data=zeroblob(length(data)) WHERE first=0"));
        }
        auto store = openIn(file("damaged.db"));
        const auto page = store->query({});
        QCOMPARE(page->rows.size(), 10u);
        QCOMPARE(page->damagedBlocks, 1);
        QFile other(file("other.db"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(100'000, 'x')) > 0);
        other.close();
        QCOMPARE(LogStore::open(file("other.db"), LogStore::Mode::ReadWrite).error().code, ErrorCode::Damaged);
    }

    void aMillionLinesAreSearchedQuickly()
    {
        auto store = openIn(file("million.db"));
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 200; ++i) {
            std::vector<LogLine> lines;
            for (int k = i * 5000; k < (i + 1) * 5000; ++k)
                lines.push_back(make(start + k * 20, k % 10 == 0 ? LogLevel::Error : LogLevel::Info,
                    "2026-11-25T01:42:26.123Z INFO order " + std::to_string(k) + " was written to the table in " + std::to_string(k % 977) + " ms from 10.0.0." + std::to_string(k % 251), std::uint64_t(1 + k % 40)));
            QVERIFY(store->append(batchOf(std::move(lines))));
        }
        const double writing = double(clock.nsecsElapsed()) / 1e6;
        const auto stats = store->stats();
        QCOMPARE(stats->lines, 1'000'000);
        const auto timed = [&](const LogQuery &query, std::size_t rows) {
            double best = 1e9;
            for (int i = 0; i < 3; ++i) {
                clock.start();
                const auto page = store->query(query);
                best = std::min(best, double(clock.nsecsElapsed()) / 1e6);
                if (!page || page->rows.size() != rows)
                    return -1.0;
            }
            return best;
        };
        LogQuery newest, errors, rare, none, regex;
        errors.atLeast = LogLevel::Error;
        rare.contains = "order 777777 ";
        none.contains = "not in here";
        regex.regex = QStringLiteral("order 9999\\d+ was .* 17 ms");
        const double newestMs = timed(newest, 500), errorsMs = timed(errors, 500), rareMs = timed(rare, 1), noneMs = timed(none, 0);
        clock.start();
        QVERIFY(store->query(regex));
        const double regexMs = double(clock.nsecsElapsed()) / 1e6;
        clock.start();
        QVERIFY(store->patterns({}));
        const double patternsMs = double(clock.nsecsElapsed()) / 1e6;
        clock.start();
        QVERIFY(store->counts({}, 60'000));
        const double countsMs = double(clock.nsecsElapsed()) / 1e6;
        qInfo("1 M lines: written in %.0f ms, %.1f bytes a line on disk (%.1f raw); newest 500 %.1f ms, errors %.1f ms, one in a million %.1f ms, absent %.1f ms, "
              "regex %.0f ms, patterns %.1f ms, counts %.1f ms", writing, double(stats->bytesOnDisk) / 1e6, double(stats->rawBytes) / 1e6, newestMs, errorsMs, rareMs, noneMs, regexMs, patternsMs, countsMs);
        QVERIFY2(newestMs >= 0 && newestMs < 50, qPrintable(QString::number(newestMs)));
        QVERIFY(errorsMs >= 0 && rareMs >= 0 && noneMs >= 0);
    }
};

QTEST_GUILESS_MAIN(TestLogStore)
#include "tst_log_store.moc"
