#pragma once

#include "core/health/health.h"
#include "core/incidents/incident.h"
#include "ui/models/cell_model.h"

namespace lepto {

/// Which incidents a table shows.
enum class IncidentFilter : quint8 { All, Open, Closed };

bool isOpen(const Incident &incident);

/// The table of incidents: number, severity and title, state, onset, duration, how long after the onset it was detected, verdict.
class IncidentModel : public CellModel {
    Q_OBJECT
public:
    explicit IncidentModel(QObject *parent = nullptr);
    /// Newest first as given; `text` filters number, title and service.
    void setIncidents(const std::vector<Incident> &incidents, IncidentFilter filter, const QString &text, TimeMs now, bool utc);
    void say();                       ///< column titles again, after a change of language
};

/// One anomalous signal of an incident as the suspects list shows it.
struct Suspect {
    Labels series;
    std::string service;
    QString title;                    ///< of the signal where health knows it
    TimeMs onset = 0;
    double score = 0, value = 0, expected = 0;
    QString unit, detector;
};

/// Signals of an incident in the order in which they became abnormal; the higher score first among equals. One row a series.
std::vector<Suspect> suspectsOf(const Incident &incident, const HealthSnapshot &health);

} // namespace lepto
