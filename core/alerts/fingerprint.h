#pragma once

#include "ml/base/series.h"

#include <QString>

namespace lepto {

/// 16 hexadecimal digits: 64-bit FNV-1a over name, 0xFF, value, 0xFF of each label in the order of the names, as Prometheus' common
/// library does it (model/signature.go), so that rules and Alertmanagers name the same alert alike.
QString alertFingerprint(const Labels &labels);

} // namespace lepto
