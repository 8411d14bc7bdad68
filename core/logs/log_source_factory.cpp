#include "core/logs/log_source_factory.h"

#include "core/logs/file_source.h"
#include "core/logs/journal_source.h"
#include "core/logs/loki_source.h"

namespace lepto {

std::unique_ptr<LogSource> makeLogSource(const SourceConfig &config, const QString &secret)
{
    if (config.kind == SourceConfig::Kind::Loki)
        return std::make_unique<LokiSource>(config, secret);
    if (config.kind == SourceConfig::Kind::Journal)
        return std::make_unique<JournalSource>(config);
    return std::make_unique<FileSource>(config);
}

} // namespace lepto
