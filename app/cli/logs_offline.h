#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `logs cluster FILE...`: the patterns of files with their counts.
int clusterFiles(Session &session);
/// `logs lint FILE...`: what of the lines is understood; a finding where lines have no time or no level.
int lintFiles(Session &session);

} // namespace lepto::cli
