#pragma once

#include "core/settings/source_config.h"
#include "ml/base/result.h"

#include <QSslConfiguration>

namespace lepto {

/// TLS 1.2 or newer with the source's authorities and client certificate; verification off only where the source says so.
/// Errors: BadInput naming the file that cannot be used.
Result<QSslConfiguration> tlsOptions(const SourceConfig &config);

} // namespace lepto
