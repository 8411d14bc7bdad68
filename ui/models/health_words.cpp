#include "ui/models/health_words.h"

#include "core/base/text.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Headline)
};

int urgency(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return 5;
    case Severity::Warning:
        return 4;
    case Severity::Stale:
    case Severity::NoData:
        return 3;
    case Severity::Info:
        return 2;
    case Severity::Maintenance:
        return 1;
    case Severity::Ok:
        return 0;
    }
    return 0;
}

const ServiceState *worst(const HealthSnapshot &health)
{
    const auto found
        = std::max_element(health.services.begin(), health.services.end(), [](const ServiceState &a, const ServiceState &b) {
              const int x = urgency(a.severity), y = urgency(b.severity);
              return x != y ? x < y : a.since > b.since;
          });
    return found == health.services.end() ? nullptr : &*found;
}

QString named(const ServiceState &service)
{
    return oneLine(qstr(service.service), 60);
}

} // namespace

HealthCounts countHealth(const HealthSnapshot &health)
{
    HealthCounts counts;
    for (const ServiceState &service : health.services) {
        counts.instances += service.instances;
        counts.critical += service.severity == Severity::Critical;
        counts.warning += service.severity == Severity::Warning;
        counts.silent += service.severity == Severity::NoData || service.severity == Severity::Stale;
        counts.maintenance += service.severity == Severity::Maintenance;
        counts.healthy += service.severity == Severity::Ok || service.severity == Severity::Info;
    }
    return counts;
}

QString headline(const HealthSnapshot &health, bool utc)
{
    const ServiceState *first = worst(health);
    if (!first)
        return Words::tr("No service is watched yet");
    const HealthCounts counts = countHealth(health);
    const QString since = first->since > 0 ? text::when(first->since, health.at, utc).section(QLatin1Char(':'), 0, 1) : QString();
    QString sentence;
    if (counts.critical > 0)
        sentence = since.isEmpty() ? Words::tr("%1 is critical").arg(named(*first))
                                   : Words::tr("%1 is critical since %2").arg(named(*first), since);
    else if (counts.warning > 0)
        sentence = since.isEmpty() ? Words::tr("%1 is off target").arg(named(*first))
                                   : Words::tr("%1 is off target since %2").arg(named(*first), since);
    else if (counts.silent > 0)
        return Words::tr("%n services are silent", nullptr, counts.silent);
    else
        return Words::tr("All %n services are healthy", nullptr, counts.healthy + counts.maintenance);
    if (!first->reason.isEmpty())
        sentence += QLatin1String(": ") + oneLine(first->reason, 120);
    return sentence;
}

QString worstService(const HealthSnapshot &health)
{
    const ServiceState *first = worst(health);
    return first ? qstr(first->service) : QString();
}

std::array<const SignalState *, 4> goldenSignals(const ServiceState &service)
{
    std::array<const SignalState *, 4> chosen {};
    std::vector<const SignalState *> rest;
    for (const SignalState &signal : service.signals_) {
        const auto place = std::size_t(signal.kind);
        if (place >= chosen.size()) {
            rest.push_back(&signal);
        } else if (!chosen[place] || urgency(signal.severity) > urgency(chosen[place]->severity)) {
            if (chosen[place])
                rest.push_back(chosen[place]);
            chosen[place] = &signal;
        } else {
            rest.push_back(&signal);
        }
    }
    std::stable_sort(rest.begin(), rest.end(),
        [](const SignalState *a, const SignalState *b) { return urgency(a->severity) > urgency(b->severity); });
    auto next = rest.begin();
    for (const SignalState *&place : chosen) {
        if (!place && next != rest.end())
            place = *next++;
    }
    return chosen;
}

} // namespace lepto
