#pragma once

#include "core/models/model.h"

#include <QSqlQuery>
#include <QVariantList>

#include <optional>

namespace lepto {

QString nameOf(ModelStage stage);                      ///< as in ops.db: "candidate", …
std::optional<ModelStage> modelStageOf(const QString &name);
QString nameOf(TrainingJob::State state);
std::optional<TrainingJob::State> trainingStateOf(const QString &name);

/// Columns of the table `model` in the order of `modelOf` and `valuesOf`.
extern const QString kModelColumns;
ModelVersion modelOf(const QSqlQuery &row);
QVariantList valuesOf(const ModelVersion &model);

} // namespace lepto
