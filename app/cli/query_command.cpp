#include "app/cli/query_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"

#include <QDateTime>

#include <cmath>

namespace lepto::cli {

namespace {

QJsonArray sampleJson(const Sample &s)
{
    return {qint64(s.t), std::isfinite(s.v) ? QJsonValue(s.v) : QJsonValue(number(s.v))};
}

int showSeries(Session &s, const std::vector<promql::Series> &all)
{
    QJsonArray array;
    for (const promql::Series &series : all) {
        QJsonArray values;
        for (const Sample &sample : series.samples)
            values.append(sampleJson(sample));
        array.append(QJsonObject{{QStringLiteral("metric"), toJson(series.labels)}, {QStringLiteral("values"), values}});
        s.out.line(qstr(series.labels.text()));
        for (const Sample &sample : series.samples)
            s.out.line(QStringLiteral("  %1  %2").arg(iso(sample.t), number(sample.v)));
    }
    s.out.value(array);
    return Good;
}

int showValue(Session &s, const promql::Value &value)
{
    if (value.type == promql::ValueType::Matrix)
        return showSeries(s, value.matrix);
    QJsonArray array;
    const auto add = [&](const Labels &labels, double v) {
        array.append(QJsonObject{{QStringLiteral("metric"), toJson(labels)}, {QStringLiteral("value"), sampleJson({value.at, v})}});
        s.out.line(QStringLiteral("%1  %2").arg(qstr(labels.text()), number(v)));
    };
    if (value.type == promql::ValueType::Scalar)
        add({}, value.scalar);
    else if (value.type == promql::ValueType::String)
        s.out.line(qstr(value.string));
    for (const promql::VectorSample &sample : value.vector)
        add(sample.labels, sample.value);
    if (array.isEmpty() && value.type == promql::ValueType::Vector)
        s.out.line(QStringLiteral("No series."));
    s.out.value(array);
    return Good;
}

Result<qint64> stepOf(Session &s, qint64 from, qint64 to)
{
    if (!s.options.isSet(QStringLiteral("step")))
        return std::max<qint64>(1000, (to - from) / 200);
    const QString text = s.options.value(QStringLiteral("step"));
    const auto span = Session::time(QStringLiteral("now+") + text, 0);
    if (!span || *span <= 0)
        return Error{ErrorCode::BadInput, "--step " + utf8(text), "is not a duration such as 15s or 5m"};
    return *span;
}

int evaluate(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the expression"));
    if (!text)
        return s.out.fail(text.error());
    const auto expr = promql::parse(utf8(*text));
    if (!expr)
        return s.out.fail({ErrorCode::BadInput, utf8(*text), expr.error().text()});
    return withServices(s, [&](Services &services) {
        const auto store = services.requireStore();
        if (!store)
            return s.out.fail(store.error());
        promql::StoreProvider provider(**store);
        if (!s.options.isSet(QStringLiteral("from"))) {
            const auto at = Session::time(s.options.value(QStringLiteral("time")), QDateTime::currentMSecsSinceEpoch());
            const auto value = at ? promql::evaluate(*expr, provider, *at) : Result<promql::Value>(at.error());
            return value ? showValue(s, *value) : s.out.fail(value.error());
        }
        const auto range = s.range();
        const auto step = range ? stepOf(s, range->first, range->second) : Result<qint64>(range.error());
        if (!step)
            return s.out.fail(step.error());
        const auto matrix = promql::evaluateRange(*expr, provider, range->first, range->second, *step);
        return matrix ? showSeries(s, matrix->series) : s.out.fail(matrix.error());
    });
}

int check(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the expression"));
    const auto expr = text ? promql::parse(utf8(*text)) : Result<promql::Expr>(text.error());
    if (!expr)
        return s.out.fail(expr.error());
    s.out.line(qstr(expr->text()));
    s.out.value(QJsonObject{{QStringLiteral("text"), qstr(expr->text())}, {QStringLiteral("type"), qstr(promql::typeText(expr->type()))}});
    return Good;
}

void addOptionsTo(QCommandLineParser &parser)
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("time"), QStringLiteral("time of an instant query, default now"), QStringLiteral("time"), QStringLiteral("now")});
    parser.addOption({QStringLiteral("step"), QStringLiteral("step of a range query"), QStringLiteral("duration")});
}

} // namespace

void QueryCommand::addOptions(QCommandLineParser &parser) const { addOptionsTo(parser); }

std::vector<Verb> QueryCommand::verbs() const
{
    return {{QString(), QStringLiteral("EXPR [--time T | --from T --to T --step D]"), QStringLiteral("prints the series and their values"), evaluate}};
}

void PromqlCommand::addOptions(QCommandLineParser &parser) const { addOptionsTo(parser); }

std::vector<Verb> PromqlCommand::verbs() const
{
    return {{QStringLiteral("check"), QStringLiteral("EXPR"), QStringLiteral("parse and type-check; prints the canonical text"), check},
            {QStringLiteral("eval"), QStringLiteral("EXPR"), QStringLiteral("as query"), evaluate}};
}

} // namespace lepto::cli
