#pragma once

#include "core/logs/log_source.h"

#include <memory>

namespace lepto {

/// A source of lines that is not started yet; the configuration is checked and of one of the log kinds (isLogKind).
std::unique_ptr<LogSource> makeLogSource(const SourceConfig &config, const QString &secret);

} // namespace lepto
