#include "core/edge/process_lock.h"
#include "core/edge/spool_reader.h"
#include "core/edge/spool_writer.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

namespace {

std::vector<LabelledSample> scrape(std::uint64_t first, int series)
{
    std::vector<LabelledSample> samples;
    for (int i = 0; i < series; ++i)
        samples.push_back({ Labels({ { "__name__", "x" }, { "n", std::to_string(i) } }), { TimeMs(first) + i, double(first) + i } });
    return samples;
}

void write(SpoolWriter &writer, int records, int series = 10)
{
    for (int n = 0; n < records; ++n)
        QVERIFY(writer.append(n, "s", scrape(writer.position().samples, series)));
}

/// Reads all there is: how many samples came, how many are missing in between; the values are checked on the way.
struct Reading {
    std::uint64_t samples = 0, missing = 0;
    EdgePosition at;
};

Reading readAll(SpoolReader &reader, EdgePosition at = {})
{
    Reading reading { 0, 0, at };
    while (const auto record = reader.next()) {
        if (record->before.seq < reading.at.seq || record->before.samples < reading.at.samples)
            qFatal("a record came twice");
        for (std::size_t i = 0; i < record->samples.size(); ++i)
            if (record->samples[i].sample.v != double(record->before.samples + i))
                qFatal("a record has another's samples");
        reading.missing += record->before.samples - reading.at.samples;
        reading.samples += record->samples.size();
        reading.at = record->end();
    }
    return reading;
}

} // namespace

class TestSpool : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    SpoolFolder folder(const char *name) { return *SpoolFolder::open(m_dir.filePath(QLatin1String(name))); }

private Q_SLOTS:
    void whatIsWrittenIsReadWhileItGrows()
    {
        SpoolWriter writer(folder("grow"), 1 << 20);
        SpoolReader reader(folder("grow"), 0);
        QVERIFY(!reader.next());
        Reading all;
        for (int round = 0; round < 50; ++round) {
            write(writer, 20);
            const Reading part = readAll(reader, all.at);
            all.samples += part.samples;
            all.missing += part.missing;
            all.at = part.at;
        }
        QCOMPARE(all.samples, std::uint64_t(10'000));
        QCOMPARE(all.missing, std::uint64_t(0));
        QVERIFY(all.at == writer.position());
    }

    void readingGoesOnFromAnyNumber()
    {
        SpoolWriter writer(folder("from"), 1 << 20);
        write(writer, 500, 40);
        QVERIFY(folder("from").segments().size() > 1);
        for (const std::uint64_t after : { 0u, 1u, 250u, 499u, 500u }) {
            SpoolReader reader(folder("from"), after);
            QCOMPARE(readAll(reader, { after, 40 * after }).samples, 40 * (500 - after));
        }
    }

    void aNewCollectorGoesOnWhereTheLastOneStopped()
    {
        for (int run = 0; run < 4; ++run) {
            SpoolWriter writer(folder("again"), 1 << 20);
            QCOMPARE(writer.position().samples, std::uint64_t(100 * run));
            write(writer, 10);
        }
        SpoolReader reader(folder("again"), 0);
        const Reading all = readAll(reader);
        QCOMPARE(all.samples, std::uint64_t(400));
        QCOMPARE(all.missing, std::uint64_t(0));
    }

    void aTornEndIsNotRead()
    {
        {
            SpoolWriter writer(folder("torn"), 1 << 20);
            write(writer, 10);
        }
        const SpoolSegment segment = folder("torn").segments().back();
        for (std::uint64_t bytes = segment.bytes - 1; bytes > segment.bytes - 60; --bytes) {
            QVERIFY(QFile::resize(segment.path, qint64(bytes)));
            SpoolReader reader(folder("torn"), 0);
            const Reading rest = readAll(reader);
            QVERIFY(rest.samples < 100 && rest.samples >= 50);
            QVERIFY(SpoolWriter(folder("torn"), 1 << 20).position() == rest.at);
        }
        SpoolWriter writer(folder("torn"), 1 << 20);
        write(writer, 5);
        SpoolReader reader(folder("torn"), 0);
        const Reading all = readAll(reader);
        QCOMPARE(all.missing, std::uint64_t(0));
        QVERIFY(all.at == writer.position());
    }

    void aDamagedSegmentLosesOnlyItself()
    {
        SpoolWriter writer(folder("damage"), 1 << 20);
        write(writer, 3000, 40);
        const auto all = folder("damage").segments();
        QVERIFY(all.size() >= 3);
        QFile file(all[1].path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100) && file.write("damaged") == 7);
        file.close();
        SpoolReader reader(folder("damage"), 0);
        const Reading rest = readAll(reader);
        QCOMPARE(rest.samples + rest.missing, writer.position().samples);
        QVERIFY(rest.missing > 0 && rest.missing <= all[2].before.samples - all[1].before.samples);
    }

    void aFullSpoolDropsTheOldestAndCountsIt()
    {
        SpoolWriter writer(folder("full"), SpoolWriter::smallestLimit);
        while (writer.position().samples < 2'000'000)
            write(writer, 10, 1000);
        std::uint64_t bytes = 0;
        for (const SpoolSegment &segment : folder("full").segments())
            bytes += segment.bytes;
        QVERIFY2(bytes <= SpoolWriter::smallestLimit, qPrintable(QString::number(bytes)));
        SpoolReader reader(folder("full"), 0);
        const Reading rest = readAll(reader);
        QVERIFY(rest.missing > 0);
        QCOMPARE(rest.missing, std::uint64_t(writer.dropped()));
        QCOMPARE(rest.samples + rest.missing, writer.position().samples);
    }

    void whatIsTakenIsRemovedAndNotCounted()
    {
        const SpoolFolder spool = folder("taken");
        SpoolWriter writer(spool, SpoolWriter::smallestLimit);
        write(writer, 400, 100);
        QVERIFY(spool.save({ writer.position(), 5 }));
        spool.removeTaken(writer.position());
        QCOMPARE(spool.segments().size(), std::size_t(1));
        QCOMPARE(spool.taken().dropped, std::uint64_t(5));
        while (writer.position().samples < 1'500'000)
            write(writer, 10, 1000);
        SpoolReader reader(spool, spool.taken().upTo.seq);
        const Reading rest = readAll(reader, spool.taken().upTo);
        QCOMPARE(rest.missing, std::uint64_t(writer.dropped()));
    }

    void aFullDiskIsToldAndTheGapShows()
    {
        const SpoolFolder spool = folder("disk");
        QProcess child;
        child.start(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QStringLiteral("ulimit -f 16; trap '' XFSZ; exec \"$@\""), QStringLiteral("sh"),
            QStringLiteral(LEPTOSCOPE_CHILD), spool.path(), QStringLiteral("1000000"), QStringLiteral("3000"), QStringLiteral("0") });
        QVERIFY(child.waitForFinished(20'000));
        QVERIFY(child.readAllStandardError().contains("the disk is full; samples are dropped"));
        const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
        SpoolReader reader(spool, 0);
        const Reading rest = readAll(reader);
        QCOMPARE(rest.missing, words.value(1).toULongLong());
    }

    void aKilledCollectorLosesNothingThatWasWritten()
    {
        const SpoolFolder spool = folder("killed");
        std::uint64_t before = 0;
        for (int round = 0; round < 6; ++round) {
            QProcess child;
            child.start(QStringLiteral(LEPTOSCOPE_CHILD), { spool.path(), QStringLiteral("100000000"), QStringLiteral("100000000"), QStringLiteral("0") });
            QTest::qWait(120 + 17 * round);
            child.kill();
            QVERIFY(child.waitForFinished(5000));
            SpoolReader reader(spool, 0);
            const Reading all = readAll(reader);
            QCOMPARE(all.missing, std::uint64_t(0));
            QVERIFY(all.samples > before);
            before = all.samples;
        }
    }

    void anotherFormatIsLeftAlone()
    {
        QFile file(folder("other").path() + QStringLiteral("/id"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("2 abc") == 5);
        file.close();
        QCOMPARE(SpoolFolder::open(m_dir.filePath(QStringLiteral("other"))).error().code, ErrorCode::Damaged);
        QCOMPARE(SpoolFolder::open(QStringLiteral("/proc/none")).error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestSpool)
#include "tst_spool.moc"
