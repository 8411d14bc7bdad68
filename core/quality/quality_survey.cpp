#include "core/quality/quality_survey.h"

#include "ml/base/cleaning.h"

#include <algorithm>
#include <map>

namespace lepto {

namespace {

ml::SeriesQuality judge(const SeriesInfo &series, std::span<const Sample> samples, TimeMs from, TimeMs to)
{
    ml::QualityInput input;
    input.samples = samples;
    input.from = from;
    input.to = to;
    input.counter = ml::looksLikeCounter(series.labels.name());
    return ml::assessQuality(input);
}

std::vector<ViewedSample> beside(const std::vector<Sample> &stored, const std::vector<Sample> &shown)
{
    std::vector<ViewedSample> out;
    out.reserve(stored.size());
    for (std::size_t i = 0; i < stored.size(); ++i)
        out.push_back({ stored[i].t, stored[i].v, shown[i].v });
    return out;
}

Result<std::vector<Sample>> inBaseUnit(const SeriesInfo &series, std::vector<Sample> samples)
{
    const auto unit = ml::unitOfMetric(series.labels.name());
    if (!unit)
        return Error { ErrorCode::BadInput, series.labels.text(), "the name of the metric does not say its unit" };
    for (Sample &s : samples)
        s.v = isStaleMarker(s.v) ? s.v : unit->apply(s.v);
    return samples;
}

} // namespace

Result<std::vector<SurveyedSeries>> surveyQuality(const Store &store, std::span<const Matcher> matchers, TimeMs from, TimeMs to, std::size_t limit,
                                                  const std::function<bool(double)> &progress)
{
    const auto found = store.select(matchers, from, to, limit);
    if (!found)
        return found.error();
    std::vector<SurveyedSeries> survey;
    survey.reserve(found->size());
    for (const SeriesInfo &series : *found) {
        if (progress && !progress(double(survey.size()) / double(found->size())))
            return Error { ErrorCode::Cancelled, "the survey", "was stopped" };
        const auto samples = store.range(series.id, from, to);
        if (!samples)
            return samples.error();
        survey.push_back({ series, judge(series, *samples, from, to), ml::unitOfMetric(series.labels.name()) });
    }
    const auto rank = [](const SurveyedSeries &row) { return std::pair(!row.quality.judged, row.quality.score); };
    std::stable_sort(survey.begin(), survey.end(), [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return survey;
}

std::vector<QualityGroup> groupQuality(std::span<const SurveyedSeries> survey, std::string_view label, double poor)
{
    std::map<std::string, QualityGroup, std::less<>> groups;
    for (const SurveyedSeries &row : survey) {
        const std::string name(row.series.labels.get(label));
        QualityGroup &group = groups[name];
        group.name = name;
        ++group.series;
        if (!row.quality.judged)
            continue;
        ++group.judged;
        group.poor += row.quality.score < poor;
        group.score += row.quality.score;
    }
    std::vector<QualityGroup> out;
    for (auto &[name, group] : groups) {
        group.score /= double(group.judged);
        out.push_back(group);
    }
    return out;
}

Result<std::vector<ViewedSample>> viewSeries(const Store &store, const SeriesInfo &series, TimeMs from, TimeMs to, SeriesView view, std::int64_t window)
{
    const bool windowed = view == SeriesView::Hampel || view == SeriesView::Median || view == SeriesView::Ewma;
    if (windowed && window <= 0)
        return Error { ErrorCode::BadInput, "the window", "must be greater than zero" };
    const auto stored = store.range(series.id, from, to);
    if (!stored)
        return stored.error();
    switch (view) {
    case SeriesView::Hampel:
        return beside(*stored, ml::hampelView(*stored, std::size_t(window)).samples);
    case SeriesView::Median:
        return beside(*stored, ml::medianView(*stored, std::size_t(window)).samples);
    case SeriesView::Ewma:
        return beside(*stored, ml::ewmaView(*stored, window).samples);
    case SeriesView::Counter:
        return beside(*stored, ml::withoutResets(*stored).samples);
    case SeriesView::BaseUnit:
        break;
    }
    const auto scaled = inBaseUnit(series, *stored);
    return scaled ? Result<std::vector<ViewedSample>>(beside(*stored, *scaled)) : scaled.error();
}

} // namespace lepto
