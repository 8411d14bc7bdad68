#pragma once

#include "core/health/health.h"
#include "core/incidents/incident_store.h"

#include <QObject>

#include <map>

namespace lepto {

struct CorrelatorSettings {
    TimeMs joinMs = 5 * 60'000;       ///< an anomaly this near to an incident of the same service or host belongs to it
    TimeMs quietMs = 5 * 60'000;      ///< all good for so long: it resolves by itself
    TimeMs reopenMs = 10 * 60'000;    ///< what comes back within this time was never over
    TimeMs holdMs = 10'000;           ///< a health state must last so long to count
    TimeMs silentMs = 5 * 60'000;     ///< an open anomaly that nobody reports any more has ended
    TimeMs growMs = 10'000;           ///< how often growing anomalies are written
};

/// Makes incidents from anomalies and health, by service, host and time. Something that flaps stays one incident: it is opened
/// again, and each time takes twice as long to resolve by itself (at most eight times).
/// An incident that an engineer resolved stays so, whatever its old anomalies still do.
/// Lives in the engine's thread; `store` and `clock` outlive it. Errors of the store come out as `failed`, and are tried again.
class Correlator : public QObject {
    Q_OBJECT
public:
    Correlator(IncidentStore &store, const Clock &clock, CorrelatorSettings settings = {}, QObject *parent = nullptr);

    /// Opened, grown and ended stretches alike; they are told apart by series and begin.
    void take(const Anomaly &anomaly);
    void take(const HealthSnapshot &health);
    /// To be called every few seconds: writes growth, ends silent anomalies, resolves what is over.
    void tick();

Q_SIGNALS:
    void failed(const QString &what);

private:
    using Key = std::pair<Labels, TimeMs>;
    struct Known {
        qint64 incident = 0;
        Anomaly latest;
        TimeMs heard = 0;
        bool dirty = false;
    };
    struct ServiceHealth {
        Severity severity = Severity::NoData;
        TimeMs lastBad = 0;
    };

    void adopt();
    void grow(Known &known, const Anomaly &anomaly);
    void place(const Anomaly &anomaly);
    const Incident *home(const Anomaly &anomaly) const;
    const Incident *recent(const std::string &service, TimeMs at) const;
    void join(qint64 id, const Anomaly &anomaly);
    void healthChanged(const ServiceState &service, Severity before);
    void writeGrowth();
    void endSilent();
    bool isOver(const Incident &incident, TimeMs &lastBad) const;
    void report(const Result<void> &result);

    IncidentStore &m_store;
    const Clock &m_clock;
    CorrelatorSettings m_settings;
    std::map<Key, Known> m_known;
    std::map<std::string, ServiceHealth> m_health;
    TimeMs m_lastWrite = 0;
};

} // namespace lepto
