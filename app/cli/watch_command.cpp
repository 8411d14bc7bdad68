#include "app/cli/watch_command.h"

#include "app/cli/common.h"
#include "app/cli/edge_session.h"
#include "app/cli/signals.h"
#include "app/services/collector.h"
#include "app/services/log_intake.h"
#include "core/alerts/alert_service.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/incident_store.h"
#include "core/logs/plain_text.h"
#include "core/sources/source_manager.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>

#include <map>

namespace lepto::cli {

namespace {

/// Says one line, or with --json one object, for each change.
class Reporter : public QObject {
public:
    Reporter(Session &session, Services &services) : m_session(session)
    {
        Collector &collector = *services.collector();
        connect(&collector, &Collector::judged, this, [this](const HealthSnapshot &h) { say(h); });
        connect(&collector, &Collector::problemChanged, this, [this](const QString &p) { event(QStringLiteral("store"), p.isEmpty() ? QStringLiteral("good again") : p); });
        connect(&collector, &Collector::noticed, this, [this](const QString &text) { event(QStringLiteral("notice"), text); });
        connect(&collector.logs(), &LogIntake::patternFound, this, [this](const PatternFound &found) {
            event(QStringLiteral("log ") + found.source, QStringLiteral("new pattern %1, %2: %3").arg(qstr(patternIdText(found.pattern.id)), qstr(logLevelText(found.pattern.level)), visibleText(found.pattern.text, 400)));
        });
        connect(&collector.sources(), &SourceManager::stateChanged, this, [this](const SourceState &state) { say(state); });
        connect(&collector.alerts(), &AlertService::alertFired, this, [this](const Alert &a) { say(a.labels, a.silencedBy.isEmpty() ? QStringLiteral("fired") : QStringLiteral("fired, silenced")); });
        connect(&collector.alerts(), &AlertService::alertResolved, this, [this](const AlertEpisode &e) { say(e.labels, QStringLiteral("resolved")); });
        connect(&services.incidents(), &IncidentStore::incidentAdded, this, [this](const Incident &i) { say(i, QStringLiteral("opened")); });
        connect(&services.incidents(), &IncidentStore::incidentChanged, this, [this](const Incident &i) { say(i, {}); });
    }

private:
    void event(const QString &what, const QString &text)
    {
        m_session.out.line(QStringLiteral("%1  %2: %3").arg(iso(QDateTime::currentMSecsSinceEpoch()), what, text));
        m_session.out.value(QJsonObject{{QStringLiteral("event"), what}, {QStringLiteral("text"), text}, {QStringLiteral("at"), QDateTime::currentMSecsSinceEpoch()}});
    }

    void say(const Labels &alert, const QString &how)
    {
        event(QStringLiteral("alert ") + qstr(alert.get("alertname")), how + u' ' + qstr(alert.with("alertname", {}).text()));
    }

    void say(const SourceState &state)
    {
        if (const auto known = m_sources.find(state.name); known != m_sources.end() && known->second == state.code)
            return;
        m_sources[state.name] = state.code;
        static const char *const words[] = {"starting", "live", "partial", "stale", "failed", "stopped"};
        event(QStringLiteral("source ") + state.name, QString::fromLatin1(words[int(state.code)]) + (state.reason.isEmpty() ? QString() : QStringLiteral(", ") + state.reason));
    }

    void say(const HealthSnapshot &health)
    {
        for (const ServiceState &service : health.services) {
            auto &known = m_services[service.service];
            if (known == service.severity)
                continue;
            known = service.severity;
            event(QStringLiteral("service ") + qstr(service.service), nameOf(service.severity) + (service.reason.isEmpty() ? QString() : QStringLiteral(", ") + service.reason));
        }
    }

    void say(const Incident &incident, const QString &how)
    {
        const auto known = m_incidents.find(incident.id);
        if (how.isEmpty() && known != m_incidents.end() && known->second == incident.state)
            return;
        m_incidents[incident.id] = incident.state;
        event(QStringLiteral("incident INC-%1").arg(incident.id), QStringLiteral("%1 %2, %3").arg(how.isEmpty() ? nameOf(incident.state) : how, nameOf(incident.severity), incident.title));
    }

    Session &m_session;
    std::map<QString, SourceState::Code> m_sources;
    std::map<std::string, Severity> m_services;
    std::map<qint64, IncidentState> m_incidents;
};

int watch(Session &s)
{
    qint64 forMs = 0;
    if (s.options.isSet(QStringLiteral("for"))) {
        const auto span = Session::time(QStringLiteral("now+") + s.options.value(QStringLiteral("for")), 0);
        if (!span || *span <= 0)
            return s.out.fail({ErrorCode::BadInput, "--for", "is not a duration such as 30s or 5m"});
        forMs = *span;
    }
    if (s.options.isSet(QStringLiteral("remote")))
        return collectForConsole(s, forMs);
    const auto services = openServices(s, ServicesOptions::Mode::Collect);
    if (!services)
        return s.out.fail(services.error());
    const Reporter reporter(s, **services);
    s.out.line(QStringLiteral("Watching into %1, stop with Ctrl+C.").arg(s.home.path()));
    (*services)->collector()->start();
    onStopRequest([] { QCoreApplication::exit(Good); });
    if (forMs > 0)
        QTimer::singleShot(std::chrono::milliseconds(forMs), qApp, [] { QCoreApplication::exit(Good); });
    const int code = QCoreApplication::exec();
    (*services)->collector()->stop();
    s.out.line(QStringLiteral("Stopped."));
    return code;
}

} // namespace

void WatchCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("for"), QStringLiteral("stop by itself after this time"), QStringLiteral("duration")});
    parser.addOption({QStringLiteral("remote"), QStringLiteral("collect for a console elsewhere, which takes the samples over ssh")});
    addSpoolOptions(parser);
}

std::vector<Verb> WatchCommand::verbs() const
{
    return {{QString(), QStringLiteral("[--for D] [--remote [--spool DIR] [--spool-limit MIB]]"), QStringLiteral("without sources this host is watched"), watch}};
}

} // namespace lepto::cli
