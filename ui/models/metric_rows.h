#pragma once

#include "core/models/model.h"
#include "ui/models/cell_model.h"

#include <QJsonObject>

namespace lepto {

/// Metrics of an evaluation beside those of the baseline ("vus_pr" and "baseline_vus_pr"). Pure but for the language.
std::vector<TableColumn> metricColumns();
std::vector<CellModel::Row> metricRows(const QJsonObject &metrics);
QString metricName(const QString &key);
QString metricValue(const QString &key, double value);

/// What must hold before a candidate may speak.
struct PromotionGate {
    QString words;
    MarkCode mark = MarkCode::Todo;
};
std::vector<PromotionGate> promotionGates(const TrainingJob &job, const QJsonObject &metrics, bool candidateThere);

} // namespace lepto
