#include "histogram_notation.h"
#include "memory_provider.h"
#include "promqltest_script.h"

#include "core/promql/evaluator.h"
#include "ml/base/histogram_buckets.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <map>

using namespace lepto;
using namespace lepto::promql;
using namespace lepto::test;

namespace {

bool close(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && std::isnan(b);
    if (a == b)
        return true;
    return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b)) || std::max(std::abs(a), std::abs(b)) < 1e-300;
}

bool mentions(const std::vector<std::string> &texts, const ScriptCommand &command)
{
    if (command.message.empty())
        return !texts.empty();
    for (const std::string &text : texts) {
        const bool same = command.messageIsRegex ? QRegularExpression(QString::fromStdString("^(?:" + command.message + ")$"))
                                                       .match(QString::fromStdString(text))
                                                       .hasMatch()
                                                 : text == command.message;
        if (same)
            return true;
    }
    return false;
}

QString remarks(const ScriptCommand &command, const Annotations &found)
{
    const auto all = [](const std::vector<std::string> &texts) {
        return texts.empty() ? QStringLiteral("none") : QString::fromStdString(texts[0]);
    };
    if (command.warns && !mentions(found.warnings, command))
        return QStringLiteral("expected a warning, got ") + all(found.warnings);
    if (command.informs && !mentions(found.infos, command))
        return QStringLiteral("expected an info, got ") + all(found.infos);
    if (command.noWarning && !found.warnings.empty())
        return QStringLiteral("unexpected ") + all(found.warnings);
    if (command.noInfo && !found.infos.empty())
        return QStringLiteral("unexpected ") + all(found.infos);
    return {};
}

bool closeBuckets(const std::vector<ml::HistogramBucket> &a, const std::vector<ml::HistogramBucket> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ml::HistogramBucket &x, const ml::HistogramBucket &y) {
        return close(x.lower, y.lower) && close(x.upper, y.upper) && close(x.count, y.count);
    });
}

/// A hint counts where the script names one.
bool close(const NativeHistogram &expected, const NativeHistogram &found)
{
    const bool hint = expected.reset == NativeHistogram::Reset::Unknown || expected.reset == found.reset;
    return hint && expected.schema == found.schema && close(expected.count, found.count) && close(expected.sum, found.sum)
        && close(expected.zeroThreshold, found.zeroThreshold) && expected.customBounds == found.customBounds
        && closeBuckets(ml::bucketsOf(expected), ml::bucketsOf(found));
}

QString textOf(const StepValue &value)
{
    if (value.histogram)
        return QString::fromStdString(ml::textOf(*value.histogram));
    return value.number ? QString::number(*value.number) : QStringLiteral("nothing");
}

bool close(const StepValue &expected, const StepValue &found)
{
    if (expected.histogram)
        return found.histogram && close(*expected.histogram, *found.histogram);
    return found.number.has_value() == expected.number.has_value() && !found.histogram
        && (!expected.number || close(*expected.number, *found.number));
}

StepValue valueAt(const Series &series, TimeMs t)
{
    for (const Sample &sample : series.samples) {
        if (sample.t == t)
            return { sample.v, {} };
    }
    for (const HistogramPoint &point : series.histograms) {
        if (point.t == t)
            return { {}, *point.value };
    }
    return {};
}

QString compareLine(const SeriesLine &line, const Series &found, TimeMs from, TimeMs step)
{
    std::size_t seen = 0;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const TimeMs t = from + step * TimeMs(i);
        const StepValue value = valueAt(found, t);
        seen += value.empty() ? 0 : 1;
        if (!close(line.values[i], value))
            return QString::fromStdString(line.labels.text())
                + QStringLiteral(" at %1: expected %2, got %3").arg(t).arg(textOf(line.values[i]), textOf(value));
    }
    const std::size_t all = found.samples.size() + found.histograms.size();
    return seen == all ? QString() : QStringLiteral("%1 samples, expected %2").arg(all).arg(seen);
}

QString compareSeries(const std::vector<SeriesLine> &expected, const std::vector<Series> &found, TimeMs from, TimeMs step)
{
    std::size_t wanted = 0;
    for (const SeriesLine &line : expected) {
        const bool any = std::any_of(line.values.begin(), line.values.end(), [](const auto &v) { return !v.empty(); });
        wanted += any ? 1 : 0;
        const auto match
            = std::find_if(found.begin(), found.end(), [&](const Series &series) { return series.labels == line.labels; });
        if (match == found.end() && any)
            return QString::fromStdString("missing " + line.labels.text());
        if (match == found.end())
            continue;
        if (const QString difference = compareLine(line, *match, from, step); !difference.isEmpty())
            return difference;
    }
    return found.size() == wanted ? QString() : QStringLiteral("%1 series, expected %2").arg(found.size()).arg(wanted);
}

QString compareVector(const ScriptCommand &command, const Value &value)
{
    if (command.ordered) {
        for (std::size_t i = 0; i < std::min(command.series.size(), value.vector.size()); ++i) {
            if (value.vector[i].labels != command.series[i].labels)
                return QStringLiteral("wrong order at %1").arg(i);
        }
    }
    std::vector<Series> found;
    for (const VectorSample &sample : value.vector) {
        found.push_back({ sample.labels, {} });
        if (sample.histogram)
            found.back().histograms.push_back({ value.at, sample.histogram });
        else
            found.back().samples.push_back({ value.at, sample.value });
    }
    return compareSeries(command.series, found, value.at, 0);
}

QString compareValue(const ScriptCommand &command, const Value &value)
{
    if (const QString remark = remarks(command, value.annotations); !remark.isEmpty())
        return remark;
    switch (value.type) {
    case ValueType::Scalar:
        return command.scalar && close(*command.scalar, value.scalar) ? QString() : QStringLiteral("scalar %1").arg(value.scalar);
    case ValueType::String:
        return command.string == value.string ? QString() : QString::fromStdString("string " + value.string);
    case ValueType::Matrix:
        return compareSeries(command.series, value.matrix, command.expectFrom, command.step);
    case ValueType::Vector:
        return compareVector(command, value);
    }
    return {};
}

/// What is wrong with the answer to one eval; empty when it is right.
QString verdict(const ScriptCommand &command, MemoryProvider &provider)
{
    const auto parsed = parse(command.query);
    const bool range = command.kind == ScriptCommand::Kind::Range;
    if (!parsed)
        return command.fails ? QString() : QString::fromStdString(parsed.error().text());
    std::optional<Error> error;
    QString difference;
    if (range) {
        const auto matrix = evaluateRange(*parsed, provider, command.at, command.to, command.step);
        if (!matrix)
            error = matrix.error();
        else if (difference = remarks(command, matrix->annotations); difference.isEmpty())
            difference = compareSeries(command.series, matrix->series, command.at, command.step);
    } else {
        const auto value = evaluate(*parsed, provider, command.at);
        if (!value)
            error = value.error();
        else
            difference = compareValue(command, *value);
    }
    if (command.fails) {
        if (!error)
            return QStringLiteral("did not fail");
        return command.message.empty() || error->reason == command.message ? QString() : QString::fromStdString(error->reason);
    }
    return error ? QString::fromStdString(error->text()) : difference;
}

/// The native histogram with custom bounds that storage would have made of classic buckets.
struct Converted {
    std::vector<std::vector<std::pair<double, double>>> buckets; ///< by step
    std::vector<double> sums;
};

void loadConverted(MemoryProvider &provider, const ScriptCommand &command)
{
    std::map<Labels, Converted> histograms;
    for (const SeriesLine &line : command.series) {
        const std::string name(line.labels.name());
        const bool bucket = name.ends_with("_bucket"), sum = name.ends_with("_sum");
        if (!bucket && !sum)
            continue;
        const std::string base = name.substr(0, name.size() - (bucket ? 7 : 4));
        Converted &converted = histograms[line.labels.with("__name__", base).with("le", {})];
        converted.buckets.resize(std::max(converted.buckets.size(), line.values.size()));
        converted.sums.resize(converted.buckets.size());
        const double bound = bucket ? QString::fromStdString(std::string(line.labels.get("le"))).toDouble() : 0;
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (!line.values[i].number)
                continue;
            if (bucket)
                converted.buckets[i].emplace_back(bound, *line.values[i].number);
            else
                converted.sums[i] = *line.values[i].number;
        }
    }
    for (const auto &[labels, converted] : histograms) {
        for (std::size_t i = 0; i < converted.buckets.size(); ++i) {
            if (!converted.buckets[i].empty())
                provider.addHistogram(
                    labels, command.step * TimeMs(i), fromClassicBuckets(converted.buckets[i], converted.sums[i]));
        }
    }
}

void load(MemoryProvider &provider, const ScriptCommand &command)
{
    for (std::size_t place = 0; place < command.series.size(); ++place) {
        const SeriesLine &line = command.series[place];
        const auto later = command.series.begin() + std::ptrdiff_t(place) + 1;
        if (std::any_of(later, command.series.end(), [&](const SeriesLine &other) { return other.labels == line.labels; }))
            continue; // the last of repeated lines counts
        std::vector<Sample> samples;
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (line.values[i].number)
                samples.push_back({ command.step * TimeMs(i), *line.values[i].number });
            if (line.values[i].histogram)
                provider.addHistogram(line.labels, command.step * TimeMs(i), *line.values[i].histogram);
        }
        provider.add(line.labels, std::move(samples));
    }
    if (command.withNative)
        loadConverted(provider, command);
}

void prepare(MemoryProvider &provider, const ScriptCommand &command)
{
    if (command.kind == ScriptCommand::Kind::Clear)
        provider = MemoryProvider();
    else
        load(provider, command);
}

} // namespace

/// Runs Prometheus' own evaluation scripts.
class tst_promqltest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrometheusOnItsEvaluationScripts();
};

void tst_promqltest::agreesWithPrometheusOnItsEvaluationScripts()
{
    QString shared = qEnvironmentVariable("LEPTOSCOPE_SHARED");
    if (shared.isEmpty())
        shared = QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/../shared");
    const QDir folder(shared + QStringLiteral("/conformance/promql/promqltest"));
    const QStringList files = folder.entryList({ QStringLiteral("*.test") }, QDir::Files, QDir::Name);
    if (files.isEmpty())
        QSKIP("skipped: no shared data");
    int total = 0, native = 0;
    QStringList wrong;
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        MemoryProvider provider;
        for (const ScriptCommand &command : parseScript(file.readAll().toStdString())) {
            if (command.kind == ScriptCommand::Kind::Clear || command.kind == ScriptCommand::Kind::Load) {
                prepare(provider, command);
                continue;
            }
            ++total;
            provider.metHistograms = false;
            const QString difference = verdict(command, provider);
            native += provider.metHistograms ? 1 : 0;
            if (!difference.isEmpty())
                wrong << name + u':' + QString::number(command.line) + u' ' + QString::fromStdString(command.query)
                        + QStringLiteral(": ") + difference;
        }
    }
    qInfo("%d of %d evals pass, %d of them over native histograms", total - int(wrong.size()), total, native);
    for (const QString &line : wrong)
        qInfo("%s", qPrintable(line));
    QVERIFY(total > 700 && native > 200);
    QVERIFY2(double(total - wrong.size()) >= 0.99 * total, "fewer than 99 % of the evals agree");
}

QTEST_APPLESS_MAIN(tst_promqltest)
#include "tst_promqltest.moc"
