#include "app/services/source_tests.h"

#include "core/edge/edge_probe.h"
#include "core/logs/log_connection_test.h"
#include "core/sources/connection_test.h"

namespace lepto {

SourceTest *makeSourceTest(const SourceConfig &config, const QString &secret, QObject *parent)
{
    if (config.kind == SourceConfig::Kind::Edge)
        return new EdgeProbe(config, {}, parent);
    if (isLogKind(config.kind))
        return new LogConnectionTest(config, secret, parent);
    return new ConnectionTest(config, secret, {}, parent);
}

} // namespace lepto
