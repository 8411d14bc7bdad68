#pragma once

#include "app/cli/command.h"
#include "core/edge/edge_collector.h"
#include "core/settings/secret_store.h"

namespace lepto::cli {

void addSpoolOptions(QCommandLineParser &parser);

/// What both commands of an edge work with: the spool of the options, and a collector for the sources of the settings.
struct EdgeSession {
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<EdgeCollector> collector;
    SpoolFolder folder;
    std::uint64_t limit = 0;

    /// Errors: those of the data folder and the spool; BadInput for the limit.
    static Result<EdgeSession> open(const Session &session);
};

/// `watch --remote`: collects until it is stopped, or for `forMs`.
int collectForConsole(Session &session, qint64 forMs);

} // namespace lepto::cli
