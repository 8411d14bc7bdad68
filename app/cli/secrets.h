#pragma once

#include "core/base/home.h"

namespace lepto::cli {

/// The secret store for commands, which wait for its answer. Not to be called from inside an event loop.
Result<QString> readSecret(const Home &home, const QString &name);
Result<void> writeSecret(const Home &home, const QString &name, const QString &secret);

} // namespace lepto::cli
