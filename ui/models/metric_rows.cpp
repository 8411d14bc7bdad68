#include "ui/models/metric_rows.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MetricRows)
};

struct Metric {
    const char *key, *words, *unit;
    bool lowIsGood;
};
constexpr Metric known[] = {
    { "vus_pr", QT_TRANSLATE_NOOP("MetricRows", "Volume under PR"), "", false },
    { "vus_roc", QT_TRANSLATE_NOOP("MetricRows", "Volume under ROC"), "", false },
    { "auc_pr", QT_TRANSLATE_NOOP("MetricRows", "Area under PR"), "", false },
    { "range_f1", QT_TRANSLATE_NOOP("MetricRows", "Range F1"), "", false },
    { "event_f1", QT_TRANSLATE_NOOP("MetricRows", "Event F1"), "", false },
    { "pages_per_week", QT_TRANSLATE_NOOP("MetricRows", "Pages per week"), "", true },
    { "false_alarms_per_day", QT_TRANSLATE_NOOP("MetricRows", "False alarms per day"), "", true },
    { "delay_seconds", QT_TRANSLATE_NOOP("MetricRows", "Detection delay"), "seconds", true },
    { "incidents_caught", QT_TRANSLATE_NOOP("MetricRows", "Incidents caught"), "", false },
    { "windows", QT_TRANSLATE_NOOP("MetricRows", "Windows"), "", false },
    { "seconds", QT_TRANSLATE_NOOP("MetricRows", "Time taken"), "seconds", true },
    { "valid_loss", QT_TRANSLATE_NOOP("MetricRows", "Validation loss"), "", true },
};
constexpr double sameShare = 0.005; // closer than this is "same"

const Metric *find(const QString &key)
{
    const auto *found = std::ranges::find_if(known, [&](const Metric &m) { return key == QLatin1String(m.key); });
    return found == std::end(known) ? nullptr : found;
}

Cell reading(const QString &key, double value, double baseline)
{
    const Metric *metric = find(key);
    if (std::abs(value - baseline) <= sameShare * std::max(std::abs(value), std::abs(baseline)))
        return { .text = Words::tr("= same"), .tone = "text.muted" };
    const bool better = (value > baseline) != (metric && metric->lowIsGood);
    return better ? Cell { .text = Words::tr("▲ better"), .tone = "sev.ok" } : Cell { .text = Words::tr("▼ worse"), .tone = "sev.warning" };
}

QString change(const QString &key, double value, double baseline)
{
    const double by = value - baseline;
    return (by > 0 ? QStringLiteral("+") : QString()) + metricValue(key, by);
}

} // namespace

QString metricName(const QString &key)
{
    const Metric *metric = find(key);
    return metric ? Words::tr(metric->words) : key;
}

QString metricValue(const QString &key, double value)
{
    const Metric *metric = find(key);
    return text::value(value, metric ? QLatin1String(metric->unit) : QString());
}

std::vector<TableColumn> metricColumns()
{
    return { { Words::tr("Measure"), -1 }, { Words::tr("Baseline"), 100, true }, { Words::tr("Candidate"), 100, true },
        { Words::tr("Change"), 100, true }, { Words::tr("Reading"), 100 } };
}

std::vector<CellModel::Row> metricRows(const QJsonObject &metrics)
{
    std::vector<CellModel::Row> rows;
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        const QString key = it.key(), other = QStringLiteral("baseline_") + key;
        if (!it.value().isDouble() || !metrics.contains(other))
            continue;
        const double value = it.value().toDouble(), baseline = metrics[other].toDouble();
        rows.push_back({ key,
            { Cell { .text = metricName(key) }, Cell { .text = metricValue(key, baseline), .mono = true, .right = true, .tone = "text.secondary" },
                Cell { .text = metricValue(key, value), .mono = true, .right = true },
                Cell { .text = change(key, value, baseline), .mono = true, .right = true }, reading(key, value, baseline) } });
    }
    return rows;
}

std::vector<PromotionGate> promotionGates(const TrainingJob &job, const QJsonObject &metrics, bool candidateThere)
{
    const bool done = job.state == TrainingJob::State::Done;
    const auto compared = [&](const char *key, bool lowIsGood) {
        const QString name = QLatin1String(key), other = QStringLiteral("baseline_") + name;
        if (!metrics.contains(name) || !metrics.contains(other))
            return MarkCode::Todo;
        const double value = metrics[name].toDouble(), baseline = metrics[other].toDouble();
        return (lowIsGood ? value <= baseline : value >= baseline) ? MarkCode::Ok : MarkCode::Warning;
    };
    return { { Words::tr("Run finished"), done ? MarkCode::Ok : MarkCode::Todo },
        { Words::tr("Finds more than the baseline"), compared("vus_pr", false) },
        { Words::tr("Pages no more often"), compared("pages_per_week", true) },
        { Words::tr("Detects no later"), compared("delay_seconds", true) },
        { Words::tr("File stored, hashed and signed"), candidateThere ? MarkCode::Ok : MarkCode::Todo } };
}

} // namespace lepto
