#include "ui/models/quality_rows.h"

#include "core/base/text.h"
#include "ui/models/series_words.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QualityRows)
};

MarkCode markOf(bool judged, double score)
{
    return !judged ? MarkCode::NoData : score < poorScore / 2 ? MarkCode::Critical : score < poorScore ? MarkCode::Warning : MarkCode::Ok;
}

Cell scoreCell(bool judged, double score)
{
    return { .text = judged ? QString::number(std::floor(score), 'f', 0) : QStringLiteral("–"), .mark = markOf(judged, score), .mono = true, .right = true };
}

QString reasonWords(const ml::SeriesQuality &quality)
{
    if (!quality.judged)
        return Words::tr("Too short to judge: %n samples", nullptr, int(quality.samples));
    QStringList words;
    for (const ml::QualityReason &reason : quality.reasons)
        words << flawWords(reason, quality);
    return words.isEmpty() ? Words::tr("Nothing to find fault with") : words.join(QStringLiteral("; "));
}

Cell shareCell(const ml::SeriesQuality &quality)
{
    return { .text = quality.judged ? text::value(std::floor(1000 * quality.coverage) / 1000, QStringLiteral("ratio")) : QStringLiteral("–"),
        .mono = true, .right = true, .tone = "text.secondary" };
}

bool fits(const Labels &labels, const QString &filter)
{
    return filter.isEmpty() || qstr(labels.text()).contains(filter, Qt::CaseInsensitive);
}

} // namespace

QualityCounts countQuality(const QualitySurvey &survey)
{
    QualityCounts counts;
    for (const SurveyedSeries &row : survey.series)
        ++(!row.quality.judged ? counts.unjudged : row.quality.score < poorScore ? counts.poor : counts.trusted);
    return counts;
}

QString qualitySentence(const QualitySurvey &survey)
{
    const QualityCounts counts = countQuality(survey);
    if (survey.series.empty())
        return Words::tr("No series has samples in this range");
    if (counts.trusted + counts.poor == 0)
        return Words::tr("Too few samples yet to judge any of %1 series").arg(text::count(counts.unjudged));
    if (counts.poor == 0)
        return Words::tr("All %1 judged series can be trusted").arg(text::count(counts.trusted));
    return Words::tr("%1 of %2 series can be trusted").arg(text::count(counts.trusted), text::count(counts.trusted + counts.poor));
}

QString flawWords(const ml::QualityReason &reason, const ml::SeriesQuality &quality)
{
    const int n = int(std::min<std::int64_t>(reason.count, 2'000'000'000));
    switch (reason.flaw) {
    case ml::QualityFlaw::Gaps: return Words::tr("%Ln gaps, the longest %1", nullptr, n).arg(text::duration(quality.longestGap));
    case ml::QualityFlaw::Silent: return Words::tr("silent at the end for %1").arg(text::duration(reason.count * quality.interval));
    case ml::QualityFlaw::Flapping: return Words::tr("ended and came back %Ln times", nullptr, n);
    case ml::QualityFlaw::NotANumber: return Words::tr("%Ln values that are no number", nullptr, n);
    case ml::QualityFlaw::Duplicates: return Words::tr("%Ln samples came twice", nullptr, n);
    case ml::QualityFlaw::OutOfOrder: return Words::tr("%Ln samples came too late", nullptr, n);
    case ml::QualityFlaw::Resets: return Words::tr("counter began again %Ln times", nullptr, n);
    case ml::QualityFlaw::Frozen: return Words::tr("stuck at one value for %Ln samples", nullptr, n);
    case ml::QualityFlaw::Outliers: return Words::tr("%Ln lone outliers", nullptr, n);
    case ml::QualityFlaw::Irregular: return Words::tr("uneven spacing %Ln times", nullptr, n);
    }
    return {};
}

SeriesView viewFor(const SurveyedSeries &row)
{
    return ml::looksLikeCounter(row.series.labels.name()) ? SeriesView::Counter : SeriesView::Hampel;
}

std::vector<TableColumn> qualityColumns(QualityBy by)
{
    if (by == QualityBy::Series)
        return { { Words::tr("Score"), 76, true }, { Words::tr("Series"), -5 }, { Words::tr("Source"), 90 }, { Words::tr("Why"), -4 }, { Words::tr("Came", "share of samples"), 84, true } };
    return { { Words::tr("Score"), 76, true }, { by == QualityBy::Metric ? Words::tr("Metric") : Words::tr("Source"), -4 },
        { Words::tr("Series"), 90, true }, { Words::tr("Below %1").arg(poorScore), 90, true }, { Words::tr("Too short"), 90, true } };
}

std::vector<CellModel::Row> seriesRows(const QualitySurvey &survey, const QString &filter, std::size_t limit, std::size_t &fitting)
{
    std::vector<CellModel::Row> rows;
    fitting = 0;
    for (const SurveyedSeries &row : survey.series) {
        if (!fits(row.series.labels, filter) || fitting++ >= limit)
            continue;
        const QString labels = qstr(row.series.labels.text());
        const QString why = reasonWords(row.quality);
        rows.push_back({ QString::number(row.series.id),
            { scoreCell(row.quality.judged, row.quality.score), Cell { .text = seriesTitle(row.series.labels.with("source", {}).with("job", {}).with("instance", {})), .tip = labels },
                Cell { .text = oneLine(qstr(row.series.labels.get("source")), 60), .tone = "text.secondary" },
                Cell { .text = why, .tone = row.quality.reasons.empty() ? "text.muted" : "text.secondary", .tip = why }, shareCell(row.quality) } });
    }
    return rows;
}

std::vector<CellModel::Row> groupRows(const QualitySurvey &survey, QualityBy by, const QString &filter, std::size_t limit, std::size_t &fitting)
{
    std::vector<QualityGroup> groups = groupQuality(survey.series, by == QualityBy::Metric ? "__name__" : "source", poorScore);
    std::ranges::stable_sort(groups, std::ranges::less {}, [](const QualityGroup &group) { return std::isnan(group.score) ? 101 : group.score; });
    std::vector<CellModel::Row> rows;
    fitting = 0;
    for (const QualityGroup &group : groups) {
        const QString name = oneLine(qstr(group.name), 200);
        if (!name.contains(filter, Qt::CaseInsensitive) || fitting++ >= limit)
            continue;
        const auto number = [](qint64 n, const char *tone) { return Cell { .text = text::count(n), .mono = true, .right = true, .tone = n ? tone : "text.muted" }; };
        rows.push_back({ name,
            { scoreCell(group.judged > 0, group.score), Cell { .text = name.isEmpty() ? Words::tr("(none)") : name }, number(group.series, "text.primary"),
                number(group.poor, "sev.warning"), number(group.series - group.judged, "text.secondary") } });
    }
    return rows;
}

} // namespace lepto
