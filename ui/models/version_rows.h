#pragma once

#include "ui/console.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/pane.h"

namespace lepto {

std::vector<TableColumn> versionColumns();
/// Versions of one model, newest first; the key is the version's number.
std::vector<CellModel::Row> versionRows(const std::vector<ModelVersion> &models, const QString &name, TimeMs now, bool utc);

/// The passport of one version, section by section.
std::vector<KeyValues::Row> fileFacts(const ModelVersion &model);
std::vector<KeyValues::Row> dataFacts(const ModelVersion &model, bool utc);
std::vector<KeyValues::Row> trainingFacts(const ModelVersion &model, bool utc);
QByteArray passportJson(const ModelVersion &model);

/// The version that rolling back would bring: the newest one before the active that was not refused; 0: none.
int rollBackTarget(const std::vector<ModelVersion> &models, const QString &name);

} // namespace lepto
