#pragma once

#include "core/models/model.h"

#include <optional>

namespace lepto {

/// The words of the codes that no room stores under a word of its own. Not for display.
QString nameOf(ModelStage stage);
QString nameOf(TrainingJob::State state);
std::optional<ModelStage> modelStageOf(const QString &name);

} // namespace lepto
