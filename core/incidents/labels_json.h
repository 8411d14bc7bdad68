#pragma once

#include "ml/base/series.h"

#include <QString>

namespace lepto {

/// A label set as it is stored beside incidents and labels: a JSON object of name and value, sorted by name.
QString labelsToJson(const Labels &labels);
Labels labelsFromJson(const QString &json);

} // namespace lepto
