#pragma once

#include "core/sources/http_client.h"
#include "core/sources/server_types.h"

#include <QJsonObject>

namespace lepto {

/// Readers of the small answers of the API; unknown keys are ignored, absent ones keep their defaults. Pure.
QStringList textsFrom(const QJsonValue &array);
QMap<QString, QString> textMapFrom(const QJsonObject &object);
Labels labelsFrom(const QJsonObject &object);
std::vector<ServerAlert> alertsFrom(const QJsonValue &alerts);
std::vector<ServerRule> rulesFrom(const QJsonObject &data);
/// Kind by the shape of `data` of status/buildinfo; Thanos looks like Prometheus here.
BuildInfo buildInfoFrom(const QJsonObject &data);
/// Label name as it stands in a path: names beyond the old alphabet are spelled U__ (Prometheus 3).
QString pathNameOf(const QString &label);
/// The envelope of an answer, or one sentence why it is none. `answer` may have any status.
Result<QJsonObject> envelopeFrom(const QUrl &url, const HttpAnswer &answer);
/// One sentence for a 200 that is not JSON; nothing when it looks like JSON.
std::optional<Error> notJson(const QUrl &url, const HttpAnswer &answer, QByteArrayView body);

} // namespace lepto
