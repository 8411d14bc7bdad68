#include "tests/house/source_tree.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto::house;

namespace {

const QString root = QStringLiteral(LEPTOSCOPE_SOURCE_DIR);

/// Paths that exist on one machine only: its home folders, and the place this very tree lies in.
QStringList machinePaths(const QString &text, const QString &here)
{
    static const QString start = QStringLiteral("(?<![\\w.~-])");
    const QRegularExpression path(start + QStringLiteral("/(?:root|work|tmp/build-[a-z0-9]+)/[^\\s\"']*|") + start
        + QRegularExpression::escape(here) + QStringLiteral("/[^\\s\"']*"));
    QStringList found;
    for (auto it = path.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    return found;
}

/// Messages of a translation file that nobody has translated.
qsizetype unfinishedIn(const QByteArray &ts)
{
    return ts.count("type=\"unfinished\"");
}

bool isText(const QByteArray &content)
{
    return !content.left(4096).contains('\0');
}

} // namespace

class TestTidiness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noFileNamesAPathOfOneMachine()
    {
        QStringList found;
        for (const QString &file : trackedFiles(root))
            if (const QByteArray content = contentOf(root, file); isText(content))
                for (const QString &path : machinePaths(QString::fromUtf8(content), root))
                    found.append(file + QStringLiteral(": ") + path);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void aPathOfOneMachineIsFound()
    {
        const QString here = QStringLiteral("/srv/tree");
        const QString home = QStringLiteral("/ro") + QStringLiteral("ot/x");
        QCOMPARE(machinePaths(QStringLiteral("see /srv/tree/core/a.cpp and \"%1\"").arg(home), here),
            QStringList({ QStringLiteral("/srv/tree/core/a.cpp"), home }));
        QCOMPARE(
            machinePaths(QStringLiteral("/usr/bin/env https://example.com/ro") + QStringLiteral("ot/x"), here), QStringList());
    }

    // The texts of the source are collected again, so that a new one without translation is found as well.
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("English, where only plurals differ from the source")
            << QStringLiteral("leptoscope_en.ts") << QStringList { QStringLiteral("-pluralonly") };
        QTest::newRow("Simplified Chinese") << QStringLiteral("leptoscope_zh_CN.ts") << QStringList();
    }

    void everyTextIsTranslated()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        QVERIFY(QFile::copy(root + QStringLiteral("/translations/") + file, folder.filePath(file)));
        QProcess lupdate;
        lupdate.setWorkingDirectory(root);
        lupdate.start(QStringLiteral(LUPDATE),
            options
                + QStringList { QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("core"),
                    QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), folder.filePath(file) });
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);
        const qsizetype open = unfinishedIn(contentOf(folder.path(), file));
        QVERIFY2(open == 0, qPrintable(QStringLiteral("%1 texts are not translated").arg(open)));
    }

    void anUntranslatedTextIsFound()
    {
        QCOMPARE(unfinishedIn("<message><source>Open</source><translation type=\"unfinished\"></translation></message>"), 1);
    }
};

QTEST_GUILESS_MAIN(TestTidiness)
#include "tst_tidiness.moc"
