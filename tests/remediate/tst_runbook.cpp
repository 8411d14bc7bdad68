#include "core/remediate/argument_template.h"
#include "core/remediate/catalogue.h"
#include "core/remediate/comparison.h"
#include "core/remediate/plan_codec.h"
#include "core/remediate/planner.h"
#include "core/remediate/runbook_parser.h"
#include "core/remediate/yaml_tree.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace lepto;

namespace {

const QByteArray kGood = R"(apiVersion: leptoscope/v1
kind: Runbook
metadata: {id: touch, version: 3, title: Touch a file, risk: low, reversible: true}
match:
  any:
    - {service: "check.*", signal: "latency_.*", min_score: 0.8}
  require_labels: [namespace]
  exclude: {env: [dr, test]}
parameters:
  name: {type: k8s_name, from: "label:namespace"}
  count: {type: int, min: 1, max: 40, default: "4"}
target: "ns/{{name}}"
guards:
  - {expr: 'up{namespace="{{name}}"}', success: "> 0"}
limits: {per_runbook: 3/1h, per_target: 1/15m, cooldown: 2m}
approval: {min: 2, expires: 10m}
dry_run: {required: true, max_age: 5m}
steps:
  - {id: touch, effect: idempotent, argv: [/usr/bin/touch, "/tmp/{{name}}-{{count}}"], timeout: 60s, on_failure: rollback}
verify:
  delay: 1s
  window: 1m
  interval: 500ms
  must_recover:
    - {expr: 'x{a="{{name}}"} * {{count}}', success: "< 0.5", failure: "> 2", consecutive_success: 2}
  no_harm:
    - {expr: 'errors', max_increase_percent: 20}
rollback:
  automatic_on: [step_failed, no_harm_violated]
  steps:
    - {id: back, effect: idempotent, argv: [/bin/rm, -f, "/tmp/{{name}}-{{count}}"]}
)";

Incident incident()
{
    Anomaly anomaly;
    anomaly.series = Labels({ { "__name__", "leptoscope:signal" }, { "service", "checkout" }, { "namespace", "shop" } });
    anomaly.service = "checkout";
    anomaly.signal = "latency_p99";
    anomaly.score = 0.9;
    Incident made;
    made.id = 7;
    made.service = "checkout";
    made.severity = Severity::Warning;
    made.anomalies = { anomaly };
    return made;
}

QString problem(const QByteArray &yaml)
{
    const auto runbook = parseRunbook(yaml, QStringLiteral("a.yaml"));
    return runbook ? QStringLiteral("accepted") : QString::fromStdString(runbook.error().text());
}

QByteArray with(const char *from, const char *to)
{
    QByteArray changed = kGood;
    Q_ASSERT(changed.contains(from));
    return changed.replace(from, to);
}

Parameter parameter(Parameter::Type type)
{
    Parameter made;
    made.name = QStringLiteral("p");
    made.type = type;
    made.max = 100;
    return made;
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class TestRunbook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryField();
    void hostileFilesAreOneSentence_data();
    void hostileFilesAreOneSentence();
    void everyCutAndEveryChangedByteIsHarmless();
    void valuesAreTyped_data();
    void valuesAreTyped();
    void argumentsCannotBecomeOptionsOrShells_data();
    void argumentsCannotBecomeOptionsOrShells();
    void promqlValuesStayInsideTheirString();
    void comparisonsAreThreeValued();
    void shippedRunbooksAreGood();
    void aBrokenFileHidesNoOther();
    void matchesWithReasonsAndKnowsExceptions();
    void aPlanIsFilledHashedAndComplete();
    void aPlanKnowsEveryChangedByte();
    void aPlanNeedsATargetAndAProgram();
};

void TestRunbook::readsEveryField()
{
    const auto runbook = parseRunbook(kGood, QStringLiteral("a.yaml"));
    QVERIFY2(runbook, qPrintable(problem(kGood)));
    QCOMPARE(runbook->id, QStringLiteral("touch"));
    QCOMPARE(runbook->version, 3);
    QVERIFY(runbook->reversible && runbook->dryRunRequired && runbook->rollBackOnFailure && runbook->rollBackOnHarm);
    QCOMPARE(runbook->parameters.size(), 2u);
    QCOMPARE(runbook->limits.perRunbook.count, 3);
    QCOMPARE(runbook->limits.perRunbook.windowMs, 3'600'000);
    QCOMPARE(runbook->limits.cooldownMs, 120'000);
    QCOMPARE(runbook->approvals, 2);
    QCOMPARE(runbook->steps[0].timeoutMs, 60'000);
    QCOMPARE(runbook->verifyIntervalMs, 500);
    QCOMPARE(runbook->verify[0].failure, QStringLiteral("> 2"));
    QCOMPARE(runbook->noHarm[0].maxIncreasePercent, 20);
    QCOMPARE(runbook->hash.size(), 64);
}

void TestRunbook::hostileFilesAreOneSentence_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &yaml, const char *sentence) {
        QTest::newRow(name) << yaml << QString::fromUtf8(sentence);
    };
    QByteArray laughs = "a: &a [x, x]\n";
    for (char c = 'b'; c < 'k'; ++c)
        laughs += QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
    row("billion laughs", laughs, "a.yaml: line 1: anchors are not allowed");
    row("alias", "a: *b\n", "a.yaml: line 1: the referenced anchor is not defined");
    row("merge key", with("kind: Runbook", "kind: Runbook\n<<: {a: b}"), "a.yaml: line 3: the field \"<<\" is unknown");
    row("tag", with("kind: Runbook", "kind: !!str Runbook"), "a.yaml: line 2: tags are not allowed");
    row("python tag", "!!python/object/apply:os.system ['id']\n", "a.yaml: line 1: tags are not allowed");
    row("duplicate key", with("kind: Runbook", "kind: Runbook\nkind: Runbook"),
        "a.yaml: line 3: the field \"kind\" is given twice");
    row("deep nesting", QByteArray(400, '[') + QByteArray(400, ']'), "a.yaml: line 1: the file is nested deeper than 32 levels");
    row("very deep nesting", QByteArray("- ").repeated(100'000) + 'a',
        "a.yaml: line 1: the file is nested deeper than 32 levels");
    row("only braces", QByteArray(100'000, '{'), "a.yaml: line 1: a field name must be plain text");
    row("1 MiB", kGood + QByteArray(1 << 20, '#'), "a.yaml: the file is larger than 256 KiB");
    row("many values", "[" + QByteArray("a,").repeated(30'000) + "a]", "a.yaml: line 1: the file has more than 20000 values");
    row("two documents", kGood + "---\n" + kGood, "a.yaml: the file holds more than one document");
    row("empty", "", "a.yaml: the file is empty");
    row("not utf-8", "kind: \xff\n", "a.yaml: the file is not UTF-8");
    row("control characters", QByteArray("kind: a\0b\n", 10), "a.yaml: the file contains control characters");
    row("only a text", "hello\n", "a.yaml: line 1: a map of fields is expected");
    row("a list", "- a\n- b\n", "a.yaml: line 1: a map of fields is expected");
    row("compound key", "? [a, b]\n: c\n", "a.yaml: line 1: a field name must be plain text");
    row("broken yaml", "a: [b\n", "a.yaml: line 2: end of sequence flow not found");
    row("unknown field", with("kind: Runbook", "kind: Runbook\nsudo: true"), "a.yaml: line 3: the field \"sudo\" is unknown");
    row("unknown step field", with("timeout: 60s", "shell: true"), "a.yaml: line 19: the field \"shell\" is unknown");
    row("wrong version", with("leptoscope/v1", "leptoscope/v2"), "a.yaml: line 1: \"apiVersion\" must be one of: leptoscope/v1");
    row("text for a number", with("version: 3", "version: three"),
        "a.yaml: line 3: \"version\" must be a number from 1 to 1000000");
    row("octal", with("version: 3", "version: 0x10"), "a.yaml: line 3: \"version\" must be a number from 1 to 1000000");
    row("no is not false", with("reversible: true", "reversible: no"),
        "a.yaml: line 3: \"reversible\" must be one of: true, false");
    row("bad duration", with("60s", "sixty"), "a.yaml: line 19: \"timeout\" must be a duration like 30s, 10m or 4h");
    row("endless duration", with("60s", "999999999d"), "a.yaml: line 19: \"timeout\" must be a duration like 30s, 10m or 4h");
    row("bad rate", with("3/1h", "many"), "a.yaml: line 15: \"per_runbook\" must be a rate like 3/1h");
    row("bad comparison", with("< 0.5", "about 0.5"), "a.yaml: line 25: about 0.5: a comparison is written like \"< 0.5\"");
    row("bad pattern", with("check.*", "check(("), "a.yaml: line 6: \"check((\" is not a regular expression");
    row("unknown parameter", with("ns/{{name}}", "ns/{{nome}}"), "a.yaml: line 12: ns/{{nome}}: there is no parameter \"nome\"");
    row("open braces", with("ns/{{name}}", "ns/{{name"), "a.yaml: line 12: ns/{{name: the braces do not match");
    row("map for a list", with("[dr, test]", "{dr: test}"), "a.yaml: line 8: a list is expected");
    row("list for a text", with("title: Touch a file", "title: [a]"), "a.yaml: line 3: a text is expected");
    row("null", with("title: Touch a file", "title:"), "a.yaml: line 3: a text is expected");
    row("no verify", QByteArray(kGood).replace("verify:", "verifi:"), "a.yaml: line 20: the field \"verifi\" is unknown");
    row("bad default", with("default: \"4\"", "default: \"400\""),
        "a.yaml: line 11: parameter \"count\": \"400\" is not a number from 1 to 40");
    row("relative program", with("/usr/bin/touch", "touch"),
        "a.yaml: line 19: touch: the program must be an absolute path or a parameter of type path");
}

void TestRunbook::hostileFilesAreOneSentence()
{
    QFETCH(QByteArray, yaml);
    QElapsedTimer timer;
    timer.start();
    QTEST(problem(yaml), "sentence");
    QVERIFY(timer.elapsed() < 2000);
}

void TestRunbook::everyCutAndEveryChangedByteIsHarmless()
{
    for (qsizetype i = 0; i < kGood.size(); ++i) {
        (void)problem(kGood.left(i));
        for (const char c : { '{', '"', ':', '\n', '-', '&', '\xff', '\0' }) {
            QByteArray changed = kGood;
            changed[i] = c;
            (void)problem(changed);
        }
    }
}

void TestRunbook::valuesAreTyped_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("accepted"); // empty: refused
    using T = Parameter::Type;
    const auto row = [](T type, const QString &value, const QString &accepted) {
        QTest::addRow("%d %s", int(type), qPrintable(value.left(30))) << int(type) << value << accepted;
    };
    row(T::Int, QStringLiteral("42"), QStringLiteral("42"));
    row(T::Int, QStringLiteral("007"), QStringLiteral("7"));
    for (const char *bad : { "", "101", "-1", "4 2", "4;id", "0x10", "1e2", "٤", "9999999999999999999999" })
        row(T::Int, QString::fromUtf8(bad), {});
    row(T::Number, QStringLiteral("0.50"), QStringLiteral("0.5"));
    for (const char *bad : { "nan", "inf", "-0.1", "1,5" })
        row(T::Number, QString::fromUtf8(bad), {});
    row(T::Duration, QStringLiteral("10m"), QStringLiteral("10m"));
    row(T::Duration, QStringLiteral("10"), {});
    for (const char *good : { "node-3.example.org", "10.0.0.1", "::1" })
        row(T::Host, QString::fromUtf8(good), QString::fromUtf8(good));
    for (const char *bad : { "-oProxyCommand=id", "a b", "a;b", "a..b", "$(id)", "a\nb", "localhost/x" })
        row(T::Host, QString::fromUtf8(bad), {});
    row(T::Path, QStringLiteral("/var/tmp/größe x"), QStringLiteral("/var/tmp/größe x"));
    for (const char *bad : { "tmp", "/var/../etc", "/a\u202Eb", "/a\tb", "-rf", "/a/./b" })
        row(T::Path, QString::fromUtf8(bad), {});
    row(T::K8sName, QStringLiteral("check-out-2"), QStringLiteral("check-out-2"));
    for (const char *bad : { "-a", "A", "a_b", "a-", "a.b" })
        row(T::K8sName, QString::fromUtf8(bad), {});
    row(T::Unit, QStringLiteral("checkout@1.service"), QStringLiteral("checkout@1.service"));
    for (const char *bad : { "checkout", "-a.service", "a b.service", "../a.service", "a.mount" })
        row(T::Unit, QString::fromUtf8(bad), {});
    row(T::Regex, QStringLiteral("abc"), QStringLiteral("abc"));
    for (const char *bad : { "abcd", "abc\n", "xabc", "<img src=x>" })
        row(T::Regex, QString::fromUtf8(bad), {});
    row(T::Enum, QStringLiteral("fast"), QStringLiteral("fast"));
    row(T::Enum, QStringLiteral("Fast"), {});
    row(T::Path, QStringLiteral("/") + QString(2000, u'a'), {});
}

void TestRunbook::valuesAreTyped()
{
    QFETCH(int, type);
    QFETCH(QString, value);
    Parameter typed = parameter(Parameter::Type(type));
    typed.pattern = QStringLiteral("[a-c]{3}");
    typed.values = { QStringLiteral("fast"), QStringLiteral("slow") };
    const auto result = typed.accept(value);
    QTEST(result ? *result : QString(), "accepted");
    QVERIFY(result || result.error().text().find('\n') == std::string::npos);
}

void TestRunbook::argumentsCannotBecomeOptionsOrShells_data()
{
    QTest::addColumn<QStringList>("argv");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *words, bool good) { QTest::newRow(words) << QString::fromUtf8(words).split(u' ') << good; };
    row("/bin/ls {{host}}", true);
    row("{{path}} -x {{count}}", true);
    row("{{host}} a", false);
    row("ls a", false);
    row("/bin/ls {{any}}", false);
    row("/bin/ls -- {{any}}", true);
    row("/bin/ls --name={{any}}", true);
    row("/bin/ls {{any}} --", false);
    row("/bin/ls {{negative}}", false);
    row("/bin/sh -c id", false);
    row("/usr/bin/bash -xc id", false);
    row("/bin/sh /opt/script {{host}}", true);
    row("/bin/ls {{missing}}", false);
    row("/bin/ls {{host", false);
    row("/bin/ls host}}", false);
    row("/bin/ls {{{{host}}}}", false);
}

void TestRunbook::argumentsCannotBecomeOptionsOrShells()
{
    std::vector<Parameter> all;
    for (const auto &[name, type] : { std::pair("host", Parameter::Type::Host), std::pair("path", Parameter::Type::Path),
             std::pair("count", Parameter::Type::Int), std::pair("any", Parameter::Type::Regex),
             std::pair("negative", Parameter::Type::Int) }) {
        all.push_back(parameter(type));
        all.back().name = QLatin1String(name);
    }
    all.back().min = -5;
    QFETCH(QStringList, argv);
    QFETCH(bool, good);
    const auto checked = argumenttemplate::checkArgv(argv, all);
    QVERIFY2(bool(checked) == good, checked ? "accepted" : checked.error().text().c_str());
    // A value that looks like a hole is not read again.
    QCOMPARE(argumenttemplate::fill(QStringLiteral("a{{host}}b"), { { QStringLiteral("host"), QStringLiteral("{{path}}") } }),
        QStringLiteral("a{{path}}b"));
}

void TestRunbook::promqlValuesStayInsideTheirString()
{
    std::vector<Parameter> all { parameter(Parameter::Type::Regex), parameter(Parameter::Type::Int) };
    all[0].name = QStringLiteral("s");
    all[1].name = QStringLiteral("n");
    const auto good = [&](const char *expr) { return bool(argumenttemplate::checkExpr(QLatin1String(expr), all)); };
    QVERIFY(good("up{a=\"{{s}}\"} > {{n}}"));
    QVERIFY(!good("up{a={{s}}}") && !good("{{s}}") && !good("up{a='{{s}}'}") && !good("up{a=`{{s}}`}")
        && !good("up{a=\"x\\{{s}}\"}"));
    QVERIFY(!good("up{a=\"b\"} {{s}} \"\""));
    const auto fill = [](const char *expr, const char *value) {
        return argumenttemplate::fillExpr(QLatin1String(expr), { { QStringLiteral("s"), QString::fromUtf8(value) } });
    };
    QCOMPARE(fill("up{a=\"{{s}}\"}", "x\"} or vector(1) #"), QStringLiteral("up{a=\"x\\\"} or vector(1) #\"}"));
    QCOMPARE(fill("up{a=\"{{s}}\"}", "a\\"), QStringLiteral("up{a=\"a\\\\\"}"));
    QCOMPARE(fill("up{a=\"{{s}}\"}", "a\nb"), QStringLiteral("up{a=\"a\\nb\"}"));
    QCOMPARE(fill("up{a=~\"{{s}}\"}", "a.*"), QStringLiteral("up{a=~\"a\\\\.\\\\*\"}"));
}

void TestRunbook::comparisonsAreThreeValued()
{
    const auto holds = [](const char *text, double value) { return Comparison::parse(QLatin1String(text))->holds(value); };
    QVERIFY(holds("< 0.5", 0.4) && !holds("< 0.5", 0.5) && holds("<=0.5", 0.5) && holds(" >= -1e3 ", -1000) && holds("!= 0", 1)
        && holds("== 2", 2));
    for (const char *any : { "< 1", "> 1", "!= 1", "== 1" })
        QVERIFY(!holds(any, std::nan("")));
    for (const char *bad : { "", "0.5", "< ", "< a", "< nan", "< inf", "<< 1", "< 1 2", "=< 1", "< 0,5" })
        QVERIFY2(!Comparison::parse(QLatin1String(bad)), bad);
}

void TestRunbook::shippedRunbooksAreGood()
{
    Catalogue catalogue;
    catalogue.load({});
    QCOMPARE(catalogue.problems(), QStringList());
    QCOMPARE(catalogue.runbooks().size(), 3u);
    Incident slow = incident();
    const auto plan = makePlan(*catalogue.find(QStringLiteral("resize-worker-pool")), &slow,
        { { QStringLiteral("control"), QStringLiteral("/bin/true") }, { QStringLiteral("port"), QStringLiteral("8080") } }, 0);
    QVERIFY2(plan, plan ? "" : plan.error().text().c_str());
    QCOMPARE(plan->steps[0].argv.join(u' '), QStringLiteral("/bin/true --control 8080 --set-workers 8"));
    QCOMPARE(plan->verify[0].expr, QStringLiteral("max(leptoscope:signal{service=\"checkout\",signal=\"latency_p99\"}) / 0.5"));
}

void TestRunbook::aBrokenFileHidesNoOther()
{
    QTemporaryDir dir;
    write(dir.filePath(QStringLiteral("a.yaml")), "kind: [\n");
    write(dir.filePath(QStringLiteral("b.yaml")), kGood);
    write(dir.filePath(QStringLiteral("c.yaml")), kGood);
    write(dir.filePath(QStringLiteral("d.yaml")), with("id: touch", "id: resize-worker-pool"));
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), dir.filePath(QStringLiteral("e.yaml"))));
    Catalogue catalogue;
    catalogue.load(dir.path());
    QCOMPARE(catalogue.problems().size(), 3);
    QVERIFY(catalogue.problems()[0].contains(QStringLiteral("a.yaml: line ")));
    QVERIFY(catalogue.problems()[1].endsWith(QStringLiteral("another file already has the id \"touch\"")));
    QCOMPARE(catalogue.runbooks().size(), 4u);
    QCOMPARE(catalogue.find(QStringLiteral("resize-worker-pool"))->title,
        QStringLiteral("Touch a file")); // ours replaces the shipped one
}

void TestRunbook::matchesWithReasonsAndKnowsExceptions()
{
    Catalogue catalogue;
    QVERIFY(catalogue.add(*parseRunbook(kGood, QStringLiteral("a.yaml"))));
    QVERIFY(!catalogue.add(*parseRunbook(kGood, QStringLiteral("a.yaml"))));
    QCOMPARE(catalogue.match(incident()).size(), 1u);
    QCOMPARE(
        catalogue.match(incident())[0].reasons, QStringList { QStringLiteral("matches latency_p99 of checkout, score 0.90") });
    Incident other = incident();
    other.anomalies[0].score = 0.7;
    QVERIFY(catalogue.match(other).empty());
    other = incident();
    other.anomalies[0].series = other.anomalies[0].series.with("env", "dr");
    QVERIFY(catalogue.match(other).empty());
    other = incident();
    other.anomalies[0].series = other.anomalies[0].series.with("namespace", "");
    QVERIFY(catalogue.match(other).empty());
    other = incident();
    other.anomalies[0].service = "search";
    QVERIFY(catalogue.match(other).empty());
}

void TestRunbook::aPlanIsFilledHashedAndComplete()
{
    const Incident given = incident();
    const auto plan = makePlan(
        *parseRunbook(kGood, QStringLiteral("a.yaml")), &given, { { QStringLiteral("count"), QStringLiteral("05") } }, 1000);
    QVERIFY2(plan, plan ? "" : plan.error().text().c_str());
    QCOMPARE(plan->target, QStringLiteral("ns/shop"));
    QCOMPARE(plan->steps[0].argv, (QStringList { QStringLiteral("/usr/bin/touch"), QStringLiteral("/tmp/shop-5") }));
    QCOMPARE(plan->verify[0].expr, QStringLiteral("x{a=\"shop\"} * 5"));
    QCOMPARE(plan->guards[0].expr, QStringLiteral("up{namespace=\"shop\"}"));
    QCOMPARE(plan->steps[0].binaryHash, *hashProgram(QStringLiteral("/usr/bin/touch")));
    QCOMPARE(plan->incident, 7);
    const auto again = planOf(canonicalBytes(*plan));
    QVERIFY(again);
    QCOMPARE(again->hash, plan->hash);
    QCOMPARE(again->limits.perTarget.windowMs, 900'000);
    QCOMPARE(again->expiresAt, plan->expiresAt);
}

void TestRunbook::aPlanKnowsEveryChangedByte()
{
    const Incident given = incident();
    const auto plan = makePlan(*parseRunbook(kGood, QStringLiteral("a.yaml")), &given, {}, 1000);
    const QByteArray bytes = canonicalBytes(*plan);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray changed = bytes;
        changed[i] = char(changed[i] ^ 1);
        const auto read = planOf(changed);
        QVERIFY(!read || read->hash != plan->hash);
    }
    QVERIFY(!planOf(bytes + ' ') && !planOf({}) && !planOf("{}"));
}

void TestRunbook::aPlanNeedsATargetAndAProgram()
{
    const auto runbook = parseRunbook(kGood, QStringLiteral("a.yaml"));
    const auto noValue = makePlan(*runbook, nullptr, {}, 0);
    QVERIFY(!noValue);
    QCOMPARE(noValue.error().text(), std::string("parameter \"name\": a value is needed"));
    const auto unknown = makePlan(
        *runbook, nullptr, { { QStringLiteral("name"), QStringLiteral("a") }, { QStringLiteral("x"), QStringLiteral("y") } }, 0);
    QCOMPARE(unknown.error().text(), std::string("parameter \"x\": the runbook has no such parameter"));
    Incident hostile = incident();
    hostile.anomalies[0].series = hostile.anomalies[0].series.with("namespace", "$(id); <img src=x>\xe2\x80\xae");
    QVERIFY(!makePlan(*runbook, &hostile, {}, 0));
    const Incident given = incident();
    const auto missing
        = makePlan(*parseRunbook(with("/usr/bin/touch", "/usr/bin/tuch"), QStringLiteral("a.yaml")), &given, {}, 0);
    QCOMPARE(missing.error().text(), std::string("/usr/bin/tuch: there is no program of this name"));
    const auto empty = makePlan(*parseRunbook(with("ns/{{name}}", " "), QStringLiteral("a.yaml")), &given, {}, 0);
    QVERIFY(!empty && empty.error().code == ErrorCode::Refused);
    QTemporaryDir dir;
    write(dir.filePath(QStringLiteral("tool")), "#!/bin/true\n");
    QFile::setPermissions(dir.filePath(QStringLiteral("tool")), QFileDevice::Permissions(0x7777));
    QVERIFY(hashProgram(dir.filePath(QStringLiteral("tool"))).error().code == ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestRunbook)
#include "tst_runbook.moc"
