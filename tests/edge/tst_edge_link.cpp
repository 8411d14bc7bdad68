#include "core/edge/edge_source.h"
#include "core/edge/process_lock.h"
#include "core/edge/spool_writer.h"
#include "core/store/store.h"
#include "tests/edge/ssh_host.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace lepto;
using namespace lepto::test;

namespace {

constexpr EdgeTiming kFast { 300, 50, 400, 3000 };

/// A console as far as an edge sees it: a source, a store, and the answer between them.
class ConsoleEnd {
public:
    ConsoleEnd(const SourceConfig &config, const QString &history, const EdgeTiming &timing = kFast)
        : m_store(*Store::open(history, Store::Mode::ReadWrite))
        , m_source(std::make_unique<EdgeSource>(config, SourceLimits(), timing))
    {
        QObject::connect(m_source.get(), &Source::scraped, m_source.get(), [this](const Scrape &scrape) {
            const bool kept = !refuses && m_store->append(scrape.samples);
            m_source->settled(scrape.ticket, kept);
        });
        m_source->start();
    }

    EdgeSource &source() { return *m_source; }
    SourceState state() const { return m_source->state(); }

    /// All values of the series, in order of time within each; fails where a series does not only grow.
    std::vector<std::uint64_t> values() const
    {
        std::vector<std::uint64_t> all;
        const Matcher counted { Matcher::Kind::Equal, "__name__", "counted" };
        const auto series = m_store->select(std::span(&counted, 1), 0, INT64_MAX);
        for (const SeriesInfo &info : *series) {
            const auto samples = m_store->range(info.id, 0, INT64_MAX);
            for (std::size_t i = 0; i < samples->size(); ++i) {
                if (i > 0 && (*samples)[i].v <= (*samples)[i - 1].v)
                    qFatal("the order is not kept");
                all.push_back(std::uint64_t((*samples)[i].v));
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }
    std::int64_t count() const { return m_store->stats().samples; }
    const Store &store() const { return *m_store; }

    bool refuses = false;

private:
    std::unique_ptr<Store> m_store;
    std::unique_ptr<EdgeSource> m_source;
};

bool isContiguous(const std::vector<std::uint64_t> &values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] != i)
            return false;
    return true;
}

/// The ssh processes this test has started.
QList<qint64> sshProcesses()
{
    QList<qint64> all;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(name));
        if (name.toLongLong() == 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        if (line.contains("(ssh)") && line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == QCoreApplication::applicationPid())
            all.append(name.toLongLong());
    }
    return all;
}

} // namespace

class TestEdgeLink : public QObject {
    Q_OBJECT

    std::unique_ptr<SshHost> m_host;
    std::unique_ptr<ProcessLock> m_lock; ///< keeps relays from collecting by themselves

    QString history() const { return m_host->path("history.db"); }
    void keepRelaysFromCollecting()
    {
        const auto folder = SpoolFolder::open(m_host->spool());
        m_lock = std::make_unique<ProcessLock>(folder->collectorLock());
        QVERIFY(m_lock->take());
    }
    /// A collector: `records` of 20 samples.
    std::unique_ptr<QProcess> collect(qint64 records, int pauseUs, qint64 limit = 100'000'000)
    {
        auto child = std::make_unique<QProcess>();
        child->start(QStringLiteral(LEPTOSCOPE_CHILD), { m_host->spool(), QString::number(limit), QString::number(records), QString::number(pauseUs) });
        child->waitForStarted();
        return child;
    }

private Q_SLOTS:
    void init()
    {
        if (!SshHost::isInstalled())
            QSKIP("skipped: no openssh-server");
        m_host = std::make_unique<SshHost>();
        QVERIFY2(m_host->start(), qPrintable(m_host->error()));
    }

    void cleanup()
    {
        if (m_host)
            m_host->stop();
        m_lock.reset();
        m_host.reset();
        QTRY_VERIFY_WITH_TIMEOUT(sshProcesses().isEmpty(), 5000);
    }

    void anEdgeWithNothingElseCollectsWhileConnected()
    {
        SourceConfig config = m_host->source(QStringLiteral("web-1"));
        ConsoleEnd console(config, history());
        QTRY_VERIFY_WITH_TIMEOUT(console.count() > 100, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.state().code, SourceState::Code::Live, 10'000);
        const Matcher load { Matcher::Kind::Equal, "__name__", "node_load1" };
        const auto found = console.store().select(std::span(&load, 1), 0, INT64_MAX);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().labels.get("source"), std::string_view("web-1"));
        QCOMPARE(found->front().labels.get("exported_source"), std::string_view("this-host"));
        QCOMPARE(QString::fromUtf8(found->front().labels.get("instance").data()), QSysInfo::machineHostName());
        QVERIFY2(std::abs(console.state().clockOffsetMs) < 1000, qPrintable(QString::number(console.state().clockOffsetMs)));
    }

    void whatWaitsComesFirstAndIsRemovedOnceItIsStored()
    {
        keepRelaysFromCollecting();
        QVERIFY(collect(5000, 0)->waitForFinished(20'000));
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        QTRY_COMPARE_WITH_TIMEOUT(console.count(), 100'000, 20'000);
        QVERIFY(isContiguous(console.values()));
        QTRY_COMPARE_WITH_TIMEOUT(SpoolFolder::open(m_host->spool())->taken().upTo.samples, std::uint64_t(100'000), 3000);
        QCOMPARE(SpoolFolder::open(m_host->spool())->segments().size(), std::size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(console.state().waitingBytes, 0, 5000);
        QCOMPARE(console.state().dropped, 0);
    }

    void everySampleIsThereOnceHoweverTheLinkIsCut()
    {
        keepRelaysFromCollecting();
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        auto collector = collect(100'000'000, 300);
        for (int round = 0; round < 9; ++round) {
            const qint64 before = console.count();
            QTRY_VERIFY_WITH_TIMEOUT(console.count() > before, 15'000);
            switch (round % 3) {
            case 0:
                for (const qint64 ssh : sshProcesses())
                    ::kill(pid_t(ssh), SIGKILL);
                break;
            case 1:
                m_host->stop();
                QTRY_COMPARE_WITH_TIMEOUT(console.state().code, SourceState::Code::Failed, 5000);
                QTest::qWait(200);
                QVERIFY(m_host->start());
                break;
            default:
                collector->kill(); // an edge that dies in the middle of a record
                collector->waitForFinished();
                collector = collect(100'000'000, 300);
            }
        }
        collector->kill();
        collector->waitForFinished();
        const std::uint64_t written = SpoolWriter(*SpoolFolder::open(m_host->spool()), 100'000'000).position().samples;
        QTRY_COMPARE_WITH_TIMEOUT(console.count(), std::int64_t(written), 20'000);
        QVERIFY(isContiguous(console.values()));
        qInfo("%lld samples", static_cast<long long>(console.count()));
    }

    void aFrozenEdgeIsGivenUpAndComesBack()
    {
        keepRelaysFromCollecting();
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        auto collector = collect(100'000'000, 300);
        QTRY_VERIFY_WITH_TIMEOUT(console.count() > 1000, 15'000);
        const QList<qint64> frozen = m_host->connections();
        for (const qint64 process : frozen)
            ::kill(pid_t(process), SIGSTOP);
        // The relay behind it still holds the spool: the new connection of the same console ends it.
        QTRY_COMPARE_WITH_TIMEOUT(console.state().code, SourceState::Code::Failed, 5000);
        QVERIFY2(console.state().reason.contains(QStringLiteral("silent")), qPrintable(console.state().reason));
        const qint64 before = console.count();
        QTRY_VERIFY_WITH_TIMEOUT(console.count() > before + 1000, 20'000);
        for (const qint64 process : frozen)
            ::kill(pid_t(process), SIGKILL);
        collector->kill();
        collector->waitForFinished();
        const std::uint64_t written = SpoolWriter(*SpoolFolder::open(m_host->spool()), 100'000'000).position().samples;
        QTRY_COMPARE_WITH_TIMEOUT(console.count(), std::int64_t(written), 20'000);
        QVERIFY(isContiguous(console.values()));
    }

    void aConsoleThatStartsAgainGetsTheRest()
    {
        keepRelaysFromCollecting();
        auto collector = collect(100'000'000, 300);
        std::int64_t seen = 0;
        for (int run = 0; run < 5; ++run) {
            ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
            QTRY_VERIFY_WITH_TIMEOUT(console.count() > seen + 2000, 25'000);
            seen = console.count();
        }
        collector->kill();
        collector->waitForFinished();
        const std::uint64_t written = SpoolWriter(*SpoolFolder::open(m_host->spool()), 100'000'000).position().samples;
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        QTRY_COMPARE_WITH_TIMEOUT(console.count(), std::int64_t(written), 25'000);
        QVERIFY(isContiguous(console.values()));
    }

    void aFullSpoolIsToldWithTheNumberThatIsMissing()
    {
        keepRelaysFromCollecting();
        auto collector = collect(30'000, 0, SpoolWriter::smallestLimit);
        QVERIFY(collector->waitForFinished(30'000));
        const QList<QByteArray> words = collector->readAllStandardOutput().trimmed().split(' ');
        QVERIFY(words.value(1).toLongLong() > 0);
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        QTRY_COMPARE_WITH_TIMEOUT(console.count(), words[0].toLongLong() - words[1].toLongLong(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.state().dropped, words[1].toLongLong(), 5000);
        QVERIFY(console.state().warnings.join(u' ').contains(QString::fromLatin1(words[1])));
    }

    void aStoreThatFailsLosesNothing()
    {
        keepRelaysFromCollecting();
        QVERIFY(collect(500, 0)->waitForFinished(20'000));
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        console.refuses = true;
        QTRY_COMPARE_WITH_TIMEOUT(console.state().reason, QStringLiteral("the history does not take the samples; they wait at the edge"), 10'000);
        QTest::qWait(1000);
        QCOMPARE(console.count(), 0);
        console.refuses = false;
        QTRY_COMPARE_WITH_TIMEOUT(console.count(), 10'000, 10'000);
        QVERIFY(isContiguous(console.values()));
    }

    void aSecondConsoleIsRefusedWithASentence()
    {
        keepRelaysFromCollecting();
        QVERIFY(collect(10, 0)->waitForFinished(20'000));
        ConsoleEnd first(m_host->source(QStringLiteral("web-1")), history());
        QTRY_COMPARE_WITH_TIMEOUT(first.count(), 200, 10'000);
        ConsoleEnd second(m_host->source(QStringLiteral("web-1")), m_host->path("other.db"));
        QTRY_VERIFY_WITH_TIMEOUT(second.state().reason.startsWith(QStringLiteral("another console takes from this edge already")), 10'000);
        QCOMPARE(second.count(), 0);
    }

    void whatIsWrongWithTheWayIsOneSentence_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("host key changed") << QStringLiteral("host") << QStringLiteral("Host key verification failed");
        QTest::newRow("key not accepted") << QStringLiteral("key") << QStringLiteral("Permission denied");
        QTest::newRow("not installed") << QStringLiteral("program") << QStringLiteral("the program is not installed at the edge");
        QTest::newRow("another program") << QStringLiteral("other") << QStringLiteral("ended with status 0");
        QTest::newRow("another version") << QStringLiteral("version") << QStringLiteral("it speaks version 9 of the protocol, this program speaks version 1");
        QTest::newRow("nobody there") << QStringLiteral("stopped") << QStringLiteral("Connection refused");
    }

    void whatIsWrongWithTheWayIsOneSentence()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        SourceConfig config = m_host->source(QStringLiteral("web-1"));
        const auto answer = [this](const QByteArray &script) {
            QFile file(m_host->path("leptoscope-cli"));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write("#!/bin/sh\n" + script);
        };
        if (what == u"host") {
            m_host->stop();
            m_host->changeHostKey();
            QVERIFY(m_host->start());
        } else if (what == u"key") {
            QVERIFY(QFile::remove(m_host->path("authorized_keys")));
        } else if (what == u"program") {
            QVERIFY(QFile::remove(m_host->path("leptoscope-cli")));
        } else if (what == u"other") {
            answer("echo hello\n");
        } else if (what == u"version") {
            answer("echo leptoscope-edge/9; sleep 5\n");
        } else {
            m_host->stop();
        }
        ConsoleEnd console(config, history());
        QTRY_COMPARE_WITH_TIMEOUT(console.state().code, SourceState::Code::Failed, 10'000);
        QVERIFY2(console.state().reason.contains(words), qPrintable(console.state().reason));
        QVERIFY(console.state().failures >= 1);
    }

    void stoppingIsQuickAndQuiet()
    {
        keepRelaysFromCollecting();
        auto collector = collect(100'000'000, 300);
        ConsoleEnd console(m_host->source(QStringLiteral("web-1")), history());
        QTRY_VERIFY_WITH_TIMEOUT(console.count() > 100, 15'000);
        QSignalSpy scrapes(&console.source(), &Source::scraped);
        QElapsedTimer clock;
        clock.start();
        console.source().stop();
        QVERIFY(clock.elapsed() < 100);
        QTest::qWait(500);
        QCOMPARE(scrapes.size(), 0);
        QCOMPARE(console.state().code, SourceState::Code::Stopped);
        collector->kill();
        collector->waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestEdgeLink)
#include "tst_edge_link.moc"
