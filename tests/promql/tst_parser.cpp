#include "core/promql/parser.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lepto;
using namespace lepto::promql;

namespace {

QByteArray inputOf(const QJsonObject &row)
{
    return row.contains(QLatin1String("bytes_hex")) ? QByteArray::fromHex(row[QLatin1String("bytes_hex")].toString().toLatin1())
                                                    : row[QLatin1String("input")].toString().toUtf8();
}

std::vector<QJsonObject> sharedCases(const QString &file)
{
    QString shared = qEnvironmentVariable("LEPTOSCOPE_SHARED");
    if (shared.isEmpty())
        shared = QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/../shared");
    QFile source(shared + QStringLiteral("/conformance/promql/") + file);
    std::vector<QJsonObject> rows;
    if (!source.open(QIODevice::ReadOnly))
        return rows;
    while (!source.atEnd()) {
        const QByteArray line = source.readLine();
        if (!line.trimmed().isEmpty())
            rows.push_back(QJsonDocument::fromJson(line).object());
    }
    return rows;
}

} // namespace

class tst_parser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrometheusOnItsOwnCases();
    void parsesEveryExpressionOfTheEvaluationSuite();
    void printsCanonicalText_data();
    void printsCanonicalText();
    void refusesWithAPosition_data();
    void refusesWithAPosition();
    void survivesHostileNesting_data();
    void survivesHostileNesting();
    void survivesEveryPrefixOfALongQuery();
};

void tst_parser::agreesWithPrometheusOnItsOwnCases()
{
    const auto rows = sharedCases(QStringLiteral("parse_test_inputs.jsonl"));
    if (rows.empty())
        QSKIP("skipped: no shared data");
    QStringList wrong;
    for (const QJsonObject &row : rows) {
        const QByteArray input = inputOf(row);
        const auto parsed = parse(input.toStdString());
        if (bool(parsed) != row[QLatin1String("shouldParse")].toBool())
            wrong << row[QLatin1String("id")].toString() + u' ' + QString::fromUtf8(input) + u' '
                    + (parsed ? QStringLiteral("parsed") : QString::fromStdString(parsed.error().text()));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_parser::parsesEveryExpressionOfTheEvaluationSuite()
{
    const auto rows = sharedCases(QStringLiteral("promqltest_exprs.jsonl"));
    if (rows.empty())
        QSKIP("skipped: no shared data");
    QStringList wrong;
    for (const QJsonObject &row : rows) {
        if (!row[QLatin1String("shouldParse")].toBool())
            continue;
        const QByteArray input = inputOf(row);
        const auto parsed = parse(input.toStdString());
        const auto again = parsed ? parse(parsed->text()) : parsed;
        if (!again || again->text() != parsed->text())
            wrong << QString::fromUtf8(input) + QStringLiteral(" : ")
                    + QString::fromStdString(again ? parsed->text() + " / " + again->text() : again.error().text());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_parser::printsCanonicalText_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *query, const char *text) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(text);
    };
    row("SUM BY(job)(rate(x{a='b'}[5m]))", "sum by (job) (rate(x{a=\"b\"}[5m]))");
    row("sum(x) without (le,)", "sum without (le) (x)");
    row("topk by () (3, x)", "topk(3, x)");
    row("a+b*c^d^e", "a + b * c ^ d ^ e");
    row("x >bool 0x1F", "x > bool 31");
    row("0755", "493");
    row("a * on (x) group_left (y) b", "a * on (x) group_left (y) b");
    row("foo offset -90s @ 1.5", "foo @ 1.5 offset -1m30s");
    row("max_over_time(rate(x[1m])[1h:5m] @ end())", "max_over_time(rate(x[1m])[1h:5m] @ end())");
    row("{\"odd name\", 'label.x'=~`a\\.b`}", "{__name__=\"odd name\",\"label.x\"=~\"a\\\\.b\"}");
    row("x[2m/3+step()]", "x[((2m / 3s) + step())]");
    row("-x # comment", "-x");
    row("1h30m", "1h30m");
}

void tst_parser::printsCanonicalText()
{
    QFETCH(QString, query);
    const auto parsed = parse(query.toStdString());
    QVERIFY2(bool(parsed), parsed ? "" : parsed.error().text().c_str());
    QTEST(QString::fromStdString(parsed->text()), "text");
    const auto again = parse(parsed->text());
    QVERIFY2(bool(again), again ? "" : again.error().text().c_str());
    QTEST(QString::fromStdString(again->text()), "text");
}

void tst_parser::refusesWithAPosition_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *query, const char *text) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(text);
    };
    row("sum(\n  rate(x)\n)", "2:8: parse error: expected type range vector in call to function \"rate\", got instant vector");
    row("x +", "1:4: parse error: unexpected end of input");
    row("x{a=b}", "1:5: parse error: unexpected identifier \"b\" in label matching, expected string");
    row("nope(x)", "1:1: parse error: unknown function with name \"nope\"");
    row("x{a=~\"(\"}", "1:1: parse error: invalid regular expression: missing closing parenthesis in \"(\"");
    row("{a=\"\"}", "1:1: parse error: vector selector must contain at least one non-empty matcher");
    row("rate(x[5m], 1)", "1:1: parse error: expected 1 argument(s) in call to \"rate\", got 2");
    row("'a", "1:1: parse error: unterminated quoted string");
    row("1 == 2", "1:3: parse error: comparisons between scalars must use BOOL modifier");
    row("x $ y", "1:3: parse error: unexpected character: \"$\"");
}

void tst_parser::refusesWithAPosition()
{
    QFETCH(QString, query);
    const auto parsed = parse(query.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::BadInput);
    QTEST(QString::fromStdString(parsed.error().text()), "error");
}

void tst_parser::survivesHostileNesting_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("parentheses") << QByteArray(60000, '(');
    QTest::newRow("balanced") << QByteArray(30000, '(') + "1" + QByteArray(30000, ')');
    QTest::newRow("minus") << QByteArray(60000, '-') + "1";
    QTest::newRow("plus chain") << QByteArray("1") + QByteArray("+1").repeated(30000);
    QTest::newRow("power chain") << QByteArray("1") + QByteArray("^1").repeated(30000);
    QTest::newRow("calls") << QByteArray("abs(").repeated(15000);
    QTest::newRow("subqueries") << QByteArray("x") + QByteArray("[1m:]").repeated(12000);
    QTest::newRow("duration") << QByteArray("x[") + QByteArray(60000, '(');
    QTest::newRow("duration minus") << QByteArray("x[") + QByteArray(60000, '-');
    QTest::newRow("duration chain") << QByteArray("x[1") + QByteArray("+1").repeated(30000) + "]";
    QTest::newRow("offset") << QByteArray("x offset ") + QByteArray(60000, '-') + "1";
    QTest::newRow("too long") << QByteArray(70000, 'x');
    QTest::newRow("zero byte") << QByteArray("x{a=\"\0\"} \0 y", 13);
    QTest::newRow("bad utf-8") << QByteArray("x{a=\"\xc0\xaf\"}");
    QTest::newRow("backtracking") << QByteArray("x{a=~\"") + QByteArray(20000, '(') + "\"}";
}

void tst_parser::survivesHostileNesting()
{
    QFETCH(QByteArray, query);
    const auto parsed = parse(query.toStdString());
    QVERIFY(!parsed);
    QVERIFY(parsed.error().text().size() < 70000 * 5);
}

void tst_parser::survivesEveryPrefixOfALongQuery()
{
    const std::string query = "label_replace(sum by (job, \"a b\") (rate(x{a=~\"b|c\",d!=''}[5m:30s] offset -1h @ start())) > "
                              "bool on (job) group_left (y) "
                              "topk(3, {`foo`}) or -1.5e-3 ^ 0x1f, 'a', '$1\\u00e9', \"b\", `.*`) # end\n";
    QVERIFY(!parse(query)); // a scalar cannot be joined by "or"
    for (std::size_t length = 0; length < query.size(); ++length) {
        (void)parse(query.substr(0, length));
        std::string damaged = query;
        damaged[length] = char(damaged[length] ^ 0x15);
        (void)parse(damaged);
    }
}

QTEST_APPLESS_MAIN(tst_parser)
#include "tst_parser.moc"
