#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `source fill NAME [--from T] [--to T]`: fetches history that was missed from the source's server; without times, what is known to be
/// missing. Cancelled by Ctrl+C; what is filled stays.
int fillSource(Session &session);

} // namespace lepto::cli
