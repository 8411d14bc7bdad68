#include "core/files/tsdb_block.h"
#include "core/files/wal_records.h"
#include "core/files/wal_segment.h"
#include "tests/files/file_dump.h"
#include "tests/files/promtool.h"
#include "tests/support/prometheus_server.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <functional>
#include <random>

using namespace lepto;
using namespace lepto::test;

Q_DECLARE_METATYPE(std::function<void(lepto::ByteView)>)

namespace {

QString sharedTsdb(const char *name)
{
    const QString shared = sharedFolder();
    return shared.isEmpty() ? QString() : shared + QStringLiteral("/conformance/tsdb/") + QLatin1String(name);
}

/// Same times; same values, where every NaN that is no stale marker reads as NaN in a dump.
bool same(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Sample &x, const Sample &y) {
        return x.t == y.t
            && (std::isnan(x.v) ? std::isnan(y.v) : std::bit_cast<std::uint64_t>(x.v) == std::bit_cast<std::uint64_t>(y.v));
    });
}

void compare(const std::map<Labels, std::vector<Sample>> &got, const std::map<Labels, std::vector<Sample>> &wanted)
{
    for (const auto &[labels, samples] : wanted) {
        const auto at = got.find(labels);
        QVERIFY2(at != got.end(), labels.text().c_str());
        QVERIFY2(at->second.size() == samples.size(),
            qPrintable(QStringLiteral("%1: %2 instead of %3").arg(QString::fromStdString(labels.text())).arg(at->second.size()).arg(samples.size())));
        QVERIFY2(same(at->second, samples), labels.text().c_str());
    }
    QCOMPARE(got.size(), wanted.size());
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (QDirIterator it(from, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString file = it.next(), target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QVERIFY(QFile::copy(file, target));
        QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
    }
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QString onlyFile(const QString &folder, const QString &name)
{
    for (QDirIterator it(folder, { name }, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        return it.next();
    return {};
}

/// The answer's buckets: rule, left, right, count; from the spans by the formula of the schema.
QJsonArray bucketsOf(const NativeHistogram &h)
{
    std::vector<std::tuple<double, double, int, double>> found;
    const double base = std::exp2(std::exp2(-h.schema));
    const auto walk = [&](const std::vector<BucketSpan> &spans, const std::vector<double> &counts, bool negative) {
        int index = 0;
        std::size_t n = 0;
        for (const BucketSpan &span : spans) {
            index += span.offset;
            for (std::uint32_t i = 0; i < span.length; ++i, ++index, ++n) {
                const double low = std::pow(base, index - 1), high = std::pow(base, index);
                found.emplace_back(negative ? -high : low, negative ? -low : high, negative ? 1 : 0, counts[n]);
            }
        }
    };
    walk(h.positiveSpans, h.positiveCounts, false);
    walk(h.negativeSpans, h.negativeCounts, true);
    if (h.zeroCount > 0)
        found.emplace_back(-h.zeroThreshold, h.zeroThreshold, 3, h.zeroCount);
    std::sort(found.begin(), found.end());
    QJsonArray buckets;
    for (const auto &[low, high, rule, count] : found)
        if (count > 0)
            buckets.append(QJsonArray { rule, low, high, count });
    return buckets;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

void compareHistogram(const HistogramSample &got, const QJsonArray &wanted)
{
    QCOMPARE(got.t / 1000, qint64(wanted[0].toDouble()));
    const QJsonObject object = wanted[1].toObject();
    QCOMPARE(got.value.count, object[u"count"].toString().toDouble());
    QCOMPARE(got.value.sum, object[u"sum"].toString().toDouble());
    const QJsonArray mine = bucketsOf(got.value), theirs = object[u"buckets"].toArray();
    QCOMPARE(mine.size(), theirs.size());
    for (qsizetype i = 0; i < mine.size(); ++i) {
        QCOMPARE(mine[i][0].toInt(), theirs[i][0].toInt());
        for (int k = 1; k < 4; ++k)
            QVERIFY(near(mine[i][k].toDouble(), theirs[i][k].toString().toDouble()));
    }
}

} // namespace

namespace {

constexpr TimeMs kStart = 1'795'253'045'000;

/// Blocks made by promtool of `series` series over `minutes` minutes, every 15 s; empty where that failed.
QString makeBlocks(const QString &folder, int series, int minutes, int seed)
{
    std::mt19937 random{ std::uint32_t(seed) };
    QByteArray page;
    for (int s = 0; s < series; ++s) {
        double v = s;
        for (int i = 0; i < 4 * minutes; ++i) {
            v += s % 3 == 0 ? 0 : double(random() % 1000) / 8;
            page += QStringLiteral("fleet_load{host=\"h%1\",quote=\"a\\\"b\\\\\"} %2 %3\n")
                        .arg(s).arg(v, 0, 'g', 17).arg(QString::number(double(kStart + i * 15'000) / 1000, 'f', 0)).toUtf8();
        }
    }
    write(folder + QStringLiteral("/page.txt"), page + "# EOF\n");
    QString error;
    promtool({ QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"),
                 folder + QStringLiteral("/page.txt"), folder + QStringLiteral("/data") }, &error);
    QDir().mkpath(folder + QStringLiteral("/data/wal")); // promtool's dump asks for it
    return error.isEmpty() ? folder + QStringLiteral("/data") : QString();
}

std::map<Labels, std::vector<Sample>> dumped(const QString &data)
{
    return readDump(promtool({ QStringLiteral("tsdb"), QStringLiteral("dump"), data }));
}

} // namespace

class TestTsdb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLiveFolderReadsAsPromtoolDumpsIt();
    void nativeHistogramsOfALiveFolderReadAsTheServerAnswers();
    void anIndexOfVersionOneIsRead();
    void blocksOfARealPrometheusReadAsPromtoolDumpsThem();
    void overlappingBlocksBecomeOneSeries();
    void deletedRangesAreLeftOut();
    void aRangeIsCutOutExactly();
    void aLogThatEndsTornIsReadUpToThere();
    void damageIsNamedWithFileAndPlace_data();
    void damageIsNamedWithFileAndPlace();
    void noFlippedOrCutByteDoesHarm_data();
    void noFlippedOrCutByteDoesHarm();
};

void TestTsdb::aLiveFolderReadsAsPromtoolDumpsIt()
{
    const QString folder = sharedTsdb("live_a");
    if (!QDir(folder).exists())
        QSKIP("skipped: no shared data");
    const Gathered all = gather(folder);
    QVERIFY2(all.problems.empty(), all.problems.empty() ? "" : all.problems.front().c_str());
    compare(all.floats, readDump(contentOf(folder + QStringLiteral("/expected_promtool_dump.txt"))));
}

void TestTsdb::nativeHistogramsOfALiveFolderReadAsTheServerAnswers()
{
    const QString folder = sharedTsdb("live_a");
    if (!QDir(folder).exists())
        QSKIP("skipped: no shared data");
    const Gathered all = gather(folder);
    const auto answer = QJsonDocument::fromJson(contentOf(folder + QStringLiteral("/expected_native_histograms_query_range.json")));
    const QJsonArray series = answer[u"data"][u"result"].toArray();
    QCOMPARE(all.natives.size(), std::size_t(series.size()));
    for (const auto &[labels, samples] : all.natives) {
        const auto at = std::find_if(series.begin(), series.end(), [&](const QJsonValue &one) {
            return one[u"metric"][u"__name__"].toString().toStdString() == labels.name();
        });
        QVERIFY(at != series.end());
        const QJsonArray wanted = (*at)[u"histograms"].toArray();
        std::size_t found = 0;
        for (const QJsonValue &one : wanted) { // an answer stands at the query's times: the newest sample up to there
            const TimeMs t = TimeMs(one[0].toDouble()) * 1000;
            const auto later = std::find_if(samples.begin(), samples.end(), [&](const HistogramSample &s) { return s.t > t; });
            if (later == samples.begin())
                continue;
            QJsonArray moved = one.toArray();
            moved[0] = double((later - 1)->t / 1000);
            compareHistogram(*(later - 1), moved);
            ++found;
        }
        QVERIFY(found > 200);
    }
}

void TestTsdb::anIndexOfVersionOneIsRead()
{
    const QString folder = sharedTsdb("index_format_v1");
    if (!QDir(folder).exists())
        QSKIP("skipped: no shared data");
    const Gathered all = gather(folder);
    QVERIFY2(all.problems.empty(), all.problems.empty() ? "" : all.problems.front().c_str());
    QCOMPARE(all.sampleCount(), std::size_t(102));
    QCOMPARE(all.floats.size(), std::size_t(102));
    if (!hasPromtool())
        return;
    const QTemporaryDir copy;
    copyFolder(folder, copy.filePath(QStringLiteral("01DXXFZDYD1MQW6079WK0K6EDQ")));
    QDir().mkpath(copy.filePath(QStringLiteral("wal")));
    compare(all.floats, dumped(copy.path()));
}


void TestTsdb::blocksOfARealPrometheusReadAsPromtoolDumpsThem()
{
    if (!hasPromtool())
        QSKIP("skipped: prometheus is not installed");
    const QTemporaryDir folder;
    const QString data = makeBlocks(folder.path(), 20, 60 * 7, 1);
    QVERIFY(!data.isEmpty());
    const Gathered all = gather(data);
    QVERIFY2(all.problems.empty(), all.problems.empty() ? "" : all.problems.front().c_str());
    QCOMPARE(all.sampleCount(), std::size_t(20 * 60 * 7 * 4));
    QVERIFY(all.chunks > 20 * 13);
    compare(all.floats, dumped(data));
}

void TestTsdb::overlappingBlocksBecomeOneSeries()
{
    if (!hasPromtool())
        QSKIP("skipped: prometheus is not installed");
    const QTemporaryDir one, two;
    const QString data = makeBlocks(one.path(), 6, 200, 1), other = makeBlocks(two.path(), 9, 90, 2);
    QVERIFY(!data.isEmpty() && !other.isEmpty());
    copyFolder(other, data);
    const Gathered all = gather(data);
    QVERIFY(all.problems.empty());
    QCOMPARE(all.floats.size(), std::size_t(9));
    for (const auto &[labels, samples] : all.floats) {
        QCOMPARE(samples.size(), std::size_t(labels.get("host") < "h6" ? 800 : 360));
        for (std::size_t i = 0; i < samples.size(); ++i)
            QCOMPARE(samples[i].t, kStart + TimeMs(i) * 15'000);
    }
}

void TestTsdb::deletedRangesAreLeftOut()
{
    if (!hasPromtool())
        QSKIP("skipped: prometheus is not installed");
    PrometheusServer server;
    const QString data = makeBlocks(server.folder(), 4, 120, 3);
    QVERIFY(!data.isEmpty());
    PrometheusServer::Options options;
    options.arguments = { QStringLiteral("--web.enable-admin-api"), QStringLiteral("--storage.tsdb.retention.time=100y") };
    options.interval = QStringLiteral("1h");
    QVERIFY2(server.start(options), qPrintable(server.error()));
    QProcess curl;
    curl.start(QStringLiteral("curl"), { QStringLiteral("-sfg"), QStringLiteral("-X"), QStringLiteral("POST"),
        server.url() + QStringLiteral("/api/v1/admin/tsdb/delete_series?match[]=fleet_load{host=~\"h[12]\"}&start=%1&end=%2")
                           .arg(kStart / 1000 + 600).arg(kStart / 1000 + 1200) });
    QVERIFY(curl.waitForFinished(10'000) && curl.exitCode() == 0);
    server.kill();
    const Gathered all = gather(data);
    QVERIFY2(all.problems.empty(), all.problems.empty() ? "" : all.problems.front().c_str());
    for (const auto &[labels, samples] : all.floats)
        if (labels.name() == "fleet_load")
            QCOMPARE(samples.size(), std::size_t(labels.get("host") == "h1" || labels.get("host") == "h2" ? 480 - 41 : 480));
    compare(all.floats, dumped(data));
}

void TestTsdb::aRangeIsCutOutExactly()
{
    if (!hasPromtool())
        QSKIP("skipped: prometheus is not installed");
    const QTemporaryDir folder;
    const QString data = makeBlocks(folder.path(), 2, 120, 4);
    const TimeSpan range { kStart + 60'000, kStart + 3'600'000 };
    const Gathered all = gather(data, range);
    for (const auto &[labels, samples] : all.floats) {
        QCOMPARE(samples.front().t, range.from);
        QCOMPARE(samples.back().t, range.to);
        QCOMPARE(samples.size(), std::size_t((range.to - range.from) / 15'000 + 1));
    }
}

void TestTsdb::aLogThatEndsTornIsReadUpToThere()
{
    const QString shared = sharedTsdb("live_a");
    if (!QDir(shared).exists())
        QSKIP("skipped: no shared data");
    const QTemporaryDir folder;
    copyFolder(shared + QStringLiteral("/wal"), folder.filePath(QStringLiteral("wal")));
    const QString segment = folder.filePath(QStringLiteral("wal/00000000"));
    const QByteArray bytes = contentOf(segment);
    std::size_t before = std::numeric_limits<std::size_t>::max();
    for (qsizetype cut = 1; cut < bytes.size(); cut += 977) {
        write(segment, bytes.chopped(cut));
        const Gathered all = gather(folder.path());
        QVERIFY2(all.sampleCount() <= before, qPrintable(QStringLiteral("%1: %2 > %3").arg(cut).arg(all.sampleCount()).arg(before)));
        before = all.sampleCount();
        QVERIFY2(all.problems.empty() || all.sampleCount() == 0, all.problems.empty() ? "" : all.problems.front().c_str());
    }
}

void TestTsdb::damageIsNamedWithFileAndPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *name, const char *file, int at, const char *hex, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(file) << at << QByteArray::fromHex(hex) << QByteArray(sentence);
    };
    row("another magic", "index", 0, "00", "index: at byte 0: this is no index of a block");
    row("a newer index", "index", 4, "09", "index: at byte 4: the format is a version that this program does not know");
    row("a flipped symbol", "index", 30, "ff", "the checksum does not match");
    row("symbols that are too long", "index", 5, "7fffffff", "index: at byte 9: the data ends early, or a length in it lies");
    row("a flipped table of contents", "index", -10, "ff", "the checksum does not match");
    row("an index that is cut", "index", 0, "", "index: at byte 0: the data ends early, or a length in it lies");
    row("no chunks", "000001", 0, "0102", "000001: at byte 0: these are no chunks");
    row("a flipped chunk", "000001", 20, "ff", "the checksum does not match");
    row("a chunk that is too long", "000001", 8, "ffffffff0f", "000001: at byte 8: the data ends early, or a length in it lies");
    row("a flipped tombstone", "tombstones", 6, "ff", "tombstones: at byte 5: the checksum does not match");
    row("no description", "meta.json", 0, "5b", "meta.json: at byte ");
}

void TestTsdb::damageIsNamedWithFileAndPlace()
{
    QFETCH(QString, file);
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, sentence);
    const QString shared = sharedTsdb("live_a");
    if (!QDir(shared).exists())
        QSKIP("skipped: no shared data");
    const QTemporaryDir folder;
    copyFolder(onlyFile(shared, QStringLiteral("meta.json")).chopped(10), folder.filePath(QStringLiteral("block")));
    const QString path = onlyFile(folder.path(), file);
    QByteArray content = contentOf(path);
    write(path, bytes.isEmpty() ? QByteArray() : content.replace(at < 0 ? content.size() + at : at, bytes.size(), bytes));
    const Gathered all = gather(folder.path());
    QVERIFY(!all.problems.empty());
    QVERIFY2(all.problems.front().find(sentence.toStdString()) != std::string::npos, all.problems.front().c_str());
    QVERIFY2(all.problems.front().find(file.toStdString()) != std::string::npos, all.problems.front().c_str());
}

void TestTsdb::noFlippedOrCutByteDoesHarm_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<std::function<void(ByteView)>>("read");
    const auto row = [](const char *name, std::function<void(ByteView)> read) { QTest::newRow(name) << QString::fromLatin1(name) << read; };
    row("index", [](ByteView bytes) {
        auto index = TsdbIndex::open(ByteFile::of(bytes));
        TsdbSeries series;
        for (bool more = bool(index); more;) {
            const auto next = index->next(series);
            more = next && *next;
        }
        if (index)
            (void)index->checkTables();
    });
    row("tombstones", [](ByteView bytes) { (void)readTombstones(ByteFile::of(bytes)); });
    row("meta.json", [](ByteView bytes) { (void)parseTsdbMeta(bytes, QStringLiteral("meta.json")); });
    row("000001", [](ByteView bytes) {
        for (const auto encoding : { ChunkEncoding::Histogram, ChunkEncoding::FloatHistogram })
            for (std::size_t at = 8; at + 40 < bytes.size(); at += 97)
                (void)decodeHistogramChunk(bytes.subspan(at), encoding);
    });
    row("00000000", [](ByteView bytes) {
        SampleCollector collector;
        WalRecords records(collector);
        ByteFile file = ByteFile::of(bytes);
        try {
            readWalSegment(file, [&](ByteView record) { records.take(record); });
        } catch (const FileFault &) {
        }
        try {
            records.take(bytes);
        } catch (const FileFault &) {
        }
    });
}

void TestTsdb::noFlippedOrCutByteDoesHarm()
{
    QFETCH(QString, file);
    QFETCH(std::function<void(ByteView)>, read);
    const QString shared = sharedTsdb("live_a");
    if (!QDir(shared).exists())
        QSKIP("skipped: no shared data");
    const QByteArray whole = contentOf(onlyFile(shared, file)).left(20'000);
    std::mt19937 random(7);
    for (int i = 0; i < 1500; ++i) {
        QByteArray bytes = whole;
        for (int k = int(random() % 3); k >= 0; --k)
            bytes[qsizetype(random() % std::uint32_t(bytes.size()))] = char(random());
        bytes.truncate(random() % 4 == 0 ? qsizetype(random() % std::uint32_t(bytes.size())) : bytes.size());
        read(ByteView(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())));
    }
}

QTEST_GUILESS_MAIN(TestTsdb)
#include "tst_tsdb.moc"
