#include "core/incidents/incident_store.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/incident_rows.h"

#include <QJsonArray>

#include <algorithm>

namespace lepto {

namespace {

constexpr qsizetype kMaxNote = 20'000;

QString numberOf(qint64 id)
{
    return QStringLiteral("INC-%1").arg(id);
}

QJsonObject auditDetail(const Incident &incident, std::size_t firstEntry)
{
    QJsonArray entries;
    for (std::size_t i = firstEntry; i < incident.timeline.size(); ++i)
        entries.append(QJsonObject { { QStringLiteral("kind"), nameOf(incident.timeline[i].kind) },
            { QStringLiteral("text"), incident.timeline[i].text } });
    return { { QStringLiteral("state"), nameOf(incident.state) }, { QStringLiteral("severity"), nameOf(incident.severity) },
        { QStringLiteral("title"), incident.title }, { QStringLiteral("verdict"), nameOf(incident.verdict) },
        { QStringLiteral("anomalies"), int(incident.anomalies.size()) }, { QStringLiteral("entries"), entries } };
}

bool sameAs(const Incident &a, const Incident &b)
{
    return a.state == b.state && a.verdict == b.verdict && a.title == b.title && a.severity == b.severity
        && a.timeline.size() == b.timeline.size() && a.anomalies.size() == b.anomalies.size();
}

} // namespace

IncidentStore::IncidentStore(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QObject *parent)
    : QObject(parent)
    , m_db(db)
    , m_audit(audit)
    , m_clock(clock)
    , m_user(std::move(user))
{ }

Result<void> IncidentStore::load()
{
    auto all = incidentrows::readAll(m_db);
    if (!all)
        return all.error();
    const std::vector<Incident> before = std::exchange(m_incidents, std::move(*all));
    for (const Incident &incident : std::vector<Incident>(m_incidents)) {
        const auto old
            = std::find_if(before.begin(), before.end(), [&](const Incident &other) { return other.id == incident.id; });
        if (old == before.end())
            Q_EMIT incidentAdded(incident);
        else if (!sameAs(*old, incident))
            Q_EMIT incidentChanged(incident);
    }
    return {};
}

const Incident *IncidentStore::find(qint64 id) const
{
    const auto it
        = std::find_if(m_incidents.begin(), m_incidents.end(), [id](const Incident &incident) { return incident.id == id; });
    return it == m_incidents.end() ? nullptr : &*it;
}

bool IncidentStore::allowed(IncidentState from, IncidentState to)
{
    using S = IncidentState;
    switch (from) {
    case S::Open:
        return to == S::Acknowledged || to == S::Mitigating || to == S::Resolved;
    case S::Acknowledged:
        return to == S::Mitigating || to == S::Resolved;
    case S::Mitigating:
        return to == S::Acknowledged || to == S::Resolved;
    case S::Resolved:
        return to == S::Open || to == S::Closed;
    case S::Closed:
        return false;
    }
    return false;
}

Result<Incident> IncidentStore::open(Incident draft)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    const auto id = incidentrows::nextId(m_db);
    if (!id)
        return id.error();
    const QString detector = QStringLiteral("detector");
    draft.id = *id;
    draft.detected = m_clock.now();
    draft.timeline.insert(draft.timeline.begin(), { draft.detected, TimelineEntry::Kind::Opened, draft.title, detector });
    if (auto done = incidentrows::insert(m_db, draft); !done)
        return done.error();
    auto entry = m_audit.append(detector, QStringLiteral("incident.open"), numberOf(draft.id), auditDetail(draft, 0));
    if (!entry)
        return entry.error();
    if (auto done = m_audit.commit(*transaction); !done)
        return done.error();
    m_incidents.insert(m_incidents.begin(), draft);
    Q_EMIT incidentAdded(draft);
    return draft;
}

Result<void> IncidentStore::change(
    qint64 id, const QString &actor, const QString &auditType, const std::function<Result<void>(Incident &)> &edit)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    const auto before = incidentrows::read(m_db, id);
    if (!before)
        return before.error();
    Incident after = *before;
    if (auto done = edit(after); !done)
        return done;
    if (auto done = incidentrows::update(m_db, *before, after); !done)
        return done;
    auto entry = m_audit.append(actor, auditType, numberOf(id), auditDetail(after, before->timeline.size()));
    if (!entry)
        return entry.error();
    if (auto done = m_audit.commit(*transaction); !done)
        return done;
    replace(after);
    return {};
}

void IncidentStore::replace(const Incident &incident)
{
    const auto it
        = std::find_if(m_incidents.begin(), m_incidents.end(), [&](const Incident &other) { return other.id == incident.id; });
    if (it == m_incidents.end())
        m_incidents.insert(m_incidents.begin(), incident);
    else
        *it = incident;
    Q_EMIT incidentChanged(Incident(incident));
}

Result<void> IncidentStore::setState(qint64 id, IncidentState state, const QString &actor, TimeMs ended)
{
    const TimeMs now = m_clock.now();
    return change(id, actor, QStringLiteral("incident.state"), [&](Incident &incident) -> Result<void> {
        if (!allowed(incident.state, state))
            return Error { ErrorCode::Conflict, utf8(numberOf(id)),
                utf8(tr("an incident that is %1 cannot become %2").arg(nameOf(incident.state), nameOf(state))) };
        incident.state = state;
        if (state == IncidentState::Resolved)
            incident.ended = ended != 0 ? ended : now;
        if (state == IncidentState::Open)
            incident.ended = 0;
        const bool acknowledged = state == IncidentState::Acknowledged;
        incident.timeline.push_back(
            { now, acknowledged ? TimelineEntry::Kind::Acknowledged : TimelineEntry::Kind::State, nameOf(state), actor });
        return {};
    });
}

Result<void> IncidentStore::setVerdict(qint64 id, Verdict verdict)
{
    return change(id, m_user, QStringLiteral("incident.verdict"), [&](Incident &incident) -> Result<void> {
        incident.verdict = verdict;
        incident.verdictBy = m_user;
        incident.timeline.push_back({ m_clock.now(), TimelineEntry::Kind::Verdict, nameOf(verdict), m_user });
        return {};
    });
}

Result<void> IncidentStore::addNote(qint64 id, const QString &text)
{
    const QString note = text.trimmed();
    if (note.isEmpty() || note.size() > kMaxNote)
        return Error { ErrorCode::BadInput, utf8(numberOf(id)),
            utf8(note.isEmpty() ? tr("the note is empty") : tr("the note is longer than %1 characters").arg(kMaxNote)) };
    return addEntry(id, TimelineEntry::Kind::Note, note, m_user);
}

Result<void> IncidentStore::addEntry(qint64 id, TimelineEntry::Kind kind, const QString &text, const QString &actor)
{
    return change(id, actor, QStringLiteral("incident.") + nameOf(kind), [&](Incident &incident) -> Result<void> {
        incident.timeline.push_back({ m_clock.now(), kind, text, actor });
        return {};
    });
}

Result<void> IncidentStore::growAnomalies(const std::vector<std::pair<qint64, Anomaly>> &grown)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    for (const auto &[id, anomaly] : grown)
        if (auto done = incidentrows::putAnomaly(m_db, id, anomaly); !done)
            return done;
    if (auto done = transaction->commit(); !done)
        return done;
    for (const auto &[id, anomaly] : grown) {
        const Incident *incident = find(id);
        if (incident == nullptr)
            continue;
        Incident changed = *incident;
        for (Anomaly &known : changed.anomalies)
            if (known.series == anomaly.series && known.from == anomaly.from)
                known = anomaly;
        replace(changed);
    }
    return {};
}

} // namespace lepto
