#pragma once

#include "core/changes/change.h"
#include "ml/base/result.h"

#include <QJsonObject>

namespace lepto::deploy_events {

/// One event of another tool as changes; see posted_changes.h for what is read. Errors: BadInput naming the missing field.
Result<std::vector<Change>> fromGitHub(const QJsonObject &event, TimeMs now);
Result<std::vector<Change>> fromGitLab(const QJsonObject &event, TimeMs now);
Result<std::vector<Change>> fromArgoCd(const QJsonObject &application, TimeMs now);
Result<std::vector<Change>> fromGrafanaAlerts(const QJsonObject &notification, TimeMs now);

} // namespace lepto::deploy_events
