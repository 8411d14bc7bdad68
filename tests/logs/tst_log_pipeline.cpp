#include "core/logs/journal_entry.h"
#include "core/logs/journal_source.h"
#include "core/logs/log_connection_test.h"
#include "core/logs/log_pipeline.h"
#include "core/logs/loki_source.h"
#include "tests/support/fake_loki.h"
#include "tests/support/shared_data.h"

#include <QDateTime>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using test::FakeLoki;

namespace {

constexpr qint64 ms = 1'000'000;

qint64 nowNs()
{
    return QDateTime::currentMSecsSinceEpoch() * ms;
}

SourceConfig lokiAt(const QString &url, const QString &query = QStringLiteral("{app=\"shop\"}"))
{
    SourceConfig config;
    config.name = QStringLiteral("loki");
    config.kind = SourceConfig::Kind::Loki;
    config.url = url;
    config.query = query;
    config.intervalMs = 200;
    return config;
}

const std::map<QString, QString> shop { { QStringLiteral("app"), QStringLiteral("shop") }, { QStringLiteral("pod"), QStringLiteral("a") } };

/// Collects what a source reads, as a keeper does.
class Keeper : public QObject {
public:
    explicit Keeper(LogSource &source)
    {
        connect(&source, &LogSource::linesRead, this, [this](const LogBatch &batch) {
            lines.insert(lines.end(), batch.lines.begin(), batch.lines.end());
            for (const auto &[key, value] : batch.positions)
                positions[key] = value;
        });
    }
    std::vector<RawLine> lines;
    std::map<std::string, std::string> positions;
};

Result<LokiAnswer> recorded(const char *name)
{
    return parseLokiAnswer(test::readAll(test::sharedFolder() + QStringLiteral("/conformance/loki/") + QString::fromLatin1(name)));
}

QString steps(const SourceConfig &config)
{
    LogConnectionTest test(config, {});
    QSignalSpy step(&test, &LogConnectionTest::stepFinished), over(&test, &LogConnectionTest::finished);
    test.start();
    test.start();
    if (over.isEmpty())
        over.wait(10'000);
    QStringList out;
    for (const auto &args : step) {
        const auto done = args[0].value<TestStep>();
        static const char *const how[] = { "ok", "warning", "FAILED", "skipped" };
        out += QStringLiteral("%1 %2: %3").arg(testStepText(done.code), QString::fromLatin1(how[int(done.how)]), done.words);
    }
    return out.join(u'\n');
}

} // namespace

class TestLogPipeline : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A real journal file, written by systemd's own tool from its export format.
    bool writeJournal(const QString &file, const QByteArray &entries)
    {
        const QString tool = QStringLiteral("/lib/systemd/systemd-journal-remote");
        if (!QFile::exists(tool))
            return false;
        QProcess process;
        process.start(tool, { QStringLiteral("--output=") + file, QStringLiteral("--split-mode=none"), QStringLiteral("-") });
        process.write(entries);
        process.closeWriteChannel();
        return process.waitForFinished(10'000) && process.exitCode() == 0;
    }

    static QByteArray exported(qint64 us, const QByteArray &message, int priority, const QByteArray &unit, const QByteArray &boot = "0123456789abcdef0123456789abcdef")
    {
        QByteArray entry = "__REALTIME_TIMESTAMP=" + QByteArray::number(us) + "\n__MONOTONIC_TIMESTAMP=" + QByteArray::number(us % 1'000'000'000)
            + "\n_BOOT_ID=" + boot + "\nPRIORITY=" + QByteArray::number(priority) + "\n_SYSTEMD_UNIT=" + unit + "\n_HOSTNAME=web1\n";
        QByteArray size(8, '\0');
        for (int i = 0; i < 8; ++i)
            size[i] = char(quint64(message.size()) >> (8 * i));
        return entry + "MESSAGE\n" + size + message + "\n\n";
    }

private Q_SLOTS:
    void recordedAnswersAreRead()
    {
        if (test::sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        const auto streams = recorded("01_streams.json");
        QCOMPARE(streams->entries.size(), 2u);
        QCOMPARE(streams->entries[1].ns, 123456789012346);
        QCOMPARE(streams->entries[1].line, std::string("super line with labels"));
        QCOMPARE(streams->warnings, QStringList { QStringLiteral("this is a warning") });
        const auto parted = recorded("09_streams.json");
        QCOMPARE(parted->entries.size(), 3u);
        QCOMPARE(QString::fromStdString(parted->entries[2].metadata.text()), QStringLiteral("{bar=\"b\",foo=\"a\",msg=\"baz\"}"));
        QCOMPARE(recorded("06_tail.json")->entries.size(), 3u);
        QCOMPARE(recorded("06_tail.json")->dropped, 1);
        QCOMPARE(recorded("10_tail.json")->entries[0].line, std::string("foobar"));
        QCOMPARE(recorded("04_labels_or_series.json")->names.size(), 3);
        QCOMPARE(recorded("07_labels_or_series.json")->series.size(), 2u);
        QCOMPARE(recorded("11_labels_or_series.json")->names.size(), 0);
        QCOMPARE(recorded("12_labels_or_series.json")->patterns[0].text, std::string("foo <*> bar"));
        QCOMPARE(recorded("13_labels_or_series.json")->patterns[1].samples.size(), 2u);
        QCOMPARE(recorded("14_labels_or_series.json")->patterns.size(), 2u);
    }

    void whatIsNoAnswerIsSaidSo()
    {
        QCOMPARE(parseLokiAnswer("<html>").error().text(), std::string("the answer is no JSON of Loki"));
        QVERIFY(!parseLokiAnswer("{\"status\":\"error\"}"));
        QVERIFY(parseLokiAnswer("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}").error().reason.find("asks for numbers") != std::string::npos);
        QVERIFY(!parseLokiAnswer("{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"values\":[[\"x\",\"y\"]]}]}}"));
        QVERIFY(!parseLokiAnswer(QByteArray(100'000, '[')));
    }

    void linesAreReadPageByPageAndFollowed()
    {
        FakeLoki server;
        const qint64 begin = nowNs() - 60'000 * ms;
        for (int i = 0; i < 2500; ++i)
            server.push(shop, begin + i * ms, QStringLiteral("line %1").arg(i));
        server.push({ { QStringLiteral("app"), QStringLiteral("other") } }, begin, QStringLiteral("not asked for"));
        LokiSource source(lokiAt(server.url()), {});
        Keeper keeper(source);
        source.start();
        QTRY_COMPARE(keeper.lines.size(), 2500u);
        QCOMPARE(keeper.lines[0].service, std::string("shop"));
        QCOMPARE(keeper.lines[0].origin, std::string("{app=\"shop\",pod=\"a\"}"));
        QCOMPARE(keeper.lines[0].t, begin / ms);
        QTRY_COMPARE(source.state().code, SourceState::Code::Live);
        server.push(shop, nowNs(), QStringLiteral("+ a \"new\" one"));
        server.push(shop, begin + 2'480 * ms, QStringLiteral("one that comes late"));
        QTRY_COMPARE(keeper.lines.size(), 2502u);
        QTest::qWait(500);
        QCOMPARE(keeper.lines.size(), 2502u); // the overlap doubles nothing
    }

    void afterARestartNothingIsLostOrDoubled()
    {
        FakeLoki server;
        const qint64 t = nowNs() - 5000 * ms;
        server.push(shop, t, QStringLiteral("a"));
        server.push(shop, t, QStringLiteral("b"));
        std::map<std::string, std::string> positions;
        {
            LokiSource source(lokiAt(server.url()), {});
            Keeper keeper(source);
            source.start();
            QTRY_COMPARE(keeper.lines.size(), 2u);
            positions = keeper.positions;
        }
        server.push(shop, t, QStringLiteral("c"));
        server.push(shop, t + 1, QStringLiteral("d"));
        LokiSource source(lokiAt(server.url()), {});
        source.resumeFrom(positions);
        Keeper keeper(source);
        source.start();
        QTRY_COMPARE(keeper.lines.size(), 2u);
        QCOMPARE(keeper.lines[0].bytes + keeper.lines[1].bytes, std::string("cd"));
    }

    void aPageOfOneNanosecondIsPassed()
    {
        FakeLoki server;
        const qint64 t = nowNs() - 5000 * ms;
        for (int i = 0; i < 1700; ++i)
            server.push(shop, t, QStringLiteral("same %1").arg(i));
        for (int i = 0; i < 5; ++i)
            server.push(shop, t + 1 + i, QStringLiteral("later %1").arg(i));
        LokiSource source(lokiAt(server.url()), {});
        Keeper keeper(source);
        source.start();
        QTRY_COMPARE(keeper.lines.size(), 1705u);
    }

    void errorsAreTheServersOwnWords()
    {
        FakeLoki server;
        LokiSource bad(lokiAt(server.url(), QStringLiteral("{app")), {});
        bad.start();
        QTRY_COMPARE(bad.state().code, SourceState::Code::Failed);
        QVERIFY2(bad.state().reason.contains(QStringLiteral("parse error at line 1, col 1")), qPrintable(bad.state().reason));
        bad.stop(); // or its next try is the last request
        server.wantTenant("team-a");
        LokiSource source(lokiAt(server.url()), {});
        source.start();
        QTRY_COMPARE(source.state().code, SourceState::Code::Failed);
        QVERIFY2(source.state().reason.contains(QStringLiteral("X-Scope-OrgID")), qPrintable(source.state().reason));
        source.stop();
        SourceConfig config = lokiAt(server.url());
        config.headers.insert(QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-a"));
        config.username = QStringLiteral("ada");
        LokiSource known(config, QStringLiteral("pw"));
        known.start();
        QTRY_COMPARE(known.state().code, SourceState::Code::Live);
        QCOMPARE(server.lastRequest().headers.value("x-scope-orgid"), QByteArray("team-a"));
        server.failWith(429, "too many outstanding requests");
        QTRY_COMPARE(known.state().code, SourceState::Code::Failed);
        QVERIFY2(known.state().reason.contains(QStringLiteral("too many outstanding requests")), qPrintable(known.state().reason));
        server.failWith(0, {});
        QTRY_COMPARE(known.state().code, SourceState::Code::Live);
    }

    void theWayToLokiIsTested()
    {
        FakeLoki server;
        server.push(shop, nowNs() - ms, QStringLiteral("hello \x1b[31m"));
        QVERIFY2(steps(lokiAt(server.url())).endsWith(QStringLiteral("selection ok: {app=\"shop\",pod=\"a\"}\nseries ok: hello \\x1b[31m")), qPrintable(steps(lokiAt(server.url()))));
        QVERIFY(steps(lokiAt(server.url(), QStringLiteral("{app=\"x\"}"))).endsWith(QStringLiteral("selection warning: the selector matches no line of the last hour")));
        QVERIFY(steps(lokiAt(server.url(), QString())).endsWith(QStringLiteral("the selector of the streams is missing, e.g. {app=\"shop\"}")));
        server.wantTenant("x");
        QVERIFY(steps(lokiAt(server.url())).contains(QStringLiteral("access FAILED: the server wants to know the tenant")));
    }

    void journalEntriesAreRead()
    {
        const auto entry = parseJournalEntry("{\"__CURSOR\":\"s=1\",\"__REALTIME_TIMESTAMP\":\"1795570946123456\",\"PRIORITY\":\"3\",\"_SYSTEMD_UNIT\":\"nginx.service\","
                                             "\"_HOSTNAME\":\"web1\",\"MESSAGE\":[104,105,255,0,10]}");
        QVERIFY(entry);
        QCOMPARE(entry->line.bytes, std::string("hi\xff\0\n", 5));
        QCOMPARE(entry->line.level, LogLevel::Error);
        QCOMPARE(entry->line.service, std::string("nginx"));
        QCOMPARE(entry->line.t, 1795570946123);
        QVERIFY(parseJournalEntry("{\"__CURSOR\":\"s=1\",\"__REALTIME_TIMESTAMP\":\"1\",\"MESSAGE\":null}")->line.bytes.empty());
        QVERIFY(!parseJournalEntry("{\"MESSAGE\":\"x\"}"));
        QVERIFY(!parseJournalEntry("not json"));
    }

    void journalctlIsCalledExactly()
    {
        SourceConfig config;
        config.kind = SourceConfig::Kind::Journal;
        config.query = QStringLiteral("_SYSTEMD_UNIT=a.service PRIORITY=3");
        const QStringList list = JournalSource::arguments(config, "s=1;i=2");
        QVERIFY(list.contains(QStringLiteral("--after-cursor=s=1;i=2")));
        QCOMPARE(list.mid(list.size() - 3), (QStringList { QStringLiteral("--"), QStringLiteral("_SYSTEMD_UNIT=a.service"), QStringLiteral("PRIORITY=3") }));
        config.name = QStringLiteral("j");
        QVERIFY(checkSource(config));
        config.query = QStringLiteral("--vacuum-size=1");
        QCOMPARE(checkSource(config).error().code, ErrorCode::BadInput);
    }

    void aRealJournalIsFollowedFromItsCursor()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("journalctl")).isEmpty())
            QSKIP("skipped: journalctl is not installed");
        QDir(m_folder.path()).mkdir(QStringLiteral("journal"));
        const QString folder = m_folder.filePath(QStringLiteral("journal"));
        const qint64 us = QDateTime::currentMSecsSinceEpoch() * 1000;
        if (!writeJournal(folder + QStringLiteral("/a.journal"), exported(us, "one", 3, "nginx.service") + exported(us + 1000, "two \xff\x01 bytes", 6, "cron.service")))
            QSKIP("skipped: systemd-journal-remote is not installed, no journal can be written");
        SourceConfig config;
        config.name = QStringLiteral("journal");
        config.kind = SourceConfig::Kind::Journal;
        config.url = folder;
        config.intervalMs = 200;
        std::map<std::string, std::string> positions;
        {
            JournalSource source(config);
            Keeper keeper(source);
            source.start();
            QTRY_COMPARE(keeper.lines.size(), 2u);
            QCOMPARE(keeper.lines[0].service, std::string("nginx"));
            QCOMPARE(keeper.lines[0].level, LogLevel::Error);
            QCOMPARE(keeper.lines[1].bytes, std::string("two \xff\x01 bytes"));
            QVERIFY(writeJournal(folder + QStringLiteral("/b.journal"), exported(us + 2000, "three", 4, "nginx.service")));
            QTRY_COMPARE(keeper.lines.size(), 3u);
            positions = keeper.positions;
        }
        QVERIFY(writeJournal(folder + QStringLiteral("/c.journal"), exported(us + 3000, "four", 4, "nginx.service") + exported(us + 4000, "after a reboot", 4, "nginx.service", "fedcba9876543210fedcba9876543210")));
        JournalSource source(config);
        source.resumeFrom(positions);
        Keeper keeper(source);
        source.start();
        QTRY_COMPARE(keeper.lines.size(), 2u);
        QCOMPARE(keeper.lines[0].bytes, std::string("four"));
        QVERIFY2(steps(config).endsWith(QStringLiteral("access ok: the journal can be read\nseries ok: after a reboot")), qPrintable(steps(config)));
    }

    void withoutAJournalOneSentenceSaysSo()
    {
        SourceConfig config;
        config.name = QStringLiteral("journal");
        config.kind = SourceConfig::Kind::Journal;
        config.url = m_folder.filePath(QStringLiteral("no-such-folder"));
        config.intervalMs = 200;
        JournalSource source(config);
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, SourceState::Code::Failed, 10'000);
        QVERIFY2(!source.state().reason.isEmpty() && !source.state().reason.contains(u'\n'), qPrintable(source.state().reason));
        qInfo("%s", qPrintable(source.state().reason));
        source.stop();
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        source.start();
        QTRY_COMPARE(source.state().code, SourceState::Code::Failed);
        QCOMPARE(source.state().reason, QStringLiteral("journalctl: is not installed, so the journal cannot be read"));
        source.stop();
        qputenv("PATH", path);
    }

    void linesBecomeSeries()
    {
        auto store = *LogStore::open(m_folder.filePath(QStringLiteral("series.db")), LogStore::Mode::ReadWrite);
        FixedClock clock(1'795'570'000'000);
        LogPipeline pipeline(*store, clock);
        std::map<std::string, std::vector<Sample>> series;
        connect(&pipeline, &LogPipeline::counted, this, [&](const std::vector<LabelledSample> &samples) {
            for (const LabelledSample &s : samples)
                series[s.labels.text()].push_back(s.sample);
        });
        for (int second = 0; second < 60; ++second) {
            LogBatch batch { QStringLiteral("src"), clock.now(), {}, {} };
            for (int i = 0; i < 5; ++i)
                batch.lines.push_back({ clock.now(), second < 30 && i == 0 ? LogLevel::Error : LogLevel::Info, "cart", {}, "order " + std::to_string(i) + " written", false });
            pipeline.take(batch);
            pipeline.tick();
            clock.set(clock.now() + 1000);
        }
        clock.set(clock.now() + 20'000);
        pipeline.tick();
        const auto info = series["leptoscope:log_lines{level=\"info\",service=\"cart\",source=\"src\"}"];
        const auto errors = series["leptoscope:log_lines{level=\"error\",service=\"cart\",source=\"src\"}"];
        QCOMPARE(info.size(), 7u);
        QCOMPARE(info[0].v, 40.0);
        QCOMPARE(info[0].t, 1'795'570'010'000);
        QCOMPARE(info[5].v, 50.0);
        QCOMPARE(info[6].v, 0.0); // silent since
        QCOMPARE(errors[2].v, 10.0);
        QCOMPARE(errors[3].v, 0.0);
        const std::string id = patternIdText(store->query({})->rows[0].line.pattern);
        QCOMPARE(series["leptoscope:log_pattern{level=\"error\",pattern=\"" + id + "\",service=\"cart\",source=\"src\"}"][0].v, 50.0);
    }

    void theRestOfThePatternsIsCountedTogether()
    {
        LineDigest digest(QStringLiteral("src"));
        LogGauges gauges("src");
        const TimeMs now = 1'795'570'000'000;
        LogBatch batch { QStringLiteral("src"), now, {}, {} };
        for (int kind = 0; kind < 60; ++kind) {
            const std::string word(std::size_t(kind + 3), char('a' + kind % 26));
            for (int i = 0; i <= kind; ++i)
                batch.lines.push_back({ now, LogLevel::Info, "s", {}, word + " was " + word, false });
        }
        gauges.add(digest.digest(batch, 0).append.lines, now);
        double all = 0;
        std::size_t patterns = 0;
        for (const LabelledSample &s : gauges.due(now + 30'000, digest)) {
            if (s.labels.name() == "leptoscope:log_pattern" && s.sample.t == now + 10'000) {
                all += isStaleMarker(s.sample.v) ? 0 : s.sample.v;
                patterns += !isStaleMarker(s.sample.v);
            }
        }
        QCOMPARE(all, double(batch.lines.size()));
        QCOMPARE(patterns, LogGauges::kPatterns + 1);
    }

    void aStoreThatIsFullHoldsTheLinesBack()
    {
        class Broken final : public LogStore {
        public:
            Result<void> append(const LogAppend &batch) override
            {
                if (full)
                    return Error { ErrorCode::Exhausted, "logs.db", "the disk is full" };
                kept += batch.lines.size();
                return {};
            }
            Result<LogPage> query(const LogQuery &) const override { return LogPage(); }
            Result<std::vector<LogRow>> arrivals(const LogQuery &, std::map<QString, std::int64_t> &) const override { return std::vector<LogRow>(); }
            Result<LogBuckets> counts(const LogQuery &, TimeMs) const override { return LogBuckets(); }
            Result<std::vector<PatternRow>> patterns(const LogQuery &) const override { return std::vector<PatternRow>(); }
            Result<std::vector<LogPattern>> patternsOf(const QString &) const override { return std::vector<LogPattern>(); }
            Result<std::map<std::string, std::string>> positions(const QString &) const override { return std::map<std::string, std::string>(); }
            Result<QStringList> sources() const override { return QStringList(); }
            Result<void> maintain(TimeMs, std::int64_t) override { return {}; }
            Result<LogStats> stats() const override { return LogStats(); }
            bool full = true;
            std::size_t kept = 0;
        };
        Broken store;
        FixedClock clock(1'795'570'000'000);
        LogPipeline pipeline(store, clock);
        QSignalSpy problem(&pipeline, &LogPipeline::problemChanged), full(&pipeline, &LogPipeline::fullChanged);
        LogBatch batch { QStringLiteral("src"), clock.now(), {}, {} };
        for (int i = 0; i < 9; ++i)
            batch.lines.push_back({ clock.now(), LogLevel::Info, "s", {}, std::string(1 << 20, 'x'), false });
        for (int i = 0; i < 4; ++i)
            pipeline.take(batch);
        QVERIFY(pipeline.isFull());
        QCOMPARE(problem.size(), 1);
        QCOMPARE(full.size(), 1);
        store.full = false;
        pipeline.tick();
        QCOMPARE(store.kept, 36u);
        QVERIFY(!pipeline.isFull() && pipeline.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLogPipeline)
#include "tst_log_pipeline.moc"
