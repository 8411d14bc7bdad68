#pragma once

#include "core/changes/change.h"
#include "ml/base/result.h"

#include <QByteArray>

namespace lepto {

/// What a body of JSON that was posted to the webhook says.
struct PostedChanges {
    QString source;                ///< "webhook", "github", "gitlab", "argocd" or "grafana"
    std::vector<Change> changes;   ///< none: an event that tells of no change, such as GitHub's ping
};

/// Recognises by their shape:
///   our own      an object as in change_json.h, or an array of at most 100
///   GitHub       events `deployment` and `deployment_status` (docs.github.com, webhook events and payloads); `ping` is empty.
///                Its statuses of one deployment are one change, which ends with success, failure or error
///   GitLab       deployment events, `object_kind: deployment` (docs.gitlab.com, webhook events)
///   Argo CD      a notification whose template sends the application: body `{"app": {{ toJson .app }}}`, or the Application itself;
///                one change a sync operation
///   Grafana      contact point "webhook" (and Alertmanager's, which has the same form): one change an alert
/// Pure; any thread. Errors: BadInput with one sentence.
Result<PostedChanges> readPostedChanges(const QByteArray &body, TimeMs now);

} // namespace lepto
