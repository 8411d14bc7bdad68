#include "memory_provider.h"
#include "promqltest_script.h"

#include "core/promql/evaluator.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

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

QString compareSeries(const std::vector<SeriesLine> &expected, const std::vector<Series> &found, TimeMs from, TimeMs step)
{
    std::size_t wanted = 0;
    for (const SeriesLine &line : expected) {
        const bool any = std::any_of(line.values.begin(), line.values.end(), [](const auto &v) { return v.has_value(); });
        wanted += any ? 1 : 0;
        const auto match
            = std::find_if(found.begin(), found.end(), [&](const Series &series) { return series.labels == line.labels; });
        if (match == found.end()) {
            if (any)
                return QString::fromStdString("missing " + line.labels.text());
            continue;
        }
        std::size_t next = 0;
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (!line.values[i])
                continue;
            const TimeMs t = from + step * TimeMs(i);
            if (next >= match->samples.size() || match->samples[next].t != t || !close(match->samples[next].v, *line.values[i]))
                return QString::fromStdString(line.labels.text())
                    + QStringLiteral(" at %1: expected %2, got %3")
                          .arg(t)
                          .arg(*line.values[i])
                          .arg(next < match->samples.size() ? match->samples[next].v : NAN);
            ++next;
        }
        if (next != match->samples.size())
            return QString::fromStdString(line.labels.text())
                + QStringLiteral(" has %1 samples, expected %2").arg(match->samples.size()).arg(next);
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
    for (const VectorSample &sample : value.vector)
        found.push_back({ sample.labels, { { value.at, sample.value } } });
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

void load(MemoryProvider &provider, const ScriptCommand &command)
{
    for (std::size_t place = 0; place < command.series.size(); ++place) {
        const SeriesLine &line = command.series[place];
        const auto later = command.series.begin() + std::ptrdiff_t(place) + 1;
        if (std::any_of(later, command.series.end(), [&](const SeriesLine &other) { return other.labels == line.labels; }))
            continue; // the last of repeated lines counts
        if (line.native) {
            provider.nativeHistograms.push_back(line.labels);
            continue;
        }
        std::vector<Sample> samples;
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (line.values[i])
                samples.push_back({ command.step * TimeMs(i), *line.values[i] });
        }
        provider.add(line.labels, std::move(samples));
        const std::string_view name = line.labels.name();
        if (command.withNative && name.ends_with("_bucket"))
            provider.nativeHistograms.push_back(line.labels.with("__name__", name.substr(0, name.size() - 7)).with("le", {}));
    }
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
    int total = 0, native = 0, nativePassed = 0, passed = 0;
    QStringList wrong;
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        MemoryProvider provider;
        for (const ScriptCommand &command : parseScript(file.readAll().toStdString())) {
            if (command.kind == ScriptCommand::Kind::Clear)
                provider = MemoryProvider();
            else if (command.kind == ScriptCommand::Kind::Load)
                load(provider, command);
            else {
                ++total;
                provider.metNative = false;
                const QString difference = verdict(command, provider);
                native += provider.metNative ? 1 : 0;
                nativePassed += provider.metNative && difference.isEmpty() ? 1 : 0;
                passed += difference.isEmpty() ? 1 : 0;
                if (!difference.isEmpty() && !provider.metNative)
                    wrong << name + u':' + QString::number(command.line) + u' ' + QString::fromStdString(command.query)
                            + QStringLiteral(": ") + difference;
            }
        }
    }
    qInfo("%d of %d evals pass; %d select native histograms, of which %d pass; %d float evals differ", passed, total, native,
        nativePassed, int(wrong.size()));
    for (const QString &line : wrong)
        qInfo("%s", qPrintable(line));
    const int floats = total - native;
    QVERIFY(floats > 400);
    QVERIFY2(double(floats - wrong.size()) >= 0.95 * floats, "fewer than 95 % of the evals on float samples agree");
}

QTEST_APPLESS_MAIN(tst_promqltest)
#include "tst_promqltest.moc"
