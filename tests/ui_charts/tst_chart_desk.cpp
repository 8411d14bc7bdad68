// The real desk of changes and log lines, over an engine on a fresh data folder.

#include "app/gui/engine.h"
#include "app/gui/event_desk.h"
#include "core/changes/change_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

namespace {

constexpr TimeMs now = 1'794'303'724'000, minute = 60'000, hour = 60 * minute;

LogLine line(TimeMs t, LogLevel level, std::uint64_t pattern)
{
    LogLine made;
    made.t = t;
    made.level = level;
    made.service = "cart";
    made.text = "a line";
    made.pattern = pattern;
    return made;
}

} // namespace

class ChartDeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_state;

    struct Stage {
        QTemporaryDir folder;
        Engine engine { ServicesOptions { ServicesOptions::Mode::Operate, folder.path(), now } };
        EngineEventDesk desk { engine };

        bool open()
        {
            std::optional<Result<void>> opened;
            engine.start([&](Result<void> result) { opened = std::move(result); });
            return QTest::qWaitFor([&] { return opened.has_value(); }) && *opened;
        }

        Result<LogCounts> counts()
        {
            std::optional<Result<LogCounts>> got;
            desk.logCounts(now - hour, now, minute, QStringLiteral("cart"), &desk,
                [&](Result<LogCounts> answer) { got = std::move(answer); });
            (void)QTest::qWaitFor([&] { return got.has_value(); });
            return got.value_or(Error { ErrorCode::Unavailable, {}, "no answer" });
        }
    };

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_STATE_HOME", QFile::encodeName(m_state.path())); }

    void aChangeIsAnnouncedAndAnswered()
    {
        Stage stage;
        QVERIFY(stage.open());
        QSignalSpy changed(&stage.desk, &EventDesk::changesChanged);
        stage.engine.tell([&](Services &services) {
            stage.desk.wire(services);
            Change change;
            change.from = now - 10 * minute;
            change.title = QStringLiteral("Deploy cart 2.14");
            (void)services.changes().add(change);
        });
        QTRY_COMPARE(changed.count(), 1);
        std::vector<Change> inside, outside { Change() };
        stage.desk.changes(now - hour, now, &stage.desk, [&](auto answer) { inside = answer ? *answer : std::vector<Change>(); });
        stage.desk.changes(now - 3 * hour, now - 2 * hour, &stage.desk,
            [&](auto answer) { outside = answer ? *answer : std::vector<Change> { Change() }; });
        QTRY_COMPARE(int(inside.size()), 1);
        QCOMPARE(inside[0].title, QStringLiteral("Deploy cart 2.14"));
        QTRY_VERIFY(outside.empty());
    }

    void aFolderWithoutLogsSaysThatItHasNone()
    {
        Stage stage;
        QVERIFY(stage.open());
        const auto counts = stage.counts();
        QVERIFY(!counts);
        QCOMPARE(counts.error().code, ErrorCode::NotFound);
    }

    void linesAreCountedByLevelWithTheirNewPatterns()
    {
        Stage stage;
        QVERIFY(stage.open());
        const auto store = LogStore::open(stage.folder.filePath(QStringLiteral("logs.db")), LogStore::Mode::ReadWrite);
        QVERIFY(store);
        LogAppend batch;
        batch.source = QStringLiteral("shop");
        batch.lines = { line(now - 30 * minute, LogLevel::Info, 1), line(now - 20 * minute, LogLevel::Error, 2) };
        batch.patterns = { { 1, LogLevel::Info, "cart", "known", now - 5 * hour, now - 30 * minute, 100 },
            { 2, LogLevel::Error, "cart", "fresh <*>", now - 20 * minute, now - 20 * minute, 1 } };
        QVERIFY((*store)->append(batch));
        const auto counts = stage.counts();
        QVERIFY2(counts, counts ? "" : counts.error().text().c_str());
        QCOMPARE(int(counts->buckets.buckets.size()), 2);
        QCOMPARE(counts->buckets.buckets[1].lines[std::size_t(LogLevel::Error)], 1);
        QCOMPARE(int(counts->fresh.size()), 1);
        QCOMPARE(counts->fresh[0].text, std::string("fresh <*>"));
    }
};

QTEST_GUILESS_MAIN(ChartDeskTest)
#include "tst_chart_desk.moc"
