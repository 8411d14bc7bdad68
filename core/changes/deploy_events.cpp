#include "core/changes/deploy_events.h"

#include "core/base/text.h"
#include "core/changes/change_json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

namespace lepto::deploy_events {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

Error missing(const char *tool, const char *field)
{
    return { ErrorCode::BadInput, tool, utf8(Words::tr("the field %1 is missing").arg(QLatin1String(field))) };
}

QString text(const QJsonObject &object, const char *key)
{
    return object[QLatin1String(key)].toVariant().toString();
}

QJsonObject part(const QJsonObject &object, const char *key)
{
    return object[QLatin1String(key)].toObject();
}

TimeMs timeOr(const QString &value, TimeMs otherwise)
{
    const auto time = changeTime(value);
    return time ? *time : otherwise;
}

/// GitLab writes "2021-04-28 21:50:00 +0200" or "... UTC".
TimeMs gitLabTime(const QString &value, TimeMs otherwise)
{
    QString iso = value.trimmed();
    iso.replace(QLatin1String(" UTC"), QLatin1String("Z"));
    const QStringList parts = iso.split(u' ');
    if (parts.size() < 2)
        return timeOr(iso, otherwise);
    QString zone = parts.value(2);
    if (zone.size() == 5)
        zone.insert(3, u':');
    return timeOr(parts[0] + u'T' + parts[1] + zone, otherwise);
}

void concern(Change &change, const QString &service, const QString &environment)
{
    change.labels = change.labels.with("service", utf8(service)).with("environment", utf8(environment));
}

QString deployed(const QString &what, const QString &version, const QString &where)
{
    QString out = what;
    if (!version.isEmpty())
        out += u' ' + version;
    return where.isEmpty() ? out : out + QStringLiteral(" → ") + where;
}

QString shortSha(const QString &sha)
{
    return sha.left(8);
}

} // namespace

Result<std::vector<Change>> fromGitHub(const QJsonObject &event, TimeMs now)
{
    const QJsonObject deployment = part(event, "deployment"), status = part(event, "deployment_status");
    const QJsonObject repository = part(event, "repository");
    const QString state = text(status, "state");
    if (text(deployment, "id").isEmpty())
        return missing("GitHub", "deployment.id");
    if (state == QLatin1String("inactive")) // tells that a later deployment has taken its place
        return std::vector<Change>();
    const QString ref = text(deployment, "ref"), sha = shortSha(text(deployment, "sha"));
    Change change;
    change.externalId = text(repository, "full_name") + QStringLiteral("#deployment-") + text(deployment, "id");
    change.from = timeOr(text(deployment, "created_at"), now);
    if (state == QLatin1String("success") || state == QLatin1String("failure") || state == QLatin1String("error"))
        change.to = timeOr(text(status, "created_at"), now);
    change.title = deployed(text(repository, "name"), sha.isEmpty() || ref.startsWith(sha) ? sha : ref + u' ' + sha, text(deployment, "environment"));
    change.text = QStringList { state, text(status, "description"), text(deployment, "description") }.filter(QRegularExpression(QStringLiteral("."))).join(u'\n');
    change.tags = QStringList { QStringLiteral("deploy"), text(deployment, "task"), state };
    change.author = text(part(deployment, "creator"), "login");
    change.url = text(status, "log_url").isEmpty() ? text(status, "target_url") : text(status, "log_url");
    if (change.url.isEmpty())
        change.url = text(repository, "html_url");
    concern(change, text(repository, "name"), text(deployment, "environment"));
    return std::vector<Change> { change };
}

Result<std::vector<Change>> fromGitLab(const QJsonObject &event, TimeMs now)
{
    const QJsonObject project = part(event, "project"), user = part(event, "user");
    const QString kind = text(event, "object_kind"), id = text(event, "deployment_id"), status = text(event, "status");
    if (kind != QLatin1String("deployment"))
        return Error { ErrorCode::BadInput, "GitLab", utf8(Words::tr("only deployment events are taken, this is %1").arg(oneLine(kind, 40))) };
    if (id.isEmpty())
        return missing("GitLab", "deployment_id");
    Change change;
    change.externalId = text(project, "path_with_namespace") + QStringLiteral("#deployment-") + id;
    change.from = gitLabTime(text(event, "status_changed_at"), now);
    change.title = deployed(text(project, "name"), text(event, "short_sha"), text(event, "environment"));
    change.text = QStringList { status, text(event, "commit_title") }.join(u'\n');
    change.tags = QStringList { QStringLiteral("deploy"), status };
    change.author = text(user, "username").isEmpty() ? text(user, "name") : text(user, "username");
    change.url = text(event, "deployable_url").isEmpty() ? text(event, "commit_url") : text(event, "deployable_url");
    concern(change, text(project, "name"), text(event, "environment"));
    return std::vector<Change> { change };
}

Result<std::vector<Change>> fromArgoCd(const QJsonObject &application, TimeMs now)
{
    const QJsonObject meta = part(application, "metadata"), status = part(application, "status");
    const QJsonObject operation = part(status, "operationState"), spec = part(application, "spec");
    const QString name = text(meta, "name"), started = text(operation, "startedAt"), phase = text(operation, "phase");
    if (name.isEmpty())
        return missing("Argo CD", "metadata.name");
    QString revision = text(part(operation, "syncResult"), "revision");
    if (revision.isEmpty())
        revision = text(part(status, "sync"), "revision");
    Change change;
    change.externalId = text(meta, "namespace") + u'/' + name + u'@' + (started.isEmpty() ? revision : started);
    change.from = timeOr(started, now);
    change.to = timeOr(text(operation, "finishedAt"), 0);
    change.title = deployed(name, shortSha(revision), text(part(spec, "destination"), "namespace"));
    change.text = QStringList { phase, text(operation, "message"), text(part(status, "health"), "status") }.filter(QRegularExpression(QStringLiteral("."))).join(u'\n');
    change.tags = QStringList { QStringLiteral("deploy"), QStringLiteral("argocd"), phase };
    change.author = text(part(part(operation, "operation"), "initiatedBy"), "username");
    change.url = text(part(spec, "source"), "repoURL");
    concern(change, name, {});
    if (const QString space = text(part(spec, "destination"), "namespace"); !space.isEmpty())
        change.labels = change.labels.with("namespace", utf8(space));
    return std::vector<Change> { change };
}

Result<std::vector<Change>> fromGrafanaAlerts(const QJsonObject &notification, TimeMs now)
{
    std::vector<Change> out;
    for (const QJsonValue &value : notification[QLatin1String("alerts")].toArray()) {
        const QJsonObject alert = value.toObject(), labels = part(alert, "labels"), notes = part(alert, "annotations");
        if (labels.isEmpty())
            return missing("Grafana", "alerts[].labels");
        if (out.size() == 100)
            break;
        Change change;
        change.from = timeOr(text(alert, "startsAt"), now);
        change.to = timeOr(text(alert, "endsAt"), 0); // the year 1 of a firing alert lies outside
        change.externalId = text(alert, "fingerprint") + u'@' + QString::number(change.from);
        change.title = text(labels, "alertname");
        change.text = text(notes, "summary").isEmpty() ? text(notes, "description") : text(notes, "summary");
        if (change.title.isEmpty())
            change.title = change.text.isEmpty() ? QStringLiteral("alert") : change.text;
        change.tags = QStringList { QStringLiteral("alert"), text(alert, "status") };
        change.url = text(alert, "panelURL").isEmpty() ? text(alert, "generatorURL") : text(alert, "panelURL");
        std::vector<Labels::Pair> pairs;
        for (auto it = labels.begin(); it != labels.end(); ++it)
            pairs.emplace_back(utf8(it.key()), utf8(it.value().toString()));
        change.labels = Labels(std::move(pairs));
        out.push_back(std::move(change));
    }
    return out;
}

} // namespace lepto::deploy_events
