#pragma once

#include "ui/desks/quality_desk.h"
#include "ui/models/cell_model.h"

namespace lepto {

/// A survey of data quality as sentences and rows. Pure but for the language; label values are untrusted, everything is one plain line.

constexpr double poorScore = 80;          ///< below it a series is not to be trusted blindly

struct QualityCounts {
    qint64 trusted = 0, poor = 0, unjudged = 0;
};
QualityCounts countQuality(const QualitySurvey &survey);
/// "4,812 of 5,000 series can be trusted".
QString qualitySentence(const QualitySurvey &survey);

enum class QualityBy : quint8 { Series, Metric, Source };
std::vector<TableColumn> qualityColumns(QualityBy by);
/// Rows of the survey that contain `filter` in their labels, at most `limit`; `fitting` says how many there are.
std::vector<CellModel::Row> seriesRows(const QualitySurvey &survey, const QString &filter, std::size_t limit, std::size_t &fitting);
/// The worst first.
std::vector<CellModel::Row> groupRows(const QualitySurvey &survey, QualityBy by, const QString &filter, std::size_t limit, std::size_t &fitting);

/// One flaw with its measured number: "4 gaps, the longest 12 min".
QString flawWords(const ml::QualityReason &reason, const ml::SeriesQuality &quality);
/// The view that shows best what is wrong with a series.
SeriesView viewFor(const SurveyedSeries &row);

} // namespace lepto
