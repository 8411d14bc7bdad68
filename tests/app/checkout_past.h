#pragma once

#include "core/settings/source_config.h"
#include "ml/base/result.h"

#include <QString>

namespace lepto::e2e {

/// Writes `minutes` of good traffic of the checkout into the history of the data folder `home`, up to now, as a console that watched
/// it through `source` would have kept it: the pages of the simulated pool every five seconds, and the signals measured on them.
Result<void> writePast(const QString &home, const SourceConfig &source, int minutes);

} // namespace lepto::e2e
