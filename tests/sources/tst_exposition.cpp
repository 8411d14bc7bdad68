#include "core/sources/exposition_parser.h"
#include "tests/support/shared_data.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace lepto;
using namespace lepto::test;

namespace {

constexpr auto Text = ExpositionFormat::Text;
constexpr auto OpenMetrics = ExpositionFormat::OpenMetrics;

ExpositionPage scrape(std::string_view page, ExpositionFormat format = Text)
{
    ExpositionOptions options;
    options.format = format;
    options.at = 1000;
    return parseExposition(page, options);
}

bool lintGood(const QByteArray &page, ExpositionFormat format)
{
    const auto issues = lintExposition(page.toStdString(), format);
    return std::none_of(issues.begin(), issues.end(), [](const ExpositionIssue &issue) { return issue.error; });
}

QString printed(const ExpositionPage &page)
{
    QStringList out;
    for (const LabelledSample &s : page.samples)
        out += QString::fromStdString(s.labels.text()) + QStringLiteral(" = %1 @%2").arg(s.sample.v).arg(s.sample.t);
    for (const ExpositionIssue &issue : page.issues)
        out += QStringLiteral("line %1: %2").arg(issue.line).arg(QString::fromStdString(issue.reason));
    return out.join(u'\n');
}

struct Case {
    QString id;
    ExpositionFormat format;
    QByteArray page;
    std::optional<bool> valid;
};

QList<Case> jsonCases(const QString &path, const QString &prefix)
{
    QList<Case> cases;
    for (const QByteArray &line : readAll(path).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        Case c { prefix + object[u"id"].toString(), object[u"format"].toString() == QLatin1String("text") ? Text : OpenMetrics, {}, {} };
        c.page = object.contains(u"bytes_hex") ? QByteArray::fromHex(object[u"bytes_hex"].toString().toLatin1()) : object[u"input"].toString().toUtf8();
        if (object[u"shouldParse"].isBool())
            c.valid = object[u"shouldParse"].toBool();
        // These literals are completed by code in the suite they come from.
        if (object.contains(u"note") && c.format == OpenMetrics && !c.page.contains("# EOF"))
            c.page += "# EOF\n";
        cases += c;
    }
    return cases;
}

QList<Case> officialCases(const QString &folder)
{
    QList<Case> cases;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString base = folder + u'/' + name;
        const QJsonObject object = QJsonDocument::fromJson(readAll(base + QStringLiteral("/test.json"))).object();
        cases += { QStringLiteral("om/") + name, OpenMetrics, readAll(base + QStringLiteral("/metrics")), object[u"shouldParse"].toBool() };
    }
    return cases;
}

} // namespace

class TestExposition : public QObject {
    Q_OBJECT

    QString m_conformance;

    QList<Case> everyCase() const
    {
        QList<Case> all = officialCases(m_conformance + QStringLiteral("/openmetrics"));
        all += jsonCases(m_conformance + QStringLiteral("/client_python/openmetrics_inline.jsonl"), QStringLiteral("cpom/"));
        all += jsonCases(m_conformance + QStringLiteral("/client_python/text_inline.jsonl"), QStringLiteral("cptx/"));
        all += jsonCases(m_conformance + QStringLiteral("/prometheus_common/expfmt_inline.jsonl"), QStringLiteral("exp/"));
        all += jsonCases(m_conformance + QStringLiteral("/prometheus_textparse/openmetricsparse_inline.jsonl"), QStringLiteral("tpom/"));
        all += jsonCases(m_conformance + QStringLiteral("/prometheus_textparse/promparse_inline.jsonl"), QStringLiteral("tptx/"));
        const QString fuzz = m_conformance + QStringLiteral("/prometheus_common/fuzz_corpus");
        for (const QString &name : QDir(fuzz).entryList(QDir::Files))
            all += { QStringLiteral("fuzz/") + name, Text, readAll(fuzz + u'/' + name), {} };
        const QString files = m_conformance + QStringLiteral("/prometheus_textparse/testdata");
        for (const QString &name : QDir(files).entryList(QDir::Files))
            all += { QStringLiteral("tpfile/") + name, name.contains(QStringLiteral(".om.")) ? OpenMetrics : Text, readAll(files + u'/' + name), true };
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!sharedFolder().isEmpty())
            m_conformance = sharedFolder() + QStringLiteral("/conformance");
    }

    void lintAgreesWithEverySuite()
    {
        if (m_conformance.isEmpty())
            QSKIP("skipped: no shared data");
        QStringList wrong;
        QMap<QString, int> counted;
        for (const Case &c : everyCase()) {
            // textparse's cases describe a scraper, not a linter; see scrapeAgreesWithPrometheusOwnCases.
            if (!c.valid || c.id.startsWith(QStringLiteral("tp")))
                continue;
            ++counted[c.id.section(u'/', 0, 0)];
            if (c.id.startsWith(QStringLiteral("om/")))
                QCOMPARE(int(expositionFormat({}, c.page.toStdString())), int(OpenMetrics));
            if (lintGood(c.page, c.format) != *c.valid)
                wrong += c.id + (*c.valid ? QStringLiteral(" is refused: ") + printed(scrape(c.page.toStdString(), c.format)) : QStringLiteral(" is accepted"));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QCOMPARE(counted[QStringLiteral("om")], 125);
        QCOMPARE(counted[QStringLiteral("cpom")], 134);
        QCOMPARE(counted[QStringLiteral("exp")], 34);
        QCOMPARE(counted[QStringLiteral("cptx")], 15);
    }

    void scrapeAgreesWithPrometheusOwnCases()
    {
        if (m_conformance.isEmpty())
            QSKIP("skipped: no shared data");
        QStringList wrong;
        for (const Case &c : everyCase()) {
            if (c.valid && c.id.startsWith(QStringLiteral("tp")) && scrape(c.page.toStdString(), c.format).issues.empty() != *c.valid)
                wrong += c.id + u' ' + printed(scrape(c.page.toStdString(), c.format)).left(300);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void scrapeAcceptsWhatPrometheusAccepts()
    {
        if (m_conformance.isEmpty())
            QSKIP("skipped: no shared data");
        const QJsonObject oracle = QJsonDocument::fromJson(readAll(m_conformance + QStringLiteral("/oracle_prometheus-2.42_scrape.json"))).object();
        QStringList wrong;
        int accepted = 0;
        for (const Case &c : everyCase()) {
            if (!oracle[c.id].toObject()[u"prom242_accepts"].toBool())
                continue;
            ++accepted;
            const auto page = scrape(c.page.toStdString(), c.format);
            if (!page.issues.empty())
                wrong += c.id + u' ' + printed(page).right(300);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY2(accepted > 180, qPrintable(QString::number(accepted)));
    }

    void samplesAreReadAsWritten_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, ExpositionFormat format, const char *page, const char *text) {
            QTest::newRow(name) << QByteArray(page) << int(format) << QString::fromUtf8(text);
        };
        row("plain", Text, "up 1\n", "up = 1 @1000");
        row("own time", Text, "up 1 1234\n", "up = 1 @1234");
        row("seconds", OpenMetrics, "up 1 1.5\n# EOF\n", "up = 1 @1500");
        row("seconds keep their milliseconds", OpenMetrics, "up 1 1795253045.134\n# EOF\n", "up = 1 @1795253045134");
        row("labels are sorted", Text, "a{z=\"1\",b=\"2\"} 3\n", "a{b=\"2\",z=\"1\"} = 3 @1000");
        row("escapes", Text, "a{p=\"C:\\\\d\\n\\\"x\\\"\"} 1\n", "a{p=\"C:\\\\d\\n\\\"x\\\"\"} = 1 @1000");
        row("empty label falls away", Text, "a{b=\"\"} 1\n", "a = 1 @1000");
        row("no last line break", Text, "a 1\nb 2", "a = 1 @1000\nb = 2 @1000");
        row("carriage returns", Text, "a 1\r\nb 2\r\n", "a = 1 @1000\nb = 2 @1000");
        row("odd blanks", Text, "  a\t{ b =  \"c\" , }\t 7 \n", "a{b=\"c\"} = 7 @1000");
        row("go spelling", Text, "a Nan\nb +Inf\nc -inf\nd 1e-400\n", "a = nan @1000\nb = inf @1000\nc = -inf @1000\nd = 0 @1000");
        row("native histogram", OpenMetrics, "h {count:24,sum:100,schema:0}\n# EOF\n", "h_count = 24 @1000\nh_sum = 100 @1000");
        row("exemplar is skipped", OpenMetrics, "a_total 1 # {id=\"x\"} 0.5 12\n# EOF\n", "a_total = 1 @1000");
    }
    void samplesAreReadAsWritten()
    {
        QFETCH(QByteArray, page);
        QFETCH(int, format);
        QFETCH(QString, text);
        QCOMPARE(printed(scrape(page.toStdString(), ExpositionFormat(format))), text);
    }

    void oneBadLineLosesOneLine_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *bad, const char *reason) { QTest::newRow(bad) << QByteArray(bad) << QString::fromUtf8(reason); };
        row("b", "the value is not a number");
        row("b one", "the value is not a number");
        row("b 1.797693134862316e+308", "the value is not a number");
        row("b 1 2.5", "the timestamp is not a whole number of milliseconds");
        row("b 1 2 3", "there is text after the sample");
        row("b{c=\"d} 1", "a quoted text is not closed");
        row("b{c=d} 1", "a label value in double quotes is expected");
        row("b{c=\"d\" e=\"f\"} 1", "a comma or a closing brace is expected between labels");
        row("b{c=\"1\",c=\"2\"} 1", "a label is given twice");
        row("{c=\"d\"} 1", "the sample has no metric name");
        row("b{c=\"\xff\"} 1", "the text in quotes is not UTF-8");
        row("<html>", "the line begins with neither a metric name nor a comment");
        row("# TYPE b thing", "the type is none that this format knows");
    }
    void oneBadLineLosesOneLine()
    {
        QFETCH(QByteArray, bad);
        QFETCH(QString, reason);
        const auto page = scrape("a 1\n" + bad.toStdString() + "\nz 2\n");
        QCOMPARE(page.samples.size(), std::size_t(2));
        QCOMPARE(page.issues.size(), std::size_t(1));
        QCOMPARE(page.issues[0].line, 2);
        QCOMPARE(QString::fromStdString(page.issues[0].reason), reason);
    }

    void cutPageKeepsItsSamples()
    {
        const auto page = scrape("a 1\nb 2\n", OpenMetrics);
        QCOMPARE(page.samples.size(), std::size_t(2));
        QCOMPARE(QString::fromStdString(page.issues.at(0).reason), QStringLiteral("the page does not end with # EOF, it may be cut short"));
    }

    void targetLabelsFillGapsAndSourceWins()
    {
        ExpositionOptions options;
        options.target = { { "source", "here" }, { "job", "here" }, { "instance", "h:1" } };
        const auto page = parseExposition("a{job=\"own\",source=\"river\"} 1\n", options);
        QCOMPARE(QString::fromStdString(page.samples.at(0).labels.text()),
            QStringLiteral("a{exported_source=\"river\",instance=\"h:1\",job=\"own\",source=\"here\"}"));
    }

    void repeatedScrapesShareTheirLabels()
    {
        LabelCache cache;
        ExpositionOptions options;
        const auto first = parseExposition("a{b=\"c\"} 1\nd 1\n", options, &cache);
        const auto second = parseExposition("a{b=\"c\"} 2\n", options, &cache);
        QVERIFY(second.samples.at(0).labels.sharesBodyWith(first.samples.at(0).labels));
        QCOMPARE(cache.size(), std::size_t(1));
    }

    void limitStopsTheRead()
    {
        ExpositionOptions options;
        options.maxSamples = 2;
        const auto page = parseExposition("a 1\nb 2\nc 3\nd 4\n", options);
        QCOMPARE(page.samples.size(), std::size_t(2));
        QVERIFY(page.full);
    }

    void formatComesFromTheTypeThenFromThePage()
    {
        QCOMPARE(int(expositionFormat("application/openmetrics-text; version=1.0.0", "a 1\n")), int(OpenMetrics));
        QCOMPARE(int(expositionFormat("text/plain; version=0.0.4", "a 1\n# EOF\n")), int(Text));
        QCOMPARE(int(expositionFormat("", "a 1\n# EOF\n")), int(OpenMetrics));
        QCOMPARE(int(expositionFormat("", "a 1\n")), int(Text));
    }

    void everyPrefixAndEveryFlippedByteIsSurvived()
    {
        const std::string good = "# HELP a h\n# TYPE a histogram\na_bucket{le=\"1\",x=\"\\\"é\"} 1 # {i=\"1\"} 2 3\na_bucket{le=\"+Inf\"} 2\n"
                                 "{\"q.n\",l=\"v\"} {count:1,sum:2} 5\n# EOF\n";
        for (const auto format : { Text, OpenMetrics }) {
            for (std::size_t i = 0; i < good.size(); ++i) {
                scrape(std::string_view(good).substr(0, i), format);
                (void)lintExposition(std::string_view(good).substr(0, i), format);
                for (int bit = 0; bit < 8; ++bit) {
                    std::string flipped = good;
                    flipped[i] = char(flipped[i] ^ (1 << bit));
                    scrape(flipped, format);
                    (void)lintExposition(flipped, format);
                }
            }
        }
    }

    void repeatedPagesAreFast()
    {
        std::string page;
        for (int i = 0; i < 20'000; ++i)
            page += "node_cpu_seconds_total{cpu=\"" + std::to_string(i) + "\",mode=\"idle\"} " + std::to_string(i * 0.37) + "\n";
        LabelCache cache;
        ExpositionOptions options;
        parseExposition(page, options, &cache);
        QElapsedTimer clock;
        clock.start();
        const auto again = parseExposition(page, options, &cache);
        const double seconds = double(clock.nsecsElapsed()) / 1e9;
        qInfo("%.2f M samples a second, %.0f MB a second", 0.02 / seconds, double(page.size()) / 1e6 / seconds);
        QCOMPARE(again.samples.size(), std::size_t(20'000));
        QVERIFY(seconds < 0.2);
    }
};

QTEST_GUILESS_MAIN(TestExposition)
#include "tst_exposition.moc"
