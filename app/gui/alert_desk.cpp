#include "app/gui/alert_desk.h"

#include "app/services/collector.h"
#include "core/alerts/alert_service.h"
#include "core/base/text.h"

namespace lepto {

void EngineAlertDesk::wire(Services &services)
{
    if (!services.collector())
        return;
    AlertService &service = services.collector()->alerts();
    const auto fresh = std::make_shared<std::vector<Alert>>();
    connect(&service, &AlertService::alertFired, &service, [fresh](const Alert &alert) { fresh->push_back(alert); });
    connect(&service, &AlertService::changed, &service, [this, fresh](const AlertSnapshot &now) {
        auto snapshot = std::make_shared<const AlertSnapshot>(now);
        QMetaObject::invokeMethod(this, [this, snapshot = std::move(snapshot), alerts = std::exchange(*fresh, {})] {
            m_snapshot = snapshot;
            if (m_console.state().offline)
                return;
            Q_EMIT changed();
            if (!alerts.empty())
                Q_EMIT fired(alerts);
        }, Qt::QueuedConnection);
    });
}

const AlertSnapshot &EngineAlertDesk::snapshot() const
{
    static const AlertSnapshot none;
    return m_console.state().offline ? none : *m_snapshot;
}

void EngineAlertDesk::refresh()
{
    m_engine.tell([](Services &services) {
        if (services.collector())
            services.collector()->alerts().refresh();
    });
}

void EngineAlertDesk::episodes(TimeMs from, TimeMs to, int limit, QObject *context, Answer<std::vector<AlertEpisode>> answer)
{
    if (m_console.state().offline)
        return answer(Error{ErrorCode::Unavailable, {}, utf8(tr("a bundle carries no history of alerts"))});
    m_engine.ask<std::vector<AlertEpisode>>([from, to, limit](Services &services) {
        EpisodeQuery query;
        query.from = from;
        query.to = to;
        query.limit = limit;
        return services.alertHistory().episodes(query);
    }, context, std::move(answer));
}

void EngineAlertDesk::change(std::function<void(AlertService &, Written)> work, QObject *context, Answer<SilenceWritten> answer)
{
    if (m_console.state().offline)
        return answer(Error{ErrorCode::Refused, {}, utf8(tr("a bundle is open; close it to change anything"))});
    m_engine.askLater<SilenceWritten>([work = std::move(work)](Services &services, Written later) {
        if (services.collector())
            work(services.collector()->alerts(), std::move(later));
        else
            later(Error{ErrorCode::Unavailable, {}, utf8(tr("this console does not collect"))});
    }, context, std::move(answer));
}

void EngineAlertDesk::createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer)
{
    change([source, draft](AlertService &service, Written later) { service.createSilence(source, draft, &service, std::move(later)); }, context,
           std::move(answer));
}

void EngineAlertDesk::editSilence(const QString &source, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer)
{
    change([=](AlertService &service, Written later) { service.editSilence(source, id, edit, &service, std::move(later)); }, context, std::move(answer));
}

void EngineAlertDesk::expireSilence(const QString &source, const QString &id, QObject *context, Answer<SilenceWritten> answer)
{
    change([=](AlertService &service, Written later) { service.expireSilence(source, id, &service, std::move(later)); }, context, std::move(answer));
}

} // namespace lepto
