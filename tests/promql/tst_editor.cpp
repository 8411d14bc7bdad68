#include "memory_provider.h"

#include "core/promql/completion.h"
#include "core/promql/diagnostics.h"
#include "core/promql/estimate.h"
#include "core/promql/evaluator.h"
#include "core/promql/explain.h"
#include "core/promql/formatter.h"
#include "core/promql/function_help.h"
#include "core/promql/functions.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using namespace lepto::promql;
using lepto::test::MemoryProvider;

namespace {

CompletionNames names()
{
    return { [](std::string_view, std::size_t) {
                return CompletionNames::Names { "node_load1", "node_cpu_seconds_total", "up", "with space" };
            },
        [](std::string_view metric, std::string_view, std::size_t) {
            return metric == "up" ? CompletionNames::Names { "instance", "job" }
                                  : CompletionNames::Names { "cpu", "mode", "odd name" };
        },
        [](std::string_view metric, std::string_view label, std::string_view, std::size_t) {
            return CompletionNames::Names { std::string(metric) + "-" + std::string(label), "say \"hi\"" };
        } };
}

/// What is offered at the bar of a query, as it would be inserted; `first` at most.
QString offered(QString query, int first = 4)
{
    const qsizetype bar = query.indexOf(u'|');
    query.remove(bar, 1);
    const auto list = complete(query.toStdString(), std::size_t(bar), names());
    QStringList texts;
    for (const Completion &item : list.items)
        texts << QString::fromStdString(item.text);
    return QString::number(list.from) + u' ' + texts.mid(0, first).join(u' ');
}

QString errorsOf(const std::string &query)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnose(query)) {
        lines << QStringLiteral("%1:%2 '%3' %4")
                     .arg(diagnostic.line)
                     .arg(diagnostic.column)
                     .arg(QString::fromStdString(query.substr(diagnostic.at, diagnostic.end - diagnostic.at)),
                         QString::fromStdString(diagnostic.reason));
    }
    return lines.join(u'\n');
}

void printTree(const ExplainNode &node, int level, QStringList &lines)
{
    QString line = QString(level * 2, u' ') + explainWords(node)
        + QStringLiteral(" [%1]").arg(QString::fromUtf8(typeText(node.type).data()));
    if (node.cost)
        line += QStringLiteral(" %1 series, %2 samples").arg(node.cost->series).arg(node.cost->samples);
    lines << line;
    for (const ExplainNode &child : node.children)
        printTree(child, level + 1, lines);
}

} // namespace

class tst_editor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offersWhatMayStandAtTheCursor_data();
    void offersWhatMayStandAtTheCursor();
    void completesEveryPrefixOfAnything();
    void everyFunctionHasASignatureAndAHelp();
    void namesEveryTypeErrorOnce_data();
    void namesEveryTypeErrorOnce();
    void underlinesThePlace();
    void breaksLongExpressions_data();
    void breaksLongExpressions();
    void explainsEachNodeWithWhatItCost();
    void estimatesFromTheIndex();
};

void tst_editor::offersWhatMayStandAtTheCursor_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) { QTest::newRow(query) << QString::fromUtf8(expected); };
    row("node|", "0 node_load1 node_cpu_seconds_total");
    row("ra|", "0 rate( rad( range( limit_ratio(");
    row("rat|(x[5m])", "0 rate limit_ratio irate");
    row("load|", "0 node_load1");
    row("sp|", "0 {\"with space\"}");
    row("up{|", "3 job instance");
    row("up{j|", "3 job");
    row("node_load1{o|", "11 \"odd name\" mode");
    row("up{job=\"|", "8 up-job\" say \\\"hi\\\"\"");
    row("up{job=\"u|\"}", "8 up-job");
    row("up{job=~'a', instance!='|", "24 say \\\"hi\\\"' up-instance'");
    row("rate(up[|", "8 1m 5m 1h 6h");
    row("rate(up[5|", "8 5s 5m 5h 5d");
    row("up |", "3 or by and atan2");
    row("up o|", "3 or offset without");
    row("up offset |", "10 1m 5m 1h 6h");
    row("up @ |", "5 end() start()");
    row("sum |", "4 by without");
    row("sum by (|) (up{})", "8 job instance");
    row("up / ig|", "5 ignoring group_right");
    row("# no|", "0");
    row("'no|", "1");
}

void tst_editor::offersWhatMayStandAtTheCursor()
{
    QFETCH(QString, expected);
    QCOMPARE(offered(QString::fromUtf8(QTest::currentDataTag())).trimmed(), expected);
}

void tst_editor::completesEveryPrefixOfAnything()
{
    const std::string query
        = "topk by (a, \"b\") (3, rate({\"x\", y=~'\\x41.*'}[5m:] @ end() offset -1h)) # }])\n > bool on(é) 0x1F]])}}\"";
    for (std::size_t cursor = 0; cursor <= query.size(); ++cursor) {
        const auto list = complete(query, cursor, names());
        QVERIFY(list.from <= list.to && list.to == cursor);
        (void)diagnose(query.substr(cursor));
        (void)complete(query, cursor, {});
    }
}

void tst_editor::everyFunctionHasASignatureAndAHelp()
{
    for (const Function &function : allFunctions()) {
        QVERIFY2(!helpOf(function.name).isEmpty(), std::string(function.name).c_str());
        QVERIFY(signatureOf(function).starts_with(function.name));
    }
    QCOMPARE(signatureOf(*findFunction("round")), std::string("round(instant vector [, scalar])"));
    QCOMPARE(signatureOf(*findFunction("label_join")), std::string("label_join(instant vector, string, string [, string, ...])"));
    for (const char *word :
        { "sum", "topk", "by", "without", "and", "or", "unless", "offset", "bool", "on", "ignoring", "group_left" })
        QVERIFY2(!helpOf(word).isEmpty(), word);
    QVERIFY(helpOf("nothing").isEmpty());
}

void tst_editor::namesEveryTypeErrorOnce_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) { QTest::newRow(query) << QString::fromUtf8(expected); };
    row("rate(up[5m])", "");
    row("rate(up)", "1:6 'up' expected type range vector in call to function \"rate\", got instant vector");
    row("rate(up) + abs(up[5m])",
        "1:6 'up' expected type range vector in call to function \"rate\", got instant vector\n"
        "1:16 'up[5m]' expected type instant vector in call to function \"abs\", got range vector");
    row("sum(nosuch(up)) + 1 == 2", "1:5 'nosuch' unknown function with name \"nosuch\"");
    row("{} + rate(1)",
        "1:1 '{}' vector selector must contain at least one non-empty matcher\n"
        "1:11 '1' expected type range vector in call to function \"rate\", got scalar");
    row("1 == 2", "1:3 '==' comparisons between scalars must use BOOL modifier");
    row("rate(up) + ",
        "1:6 'up' expected type range vector in call to function \"rate\", got instant vector\n1:12 '' unexpected end of input");
    row("sum(\n  up ü)", "2:6 'ü' unexpected character: \"\\xc3\"");
}

void tst_editor::namesEveryTypeErrorOnce()
{
    QFETCH(QString, expected);
    QCOMPARE(errorsOf(QTest::currentDataTag()), expected);
}

void tst_editor::underlinesThePlace()
{
    const std::string query = "sum(\n\trate(up)\n)";
    const auto errors = diagnose(query);
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(underlined(query, errors[0]), std::string(" rate(up)\n      ^~"));
}

void tst_editor::breaksLongExpressions_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) { QTest::newRow(query) << QString::fromUtf8(expected); };
    row("sum(up)", "sum(up)");
    row("sum by(job)(rate(requests_total{code=~'5..'}[5m]))/sum by(job)(rate(requests_total[5m]))",
        "  sum by (job) (\n    rate(requests_total{code=~\"5..\"}[5m])\n  )\n/\n  sum by (job) (rate(requests_total[5m]))");
    row("topk(3,rate(a_rather_long_metric_name_total[5m])) > on(a) group_left 0*b",
        "  topk(\n    3,\n    rate(\n      a_rather_long_metric_name_total[5m]\n    )\n  )\n> on (a) group_left ()\n  0 * b");
    row("(avg_over_time(some_long_metric[5m])[30m:1m])", "(\n  avg_over_time(some_long_metric[5m])[30m:1m]\n)");
}

void tst_editor::breaksLongExpressions()
{
    QFETCH(QString, expected);
    const Result<Expr> expr = parse(QTest::currentDataTag());
    if (!expr)
        QFAIL(expr.error().text().c_str());
    const std::string text = formatted(*expr, 40);
    QCOMPARE(QString::fromStdString(text), expected);
    QCOMPARE(parse(text)->text(), expr->text());
}

void tst_editor::explainsEachNodeWithWhatItCost()
{
    MemoryProvider provider;
    for (const char *job : { "a", "b" })
        provider.add(Labels({ { "__name__", "hits" }, { "job", job } }), { { 0, 0 }, { 15'000, 3 }, { 30'000, 6 } });
    const Expr expr = *parse("sum by (job) (rate(hits[1m] offset 1s)) > (1 + 1) or vector(0)");
    Profile profile;
    QVERIFY(bool(evaluate(expr, provider, 60'000, {}, &profile)));
    QStringList lines;
    printTree(explain(expr, &profile), 0, lines);
    QCOMPARE(lines.join(u'\n'),
        QStringLiteral(
            "Elements of the left side, and those of the right that have no partner there. [instant vector] 1 series, 1 samples\n"
            "  Keeps the elements for which left > right holds. [instant vector] 0 series, 0 samples\n"
            "    Sum of each group. Groups by job. [instant vector] 2 series, 2 samples\n"
            "      Increase per second of a counter over the range, resets taken into account. [instant vector] 2 series, 2 "
            "samples\n"
            "        The samples of the last 1m of each series that matches hits. Looks 1s earlier. [range vector] 2 series, 6 "
            "samples\n"
            "    Calculates left + right. [scalar] 0 series, 1 samples\n"
            "      A number. [scalar] 0 series, 1 samples\n"
            "      A number. [scalar] 0 series, 1 samples\n"
            "  A number as a vector of one element without labels. [instant vector] 1 series, 1 samples\n"
            "    A number. [scalar] 0 series, 1 samples"));
}

void tst_editor::estimatesFromTheIndex()
{
    const QTemporaryDir folder;
    auto store = Store::open(folder.filePath(QStringLiteral("history.db")), Store::Mode::ReadWrite);
    QVERIFY(bool(store));
    std::vector<LabelledSample> batch;
    for (int i = 0; i < 240; ++i) {
        for (int host = 0; host < 20; ++host)
            batch.push_back({ Labels({ { "__name__", "load" }, { "host", std::to_string(host) } }), { i * 15'000, 1.0 } });
    }
    QVERIFY(bool((*store)->append(batch)));
    const auto once = estimate(*parse("rate(load[10m]) + load{host='3'}"), **store, 0, 3'600'000, 0);
    QVERIFY(bool(once));
    QCOMPARE(once->series, std::size_t(21));
    QVERIFY(once->samples > 700 && once->samples < 1000);
    const auto range = estimate(*parse("load"), **store, 0, 3'600'000, 60'000);
    QCOMPARE(range->points, std::size_t(20 * 61));
    QCOMPARE(range->samples, std::size_t(20 * 240));
    QCOMPARE(estimate(*parse("1 + 1"), **store, 0, 1000, 0)->series, std::size_t(0));
}

QTEST_APPLESS_MAIN(tst_editor)
#include "tst_editor.moc"
