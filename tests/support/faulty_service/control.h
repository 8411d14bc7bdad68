#pragma once

#include <QString>

#include <optional>

namespace lepto::demo {

/// Asks a running service on 127.0.0.1:port for its number of workers, or sets it first. Blocks, at most five seconds.
/// Nothing: `error` says why.
std::optional<int> workersOf(quint16 port, std::optional<int> wanted, QString *error);

} // namespace lepto::demo
