#pragma once

#include "core/settings/edge_address.h"
#include "core/settings/source_config.h"

#include <QStringList>

namespace lepto {

/// The exact argument list (argv[0] is `ssh`) that starts the relay of an edge: no shell on our side, no questions, known host keys only,
/// nothing forwarded, no shared connection; the user's ssh configuration may add what it likes besides (a jump host, an alias).
/// `clientKeyFile` is the identity, `caFile` the known hosts; empty: ssh's own.
QStringList sshCommand(const EdgeAddress &address, const SourceConfig &config);

} // namespace lepto
