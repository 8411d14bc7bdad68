#pragma once

#include "core/alerts/alert.h"
#include "core/sources/http_client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace lepto {

/// Readers and writers of Alertmanager's API v2. Unknown keys are ignored, absent ones keep their defaults. Pure.
std::optional<Alert> alertFrom(const QJsonObject &object);   ///< nothing for an alert without labels
AlertGroup groupFrom(const QJsonObject &object);
std::optional<Silence> silenceFrom(const QJsonObject &object);  ///< nothing for one without id or matchers
AlertmanagerStatus statusFrom(const QJsonObject &object);
QStringList namesFrom(const QJsonValue &array);              ///< of [{"name":...}]

QJsonArray toJson(const std::vector<SilenceMatcher> &matchers);
QJsonObject labelsObject(const Labels &labels);
QJsonObject textsObject(const QMap<QString, QString> &texts);
QMap<QString, QString> textsFrom(const QJsonObject &object);

/// RFC 3339 with any fraction and offset; 0 where it is none.
TimeMs timeFrom(const QString &text);
QString timeText(TimeMs t);                                  ///< 2026-11-21T09:25:12.000Z

/// The JSON of a good answer, or one sentence: what the server said in any of its forms (a bare text, {"code","message"}, nothing).
Result<QJsonValue> alertmanagerAnswer(const QUrl &url, const HttpAnswer &answer);

} // namespace lepto
