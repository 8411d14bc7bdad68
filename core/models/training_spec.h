#pragma once

#include "ml/base/protocol.h"
#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QJsonObject>
#include <QString>

namespace lepto {

/// What is to be trained.
struct TrainingSpec {
    QString name;                     ///< of the model; letters, digits, '-', '_', '.'
    std::vector<Labels> series;
    TimeMs from = 0, to = 0;
    TimeMs step = 0;                  ///< grid, ms; 0: chosen from the range (10 s at least, 20,000 rows at most)
    ml::TrainOptions options;
};

/// Errors: BadInput with what is wrong.
Result<void> check(const TrainingSpec &spec);
QJsonObject toJson(const TrainingSpec &spec);
TrainingSpec trainingSpecOf(const QJsonObject &json);

} // namespace lepto
