#pragma once

#include "core/base/severity.h"
#include "core/detect/anomaly.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace lepto {

/// An engineer's judgement of an incident, one key each: T F E W M, D.
enum class Verdict : quint8 { None, True, False, Expected, WrongScope, Missed, Duplicate };

enum class IncidentState : quint8 { Open, Acknowledged, Mitigating, Resolved, Closed };

struct TimelineEntry {
    enum class Kind : quint8 { Anomaly, Health, Opened, Acknowledged, Verdict, Note, Label, Suggested, Planned, Approved, Step, Verified, RolledBack, State };
    TimeMs at = 0;
    Kind kind = Kind::Note;
    QString text;                     ///< plain text: value, name, note
    QString actor;                    ///< user or "detector", "executor"
};

struct Incident {
    qint64 id = 0;                    ///< shown as INC-id
    QString title;
    Severity severity = Severity::Warning;
    IncidentState state = IncidentState::Open;
    std::string service;
    TimeMs onset = 0, detected = 0, ended = 0;   ///< ended 0 = goes on
    Verdict verdict = Verdict::None;
    QString verdictBy;
    std::vector<Anomaly> anomalies;   ///< earliest first
    std::vector<TimelineEntry> timeline;
};

/// A region that an engineer marked on a chart. Feeds training (excluded or positive) and evaluation.
struct LabelRegion {
    enum class Class : quint8 { Incident, Normal, Maintenance, Deploy, BadData };
    qint64 id = 0;
    Labels series;
    TimeMs from = 0, to = 0;
    Class cls = Class::Incident;
    QString reason, author;
    TimeMs createdAt = 0;
    qint64 incident = 0;              ///< 0: none
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Incident)
Q_DECLARE_METATYPE(lepto::LabelRegion)
