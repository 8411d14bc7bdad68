#include "ui/models/alert_model.h"

#include "core/base/text.h"
#include "ui/text.h"

#include <algorithm>
#include <unordered_map>

namespace lepto {

namespace {

constexpr qsizetype fingerprintLength = 16;

struct Group {
    QString key, title, detail;
    std::vector<const Alert *> alerts;
    Severity worst = Severity::Info;
};

bool isLouder(const Alert *a, const Alert *b)
{
    const auto rank = [](const Alert *alert) { return std::pair(int(standingOf(*alert)), -int(severityOf(alert->labels))); };
    return rank(a) != rank(b) ? rank(a) < rank(b) : a->since > b->since;
}

Cell stateCell(const Alert &alert)
{
    Cell cell { alertStateText(alert) };
    cell.chip = true;
    cell.mark = markOf(alert);
    if (alert.stale)
        cell.tip = AlertModel::tr("its source does not answer; this is what it said last");
    return cell;
}

CellModel::Row alertRow(const QString &group, const Alert &alert, const AlertView &view)
{
    const char *tone = alert.stale || standingOf(alert) != AlertStanding::Active ? "text.muted" : "text.primary";
    Cell severity { severityWord(alert.labels) };
    severity.mark = markOf(severityOf(alert.labels));
    severity.tone = tone;
    Cell name { alertName(alert.labels) };
    name.second = alertSummary(alert);
    name.tone = tone;
    name.bold = alert.state != AlertState::Pending;
    name.tip = name.second;
    Cell subject { alertSubject(alert.labels) };
    subject.mono = true;
    subject.tone = "text.secondary";
    subject.tip = subject.text;
    Cell since { alert.since ? text::when(alert.since, view.now, view.utc) : QString() };
    since.mono = true;
    since.second = alert.flapping ? AlertModel::tr("flapping") : alert.timesFired > 1 ? AlertModel::tr("%n in 24 h", "times fired", alert.timesFired) : QString();
    Cell lasts { alert.since ? text::age(alert.since, view.now) : QString() };
    lasts.mono = lasts.right = true;
    Cell receiver { oneLine(alert.receivers.join(QStringLiteral(", ")), 120) };
    receiver.second = oneLine(alert.sources.join(QStringLiteral(", ")), 120);
    receiver.tone = "text.secondary";
    return { QLatin1Char('a') + group + alert.fingerprint, { severity, name, subject, stateCell(alert), since, lasts, receiver } };
}

CellModel::Row headingRow(const Group &group)
{
    Cell title { group.title + (group.detail.isEmpty() ? QString() : QStringLiteral("   ") + group.detail) };
    title.bold = true;
    title.tone = "text.secondary";
    title.tip = title.text;
    return { QLatin1Char('g') + group.key, { title } };
}

std::vector<Group> bySeverity(const std::vector<const Alert *> &alerts)
{
    std::vector<Group> groups;
    for (const Severity severity : { Severity::Critical, Severity::Warning, Severity::Info }) {
        Group group { QString::number(int(severity)), text::of(severity), {}, {}, severity };
        std::ranges::copy_if(alerts, std::back_inserter(group.alerts), [&](const Alert *alert) { return severityOf(alert->labels) == severity; });
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<Group> asNotified(const AlertSnapshot &snapshot, const std::vector<const Alert *> &alerts)
{
    std::unordered_map<QString, const Alert *> left;
    for (const Alert *alert : alerts)
        left.emplace(alert->fingerprint, alert);
    const auto known = left;
    std::vector<Group> groups;
    for (const AlertGroup &notified : snapshot.groups) {
        const QString labels = qstr(notified.labels.text());
        Group group { notified.source + QLatin1Char('|') + notified.receiver + QLatin1Char('|') + labels,
            notified.labels.empty() ? AlertModel::tr("All together") : oneLine(labels.mid(1, labels.size() - 2), 200),
            AlertModel::tr("to %1, by %2").arg(oneLine(notified.receiver, 60), oneLine(notified.source, 60)), {} };
        for (const QString &fingerprint : notified.fingerprints) {
            if (const auto found = known.find(fingerprint); found != known.end()) {
                group.alerts.push_back(found->second);
                left.erase(fingerprint);
            }
        }
        groups.push_back(std::move(group));
    }
    Group rest { QStringLiteral("|"), AlertModel::tr("In no group"), AlertModel::tr("rules of Prometheus, or not routed yet"), {} };
    for (const Alert *alert : alerts) {
        if (left.contains(alert->fingerprint))
            rest.alerts.push_back(alert);
    }
    groups.push_back(std::move(rest));
    return groups;
}

void order(std::vector<Group> &groups)
{
    std::erase_if(groups, [](const Group &group) { return group.alerts.empty(); });
    for (Group &group : groups)
        std::ranges::stable_sort(group.alerts, isLouder);
    std::ranges::stable_sort(groups, [](const Group &a, const Group &b) { return isLouder(a.alerts.front(), b.alerts.front()); });
}

} // namespace

AlertModel::AlertModel(QObject *parent)
    : CellModel(parent)
{
    say();
}

void AlertModel::say()
{
    setColumns({ { tr("Severity"), 96 }, { tr("Alert"), -3 }, { tr("Labels"), -3 }, { tr("State"), 132 }, { tr("Since"), 108 }, { tr("For"), 96, true },
        { tr("Receiver"), 120 } });
}

void AlertModel::show(const AlertSnapshot &snapshot, const AlertView &view)
{
    std::vector<const Alert *> alerts;
    for (const Alert &alert : snapshot.alerts) {
        if ((!view.only || *view.only == standingOf(alert)) && view.sieve.passes(alert.labels, alert.annotations))
            alerts.push_back(&alert);
    }
    m_passed = int(alerts.size());
    m_shown = 0;
    std::vector<Group> groups = view.grouping == AlertGrouping::Severity ? bySeverity(alerts) : asNotified(snapshot, alerts);
    order(groups);
    std::vector<Row> rows;
    for (const Group &group : groups) {
        if (m_shown == most)
            break;
        rows.push_back(headingRow(group));
        for (const Alert *alert : group.alerts) {
            if (m_shown == most)
                break;
            rows.push_back(alertRow(group.key, *alert, view));
            ++m_shown;
        }
    }
    m_shown = std::min(m_shown, m_passed);
    setRows(std::move(rows));
}

bool AlertModel::isHeading(int row) const
{
    return keyOf(row).startsWith(QLatin1Char('g'));
}

QString AlertModel::fingerprintOf(const QString &key)
{
    return key.startsWith(QLatin1Char('a')) ? key.right(fingerprintLength) : QString();
}

QString AlertModel::firstKey(const QString &fingerprint) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QString found = fingerprintOf(keyOf(row));
        if (!found.isEmpty() && (fingerprint.isEmpty() || found == fingerprint))
            return keyOf(row);
    }
    return {};
}

} // namespace lepto
