#include "core/incidents/correlator.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/incident_title.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int kMaxDoublings = 3;
constexpr std::size_t kMaxTimeline = 2000;
constexpr std::size_t kMaxAnomalies = 500;

const QString kDetector = QStringLiteral("detector");

bool isActive(const Incident &incident)
{
    return incident.state != IncidentState::Resolved && incident.state != IncidentState::Closed;
}

bool isBad(Severity severity)
{
    return severity == Severity::Warning || severity == Severity::Critical;
}

/// The machine behind a series: its host, node, or instance without the port.
std::string hostOf(const Labels &series)
{
    for (const char *name : { "host", "node", "hostname" })
        if (series.has(name))
            return std::string(series.get(name));
    const std::string instance(series.get("instance"));
    const std::size_t colon = instance.rfind(':');
    return colon == std::string::npos || instance.find(':') != colon ? instance : instance.substr(0, colon);
}

bool related(const Incident &incident, const Anomaly &anomaly)
{
    if (incident.service == anomaly.service)
        return true;
    const std::string host = hostOf(anomaly.series);
    return std::any_of(incident.anomalies.begin(), incident.anomalies.end(), [&](const Anomaly &other) {
        return other.service == anomaly.service || (!host.empty() && hostOf(other.series) == host);
    });
}

TimeMs lastActivity(const Incident &incident)
{
    TimeMs last = incident.detected;
    for (const Anomaly &anomaly : incident.anomalies)
        last = std::max(last, anomaly.to);
    return last;
}

int timesReopened(const Incident &incident)
{
    return int(std::count_if(incident.timeline.begin(), incident.timeline.end(), [](const TimelineEntry &entry) {
        return entry.kind == TimelineEntry::Kind::State && entry.actor == kDetector && entry.text == nameOf(IncidentState::Open);
    }));
}

bool resolvedByItself(const Incident &incident)
{
    const auto last = std::find_if(incident.timeline.rbegin(), incident.timeline.rend(),
        [](const TimelineEntry &entry) { return entry.kind == TimelineEntry::Kind::State; });
    return incident.state == IncidentState::Resolved && last != incident.timeline.rend() && last->actor == kDetector;
}

QString wordsOf(const Anomaly &anomaly)
{
    const std::string name = anomaly.signal.empty() ? std::string(anomaly.series.name()) : anomaly.signal;
    return qstr(anomaly.service) + u' ' + qstr(name) + u' ' + QString::number(anomaly.value, 'g', 6);
}

} // namespace

Correlator::Correlator(IncidentStore &store, const Clock &clock, CorrelatorSettings settings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_settings(settings)
{
    adopt();
}

/// Open anomalies of an earlier run: the detector may report them again, or they go silent and end.
void Correlator::adopt()
{
    for (const Incident &incident : m_store.incidents())
        for (const Anomaly &anomaly : incident.anomalies)
            if (anomaly.open)
                m_known[{ anomaly.series, anomaly.from }] = { incident.id, anomaly, m_clock.now(), false };
}

void Correlator::report(const Result<void> &result)
{
    if (!result)
        Q_EMIT failed(qstr(result.error()));
}

void Correlator::take(const Anomaly &anomaly)
{
    const auto known = m_known.find({ anomaly.series, anomaly.from });
    if (known != m_known.end())
        grow(known->second, anomaly);
    else
        place(anomaly);
}

void Correlator::grow(Known &known, const Anomaly &anomaly)
{
    known.latest = anomaly;
    known.heard = m_clock.now();
    known.dirty = true;
    if (anomaly.open)
        return;
    const auto ended
        = m_store.change(known.incident, kDetector, QStringLiteral("incident.anomaly"), [&](Incident &incident) -> Result<void> {
              for (Anomaly &other : incident.anomalies)
                  if (other.series == anomaly.series && other.from == anomaly.from)
                      other = anomaly;
              return {};
          });
    report(ended);
    if (ended)
        m_known.erase({ anomaly.series, anomaly.from });
}

void Correlator::place(const Anomaly &anomaly)
{
    if (const Incident *incident = home(anomaly)) {
        join(incident->id, anomaly);
        return;
    }
    Incident draft;
    draft.title = titleOf({ anomaly });
    draft.severity = Severity::Warning;
    draft.service = anomaly.service;
    draft.onset = anomaly.from;
    draft.anomalies = { anomaly };
    draft.timeline = { { anomaly.from, TimelineEntry::Kind::Anomaly, wordsOf(anomaly), kDetector } };
    const auto opened = m_store.open(std::move(draft));
    if (!opened)
        Q_EMIT failed(qstr(opened.error()));
    else if (anomaly.open)
        m_known[{ anomaly.series, anomaly.from }] = { opened->id, anomaly, m_clock.now(), false };
}

const Incident *Correlator::home(const Anomaly &anomaly) const
{
    for (const Incident &incident : m_store.incidents()) {
        if (!isActive(incident) || incident.anomalies.size() >= kMaxAnomalies || !related(incident, anomaly))
            continue;
        const bool goesOn
            = std::any_of(incident.anomalies.begin(), incident.anomalies.end(), [](const Anomaly &other) { return other.open; });
        const auto health = m_health.find(incident.service);
        const bool sick = health != m_health.end() && isBad(health->second.severity);
        if (goesOn || sick || anomaly.from - lastActivity(incident) <= m_settings.joinMs)
            return &incident;
    }
    return recent(anomaly.service, anomaly.from);
}

const Incident *Correlator::recent(const std::string &service, TimeMs at) const
{
    for (const Incident &incident : m_store.incidents())
        if (incident.service == service && resolvedByItself(incident) && at - incident.ended <= m_settings.reopenMs)
            return &incident;
    return nullptr;
}

void Correlator::join(qint64 id, const Anomaly &anomaly)
{
    const auto joined
        = m_store.change(id, kDetector, QStringLiteral("incident.anomaly"), [&](Incident &incident) -> Result<void> {
              const TimeMs now = m_clock.now();
              if (!isActive(incident)) {
                  incident.state = IncidentState::Open;
                  incident.ended = 0;
                  incident.timeline.push_back({ now, TimelineEntry::Kind::State, nameOf(IncidentState::Open), kDetector });
              }
              const auto later = [](const Anomaly &a, const Anomaly &b) { return a.from < b.from; };
              const bool again = std::any_of(incident.anomalies.begin(), incident.anomalies.end(),
                  [&](const Anomaly &other) { return other.series == anomaly.series; });
              incident.anomalies.insert(
                  std::upper_bound(incident.anomalies.begin(), incident.anomalies.end(), anomaly, later), anomaly);
              incident.onset = std::min(incident.onset, anomaly.from);
              if (again) // a series that comes and goes is one line, not fifty
                  return {};
              if (incident.timeline.size() < kMaxTimeline)
                  incident.timeline.push_back({ anomaly.from, TimelineEntry::Kind::Anomaly, wordsOf(anomaly), kDetector });
              incident.title = titleOf(incident.anomalies);
              return {};
          });
    report(joined);
    if (joined && anomaly.open)
        m_known[{ anomaly.series, anomaly.from }] = { id, anomaly, m_clock.now(), false };
}

void Correlator::take(const HealthSnapshot &health)
{
    for (const ServiceState &service : health.services) {
        ServiceHealth &known = m_health[service.service];
        if (isBad(service.severity))
            known.lastBad = health.at;
        if (service.severity == known.severity || health.at - service.since < m_settings.holdMs)
            continue;
        const Severity before = std::exchange(known.severity, service.severity);
        healthChanged(service, before);
    }
}

void Correlator::healthChanged(const ServiceState &service, Severity before)
{
    const bool critical = service.severity == Severity::Critical;
    if (!critical && before != Severity::Critical)
        return;
    const auto active = std::find_if(m_store.incidents().begin(), m_store.incidents().end(),
        [&](const Incident &incident) { return incident.service == service.service && isActive(incident); });
    const Incident *incident = active != m_store.incidents().end() ? &*active
        : critical                                                 ? recent(service.service, service.since)
                                                                   : nullptr;
    const TimelineEntry entry { m_clock.now(), TimelineEntry::Kind::Health,
        nameOf(service.severity) + QStringLiteral(": ") + service.reason, kDetector };
    if (incident != nullptr) {
        report(m_store.change(incident->id, kDetector, QStringLiteral("incident.health"), [&](Incident &changed) -> Result<void> {
            if (!isActive(changed)) {
                changed.state = IncidentState::Open;
                changed.ended = 0;
                changed.timeline.push_back({ entry.at, TimelineEntry::Kind::State, nameOf(IncidentState::Open), kDetector });
            }
            if (critical)
                changed.severity = Severity::Critical;
            if (changed.timeline.size() < kMaxTimeline)
                changed.timeline.push_back(entry);
            return {};
        }));
    } else if (critical) {
        Incident draft;
        draft.title = titleOf(service.service, service.worstSignal);
        draft.severity = Severity::Critical;
        draft.service = service.service;
        draft.onset = service.since;
        draft.timeline = { entry };
        if (const auto opened = m_store.open(std::move(draft)); !opened)
            Q_EMIT failed(qstr(opened.error()));
    }
}

void Correlator::tick()
{
    endSilent();
    if (m_clock.now() - m_lastWrite >= m_settings.growMs)
        writeGrowth();
    std::vector<std::pair<qint64, TimeMs>> over;
    for (const Incident &incident : m_store.incidents()) {
        TimeMs lastBad = 0;
        if (isActive(incident) && isOver(incident, lastBad))
            over.emplace_back(incident.id, lastBad);
    }
    for (const auto &[id, lastBad] : over)
        report(m_store.setState(id, IncidentState::Resolved, kDetector, lastBad));
}

void Correlator::writeGrowth()
{
    m_lastWrite = m_clock.now();
    std::vector<std::pair<qint64, Anomaly>> grown;
    for (const auto &[key, known] : m_known)
        if (known.dirty)
            grown.emplace_back(known.incident, known.latest);
    if (grown.empty())
        return;
    const auto written = m_store.growAnomalies(grown);
    report(written);
    if (!written)
        return;
    for (auto &[key, known] : m_known)
        known.dirty = false;
    std::erase_if(m_known, [](const auto &entry) { return !entry.second.latest.open; });
}

void Correlator::endSilent()
{
    std::vector<Anomaly> silent;
    for (const auto &[key, known] : m_known)
        if (m_clock.now() - known.heard >= m_settings.silentMs)
            silent.push_back(known.latest);
    for (Anomaly &anomaly : silent) {
        anomaly.open = false;
        take(anomaly);
    }
}

bool Correlator::isOver(const Incident &incident, TimeMs &lastBad) const
{
    if (incident.state == IncidentState::Mitigating)
        return false;
    lastBad = incident.anomalies.empty() ? incident.detected : incident.anomalies.front().to;
    for (const Anomaly &anomaly : incident.anomalies) {
        if (anomaly.open)
            return false;
        lastBad = std::max(lastBad, anomaly.to);
    }
    if (const auto health = m_health.find(incident.service); health != m_health.end()) {
        if (isBad(health->second.severity))
            return false;
        lastBad = std::max(lastBad, health->second.lastBad);
    }
    const TimeMs quiet = m_settings.quietMs << std::min(timesReopened(incident), kMaxDoublings);
    return m_clock.now() - lastBad >= quiet && m_clock.now() - incident.detected >= m_settings.holdMs;
}

} // namespace lepto
