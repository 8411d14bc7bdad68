#include "core/files/csv_reader.h"

#include <QBuffer>
#include <QTest>

#include <map>
#include <random>

using namespace lepto;

namespace {

std::string_view view(const QByteArray &bytes) { return { bytes.constData(), std::size_t(bytes.size()) }; }

struct Read {
    CsvReader::Counts counts;
    std::map<std::string, std::vector<Sample>> series;
    std::string error;
};

Read read(const QByteArray &csv, const CsvHints &hints = {})
{
    Read all;
    const auto layout = guessCsvLayout(view(csv), true, hints, QStringLiteral("x.csv"));
    if (!layout) {
        all.error = layout.error().text();
        return all;
    }
    SampleCollector collector;
    QBuffer in;
    in.setData(csv);
    in.open(QIODevice::ReadOnly);
    const auto counts = CsvReader(*layout, collector).readAll(in, [](qint64) { return true; });
    if (!counts) {
        all.error = counts.error().text();
        return all;
    }
    all.counts = *counts;
    const auto source = collector.release();
    for (auto more = source->next(); more && *more; more = source->next())
        for (const ChunkSpan &span : source->chunks()) {
            const auto samples = decodeXorChunk(source->read(span)->payload);
            auto &mine = all.series[source->labels().text()];
            mine.insert(mine.end(), samples->begin(), samples->end());
        }
    return all;
}

/// The tree of what was read, for a comparison that shows where it differs.
QByteArray shown(const QByteArray &csv, const CsvHints &hints = {})
{
    const Read all = read(csv, hints);
    if (!all.error.empty())
        return QByteArray::fromStdString(all.error);
    QByteArray text;
    for (const auto &[labels, samples] : all.series) {
        text += QByteArray::fromStdString(labels);
        for (const Sample &s : samples)
            text += ' ' + QByteArray::number(s.v) + '@' + QByteArray::number(qint64(s.t));
        text += '\n';
    }
    if (all.counts.badRows > 0)
        text += QByteArray::number(qint64(all.counts.badRows)) + " bad, " + all.counts.firstBad.toUtf8() + '\n';
    return text;
}

CsvHints zoned(const char *zone)
{
    CsvHints hints;
    hints.zone = QTimeZone(zone);
    return hints;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formsAreUnderstood_data();
    void formsAreUnderstood();
    void timesAreUnderstood_data();
    void timesAreUnderstood();
    void whatCannotBeToldIsSaid_data();
    void whatCannotBeToldIsSaid();
    void aPreviewShowsRolesAndFaults();
    void aRowThatIsTooLongIsPassedOver();
    void rowsInAnyOrderBecomeSeriesInTimeOrder();
    void noRandomTextDoesHarm();
};

void TestCsv::formsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char *name, const char *csv, const char *wanted) { QTest::newRow(name) << QByteArray(csv) << QByteArray(wanted); };
    row("a column a series", "time,load,CPU busy (%)\n1795253045,1,20\n1795253060,2,30.5\n",
        "CPU_busy 20@1795253045000 30.5@1795253060000\nload 1@1795253045000 2@1795253060000\n");
    row("names, labels and one value", "name,host,value,timestamp\nload,a,1,1795253045\nload,b,2,1795253045\nup,a,1,1795253045\n",
        "load{host=\"a\"} 1@1795253045000\nload{host=\"b\"} 2@1795253045000\nup{host=\"a\"} 1@1795253045000\n");
    row("values beside labels", "time,host,cpu,mem\n1795253045,a,1,2\n1795253045,b,3,4\n",
        "cpu{host=\"a\"} 1@1795253045000\ncpu{host=\"b\"} 3@1795253045000\nmem{host=\"a\"} 2@1795253045000\nmem{host=\"b\"} 4@1795253045000\n");
    row("numbers that are labels", "time,host,cpu,value\n1795253045,a,0,1\n1795253045,a,1,2\n",
        "value{cpu=\"0\",host=\"a\"} 1@1795253045000\nvalue{cpu=\"1\",host=\"a\"} 2@1795253045000\n");
    row("whole series as text", "time,series,value\n1795253045,\"up{job=\"\"a,b\"\"}\",1\n", "up{job=\"a,b\"} 1@1795253045000\n");
    row("titles that are series", "time,\"up{job=\"\"a\"\"}\",\"up{job=\"\"b\"\"}\"\n1795253045,1,0\n",
        "up{job=\"a\"} 1@1795253045000\nup{job=\"b\"} 0@1795253045000\n");
    row("no header", "1795253045,1\n1795253046,2\n", "column_2 1@1795253045000 2@1795253046000\n");
    row("semicolons and decimal commas", "Zeit;Last;Rest\n18.11.2026 14:00:00;1,5;1.234,25\n18.11.2026 14:00:01;2;0\n",
        "Last 1.5@1795010400000 2@1795010401000\nRest 1234.25@1795010400000 0@1795010401000\n");
    row("tabs, CR LF and a mark", "\xEF\xBB\xBFtime\tload\r\n1795253045\t1\r\n\r\n1795253046\t2\r\n", "load 1@1795253045000 2@1795253046000\n");
    row("empty fields are no values", "time,a,b\n1795253045,,1\n1795253046,2,null\n1795253047,NaN,NA\n",
        "a 2@1795253046000 nan@1795253047000\nb 1@1795253045000\n");
    row("rows that fail are counted, the first is named", "time,a\n1795253045,1\n1795253046,abc\nnever,2\n1795253048,3,4\n1795253049,5\n",
        "a 1@1795253045000 5@1795253049000\n3 bad, line 3: column a: \"abc\" is not a number\n");
    row("line ends inside of quotes", "time,host,v\n1795253045,\"a\nb\",1\n1795253046,\"a\nb\",2\n", "v{host=\"a\\nb\"} 1@1795253045000 2@1795253046000\n");
    row("text behind a quote", "time,host,v\n1795253045,\"a\"b,1\n1795253046,a,2\n", "v{host=\"a\"} 2@1795253046000\n1 bad, line 2: there is text behind a closing quote\n");
    row("two titles that become one name", "time,cpu %,cpu $\n1795253045,1,2\n",
        "cpu{column=\"cpu $\"} 2@1795253045000\ncpu{column=\"cpu %\"} 1@1795253045000\n");
}

void TestCsv::formsAreUnderstood()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, wanted);
    QCOMPARE(shown(csv), wanted);
}

void TestCsv::timesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("wanted");
    const auto row = [](const char *times, const char *zone, qint64 wanted) { QTest::newRow(times) << QByteArray(times) << QByteArray(zone) << wanted; };
    row("1795010531", "UTC", 1795010531000);
    row("1795010531.25", "UTC", 1795010531250);
    row("1.795010531e9", "UTC", 1795010531000);
    row("1795010531250", "UTC", 1795010531250);
    row("1795010531250999", "UTC", 1795010531250);
    row("1795010531250999999", "UTC", 1795010531250);
    row("2026-11-18T14:02:11Z", "UTC", 1795010531000);
    row("2026-11-18T14:02:11.250+01:00", "UTC", 1795006931250);
    row("2026-11-18 14:02:11", "UTC", 1795010531000);
    row("2026-11-18 14:02:11", "Europe/Berlin", 1795006931000);
    row("2026-07-18 14:02:11", "Europe/Berlin", 1784376131000);
    row("2026-11-18 14:02:11 UTC", "Europe/Berlin", 1795010531000);
    row("2026/11/18 14:02", "UTC", 1795010520000);
    row("2026-11-18", "UTC", 1794960000000);
    row("18.11.2026 14:02:11", "UTC", 1795010531000);
    row("11/18/2026 2:02:11 PM", "UTC", 1795010531000);
    row("18 Nov 2026 14:02:11", "UTC", 1795010531000);
    row("Nov 18 2026 14:02:11", "UTC", 1795010531000);
}

void TestCsv::timesAreUnderstood()
{
    QFETCH(QByteArray, times);
    QFETCH(QByteArray, zone);
    QFETCH(qint64, wanted);
    QCOMPARE(shown("time,v\n" + times + ",1\n", zoned(zone.constData())), "v 1@" + QByteArray::number(wanted) + '\n');
}

void TestCsv::whatCannotBeToldIsSaid_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("day or month") << QByteArray("time,v\n03/04/2026 10:00,1\n")
                                  << QByteArray("x.csv: in the column time day and month cannot be told apart; say --time-unit dmy or mdy");
    QTest::newRow("comma or point") << QByteArray("time;v\n1795253045;1,234\n")
                                    << QByteArray("x.csv: numbers such as 1,234 can mean two things; say --decimal comma or --decimal point");
    QTest::newRow("no times") << QByteArray("a,b\n1,2\n3,4\n")
                              << QByteArray("x.csv: has no column that reads as time; name one with --time-column and its unit with --time-unit");
    QTest::newRow("no numbers") << QByteArray("time,b\n1795253045,x\n") << QByteArray("x.csv: has no column of numbers");
    QTest::newRow("one column") << QByteArray("hello\nworld\n") << QByteArray("x.csv: has one column only; times and values belong into two");
}

void TestCsv::whatCannotBeToldIsSaid()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, sentence);
    QCOMPARE(shown(csv), sentence);
}

void TestCsv::aPreviewShowsRolesAndFaults()
{
    const QByteArray csv("when,host,load,note\n2026-11-18 14:02:11,a,1.5,\n2026-11-18 14:02:12,a,oops,\n2026-11-18 14:02:13,a,1,\n"
                         "2026-11-18 14:02:14,a,2,\n2026-11-18 14:02:15,a,2,\n");
    const auto preview = previewCsv(view(csv), true, {}, QStringLiteral("x.csv"), 10);
    QVERIFY(preview);
    const auto &columns = preview->layout.columns;
    QCOMPARE(columns.size(), std::size_t(4));
    QVERIFY(columns[0].role == CsvRole::Time && columns[1].role == CsvRole::Label && columns[3].role == CsvRole::Skip);
    QCOMPARE(preview->rows.size(), std::size_t(5));
    QCOMPARE(preview->rows[1].problem, QStringLiteral("column load: \"oops\" is not a number"));
    QCOMPARE(preview->rows[0].t, TimeMs(1795010531000));
}

void TestCsv::aRowThatIsTooLongIsPassedOver()
{
    const QByteArray csv = "time,a\n1795253045,1\n1795253046," + QByteArray(3 << 20, '9') + "\n1795253047,3\n1795253048,\"" + QByteArray(2 << 20, 'x')
        + "\n1795253049,4\n";
    CsvHints hints;
    const Read all = read(csv, hints);
    QCOMPARE(all.error, std::string());
    QCOMPARE(all.series.begin()->second.size(), std::size_t(3));
    QCOMPARE(all.counts.badRows, 2);
    QCOMPARE(all.counts.firstBad, QStringLiteral("line 3: the row is longer than 1 MiB"));
}

void TestCsv::rowsInAnyOrderBecomeSeriesInTimeOrder()
{
    QByteArray csv("time,a\n");
    for (int i = 999; i >= 0; --i)
        csv += QByteArray::number(1795253045 + i) + ',' + QByteArray::number(i) + '\n';
    const Read all = read(csv);
    const auto &samples = all.series.begin()->second;
    QCOMPARE(samples.size(), std::size_t(1000));
    for (std::size_t i = 0; i < samples.size(); ++i)
        QCOMPARE(samples[i].v, double(i));
}

void TestCsv::noRandomTextDoesHarm()
{
    const QByteArray good("time;host;value\n2026-11-18 14:02:11;\"a\"\"b\";1,5\n1795253045;x;2.5\n18.11.2026 1:02 PM;\"\n\";1e9\n");
    std::mt19937 random(3);
    for (int i = 0; i < 3000; ++i) {
        QByteArray csv = good;
        for (int k = int(random() % 6); k >= 0; --k) {
            const auto at = qsizetype(random() % std::uint32_t(csv.size()));
            csv[at] = random() % 3 == 0 ? char(random()) : good[qsizetype(random() % std::uint32_t(good.size()))];
        }
        CsvHints hints;
        if (random() % 2)
            hints.timeColumn = QStringLiteral("1");
        if (random() % 2)
            hints.unit = TimeUnit(random() % 7);
        (void)read(csv, hints);
    }
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
