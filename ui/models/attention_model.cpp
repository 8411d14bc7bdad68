#include "ui/models/attention_model.h"

#include "core/base/text.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AttentionModel)
};

const SignalState *signalOf(const HealthSnapshot &health, const std::string &service, const std::string &signal)
{
    for (const ServiceState &state : health.services) {
        if (state.service != service)
            continue;
        for (const SignalState &s : state.signals_) {
            if (s.signal == signal)
                return &s;
        }
    }
    return nullptr;
}

/// The strongest anomaly of the incident's own service, else the first of all.
const Anomaly &mainAnomaly(const Incident &incident)
{
    const Anomaly *best = nullptr;
    for (const Anomaly &anomaly : incident.anomalies) {
        if (anomaly.service == incident.service && (!best || anomaly.score > best->score))
            best = &anomaly;
    }
    return best ? *best : incident.anomalies.front();
}

AttentionItem incidentItem(const Incident &incident, const HealthSnapshot &health, TimeMs now, bool utc)
{
    AttentionItem item { QStringLiteral("incident/%1").arg(incident.id), markOf(incident.severity), incident.severity,
        oneLine(qstr(incident.service), 60), oneLine(incident.title, 120), {}, {}, {}, incident.id,
        incident.state != IncidentState::Open, incident.onset };
    QStringList detail { text::incident(incident.id), text::of(incident.state) };
    if (incident.verdict != Verdict::None)
        detail.append(text::of(incident.verdict));
    item.detail = detail.join(QStringLiteral(" · "));
    QStringList note;
    if (!incident.anomalies.empty()) {
        const Anomaly &first = mainAnomaly(incident);
        const SignalState *signal = signalOf(health, first.service, first.signal);
        const QString unit = qstr(first.series.get("unit"));
        item.value = text::value(signal && std::isfinite(signal->value) ? signal->value : first.value, unit);
        if (std::isfinite(first.expected))
            note.append(Words::tr("exp. %1").arg(text::value(first.expected, unit)));
    }
    note.append(text::when(incident.onset, now, utc).section(QLatin1Char(':'), 0, 1));
    item.note = note.join(QStringLiteral(" · "));
    return item;
}

AttentionItem serviceItem(const ServiceState &service, TimeMs now, bool utc)
{
    AttentionItem item { QStringLiteral("service/") + qstr(service.service), markOf(service.severity), service.severity,
        oneLine(qstr(service.service), 60), {}, oneLine(service.reason, 160), {}, {}, 0, false, service.since };
    for (const SignalState &signal : service.signals_) {
        if (signal.signal != service.worstSignal)
            continue;
        item.what = oneLine(signal.title, 60);
        item.value = text::value(signal.value, signal.unit);
    }
    if (service.severity == Severity::NoData || service.severity == Severity::Stale)
        item.value = text::of(service.severity).toLower();
    if (service.since > 0)
        item.note = Words::tr("since %1").arg(text::when(service.since, now, utc).section(QLatin1Char(':'), 0, 1));
    return item;
}

void joinIncident(AttentionItem &item, const Incident &incident)
{
    item.incident = incident.id;
    item.acknowledged = incident.state != IncidentState::Open;
    item.detail = text::incident(incident.id) + QStringLiteral(" · ") + text::of(incident.state);
}

int rank(const AttentionItem &item)
{
    return item.severity == Severity::Critical ? 0
        : item.severity == Severity::Warning   ? 1
        : item.severity == Severity::Info      ? 2
                                               : 3;
}

} // namespace

std::vector<AttentionItem> attentionItems(
    const HealthSnapshot &health, const std::vector<Incident> &incidents, TimeMs now, bool utc)
{
    std::vector<AttentionItem> items;
    std::map<std::string, const Incident *> covered;
    for (const Incident &incident : incidents) {
        if (incident.state == IncidentState::Resolved || incident.state == IncidentState::Closed)
            continue;
        items.push_back(incidentItem(incident, health, now, utc));
        for (const Anomaly &anomaly : incident.anomalies)
            covered.emplace(anomaly.service, &incident);
        covered[incident.service] = nullptr; // stands there as the incident itself
    }
    for (const ServiceState &service : health.services) {
        const bool troubled = service.severity >= Severity::Warning || service.severity == Severity::NoData
            || service.severity == Severity::Stale;
        const auto part = covered.find(service.service);
        if (!troubled || (part != covered.end() && !part->second))
            continue;
        items.push_back(serviceItem(service, now, utc));
        if (part != covered.end())
            joinIncident(items.back(), *part->second);
    }
    std::stable_sort(items.begin(), items.end(), [](const AttentionItem &a, const AttentionItem &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : (a.incident != 0) > (b.incident != 0);
    });
    return items;
}

void AttentionModel::setItems(std::vector<AttentionItem> items)
{
    m_latest = std::move(items);
    arrange();
}

void AttentionModel::setHeld(bool held)
{
    if (std::exchange(m_held, held) && !held)
        arrange();
}

const AttentionItem *AttentionModel::item(int row) const
{
    return row >= 0 && row < int(m_items.size()) ? &m_items[std::size_t(row)] : nullptr;
}

int AttentionModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const AttentionItem &i) { return i.key == key; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

void AttentionModel::arrange()
{
    std::vector<AttentionItem> next;
    m_waiting = 0;
    if (m_held) {
        // Rows stay where they are under the pointer; what is gone stays too, until the pointer rests.
        for (const AttentionItem &old : m_items) {
            const auto now
                = std::find_if(m_latest.begin(), m_latest.end(), [&](const AttentionItem &i) { return i.key == old.key; });
            next.push_back(now == m_latest.end() ? old : *now);
        }
        for (const AttentionItem &item : m_latest) {
            if (rowOf(item.key) < 0)
                next.push_back(item), ++m_waiting;
        }
    } else {
        next = m_latest;
    }
    const bool sameRows = std::equal(next.begin(), next.end(), m_items.begin(), m_items.end(),
        [](const AttentionItem &a, const AttentionItem &b) { return a.key == b.key; });
    if (sameRows) {
        m_items = std::move(next);
        if (!m_items.empty())
            Q_EMIT dataChanged(index(0), index(int(m_items.size()) - 1));
        return;
    }
    beginResetModel();
    m_items = std::move(next);
    endResetModel();
}

QVariant AttentionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AttentionItem &item = m_items[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return QString(item.service + QLatin1Char(' ') + item.what);
    if (role == Qt::AccessibleTextRole)
        return QStringList({ item.service, text::of(item.severity), item.what, item.value, item.detail, item.note })
            .join(QLatin1String(", "));
    return {};
}

} // namespace lepto
