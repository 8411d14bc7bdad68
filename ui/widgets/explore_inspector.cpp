#include "ui/widgets/explore_inspector.h"

#include "core/base/text.h"
#include "ui/charts/line_segments.h"
#include "ui/console.h"
#include "ui/desks/query_desk.h"
#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/pane.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace lepto {

namespace {

constexpr int soonMs = 40, restMs = 300, nameLimit = 60, mostReasons = 3, leastWidth = 180;
constexpr std::size_t mostRaw = 24, mostJudged = 4;
constexpr double poorScore = 80, badScore = 50;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lepto::ExploreInspector)
public:
    static QString of(const ml::QualityReason &reason);
};

QString Words::of(const ml::QualityReason &reason)
{
    using Flaw = ml::QualityFlaw;
    const int n = int(std::min<std::int64_t>(reason.count, std::numeric_limits<int>::max()));
    switch (reason.flaw) {
    case Flaw::Gaps:
        return tr("%n gaps", nullptr, n);
    case Flaw::Silent:
        return tr("stopped before the end");
    case Flaw::Flapping:
        return tr("ended and came back, %n times", nullptr, n);
    case Flaw::NotANumber:
        return tr("%n values are no number", nullptr, n);
    case Flaw::Duplicates:
        return tr("%n came twice", nullptr, n);
    case Flaw::OutOfOrder:
        return tr("%n came too late", nullptr, n);
    case Flaw::Resets:
        return tr("%n counter resets", nullptr, n);
    case Flaw::Frozen:
        return tr("frozen, %n values repeat", nullptr, n);
    case Flaw::Outliers:
        return tr("%n outliers", nullptr, n);
    case Flaw::Irregular:
        return tr("irregular spacing");
    }
    return {};
}

} // namespace

ExploreInspector::ExploreInspector(Console &console, TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_time(time)
    , m_valuesHead(new PaneHead)
    , m_selectionHead(new PaneHead)
    , m_forecastHead(new PaneHead)
    , m_qualityHead(new PaneHead)
    , m_factsHead(new PaneHead)
    , m_values(new ValueTable)
    , m_selection(new KeyValues)
    , m_forecast(new KeyValues)
    , m_quality(new KeyValues)
    , m_facts(new KeyValues)
    , m_soon(new QTimer(this))
    , m_rest(new QTimer(this))
{
    setObjectName(QStringLiteral("exploreInspector"));
    auto *content = new QWidget;
    content->setMinimumWidth(leastWidth); // long values are cut rather than scrolled to
    auto *column = flatColumn(content);
    const std::pair<PaneHead *, QWidget *> parts[] = { { m_valuesHead, m_values }, { m_selectionHead, m_selection },
        { m_forecastHead, m_forecast }, { m_qualityHead, m_quality }, { m_factsHead, m_facts } };
    for (const auto &[head, part] : parts) {
        if (head != m_valuesHead)
            column->addWidget(horizontalLine());
        column->addWidget(head);
        column->addWidget(part);
    }
    m_values->fitHeight();
    m_qualityHead->hide();
    m_quality->hide();
    column->addStretch(1);
    flatColumn(this)->addWidget(scrolled(content));
    for (const auto &[timer, ms] : { std::pair(m_soon, soonMs), std::pair(m_rest, restMs) }) {
        timer->setSingleShot(true);
        timer->setInterval(ms);
    }
    connect(m_soon, &QTimer::timeout, this, &ExploreInspector::showValues);
    connect(m_rest, &QTimer::timeout, this, [this] { askRaw(), askQuality(); });
    connect(&time, &TimeScale::crosshairMoved, this, [this] {
        if (!m_soon->isActive())
            m_soon->start();
        m_rest->start();
    });
    connect(&time, &TimeScale::selectionChanged, this, &ExploreInspector::showSelection);
    connect(&time, &TimeScale::utcChanged, this, &ExploreInspector::showAll);
    showAll();
}

void ExploreInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showAll();
    QWidget::changeEvent(event);
}

void ExploreInspector::setSources(std::vector<ValueTable::Source> sources)
{
    m_sources = std::move(sources);
    showAll();
    m_rest->start();
}

void ExploreInspector::showAll()
{
    m_selectionHead->setTitle(tr("Selection"));
    m_forecastHead->setTitle(tr("Forecast"));
    m_qualityHead->setTitle(tr("Data quality"));
    m_factsHead->setTitle(tr("Data in view"));
    showValues();
    showSelection();
    showForecast();
    showFacts();
}

void ExploreInspector::showValues()
{
    const TimeMs at = m_time.crosshair();
    m_valuesHead->setTitle(at > 0 ? tr("At %1").arg(text::time(at, m_time.utc())) : tr("Newest values"));
    m_valuesHead->setMeta(m_time.utc() ? tr("UTC") : tr("local time"));
    m_values->show(m_sources, at);
}

std::vector<Labels> ExploreInspector::stored(std::size_t most) const
{
    std::vector<Labels> out;
    for (const ValueTable::Source &source : m_sources) {
        for (const ChartLine &line : source.content->lines) {
            if (line.visible && !line.data.columns.empty() && out.size() < most)
                out.push_back(line.labels);
        }
    }
    return out;
}

/// A column of the chart stands for many samples where the range is long: the stored ones take their place once the crosshair
/// rests.
void ExploreInspector::askRaw()
{
    const TimeMs at = m_time.crosshair();
    const quint64 serial = ++m_rawAsked;
    const std::vector<Labels> series = stored(mostRaw);
    if (at <= 0 || series.empty() || !m_console.queries())
        return;
    m_console.queries()->rawValues(series, at, this, [this, serial, at](Result<std::vector<std::optional<Sample>>> values) {
        if (values && serial == m_rawAsked && at == m_time.crosshair())
            m_values->setRaw(*values);
    });
}

void ExploreInspector::showSelection()
{
    const TimeMs from = m_time.selectionFrom(), to = m_time.selectionTo();
    const bool any = to > from && from > 0;
    m_selectionHead->setVisible(any);
    m_selection->setVisible(any);
    if (!any)
        return;
    m_selectionHead->setMeta(text::minute(from, m_time.utc()) + QStringLiteral(" – ") + text::minute(to, m_time.utc())
        + QStringLiteral(", ") + text::duration(to - from));
    std::vector<KeyValues::Row> rows;
    for (const ValueTable::Source &source : m_sources) {
        for (const ChartLine &line : source.content->lines) {
            const LineStatistics in = lineStatistics(line.data, from, to);
            if (!line.visible || !in.any || rows.size() >= mostRaw)
                continue;
            const QString &unit = source.content->unit;
            rows.push_back({ source.letter + QLatin1Char(' ') + oneLine(line.name, nameLimit),
                tr("%1 to %2, mean %3").arg(text::value(in.min, unit), text::value(in.max, unit), text::value(in.mean, unit)),
                true });
        }
    }
    if (rows.empty())
        rows.push_back({ tr("No samples in it"), {} });
    m_selection->setRows(rows);
}

void ExploreInspector::showForecast()
{
    std::vector<KeyValues::Row> rows;
    for (const ValueTable::Source &source : m_sources) {
        for (const ChartLine &line : source.content->lines) {
            if (line.outlook.method.isEmpty() || rows.size() > 8)
                continue;
            rows.push_back({ source.letter + QLatin1Char(' ') + oneLine(line.outlook.method, nameLimit),
                tr("MASE %1, band held %2")
                    .arg(text::number(line.outlook.mase), text::value(line.outlook.held, QStringLiteral("ratio"))),
                true });
            if (line.outlook.withheld)
                rows.push_back(
                    { tr("Withheld"), tr("no better than repeating last season"), false, "warning", MarkCode::Warning });
        }
    }
    m_forecastHead->setVisible(!rows.empty());
    m_forecast->setVisible(!rows.empty());
    m_forecast->setRows(rows);
}

void ExploreInspector::askQuality()
{
    const std::vector<Labels> series = stored(mostJudged);
    QString of = QString::number(m_time.span()) + QString::number(m_time.to() / std::max<TimeMs>(60'000, m_time.span() / 10));
    for (const Labels &labels : series)
        of += QString::number(labels.hash());
    if (!m_console.queries() || of == m_qualityOf)
        return;
    m_qualityOf = of;
    const quint64 serial = ++m_qualityAsked;
    m_console.queries()->quality(
        series, m_time.from(), m_time.to(), this, [this, serial](Result<std::vector<SurveyedSeries>> survey) {
            if (serial == m_qualityAsked)
                showQuality(survey);
        });
}

void ExploreInspector::showQuality(const Result<std::vector<SurveyedSeries>> &survey)
{
    std::vector<KeyValues::Row> rows;
    if (!survey)
        rows.push_back({ text::of(survey.error()), {} });
    for (std::size_t i = 0; survey && i < survey->size(); ++i) {
        const SurveyedSeries &one = (*survey)[i];
        const QString name = oneLine(seriesTitle(one.series.labels), nameLimit);
        if (!one.quality.judged) {
            rows.push_back({ name, tr("too few samples to judge"), false, "secondary" });
            continue;
        }
        const double score = one.quality.score;
        rows.push_back({ name, tr("%1 of 100").arg(qRound(score)), true,
            score < badScore        ? "critical"
                : score < poorScore ? "warning"
                                    : "primary",
            score < badScore        ? MarkCode::Critical
                : score < poorScore ? MarkCode::Warning
                                    : MarkCode::Ok });
        rows.push_back(
            { tr("came of those due"), text::value(one.quality.coverage, QStringLiteral("ratio")), true, "secondary" });
        for (std::size_t k = 0; k < std::min<std::size_t>(one.quality.reasons.size(), mostReasons); ++k)
            rows.push_back({ Words::of(one.quality.reasons[k]), QChar(0x2212) + text::number(one.quality.reasons[k].penalty, 2),
                true, "secondary" });
    }
    m_qualityHead->setVisible(!rows.empty());
    m_quality->setVisible(!rows.empty());
    m_quality->setRows(rows);
}

void ExploreInspector::showFacts()
{
    std::int64_t samples = 0, reduced = 1;
    int series = 0;
    std::size_t anomalies = 0, gaps = 0;
    for (const ValueTable::Source &source : m_sources) {
        anomalies += source.content->anomalies.size();
        for (const ChartLine &line : source.content->lines) {
            samples += line.data.samples;
            reduced = std::max(reduced, line.data.reduced);
            gaps += lineSegments(line.data, m_time.from(), source.columnWidth).gaps.size();
            ++series;
        }
    }
    m_facts->setRows({ { tr("Series"), text::count(series), true }, { tr("Samples"), text::count(samples), true },
        { tr("Drawn"), reduced > 1 ? tr("min/max 1:%1").arg(reduced) : tr("every sample"), true },
        { tr("Gaps"), text::count(qint64(gaps)), true }, { tr("Anomalies"), text::count(qint64(anomalies)), true } });
}

} // namespace lepto
