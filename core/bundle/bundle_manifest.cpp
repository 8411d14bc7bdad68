#include "core/bundle/bundle_manifest.h"

namespace lepto {

QJsonObject BundleManifest::toJson() const
{
    return { { QStringLiteral("name"), name }, { QStringLiteral("tool_version"), toolVersion },
        { QStringLiteral("created_ms"), qint64(created) }, { QStringLiteral("from_ms"), qint64(from) },
        { QStringLiteral("to_ms"), qint64(to) }, { QStringLiteral("series"), series }, { QStringLiteral("samples"), samples },
        { QStringLiteral("documents"), documents } };
}

BundleManifest BundleManifest::fromJson(const QJsonObject &json)
{
    const auto number = [&json](const char *key) { return json.value(QLatin1String(key)).toInteger(); };
    BundleManifest manifest;
    manifest.name = json.value(QLatin1String("name")).toString();
    manifest.toolVersion = json.value(QLatin1String("tool_version")).toString();
    manifest.created = number("created_ms");
    manifest.from = number("from_ms");
    manifest.to = number("to_ms");
    manifest.series = number("series");
    manifest.samples = number("samples");
    manifest.documents = number("documents");
    return manifest;
}

} // namespace lepto
