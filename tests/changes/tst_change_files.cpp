#include "core/changes/change_follower.h"
#include "tests/changes/change_words.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using lepto::test::printed;

namespace {

QString read(const QByteArray &text)
{
    ChangeLines lines;
    for (qsizetype at = 0; at < text.size(); at += 7)
        lines.push(text.mid(at, 7));
    lines.finish();
    const QStringList problems = lines.takeProblems();
    return printed(lines.takeChanges()) + (problems.isEmpty() ? QString() : u'\n' + problems.join(u'\n'));
}

void append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(text);
}

QByteArray line(int n)
{
    return "{\"time\":" + QByteArray::number(1'000'000'000'000 + n) + ",\"title\":\"d" + QByteArray::number(n) + "\"}\n";
}

/// What a follower has found so far, and what it said.
struct Listener {
    explicit Listener(const QString &path) : follower(path)
    {
        QObject::connect(&follower, &ChangeFollower::found, &follower, [this](const std::vector<Change> &changes) {
            for (const Change &c : changes)
                titles.append(c.title);
        });
        QObject::connect(&follower, &ChangeFollower::problem, &follower, [this](const QString &sentence) { problems.append(sentence.section(u'/', -1)); });
    }
    QString look()
    {
        titles.clear();
        follower.look();
        return titles.join(u' ');
    }
    ChangeFollower follower;
    QStringList titles, problems;
};

} // namespace

class TestChangeFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonLinesAreRead()
    {
        QCOMPARE(read("# comment\n{\"time\":\"2026-11-21T09:44:05Z\",\"title\":\"cart\",\"labels\":{\"zone\":\"a\"}}\r\n\n" + line(1).trimmed()),
            QStringLiteral("1795254245000 cart {zone=\"a\"}\n1000000000001 d1"));
    }

    void csvIsReadWithUnknownColumnsAsLabels()
    {
        QCOMPARE(read("\xef\xbb\xbftime,title,service,zone,tags,externalId\n1000000000000,\"cart, \"\"1.2\"\"\",cart,a,x;y,7\n1000000000001,plain,,,,\n"),
            QStringLiteral("1000000000000 cart, \"1.2\" [x,y] {service=\"cart\",zone=\"a\"} /7\n1000000000001 plain"));
    }

    void aBadLineIsNamedAndTheOthersCount()
    {
        QCOMPARE(read("{\"time\":1,\n{\"title\":\"timeless\"}\n" + line(5)),
            QStringLiteral("1000000000005 d5\nline 1: no JSON: unterminated object\nline 2: time is missing"));
        QCOMPARE(read("time,title\n1,a,b\n1,\"a\n1,\"a\"b\n"),
            QStringLiteral("\nline 2: 3 fields instead of 2\nline 3: a quote is not closed\nline 4: there is text behind a closed quote"));
        QCOMPARE(read("when,what\n"), QStringLiteral("\nline 1: neither a JSON object nor a CSV header with the columns time and title"));
        QCOMPARE(read(QByteArray(300 << 10, 'x') + '\n' + line(5)), QStringLiteral("1000000000005 d5\nline 1: the line is longer than 256 KiB"));
    }

    void aGrowingFileIsFollowedLineByLine()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("c.jsonl"));
        Listener listener(path);
        QCOMPARE(listener.look(), QString());
        QCOMPARE(listener.problems, QStringList { QStringLiteral("c.jsonl: there is no such file yet") });
        append(path, line(1) + line(2).left(9));
        QCOMPARE(listener.look(), QStringLiteral("d1"));
        QCOMPARE(listener.look(), QString());
        append(path, line(2).mid(9));
        QCOMPARE(listener.look(), QStringLiteral("d2"));
        QCOMPARE(listener.problems.size(), 1);
    }

    void aRotatedFileLosesNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("c.jsonl"));
        append(path, line(1));
        Listener listener(path);
        QCOMPARE(listener.look(), QStringLiteral("d1"));
        append(path, line(2).trimmed()); // its last line, written just before it is moved away
        QVERIFY(QFile::rename(path, path + QStringLiteral(".1")));
        append(path, line(3));
        QCOMPARE(listener.look(), QStringLiteral("d2 d3"));
        QFile(path).resize(0); // cut short in place
        append(path, line(4));
        QVERIFY(QFile(path).size() <= line(3).size());
        QCOMPARE(listener.look(), line(4).size() < line(3).size() ? QStringLiteral("d4") : QString());
        append(path, line(5));
        QCOMPARE(listener.look(), QStringLiteral("d5"));
    }

    void aFileThatWasCutShortIsReadAnew()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("c.csv"));
        append(path, "time,title\n1000000000000,a\n1000000000001,b\n");
        Listener listener(path);
        QCOMPARE(listener.look(), QStringLiteral("a b"));
        QFile(path).resize(0);
        append(path, "title,time\nc,1000000000002\n");
        QCOMPARE(listener.look(), QStringLiteral("c"));
    }

    void aFolderIsFollowedAndOnlyPlainFilesOfIt()
    {
        QTemporaryDir folder;
        append(folder.filePath(QStringLiteral("a.jsonl")), line(1));
        append(folder.filePath(QStringLiteral("b.csv")), "time,title\n1000000000000,b\n");
        append(folder.filePath(QStringLiteral("c.txt")), line(9));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("d.json")));
        Listener listener(folder.path());
        QCOMPARE(listener.look(), QStringLiteral("d1 b"));
        append(folder.filePath(QStringLiteral("e.ndjson")), line(2));
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("a.jsonl"))));
        QCOMPARE(listener.look(), QStringLiteral("d2"));
        QVERIFY(listener.problems.isEmpty());
    }

    void ofAHugeFileOnlyTheEndIsReadAtFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("c.csv"));
        QByteArray text = "time,title\n";
        while (text.size() < ChangeFollower::mostOfOld + (1 << 20))
            text += "1000000000000," + QByteArray(4000, 'x') + '\n';
        append(path, text + "1000000000000,last\n");
        Listener listener(path);
        QStringList all;
        for (int i = 0; i < 20; ++i)
            all += listener.look().split(u' ', Qt::SkipEmptyParts);
        QCOMPARE(all.last(), QStringLiteral("last"));
        QVERIFY(all.size() * 4000LL <= ChangeFollower::mostOfOld);
        QVERIFY(listener.problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChangeFiles)
#include "tst_change_files.moc"
