#include "core/files/import_job.h"
#include "core/files/series_export.h"
#include "tests/files/promtool.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace lepto;
using namespace lepto::test;

namespace {

constexpr TimeSpan kAll { std::numeric_limits<TimeMs>::min(), std::numeric_limits<TimeMs>::max() };

std::unique_ptr<Store> openStore(const QTemporaryDir &folder)
{
    auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    return store ? std::move(*store) : nullptr;
}

QString fileWith(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

std::map<Labels, std::vector<Sample>> contentOf(const Store &store)
{
    std::map<Labels, std::vector<Sample>> all;
    const auto series = store.select({}, kAll.from, kAll.to);
    for (const SeriesInfo &one : *series)
        all[one.labels.with("source", {}).with("exported_source", {})] = *store.range(one.id, kAll.from, kAll.to);
    return all;
}

bool sameBits(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Sample &x, const Sample &y) {
        return x.t == y.t && (std::bit_cast<std::uint64_t>(x.v) == std::bit_cast<std::uint64_t>(y.v) || (std::isnan(x.v) && std::isnan(y.v)));
    });
}

/// Series with times at odd milliseconds, all kinds of doubles and labels that need quoting.
std::vector<std::pair<Labels, std::vector<Sample>>> oddSeries()
{
    std::mt19937_64 random(11);
    std::vector<std::pair<Labels, std::vector<Sample>>> all;
    for (int s = 0; s < 6; ++s) {
        auto &[labels, samples] = all.emplace_back();
        labels = Labels({ { "__name__", s % 2 ? "up_total" : "load:avg" }, { "Host", "h" + std::to_string(s) }, { "note", "a \"b\"\\ c\nd, é" } });
        TimeMs t = 1'795'253'045'134;
        for (int i = 0; i < 700; ++i, t += 1000 + TimeMs(random() % 997)) {
            const double special[] = { std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                std::numeric_limits<double>::quiet_NaN(), -0.0, std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max() };
            samples.push_back({ t, i % 9 == 0 ? special[random() % 6] : double(random() % 100000) / 7 });
        }
    }
    return all;
}

std::map<Labels, std::vector<Sample>> fill(Store &store)
{
    std::map<Labels, std::vector<Sample>> all;
    std::vector<SeriesRun> runs;
    const auto odd = oddSeries();
    for (const auto &[labels, samples] : odd) {
        runs.push_back({ labels, samples });
        all[labels] = samples;
    }
    return store.appendRuns(runs) ? all : std::map<Labels, std::vector<Sample>>();
}

bool exportTo(const Store &store, const QString &path, ExportFormat format)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && bool(exportSeries(store, {}, kAll, format, file));
}

void compare(const std::map<Labels, std::vector<Sample>> &got, const std::map<Labels, std::vector<Sample>> &wanted)
{
    QCOMPARE(got.size(), wanted.size());
    for (const auto &[labels, samples] : wanted) {
        QVERIFY2(got.contains(labels), labels.text().c_str());
        QVERIFY2(sameBits(got.at(labels), samples), labels.text().c_str());
    }
}

} // namespace

class TestFileImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLiveFolderComesInWholeAndOnce();
    void kindsAreTold_data();
    void kindsAreTold();
    void metricsTextComesInWithItsTimes();
    void metricsTextWithoutTimesGetsTheFiles();
    void aMatchAndARangeLimitWhatComesIn();
    void rowsThatRepeatATimeAreSaid();
    void anExportReadsBackTheSame_data();
    void anExportReadsBackTheSame();
    void promtoolMakesBlocksOfAnExport();
    void jsonHasTheShapeOfARangeQuery();
    void anImportThatIsStoppedIsFinishedByTheNext();
    void aLargeDumpIsCutIntoPieces();
};

void TestFileImport::aLiveFolderComesInWholeAndOnce()
{
    const QString live = sharedFolder() + QStringLiteral("/conformance/tsdb/live_a");
    if (sharedFolder().isEmpty())
        QSKIP("skipped: no shared data");
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    const auto first = importFile(*store, live, {}, {});
    QVERIFY2(first, first ? "" : first.error().text().c_str());
    QVERIFY(first->isClean());
    QCOMPARE(first->counts.added, 2934);
    QCOMPARE(first->counts.histograms, 600);
    const auto second = importFile(*store, live, {}, {});
    QVERIFY(second);
    QCOMPARE(second->counts.added, 0);
    QCOMPARE(second->counts.duplicate, 2934);
    QCOMPARE(second->counts.histogramsDuplicate, 600);
    auto wanted = readDump(readAll(live + QStringLiteral("/expected_promtool_dump.txt")));
    auto got = contentOf(*store);
    std::erase_if(got, [](const auto &one) { return one.second.empty(); }); // those of histograms alone
    compare(got, wanted);
    QVERIFY(store->find(Labels({ { "__name__", "small_const" }, { "job", "small" }, { "source", "live_a" } })));
}

void TestFileImport::kindsAreTold_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *name, const QByteArray &content, const char *wanted) { QTest::newRow(name) << content << QString::fromLatin1(wanted); };
    row("csv", "time,load\n1795253045,1\n", "csv");
    row("samples alone", "up 1\nload{a=\"b\"} 2 1795253045000\n", "text");
    row("text with types", "# TYPE up gauge\nup 1\n", "text");
    row("OpenMetrics", "# TYPE up gauge\nup 1\n# EOF\n", "openmetrics");
    row("nothing", "", "is empty");
    row("gzip", QByteArray::fromHex("1f8b0800"), "is packed (gzip); unpack it first");
    row("an index", QByteArray::fromHex("baaad70002"), "is the index of a block; name the block's folder");
    row("a program", QByteArray("\x7f" "ELF\0\0", 6), "is no text, and no storage of Prometheus");
}

void TestFileImport::kindsAreTold()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, wanted);
    const QTemporaryDir folder;
    const auto kind = detectFileKind(fileWith(folder, "file", content));
    const QString said = kind ? nameOf(*kind) : QString::fromStdString(kind.error().reason);
    QCOMPARE(said, wanted);
}

void TestFileImport::metricsTextComesInWithItsTimes()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    const auto text = importFile(*store, fileWith(folder, "a.prom", "# TYPE up gauge\nup 1 1795253045134\nup 0 1795253046134\nthis is } wrong\nup 1 1795253047134\n"), {}, {});
    QVERIFY(text);
    QCOMPARE(text->counts.added, 3);
    QCOMPARE(text->badRows, 1);
    QVERIFY2(text->firstBad.startsWith(QStringLiteral("line 4: ")), qPrintable(text->firstBad));
    const auto open = importFile(*store, fileWith(folder, "b.om", "# TYPE up gauge\nup 1 1795253045.134\n# EOF\n"), {}, {});
    QVERIFY(open && open->isClean());
    QCOMPARE(store->last(*store->find(Labels({ { "__name__", "up" }, { "source", "b" } })))->t, TimeMs(1795253045134));
    QCOMPARE(store->last(*store->find(Labels({ { "__name__", "up" }, { "source", "a" } })))->t, TimeMs(1795253047134));
}

void TestFileImport::metricsTextWithoutTimesGetsTheFiles()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    const QString path = fileWith(folder, "a.prom", "up 1\ndown 0\n");
    const auto report = importFile(*store, path, {}, {});
    QVERIFY(report);
    QCOMPARE(report->at, QFileInfo(path).lastModified().toMSecsSinceEpoch());
    QCOMPARE(report->counts.newest, report->at);
}

void TestFileImport::aMatchAndARangeLimitWhatComesIn()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    QByteArray csv("time,name,host,value\n");
    for (int i = 0; i < 100; ++i)
        for (const char *host : { "a", "b" })
            csv += QByteArray::number(1795253045 + i) + ",load," + host + ',' + QByteArray::number(i) + '\n';
    ImportOptions options;
    options.match = { { Matcher::Kind::Equal, "host", "b" } };
    options.range = { 1795253055000, 1795253064000 };
    options.source = QStringLiteral("trial");
    const auto report = importFile(*store, fileWith(folder, "x.csv", csv), options, {});
    QVERIFY(report);
    QCOMPARE(report->counts.added, 10);
    QCOMPARE(report->counts.series, 1);
    QVERIFY(store->find(Labels({ { "__name__", "load" }, { "host", "b" }, { "source", "trial" } })));
}

void TestFileImport::rowsThatRepeatATimeAreSaid()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    const auto report = importFile(*store, fileWith(folder, "x.csv", "time,load\n1795253045,1\n1795253045,2\n1795253046,3\n"), {}, {});
    QVERIFY(report && !report->isClean());
    QCOMPARE(report->counts.added, 2);
    QCOMPARE(report->repeated, 1);
}

void TestFileImport::anExportReadsBackTheSame_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("csv") << int(ExportFormat::Csv);
    QTest::newRow("openmetrics") << int(ExportFormat::OpenMetrics);
}

void TestFileImport::anExportReadsBackTheSame()
{
    QFETCH(int, format);
    const QTemporaryDir folder, other;
    const auto store = openStore(folder), back = openStore(other);
    const auto wanted = fill(*store);
    const QString path = folder.filePath(QStringLiteral("out.txt"));
    QVERIFY(exportTo(*store, path, ExportFormat(format)));
    const auto report = importFile(*back, path, {}, {});
    QVERIFY2(report && report->isClean(), report ? qPrintable(report->firstBad) : report.error().text().c_str());
    compare(contentOf(*back), wanted);
}

void TestFileImport::promtoolMakesBlocksOfAnExport()
{
    if (!hasPromtool())
        QSKIP("skipped: prometheus is not installed");
    const QTemporaryDir folder, other;
    const auto store = openStore(folder), back = openStore(other);
    const auto wanted = fill(*store);
    const QString path = folder.filePath(QStringLiteral("out.txt")), blocks = folder.filePath(QStringLiteral("blocks"));
    QVERIFY(exportTo(*store, path, ExportFormat::OpenMetrics));
    QString error;
    promtool({ QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"), path, blocks }, &error);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto report = importFile(*back, blocks, {}, {});
    QVERIFY(report && report->isClean());
    compare(contentOf(*back), wanted);
}

void TestFileImport::jsonHasTheShapeOfARangeQuery()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    const auto wanted = fill(*store);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const std::vector<Matcher> match { { Matcher::Kind::Equal, "Host", "h1" } };
    QVERIFY(exportSeries(*store, match, kAll, ExportFormat::Json, out));
    const QJsonDocument json = QJsonDocument::fromJson(out.data());
    const QJsonValue series = json[u"data"][u"result"][0];
    QCOMPARE(json[u"data"][u"result"].toArray().size(), 1);
    QCOMPARE(series[u"metric"][u"__name__"].toString(), QStringLiteral("up_total"));
    QCOMPARE(series[u"values"].toArray().size(), 700);
    QCOMPARE(series[u"values"][0][0].toDouble(), 1795253045.134);
    QVERIFY(series[u"values"][0][1].isString());
}

void TestFileImport::anImportThatIsStoppedIsFinishedByTheNext()
{
    const QTemporaryDir folder, data;
    const auto store = openStore(folder);
    QByteArray page;
    for (int s = 0; s < 300; ++s)
        for (int i = 0; i < 500; ++i)
            page += "load{host=\"" + QByteArray::number(s) + "\"} " + QByteArray::number(i % 17) + ' ' + QByteArray::number(qint64(1'795'253'045'000 + i * 15'000)) + '\n';
    const QString path = fileWith(folder, "x.prom", page);
    ImportJob job(*store);
    QSignalSpy imported(&job, &ImportJob::imported), finished(&job, &ImportJob::finished);
    connect(&job, &ImportJob::progressed, &job, [&](double fraction) {
        if (fraction > 0.1)
            job.cancel();
    });
    job.start({ path }, {});
    job.start({ path }, {}); // twice is once
    QVERIFY(finished.wait(20'000));
    job.disconnect(&job);
    QCOMPARE(imported.size(), 1);
    job.start({ path }, {});
    QVERIFY(finished.wait(20'000));
    const auto report = imported.back()[0].value<ImportReport>();
    QVERIFY(report.isClean());
    QCOMPARE(report.counts.added + report.counts.duplicate, 150'000);
    QCOMPARE(store->stats().samples, 150'000);
}

void TestFileImport::aLargeDumpIsCutIntoPieces()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    QByteArray page("# TYPE load unknown\n");
    const QByteArray label(1000, 'x');
    for (int i = 0; i < 12'000; ++i)
        page += "load{long=\"" + label + "\"} 1.5 " + QByteArray::number(1'795'253'045 + i) + ".5\n";
    const auto report = importFile(*store, fileWith(folder, "x.om", page + "# EOF\n"), {}, {});
    QVERIFY(report && report->isClean());
    QCOMPARE(report->counts.added, 12'000);
}

QTEST_GUILESS_MAIN(TestFileImport)
#include "tst_file_import.moc"
