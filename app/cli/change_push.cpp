#include "app/cli/change_push.h"

#include "app/cli/common.h"
#include "app/cli/secrets.h"
#include "app/services/annotation_drafts.h"
#include "core/base/signing_key.h"
#include "core/base/text.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/label_store.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/settings.h"

#include <QEventLoop>

#include <algorithm>

namespace lepto::cli {

namespace {

Result<AnnotationDraft> draftFrom(Services &services, const QString &word)
{
    if (word.startsWith(u"label:") || word.startsWith(u"label ")) {
        const qint64 id = word.mid(6).toLongLong();
        const auto &all = services.labels().labels();
        const auto it = std::find_if(all.begin(), all.end(), [id](const LabelRegion &label) { return label.id == id; });
        return it == all.end() ? Result<AnnotationDraft>(Error{ErrorCode::NotFound, utf8(word), "no such label"}) : draftOf(*it);
    }
    const auto id = incidentNumber(word);
    if (!id)
        return id.error();
    const Incident *incident = services.incidents().find(*id);
    return incident ? Result<AnnotationDraft>(draftOf(*incident)) : Error{ErrorCode::NotFound, "INC-" + std::to_string(*id), "no such incident"};
}

Result<void> gate(Services &services)
{
    if (services.remediation().stopped())
        return Error{ErrorCode::Refused, "STOP ALL", "is on; nothing is written until it is lifted"};
    if (services.remediation().armedUntil() <= services.clock().now())
        return Error{ErrorCode::Refused, "the console", "is read-only; --arm --reason TEXT allows writes for half an hour"};
    return {};
}

Result<void> arm(Services &services, const Session &s)
{
    if (!s.options.isSet(QStringLiteral("arm")))
        return {};
    const QString reason = s.options.value(QStringLiteral("reason"));
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::BadInput, "--arm", "needs --reason TEXT"};
    return services.remediation().arm(services.clock().now() + 30 * 60'000, reason);
}

} // namespace

Result<GrafanaAccess> grafanaAccess(const Session &s, const QString &name)
{
    const Settings settings(s.home.settingsFile());
    std::vector<SourceConfig> found;
    for (const SourceConfig &config : settings.sources()) {
        if (config.kind == SourceConfig::Kind::Grafana && (name.isEmpty() || config.name == name))
            found.push_back(config);
    }
    if (found.empty())
        return Error{ErrorCode::NotFound, name.isEmpty() ? "Grafana" : utf8(name), "no such Grafana source; source add NAME grafana URL makes one"};
    if (found.size() > 1)
        return Error{ErrorCode::BadInput, "Grafana", "there are several sources of this kind; name one"};
    GrafanaAccess access{found.front(), {}};
    if (access.config.secretRef.isEmpty())
        return access;
    auto secret = readSecret(s.home, access.config.secretRef);
    if (!secret)
        return secret.error();
    access.secret = *std::move(secret);
    return access;
}

int pushAnnotation(Session &s)
{
    const auto word = s.word(0, QStringLiteral("the incident or label"));
    const auto access = word ? grafanaAccess(s, s.options.value(QStringLiteral("to-source"))) : Result<GrafanaAccess>(word.error());
    if (!access)
        return s.out.fail(access.error());
    return withServices(s, [&](Services &services) {
        const auto draft = draftFrom(services, *word);
        const auto armed = draft ? arm(services, s) : Result<void>(draft.error());
        if (!armed)
            return s.out.fail(armed.error());
        AnnotationWriter writer(services.ops(), services.audit(), services.clock(), services.user(), services.key().fingerprint().left(8),
                                [&] { return gate(services); });
        GrafanaClient client(access->config, access->secret);
        QEventLoop loop;
        int code = Good;
        bool answered = false;
        writer.push(client, access->config.name, *draft, [&](Result<AnnotationWriter::Written> written) {
            answered = true;
            if (written) {
                s.out.value(QJsonObject{{QStringLiteral("subject"), draft->subject}, {QStringLiteral("outcome"), nameOf(written->outcome)}, {QStringLiteral("id"), written->id}});
                s.out.line(QStringLiteral("%1 is annotation %2 of %3 (%4).").arg(draft->subject).arg(written->id).arg(access->config.name, nameOf(written->outcome)));
            } else {
                code = s.out.fail(written.error());
            }
            loop.quit();
        });
        if (!answered)
            loop.exec();
        return code;
    });
}

} // namespace lepto::cli
