#include "app/cli/query_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/promql/evaluator.h"
#include "core/promql/store_provider.h"
#include "ml/base/histogram_buckets.h"

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
        QJsonObject json{{QStringLiteral("metric"), toJson(series.labels)}, {QStringLiteral("values"), values}};
        s.out.line(qstr(series.labels.text()));
        for (const Sample &sample : series.samples)
            s.out.line(QStringLiteral("  %1  %2").arg(iso(sample.t), number(sample.v)));
        QJsonArray histograms;
        for (const promql::HistogramPoint &point : series.histograms) {
            histograms.append(QJsonArray{qint64(point.t), qstr(ml::textOf(*point.value))});
            s.out.line(QStringLiteral("  %1  %2").arg(iso(point.t), qstr(ml::textOf(*point.value))));
        }
        if (!histograms.isEmpty())
            json.insert(QStringLiteral("histograms"), histograms);
        array.append(json);
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
    const auto addHistogram = [&](const Labels &labels, const NativeHistogram &histogram) {
        const QString text = qstr(ml::textOf(histogram));
        array.append(QJsonObject{{QStringLiteral("metric"), toJson(labels)}, {QStringLiteral("histogram"), QJsonArray{qint64(value.at), text}}});
        s.out.line(QStringLiteral("%1  %2").arg(qstr(labels.text()), text));
    };
    if (value.type == promql::ValueType::Scalar)
        add({}, value.scalar);
    else if (value.type == promql::ValueType::String)
        s.out.line(qstr(value.string));
    for (const promql::VectorSample &sample : value.vector)
        sample.histogram ? addHistogram(sample.labels, *sample.histogram) : add(sample.labels, sample.value);
    if (array.isEmpty() && value.type == promql::ValueType::Vector)
        s.out.line(QStringLiteral("No series."));
    s.out.value(array);
    return Good;
}

Result<qint64> stepOf(const Session &s, qint64 from, qint64 to)
{
    if (!s.options.isSet(QStringLiteral("step")))
        return std::max<qint64>(1000, (to - from) / 200);
    const QString text = s.options.value(QStringLiteral("step"));
    const auto span = Session::time(QStringLiteral("now+") + text, 0);
    if (!span || *span <= 0)
        return Error{ErrorCode::BadInput, "--step " + utf8(text), "is not a duration such as 15s or 5m"};
    return *span;
}

/// Remarks go to the person, not into the data.
void showRemarks(Session &s, const promql::Annotations &annotations)
{
    for (const auto *remarks : {&annotations.warnings, &annotations.infos}) {
        for (const std::string &remark : *remarks)
            s.out.line(qstr(remark));
    }
}

} // namespace

Result<QueryTimes> queryTimes(const Session &s)
{
    if (!s.options.isSet(QStringLiteral("from"))) {
        const auto at = Session::time(s.options.value(QStringLiteral("time")), QDateTime::currentMSecsSinceEpoch());
        return at ? Result<QueryTimes>(QueryTimes{*at, *at, 0}) : Result<QueryTimes>(at.error());
    }
    const auto range = s.range();
    const auto step = range ? stepOf(s, range->first, range->second) : Result<qint64>(range.error());
    return step ? Result<QueryTimes>(QueryTimes{range->first, range->second, *step}) : Result<QueryTimes>(step.error());
}

int evaluateQuery(Session &s)
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
        const auto times = queryTimes(s);
        if (!times)
            return s.out.fail(times.error());
        if (times->step == 0) {
            const auto value = promql::evaluate(*expr, provider, times->to);
            if (!value)
                return s.out.fail(value.error());
            showRemarks(s, value->annotations);
            return showValue(s, *value);
        }
        const auto matrix = promql::evaluateRange(*expr, provider, times->from, times->to, times->step);
        if (!matrix)
            return s.out.fail(matrix.error());
        showRemarks(s, matrix->annotations);
        return showSeries(s, matrix->series);
    });
}

void addQueryOptions(QCommandLineParser &parser)
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("time"), QStringLiteral("time of an instant query, default now"), QStringLiteral("time"), QStringLiteral("now")});
    parser.addOption({QStringLiteral("step"), QStringLiteral("step of a range query"), QStringLiteral("duration")});
}

void QueryCommand::addOptions(QCommandLineParser &parser) const { addQueryOptions(parser); }

std::vector<Verb> QueryCommand::verbs() const
{
    return {{QString(), QStringLiteral("EXPR [--time T | --from T --to T --step D]"), QStringLiteral("prints the series and their values"), evaluateQuery}};
}

} // namespace lepto::cli
