#pragma once

#include "app/cli/command.h"
#include "core/settings/source_config.h"

namespace lepto::cli {

/// A Grafana source of the settings with its secret: the named one, or the only one.
struct GrafanaAccess {
    SourceConfig config;
    QString secret;
};
/// Errors: NotFound, BadInput (several, none named), the secret store's.
Result<GrafanaAccess> grafanaAccess(const Session &session, const QString &name);

/// `change push INC-12|label:7`.
int pushAnnotation(Session &session);

} // namespace lepto::cli
