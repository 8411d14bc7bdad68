#include "core/changes/posted_changes.h"

#include "core/base/text.h"
#include "core/changes/change_json.h"
#include "core/changes/deploy_events.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace lepto {

namespace {

constexpr qsizetype kMostAtOnce = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

Error bad(const QString &reason)
{
    return { ErrorCode::BadInput, utf8(Words::tr("body")), utf8(reason) };
}

Result<PostedChanges> named(const char *source, Result<std::vector<Change>> changes)
{
    if (!changes)
        return changes.error();
    for (Change &change : *changes)
        trimChange(change);
    return PostedChanges { QLatin1String(source), *std::move(changes) };
}

Result<std::vector<Change>> ownForm(const QJsonArray &objects, TimeMs now)
{
    if (objects.size() > kMostAtOnce)
        return bad(Words::tr("more than %1 changes at once").arg(kMostAtOnce));
    std::vector<Change> out;
    for (const QJsonValue &value : objects) {
        if (!value.isObject())
            return bad(Words::tr("a change must be a JSON object"));
        auto change = changeFromJson(value.toObject(), now);
        if (!change)
            return change.error();
        change->id = 0;
        out.push_back(*std::move(change));
    }
    return out;
}

} // namespace

Result<PostedChanges> readPostedChanges(const QByteArray &body, TimeMs now)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(body, &wrong);
    if (document.isNull())
        return bad(Words::tr("no JSON: %1 at byte %2").arg(wrong.errorString()).arg(wrong.offset));
    if (document.isArray())
        return named("webhook", ownForm(document.array(), now));
    const QJsonObject object = document.object();
    const auto has = [&](const char *key, QJsonValue::Type type) { return object[QLatin1String(key)].type() == type; };
    if (has("object_kind", QJsonValue::String))
        return named("gitlab", deploy_events::fromGitLab(object, now));
    if (has("deployment", QJsonValue::Object))
        return named("github", deploy_events::fromGitHub(object, now));
    if (has("zen", QJsonValue::String) && has("hook_id", QJsonValue::Double))
        return PostedChanges { QStringLiteral("github"), {} };
    if (has("app", QJsonValue::Object))
        return named("argocd", deploy_events::fromArgoCd(object[QLatin1String("app")].toObject(), now));
    if (object[QLatin1String("kind")] == QLatin1String("Application"))
        return named("argocd", deploy_events::fromArgoCd(object, now));
    if (has("alerts", QJsonValue::Array))
        return named("grafana", deploy_events::fromGrafanaAlerts(object, now));
    return named("webhook", ownForm({ object }, now));
}

} // namespace lepto
