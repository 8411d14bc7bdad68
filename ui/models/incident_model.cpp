#include "ui/models/incident_model.h"

#include "core/base/text.h"
#include "ui/looks.h"
#include "ui/text.h"

#include <algorithm>

namespace lepto {

namespace {

CellModel::Row incidentRow(const Incident &incident, TimeMs now, bool utc)
{
    Cell number { text::incident(incident.id) };
    number.mono = true;
    number.tone = "text.secondary";
    Cell title { oneLine(incident.title, 200) };
    title.second = oneLine(qstr(incident.service), 80);
    title.mark = markOf(incident.severity);
    title.tip = title.text;
    Cell state { text::of(incident.state) };
    state.mark = markOf(incident.state);
    state.chip = true;
    Cell onset { text::dateTime(incident.onset, utc) };
    onset.mono = true;
    Cell lasted { text::duration((incident.ended > 0 ? incident.ended : now) - incident.onset) };
    lasted.mono = lasted.right = true;
    Cell detected { text::duration(std::max<TimeMs>(0, incident.detected - incident.onset)) };
    detected.mono = detected.right = true;
    detected.tone = "text.secondary";
    Cell verdict { incident.verdict == Verdict::None ? QString() : text::of(incident.verdict) };
    verdict.second = oneLine(incident.verdictBy, 40);
    return { QString::number(incident.id), { number, title, state, onset, lasted, detected, verdict } };
}

} // namespace

bool isOpen(const Incident &incident)
{
    return incident.state != IncidentState::Resolved && incident.state != IncidentState::Closed;
}

IncidentModel::IncidentModel(QObject *parent)
    : CellModel(parent)
{
    say();
}

void IncidentModel::say()
{
    setColumns({ { tr("Number"), 92 }, { tr("Incident"), -1 }, { tr("State"), 140 }, { tr("Onset"), 120 },
        { tr("Lasted"), 100, true }, { tr("Detected after"), 120, true }, { tr("Verdict"), 150 } });
}

void IncidentModel::setIncidents(
    const std::vector<Incident> &incidents, IncidentFilter filter, const QString &text, TimeMs now, bool utc)
{
    std::vector<Row> rows;
    for (const Incident &incident : incidents) {
        if ((filter == IncidentFilter::Open && !isOpen(incident)) || (filter == IncidentFilter::Closed && isOpen(incident)))
            continue;
        const QString all
            = text::incident(incident.id) + QLatin1Char(' ') + incident.title + QLatin1Char(' ') + qstr(incident.service);
        if (text.isEmpty() || all.contains(text, Qt::CaseInsensitive))
            rows.push_back(incidentRow(incident, now, utc));
    }
    setRows(std::move(rows));
}

std::vector<Suspect> suspectsOf(const Incident &incident, const HealthSnapshot &health)
{
    std::vector<Suspect> suspects;
    for (const Anomaly &anomaly : incident.anomalies) {
        const auto same
            = std::find_if(suspects.begin(), suspects.end(), [&](const Suspect &s) { return s.series == anomaly.series; });
        if (same != suspects.end()) {
            same->onset = std::min(same->onset, anomaly.from);
            if (anomaly.score > same->score)
                same->score = anomaly.score, same->value = anomaly.value, same->expected = anomaly.expected;
            continue;
        }
        Suspect suspect { anomaly.series, anomaly.service, qstr(anomaly.signal), anomaly.from, anomaly.score, anomaly.value,
            anomaly.expected, qstr(anomaly.series.get("unit")), anomaly.detector };
        for (const ServiceState &service : health.services) {
            for (const SignalState &signal : service.signals_) {
                if (signal.series == anomaly.series)
                    suspect.title = signal.title;
            }
        }
        suspects.push_back(std::move(suspect));
    }
    std::stable_sort(suspects.begin(), suspects.end(),
        [](const Suspect &a, const Suspect &b) { return a.onset != b.onset ? a.onset < b.onset : a.score > b.score; });
    return suspects;
}

} // namespace lepto
