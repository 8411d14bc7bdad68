#pragma once

#include <functional>

namespace lepto::cli {

/// Calls `stop` in the main thread's event loop when the terminal or the system asks this process to end (SIGINT, SIGTERM, SIGHUP).
/// A second request ends it at once.
void onStopRequest(std::function<void()> stop);

} // namespace lepto::cli
