#include "core/health/rule_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

namespace {

const QByteArray kRule = "version: 1\n"
                         "rules:\n"
                         "  - id: busy\n"
                         "    service: {label: job}\n"
                         "    tier: services\n"
                         "    title: Busy\n"
                         "    kind: saturation\n"
                         "    unit: ratio\n"
                         "    expr: max by (job) (busy)\n"
                         "    warning: \"> 0.5\"\n"
                         "    critical: \">= 0.9\"\n"
                         "    for: 1m30s\n";

QString errorOf(const QByteArray &bytes)
{
    const auto rules = readRules(bytes, QStringLiteral("mine.yaml"));
    return rules ? QStringLiteral("accepted") : QString::fromStdString(rules.error().text());
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class tst_rule_file : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryField();
    void refusesWithTheLine_data();
    void refusesWithTheLine();
    void survivesHostileFiles_data();
    void survivesHostileFiles();
    void shippedRulesAreReadable();
    void aUserRuleReplacesTheShippedOneOfItsId();
    void aBrokenFileIsOneSentenceAndHidesNoOther();
    void thresholdsAreReadExactly_data();
    void thresholdsAreReadExactly();
};

void tst_rule_file::readsEveryField()
{
    const auto rules = readRules(kRule, QStringLiteral("mine.yaml"));
    QVERIFY2(bool(rules), rules ? "" : rules.error().text().c_str());
    QCOMPARE(rules->size(), 1u);
    const Rule &rule = rules->front();
    QCOMPARE(rule.id, std::string("busy"));
    QCOMPARE(rule.serviceLabel, std::string("job"));
    QCOMPARE(rule.kind, SignalKind::Saturation);
    QCOMPARE(rule.expr->text(), std::string("max by (job) (busy)"));
    QCOMPARE(rule.warning->text(), QStringLiteral("> 0.5"));
    QCOMPARE(rule.critical->text(), QStringLiteral(">= 0.9"));
    QCOMPARE(rule.holdFor, 90'000);
}

void tst_rule_file::refusesWithTheLine_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *find, const char *replacement, const char *error) {
        QTest::newRow(replacement) << QByteArray(find) << QByteArray(replacement) << QString::fromUtf8(error);
    };
    row("    unit: ratio", "    units: ratio", "mine.yaml:8: unknown field \"units\"");
    row("    unit: ratio", "    title: Again", "mine.yaml:8: field \"title\" is given twice");
    row("    unit: ratio\n", "    unit: [a]\n", "mine.yaml:8: field \"unit\" must be a text");
    row("version: 1", "version: 2", "mine.yaml:1: only version 1 is understood");
    row("id: busy", "id: Busy!", "mine.yaml:3: \"Busy!\" may only have small letters, digits and _");
    row("    tier: services\n", "", "mine.yaml:3: field \"tier\" is missing");
    row("{label: job}", "{labels: job}", "mine.yaml:4: unknown field \"labels\"");
    row("kind: saturation", "kind: slowness",
        "mine.yaml:7: \"slowness\" is not one of latency, traffic, errors, saturation, other");
    row("max by (job) (busy)", "max by (job (busy)",
        "mine.yaml:9: 1:13: parse error: unexpected \"(\" in grouping opts, expected \")\"");
    row("max by (job) (busy)", "busy[5m]", "mine.yaml:9: the expression is a range vector, not an instant vector");
    row("\"> 0.5\"", "about 0.5", "mine.yaml:10: about 0.5: is not a limit such as \"> 0.5\"");
    row("\"> 0.5\"", "\"> 0,5\"", "mine.yaml:10: > 0,5: is not a limit such as \"> 0.5\"");
    row("\">= 0.9\"", "\"< 0.9\"", "mine.yaml:11: the critical limit must be as far as the warning limit or farther");
    row("\">= 0.9\"", "\"> 0.4\"", "mine.yaml:11: the critical limit must be as far as the warning limit or farther");
    row("1m30s", "soon", "mine.yaml:12: \"soon\" is not a duration such as 30s or 5m, at most a day");
    row("1m30s", "2w", "mine.yaml:12: \"2w\" is not a duration such as 30s or 5m, at most a day");
    row("version: 1\n", "version: 1\nrule: x\n", "mine.yaml:2: unknown field \"rule\"");
    row("version: 1\n", "version: 1\n---\n", "mine.yaml: must hold one YAML document");
    row("{label: job}", "{label: job", "mine.yaml:5: not YAML: end of map flow not found");
}

void tst_rule_file::refusesWithTheLine()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replacement);
    QByteArray bytes = kRule;
    QVERIFY(bytes.contains(find));
    bytes.replace(find, replacement);
    QTEST(errorOf(bytes), "error");
}

void tst_rule_file::survivesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a comment") << QByteArray("# nothing\n");
    QTest::newRow("scalar") << QByteArray("hello");
    QTest::newRow("zero bytes") << QByteArray(1000, '\0');
    QTest::newRow("not utf-8") << QByteArray("version: \xff\xfe\n");
    QTest::newRow("deep lists") << QByteArray(100'000, '[');
    QTest::newRow("deep maps") << QByteArray("{a: ").repeated(50'000);
    QTest::newRow("too large") << QByteArray(300'000, '#');
    QTest::newRow("aliases") << QByteArray("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n");
    QTest::newRow("null rules") << QByteArray("version: 1\nrules:\n");
    QTest::newRow("rule of itself") << QByteArray("version: 1\nrules: &r\n  - *r\n");
    QTest::newRow("too many") << QByteArray("version: 1\nrules:\n") + QByteArray("  - {}\n").repeated(300);
    QTest::newRow("map key") << QByteArray("version: 1\nrules:\n  - {[a]: b}\n");
}

void tst_rule_file::survivesHostileFiles()
{
    QFETCH(QByteArray, bytes);
    const QString error = errorOf(bytes);
    QVERIFY(error.startsWith(QLatin1String("mine.yaml")));
    QVERIFY(error.size() < 500);
}

void tst_rule_file::shippedRulesAreReadable()
{
    const RuleSet set = loadRules({});
    QVERIFY2(set.problems.empty(), set.problems.empty() ? "" : set.problems[0].text().c_str());
    QVERIFY(set.rules.size() >= 15);
    for (const Rule &rule : set.rules)
        QVERIFY2(!rule.titleZh.isEmpty(), rule.id.c_str());
}

void tst_rule_file::aUserRuleReplacesTheShippedOneOfItsId()
{
    const QTemporaryDir folder;
    QByteArray bytes = kRule;
    write(folder.filePath(QStringLiteral("mine.yaml")), bytes.replace("id: busy", "id: cpu_busy"));
    const RuleSet shipped = loadRules({}), set = loadRules(folder.path());
    QVERIFY(set.problems.empty());
    QCOMPARE(set.rules.size(), shipped.rules.size());
    const auto replaced
        = std::find_if(set.rules.begin(), set.rules.end(), [](const Rule &rule) { return rule.id == "cpu_busy"; });
    QCOMPARE(replaced->title, QStringLiteral("Busy"));
}

void tst_rule_file::aBrokenFileIsOneSentenceAndHidesNoOther()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("a.yaml")), "version: 1\nrules: [");
    write(folder.filePath(QStringLiteral("b.yaml")), kRule);
    write(folder.filePath(QStringLiteral("c.txt")), "not a rule file");
    const RuleSet shipped = loadRules({}), set = loadRules(folder.path());
    QCOMPARE(set.problems.size(), 1u);
    QVERIFY(QString::fromStdString(set.problems[0].text()).startsWith(QLatin1String("a.yaml:2: not YAML")));
    QCOMPARE(set.rules.size(), shipped.rules.size() + 1);
}

void tst_rule_file::thresholdsAreReadExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char *text : { "> 0.5", ">0.5", "  >=  1e3 ", "< -4", "<= 0" })
        QTest::newRow(text) << QString::fromUtf8(text) << true;
    for (const char *text : { "", ">", "0.5", "> 0.5x", "> NaN", "> inf", "=> 1", "> 1 > 2", "!= 1", "> 1e999", "> 0x10" })
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << false;
}

void tst_rule_file::thresholdsAreReadExactly()
{
    QFETCH(QString, text);
    QTEST(bool(Threshold::parse(text)), "valid");
}

QTEST_APPLESS_MAIN(tst_rule_file)
#include "tst_rule_file.moc"
