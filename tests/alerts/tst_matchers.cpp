#include "core/alerts/alert_filter.h"
#include "core/alerts/fingerprint.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"

#include <QTest>

using namespace lepto;

class TestMatchers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchersAreReadInAllTheirForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *name, const QString &text, const QString &read) { QTest::newRow(name) << text << read; };
        row("plain", QStringLiteral("a=\"b\""), QStringLiteral("{a=\"b\"}"));
        row("all comparisons", QStringLiteral("a=\"1\",b!=\"2\",c=~\"3\",d!~\"4\""), QStringLiteral("{a=\"1\", b!=\"2\", c=~\"3\", d!~\"4\"}"));
        row("braces and blanks", QStringLiteral(" { a = \"b\" , c=~\"d.*\" } "), QStringLiteral("{a=\"b\", c=~\"d.*\"}"));
        row("trailing comma", QStringLiteral("{a=\"b\",}"), QStringLiteral("{a=\"b\"}"));
        row("no quotes", QStringLiteral("a=b c,d=~e|f"), QStringLiteral("{a=\"b c\", d=~\"e|f\"}"));
        row("no quotes in braces", QStringLiteral("{a=b}"), QStringLiteral("{a=\"b\"}"));
        row("a brace in a value", QStringLiteral("{a=~x{2}}"), QStringLiteral("{a=~\"x{2}\"}"));
        row("comma in quotes", QStringLiteral("a=\"b,c\""), QStringLiteral("{a=\"b,c\"}"));
        row("escapes", QStringLiteral("a=\"q\\\"b\\\\n\\n\""), QStringLiteral("{a=\"q\\\"b\\\\n\\n\"}"));
        row("another backslash is itself", QStringLiteral("a=~\"\\d+\\.\""), QStringLiteral("{a=~\"\\\\d+\\\\.\"}"));
        row("empty value", QStringLiteral("a=\"\""), QStringLiteral("{a=\"\"}"));
        row("a name in quotes", QStringLiteral("\"service.name\"=\"x\""), QStringLiteral("{\"service.name\"=\"x\"}"));
        row("any script", QString::fromUtf8("a=\"\xe4\xbd\xa0\xe5\xa5\xbd\""), QString::fromUtf8("{a=\"\xe4\xbd\xa0\xe5\xa5\xbd\"}"));
        row("a colon in the name", QStringLiteral("job:rate=\"x\""), QStringLiteral("{job:rate=\"x\"}"));
    }

    void matchersAreReadInAllTheirForms()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        const auto matchers = parseMatchers(text);
        QVERIFY2(matchers, matchers ? "" : qPrintable(qstr(matchers.error())));
        QCOMPARE(matchersText(*matchers), read);
        const auto again = parseMatchers(read);
        QVERIFY(again);
        QVERIFY(*again == *matchers);
    }

    void aBadMatcherIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("reason");
        const auto row = [](const QString &text, int at, const char *reason) { QTest::newRow(qPrintable(text.left(40))) << text << at << QString::fromLatin1(reason); };
        row(QString(), 0, "character 1: there is no matcher");
        row(QStringLiteral("{}"), 0, "character 1: there is no matcher");
        row(QStringLiteral("a"), 1, "character 2: one of =, !=, =~ and !~ must follow the name of the label");
        row(QStringLiteral("a==\"b\""), 3, "character 4: a quotation mark inside a value that does not begin with one");
        row(QStringLiteral("a=\"b"), 2, "character 3: the closing quotation mark is missing");
        row(QStringLiteral("a=\"b\" c=\"d\""), 6, "character 7: a comma is missing between two matchers");
        row(QStringLiteral("a=\"b\",=\"d\""), 6, "character 7: the name of a label is missing");
        row(QStringLiteral("{a=\"b\""), 6, "character 7: the closing brace is missing");
        row(QStringLiteral("{a=\"b\"} x"), 8, "character 9: something follows the closing brace");
        row(QStringLiteral("service.name=\"x\""), 0, "character 1: the name service.name must stand in double quotes");
        row(QStringLiteral("ok=\"1\",a=~\"(\""), 10, "character 11: the regular expression is not valid: missing closing )");
        row(QStringLiteral("a=~\"(?=b)\""), 3, "character 4: the regular expression is not valid: unknown construct after (?");
        row(QStringLiteral("a=~\"b++\""), 3, "character 4: the regular expression is not valid: one repetition after another");
    }

    void aBadMatcherIsNamedWithItsPlace()
    {
        QFETCH(QString, text);
        QFETCH(int, at);
        QFETCH(QString, reason);
        qsizetype place = -1;
        const auto matchers = parseMatchers(text, &place);
        QVERIFY(!matchers);
        QCOMPARE(qstr(matchers.error().reason), reason);
        QCOMPARE(int(place), at);
    }

    void noInputIsTooStrange()
    {
        const QString hostile[] = {QString(200'000, u'{'), QString(40'000, u'"'), QStringLiteral("a=~\"") + QString(20'000, u'(') + u'"', QString(QChar(0)),
                                   QStringLiteral("a=\"\\"), QStringLiteral("\\"), QStringLiteral("a=~\"[\""), QStringLiteral("a=~\"\\x{110000}\""), QStringLiteral("a=~\"a{1001}\"")};
        for (const QString &text : hostile)
            QVERIFY(!parseMatchers(text));
        QString many = QStringLiteral("a=\"b\"");
        for (int i = 0; i < 200; ++i)
            many += QStringLiteral(",a=\"b\"");
        QVERIFY(!parseMatchers(many));
    }

    void anExpressionThatNeverEndsIsEnded()
    {
        const auto pattern = GoPattern::compile(QStringLiteral("(a*)*b"));
        QVERIFY(pattern);
        QVERIFY(!pattern->matches(QString(5000, u'a')));
    }

    void expressionsAreReadAsGoReadsThem_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, const char *pattern, const char *text, bool matches) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << matches;
        };
        row("anchored", "b", "abc", false);
        row("alternatives are anchored together", "a|b", "ab", false);
        row("the dot stops at a line end", "a.b", "a\nb", false);
        row("the dot with the flag s", "(?s)a.b", "a\nb", true);
        row("a dollar is the very end", "a$", "a\n", false);
        row("line ends with the flag m", "(?m)a$\n^b", "a\nb", true);
        row("digits are ASCII", "\\d", "\xd9\xa3", false);
        row("blanks without the vertical tab", "\\s", "\v", false);
        row("what is no blank has it", "[\\S]", "\v", true);
        row("no case", "(?i)DB", "db", true);
        row("case again", "(?i)a(?-i)b", "AB", false);
        row("a count", "a{2,3}", "aaaa", false);
        row("no count", "a{,2}", "a{,2}", true);
        row("a class with a bracket", "[]a]+", "]a", true);
        row("a negated class has line ends", "[^a]", "\n", true);
        row("a POSIX class", "[[:alpha:]]+", "abC", true);
        row("quoted", "\\Qa.b\\E", "axb", false);
        row("octal", "\\101", "A", true);
        row("hexadecimal", "\\x{4f60}\\x41", "\xe4\xbd\xa0" "A", true);
        row("a Unicode class", "\\p{Greek}\\pN", "\xce\xb1" "3", true);
        row("a named group", "(?P<x>a)b", "ab", true);
        row("lazy", "a+?b", "aab", true);
        row("an emoji is one character", ".", "\xf0\x9f\x94\xa5", true);
        row("empty", "", "", true);
        row("word borders", "a\\b.*", "a-", true);
    }

    void expressionsAreReadAsGoReadsThem()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        const auto compiled = GoPattern::compile(pattern);
        QVERIFY2(compiled, compiled ? "" : qPrintable(qstr(compiled.error())));
        QCOMPARE(compiled->matches(text), matches);
    }

    void whatGoDoesNotKnowIsRefused()
    {
        for (const char *pattern : {"(?<=a)b", "(?!a)", "(a)\\1", "a*+", "a**", "*", "a|*", "(?x)a", "\\h", "[b-a]", "[[:foo:]]", "\\x1", "a{3,2}", "a\\", "(?<n>a)", "[a-\\d]", ")", "\\8"})
            QVERIFY2(!GoPattern::compile(QString::fromLatin1(pattern)), pattern);
    }

    void anAbsentLabelIsEmpty()
    {
        const Labels labels = Labels().with("alertname", "A");
        const auto holds = [&](const char *text) { return AlertFilter::parse(QString::fromLatin1(text))->matches(labels); };
        QVERIFY(holds("job=\"\""));
        QVERIFY(holds("job!=\"x\""));
        QVERIFY(holds("job=~\".*\""));
        QVERIFY(holds("job!~\"x.*\""));
        QVERIFY(!holds("job=~\".+\""));
        QVERIFY(!holds("job=\"x\""));
    }

    void matchersOfNearlyEverythingAreFound()
    {
        const auto nearlyAll = [](const char *text) { return AlertFilter::parse(QString::fromLatin1(text))->matchesNearlyAll(); };
        QVERIFY(nearlyAll("alertname=~\".+\""));
        QVERIFY(nearlyAll("alertname=~\".*\",job!=\"x\""));
        QVERIFY(nearlyAll("instance!=\"db-1\""));
        QVERIFY(!nearlyAll("alertname=~\".+\",job=\"x\""));
        QVERIFY(!nearlyAll("alertname=\"A\""));
        QVERIFY(!nearlyAll("instance=~\"db-.*\""));
    }

    // Recorded from Alertmanager 0.25.
    void aFingerprintIsAlertmanagers()
    {
        QCOMPARE(alertFingerprint(Labels({{"alertname", "ManualAlert"}, {"instance", "h1"}, {"severity", "critical"}})), QStringLiteral("b1989de1d42f7210"));
        QCOMPARE(alertFingerprint(Labels({{"alertname", "AlwaysFiring"}, {"cluster", "lab"}, {"replica", "a"}, {"severity", "none"}})), QStringLiteral("13cd09c593349f8f"));
    }
};

QTEST_GUILESS_MAIN(TestMatchers)
#include "tst_matchers.moc"
