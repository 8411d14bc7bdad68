#include "core/incidents/incident_rows.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/labels_json.h"
#include "core/store/ops_query.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>
#include <map>

namespace lepto::incidentrows {

namespace {

const QString kHead = QStringLiteral(
    "SELECT id, title, severity, state, service, onset_ms, detected_ms, ended_ms, verdict, verdict_by FROM incident");

QVariant number(double value)
{
    return std::isfinite(value) ? QVariant(value) : QVariant(QMetaType::fromType<double>());
}

double number(const QVariant &value)
{
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.toDouble();
}

Incident headOf(const QSqlQuery &row)
{
    Incident incident;
    incident.id = row.value(0).toLongLong();
    incident.title = row.value(1).toString();
    incident.severity = severityOf(row.value(2).toString()).value_or(Severity::Warning);
    incident.state = incidentStateOf(row.value(3).toString()).value_or(IncidentState::Open);
    incident.service = utf8(row.value(4).toString());
    incident.onset = row.value(5).toLongLong();
    incident.detected = row.value(6).toLongLong();
    incident.ended = row.value(7).toLongLong();
    incident.verdict = verdictOf(row.value(8).toString()).value_or(Verdict::None);
    incident.verdictBy = row.value(9).toString();
    return incident;
}

Anomaly anomalyOf(const QSqlQuery &row)
{
    Anomaly anomaly;
    anomaly.series = labelsFromJson(row.value(0).toString());
    anomaly.from = row.value(1).toLongLong();
    anomaly.to = row.value(2).toLongLong();
    anomaly.service = utf8(row.value(3).toString());
    anomaly.signal = utf8(row.value(4).toString());
    anomaly.score = row.value(5).toDouble();
    anomaly.value = number(row.value(6));
    anomaly.expected = number(row.value(7));
    anomaly.lower = number(row.value(8));
    anomaly.upper = number(row.value(9));
    anomaly.detector = row.value(10).toString();
    anomaly.open = row.value(11).toInt() != 0;
    return anomaly;
}

TimelineEntry entryOf(const QSqlQuery &row)
{
    return { row.value(0).toLongLong(), timelineKindOf(row.value(1).toString()).value_or(TimelineEntry::Kind::Note),
        row.value(2).toString(), row.value(3).toString() };
}

/// The anomalies and the timeline of all incidents at once, or of the only one: as many queries for many as for one.
Result<void> readParts(const OpsDatabase &db, std::vector<Incident> &all)
{
    std::map<qint64, Incident *> byId;
    for (Incident &incident : all)
        byId[incident.id] = &incident;
    const bool one = all.size() == 1;
    const QString where = one ? QStringLiteral(" WHERE incident = ?") : QString();
    const QVariantList values = one ? QVariantList { all.front().id } : QVariantList();
    auto anomalies = runQuery(db,
        QStringLiteral("SELECT series, from_ms, to_ms, service, signal, score, value, expected, lower_bound, upper_bound, "
                       "detector, is_open, incident FROM incident_anomaly%1 ORDER BY incident, from_ms, series").arg(where), values);
    if (!anomalies)
        return anomalies.error();
    while (anomalies->next())
        if (const auto owner = byId.find(anomalies->value(12).toLongLong()); owner != byId.end())
            owner->second->anomalies.push_back(anomalyOf(*anomalies));
    auto entries = runQuery(db, QStringLiteral("SELECT at_ms, kind, text, actor, incident FROM incident_timeline%1 ORDER BY incident, n").arg(where), values);
    if (!entries)
        return entries.error();
    while (entries->next())
        if (const auto owner = byId.find(entries->value(4).toLongLong()); owner != byId.end())
            owner->second->timeline.push_back(entryOf(*entries));
    return {};
}

Result<void> addEntries(const OpsDatabase &db, const Incident &incident, std::size_t from)
{
    for (std::size_t n = from; n < incident.timeline.size(); ++n) {
        const TimelineEntry &entry = incident.timeline[n];
        auto done = runQuery(db,
            QStringLiteral("INSERT INTO incident_timeline (incident, n, at_ms, kind, text, actor) VALUES (?, ?, ?, ?, ?, ?)"),
            { incident.id, int(n), qint64(entry.at), nameOf(entry.kind), entry.text, entry.actor });
        if (!done)
            return done.error();
    }
    return {};
}

bool same(const Anomaly &a, const Anomaly &b)
{
    return a.series == b.series && a.from == b.from && a.to == b.to && a.score == b.score && a.open == b.open;
}

} // namespace

Result<std::vector<Incident>> readAll(const OpsDatabase &db)
{
    auto rows = runQuery(db, kHead + QStringLiteral(" ORDER BY id DESC"));
    if (!rows)
        return rows.error();
    std::vector<Incident> all;
    while (rows->next())
        all.push_back(headOf(*rows));
    if (auto done = readParts(db, all); !done)
        return done.error();
    return all;
}

Result<Incident> read(const OpsDatabase &db, qint64 id)
{
    auto row = runQuery(db, kHead + QStringLiteral(" WHERE id = ?"), { id });
    if (!row)
        return row.error();
    if (!row->next())
        return Error { ErrorCode::NotFound, utf8(QStringLiteral("INC-%1").arg(id)),
            utf8(QCoreApplication::translate("IncidentStore", "there is no such incident")) };
    std::vector<Incident> only { headOf(*row) };
    if (auto done = readParts(db, only); !done)
        return done.error();
    return only.front();
}

Result<qint64> nextId(const OpsDatabase &db)
{
    auto row = runQuery(db, QStringLiteral("SELECT COALESCE(MAX(id), 0) + 1 FROM incident"));
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toLongLong() : 1;
}

Result<void> insert(const OpsDatabase &db, const Incident &incident)
{
    auto head = runQuery(db,
        QStringLiteral("INSERT INTO incident (id, title, severity, state, service, onset_ms, detected_ms, ended_ms, verdict, "
                       "verdict_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        { incident.id, incident.title, nameOf(incident.severity), nameOf(incident.state), qstr(incident.service),
            qint64(incident.onset), qint64(incident.detected), qint64(incident.ended), nameOf(incident.verdict),
            incident.verdictBy.isNull() ? QStringLiteral("") : incident.verdictBy });
    if (!head)
        return head.error();
    for (const Anomaly &anomaly : incident.anomalies)
        if (auto done = putAnomaly(db, incident.id, anomaly); !done)
            return done;
    return addEntries(db, incident, 0);
}

Result<void> update(const OpsDatabase &db, const Incident &before, const Incident &after)
{
    auto head = runQuery(db,
        QStringLiteral("UPDATE incident SET title = ?, severity = ?, state = ?, onset_ms = ?, ended_ms = ?, verdict = ?, "
                       "verdict_by = ? WHERE id = ?"),
        { after.title, nameOf(after.severity), nameOf(after.state), qint64(after.onset), qint64(after.ended),
            nameOf(after.verdict), after.verdictBy.isNull() ? QStringLiteral("") : after.verdictBy, after.id });
    if (!head)
        return head.error();
    for (std::size_t i = 0; i < after.anomalies.size(); ++i) {
        if (i < before.anomalies.size() && same(before.anomalies[i], after.anomalies[i]))
            continue;
        if (auto done = putAnomaly(db, after.id, after.anomalies[i]); !done)
            return done;
    }
    return addEntries(db, after, before.timeline.size());
}

Result<void> putAnomaly(const OpsDatabase &db, qint64 incident, const Anomaly &anomaly)
{
    auto done = runQuery(db,
        QStringLiteral("INSERT INTO incident_anomaly (incident, series, from_ms, to_ms, service, signal, score, value, expected, "
                       "lower_bound, upper_bound, detector, is_open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (incident, series, from_ms) DO UPDATE SET to_ms = excluded.to_ms, score = excluded.score, "
                       "value = excluded.value, expected = excluded.expected, lower_bound = excluded.lower_bound, "
                       "upper_bound = excluded.upper_bound, is_open = excluded.is_open"),
        { incident, labelsToJson(anomaly.series), qint64(anomaly.from), qint64(anomaly.to), qstr(anomaly.service),
            qstr(anomaly.signal), anomaly.score, number(anomaly.value), number(anomaly.expected), number(anomaly.lower),
            number(anomaly.upper), anomaly.detector.isNull() ? QStringLiteral("") : anomaly.detector, anomaly.open ? 1 : 0 });
    if (!done)
        return done.error();
    return {};
}

} // namespace lepto::incidentrows
