#pragma once

#include "core/layouts/layout.h"
#include "ml/base/result.h"

#include <QJsonObject>

namespace lepto {

/// A layout as JSON: what ops.db keeps, `dashboard show --json` prints and an export writes. Reading tolerates absent fields.
/// Errors: Damaged naming an unknown word.
QJsonObject toJson(const ExploreLayout &layout);
Result<ExploreLayout> layoutFromJson(const QJsonObject &object);

} // namespace lepto
