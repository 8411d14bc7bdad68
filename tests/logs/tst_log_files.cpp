#include "core/logs/file_set.h"
#include "core/logs/file_source.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace lepto;

namespace {

void put(const QString &path, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::Append)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | mode), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestLogFiles : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<std::string, std::string> m_positions; ///< as a keeper would have them

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    std::string pattern(const char *name) const { return path(name).toStdString(); }

    /// One reading as "a|b|c".
    QString read(FileSet &files)
    {
        const FileSet::Reading reading = files.read();
        QStringList out;
        for (const RawLine &line : reading.batch.lines)
            out += QString::fromStdString(line.bytes);
        for (const auto &[key, value] : reading.batch.positions) {
            if (value.empty())
                m_positions.erase(key);
            else
                m_positions[key] = value;
        }
        return out.join(u'|');
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_positions.clear();
    }

    void aFileIsFollowedLineByLine()
    {
        put(path("a.log"), "one\ntwo\npart");
        FileSet files(pattern("a.log"));
        QCOMPARE(read(files), QStringLiteral("one|two"));
        QCOMPARE(read(files), QString());
        put(path("a.log"), "ial\nthree\n");
        QCOMPARE(read(files), QStringLiteral("partial|three"));
    }

    void itIsReadOnAfterARestart()
    {
        put(path("a.log"), "one\ntwo\npart");
        {
            FileSet files(pattern("a.log"));
            read(files);
        }
        put(path("a.log"), "ial\nthree\n");
        FileSet files(pattern("a.log"));
        files.resumeFrom(m_positions);
        QCOMPARE(read(files), QStringLiteral("partial|three"));
    }

    void renamedAndCreatedAnewNothingIsLost()
    {
        put(path("a.log"), "one\n");
        FileSet files(pattern("a.log"), std::chrono::milliseconds(0));
        QCOMPARE(read(files), QStringLiteral("one"));
        put(path("a.log"), "two\nlast words");
        QVERIFY(QFile::rename(path("a.log"), path("a.log.1")));
        put(path("a.log"), "three\n");
        QString all = read(files);
        QTest::qWait(5);
        all += u'|' + read(files);
        QVERIFY2(all.contains(QStringLiteral("two")) && all.contains(QStringLiteral("three")) && all.contains(QStringLiteral("last words")), qPrintable(all));
        QTest::qWait(5);
        put(path("a.log"), "four\n");
        QCOMPARE(read(files), QStringLiteral("four"));
        QCOMPARE(m_positions.size(), 1u);
    }

    void renamedWhileNobodyWatchedItIsReadToItsEnd()
    {
        put(path("a.log"), "one\n");
        {
            FileSet files(pattern("a.log"));
            read(files);
        }
        put(path("a.log"), "two\n");
        QVERIFY(QFile::rename(path("a.log"), path("old-a.txt")));
        put(path("a.log"), "three\n");
        FileSet files(pattern("a.log"));
        files.resumeFrom(m_positions);
        QStringList got = read(files).split(u'|');
        got.sort();
        QCOMPARE(got, (QStringList { QStringLiteral("three"), QStringLiteral("two") }));
    }

    void copiedAndTruncatedItIsReadFromItsBegin()
    {
        put(path("a.log"), "one\ntwo\n");
        FileSet files(pattern("a.log"));
        read(files);
        put(path("a.log"), "new\n", QIODevice::Truncate);
        QCOMPARE(read(files), QStringLiteral("new"));
        put(path("a.log"), "a file that has grown past the old place at once\n", QIODevice::Truncate);
        QCOMPARE(read(files), QStringLiteral("a file that has grown past the old place at once"));
    }

    void anInodeThatIsUsedAgainIsAnotherFile()
    {
        put(path("a.log"), "first line of the old file\nsecond\n");
        {
            FileSet files(pattern("a.log"));
            read(files);
        }
        // The same inode with other words: what deleting and creating looks like where the file system reuses the number.
        put(path("a.log"), "quite another file\nthat is longer than the old one was before\n", QIODevice::Truncate);
        FileSet files(pattern("a.log"));
        files.resumeFrom(m_positions);
        QCOMPARE(read(files), QStringLiteral("quite another file|that is longer than the old one was before"));
    }

    void aDeletedFileIsForgotten()
    {
        put(path("a.log"), "one\n");
        put(path("b.log"), "eins\n");
        FileSet files(pattern("*.log"), std::chrono::milliseconds(0));
        QCOMPARE(read(files).size(), QStringLiteral("one|eins").size());
        QCOMPARE(m_positions.size(), 2u);
        QVERIFY(QFile::remove(path("a.log")));
        QTest::qWait(5);
        read(files);
        QCOMPARE(m_positions.size(), 1u);
        QCOMPARE(files.read().files, 1u);
    }

    void aGlobTakesUpNewFilesAndReadsNoneTwice()
    {
        put(path("a.log"), "one\n");
        FileSet files(pattern("*.log*"));
        QCOMPARE(read(files), QStringLiteral("one"));
        put(path("b.log"), "two\n");
        QCOMPARE(read(files), QStringLiteral("two"));
        QVERIFY(QFile::rename(path("a.log"), path("a.log.1")));
        put(path("a.log.1"), "three\n");
        QCOMPARE(read(files), QStringLiteral("three"));
    }

    void pipesDevicesAndFoldersAreNeverOpened()
    {
        QCOMPARE(::mkfifo(pattern("pipe.log").c_str(), 0600), 0);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("dir.log")));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path("zero.log")));
        QVERIFY(QFile::link(path("nowhere"), path("broken.log")));
        put(path("packed.log"), "\x1f\x8b\x08xxxx");
        put(path("good.log"), "one\n");
        FileSet files(pattern("*.log"));
        const auto reading = files.read();
        QCOMPARE(reading.files, 1u);
        QCOMPARE(reading.warnings.size(), 5);
        QVERIFY(reading.warnings.join(u'\n').contains(QStringLiteral("pipe.log: is no regular file")));
        QVERIFY(!reading.failure);
        FileSet only(pattern("pipe.log"));
        QCOMPARE(only.read().failure->code, ErrorCode::Refused);
        FileSet none(pattern("absent.log"));
        QCOMPARE(none.read().failure->code, ErrorCode::NotFound);
        FileSet empty(pattern("x*.log"));
        QCOMPARE(empty.read().failure->text(), pattern("x*.log") + ": no file matches");
    }

    void aLongLineIsCutAndReadOnAcrossARestart()
    {
        put(path("a.log"), QByteArray(3 << 19, 'x')); // one and a half mebibytes, no end yet
        {
            FileSet files(pattern("a.log"));
            files.resumeFrom({ { "0:0", "0 0 0 0 x" } }); // not the very first reading: from the begin
            const auto reading = files.read();
            QCOMPARE(reading.batch.lines.size(), 1u);
            QVERIFY(reading.batch.lines[0].cut);
            QCOMPARE(reading.batch.lines[0].bytes.size(), kLongestLine);
            m_positions = reading.batch.positions;
        }
        put(path("a.log"), "xxx\nshort\n");
        FileSet files(pattern("a.log"));
        files.resumeFrom(m_positions);
        QCOMPARE(read(files), QStringLiteral("short"));
    }

    void anOldFileIsNotReadAsAWholeAtTheFirstStart()
    {
        QByteArray lines;
        while (lines.size() < (3 << 20))
            lines += "a line of sixteen\n";
        put(path("a.log"), lines);
        FileSet files(pattern("a.log"));
        const auto reading = files.read();
        QVERIFY(reading.batch.lines.size() * 18 <= (1 << 20));
        QVERIFY(reading.batch.lines.size() * 18 > (1 << 20) - 100);
        QCOMPARE(reading.batch.lines[0].bytes, std::string("a line of sixteen"));
    }

    void manyBytesComeInPiecesAndEveryFileHasItsTurn()
    {
        for (int i = 0; i < 3; ++i) {
            QByteArray lines;
            while (lines.size() < (5 << 20))
                lines += QByteArray::number(i) + " a line\n";
            put(path(("f" + std::to_string(i) + ".log").c_str()), lines);
        }
        FileSet files(pattern("*.log"));
        files.resumeFrom({ { "0:0", "0 0 0 0 x" } });
        std::size_t lines = 0;
        int rounds = 0;
        for (bool more = true; more; ++rounds) {
            const auto reading = files.read();
            lines += reading.batch.lines.size();
            more = reading.more;
            QVERIFY(rounds < 10);
        }
        QCOMPARE(lines, std::size_t(3 * ((5 << 20) / 9 + 1)));
    }

    void aSourceTellsOfItsFiles()
    {
        put(path("a.log"), "one\n\xff\xfe\n");
        SourceConfig config;
        config.name = QStringLiteral("files");
        config.kind = SourceConfig::Kind::LogFile;
        config.url = path("a.log");
        config.intervalMs = 200;
        QVERIFY(checkSource(config));
        FileSource source(config);
        QSignalSpy read(&source, &LogSource::linesRead);
        source.start();
        QVERIFY(read.wait(5000));
        const auto batch = read[0][0].value<LogBatch>();
        QCOMPARE(batch.lines.size(), 2u);
        QCOMPARE(batch.lines[1].bytes, std::string("\xff\xfe"));
        QCOMPARE(batch.source, QStringLiteral("files"));
        QTRY_COMPARE(source.state().code, SourceState::Code::Live);
        QVERIFY(QFile::remove(path("a.log")));
        source.setHeld(true);
        put(path("a.log"), "two\n");
        QVERIFY(!read.wait(700));
        source.setHeld(false);
        QVERIFY(read.wait(5000));
        source.stop();
        source.stop();
    }
};

QTEST_GUILESS_MAIN(TestLogFiles)
#include "tst_log_files.moc"
