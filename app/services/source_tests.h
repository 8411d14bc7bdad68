#pragma once

#include "core/settings/source_config.h"
#include "core/sources/source_test.h"

namespace lepto {

/// The connection test that fits the kind of the source; not started yet, owned by `parent`.
SourceTest *makeSourceTest(const SourceConfig &config, const QString &secret, QObject *parent);

} // namespace lepto
