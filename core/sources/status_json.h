#pragma once

#include "core/sources/server_types.h"

#include <QJsonObject>

namespace lepto {

/// Readers of what a server tells about its targets, metrics and itself. Unknown keys are ignored, absent ones keep their defaults. Pure.

/// RFC 3339 with any number of decimals and any offset; 0 where it is none, and for Go's "0001-01-01" that means never.
TimeMs rfc3339From(const QString &text);
/// A duration as Prometheus writes it: "15s", "1m30s", "500ms"; 0 where it is none.
TimeMs durationFrom(QStringView text);

std::vector<MetricMetadata> metadataFrom(const QJsonObject &data);
TargetList targetsFrom(const QJsonObject &data);
std::vector<TargetMetadata> targetMetadataFrom(const QJsonArray &data);
std::vector<SeriesExemplars> exemplarsFrom(const QJsonArray &data);
RuntimeInfo runtimeInfoFrom(const QJsonObject &data);
TsdbStatus tsdbStatusFrom(const QJsonObject &data);
WalReplay walReplayFrom(const QJsonObject &data);
/// Of the active Alertmanagers.
QStringList alertmanagersFrom(const QJsonObject &data);

} // namespace lepto
