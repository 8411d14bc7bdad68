#include "ui/models/alert_words.h"

#include "core/base/text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace lepto {

namespace {

constexpr int nameLength = 120, subjectLength = 300, summaryLength = 400;
constexpr qsizetype longestLink = 4000;
constexpr TimeMs beforeOnset = 15 * 60'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

} // namespace

AlertStanding standingOf(const Alert &alert)
{
    if (alert.state == AlertState::Pending)
        return AlertStanding::Pending;
    if (alert.state != AlertState::Suppressed)
        return AlertStanding::Active;
    return alert.silencedBy.isEmpty() ? AlertStanding::Inhibited : AlertStanding::Silenced;
}

QString alertName(const Labels &labels)
{
    const QString name = oneLine(qstr(labels.get("alertname")), nameLength);
    return name.isEmpty() ? Words::tr("alert without a name") : name;
}

QString alertSummary(const Alert &alert)
{
    const QString summary = alert.annotations.value(QStringLiteral("summary"));
    return oneLine(summary.isEmpty() ? alert.annotations.value(QStringLiteral("description")) : summary, summaryLength);
}

QString alertSubject(const Labels &labels)
{
    const QString text = qstr(labels.with("alertname", {}).with("severity", {}).text());
    return oneLine(text.startsWith(QLatin1Char('{')) ? text.mid(1, text.size() - 2) : text, subjectLength);
}

Severity severityOf(const Labels &labels)
{
    const std::string_view word = labels.get("severity");
    const auto any = [&](auto... words) { return ((word == std::string_view(words)) || ...); };
    if (any("critical", "page", "error", "emergency", "fatal"))
        return Severity::Critical;
    return any("warning", "warn", "ticket", "high") ? Severity::Warning : Severity::Info;
}

QString severityWord(const Labels &labels)
{
    const QString word = oneLine(qstr(labels.get("severity")), 40);
    return word.isEmpty() ? Words::tr("no severity") : word;
}

MarkCode markOf(const Alert &alert)
{
    if (alert.stale)
        return MarkCode::Stale;
    switch (standingOf(alert)) {
    case AlertStanding::Active: return markOf(severityOf(alert.labels));
    case AlertStanding::Silenced: return MarkCode::Maintenance;
    case AlertStanding::Inhibited: return MarkCode::NoData;
    case AlertStanding::Pending: return MarkCode::Pending;
    }
    return MarkCode::None;
}

MarkCode markOf(SilenceState state)
{
    return state == SilenceState::Active ? MarkCode::Maintenance : state == SilenceState::Pending ? MarkCode::Pending : MarkCode::Todo;
}

QString alertStateText(const Alert &alert)
{
    switch (standingOf(alert)) {
    case AlertStanding::Active:
        return alert.state == AlertState::Firing ? Words::tr("Not notified") : alert.state == AlertState::Unprocessed ? Words::tr("Not routed yet") : Words::tr("Active");
    case AlertStanding::Silenced: return Words::tr("Silenced");
    case AlertStanding::Inhibited: return alert.inhibitedBy.isEmpty() ? Words::tr("Muted") : Words::tr("Inhibited");
    case AlertStanding::Pending: return Words::tr("Pending");
    }
    return {};
}

QString silenceStateText(SilenceState state)
{
    return state == SilenceState::Active ? Words::tr("Active") : state == SilenceState::Pending ? Words::tr("Pending") : Words::tr("Expired");
}

QUrl webLink(const QString &text)
{
    if (text.size() > longestLink || oneLine(text, int(longestLink)) != text)
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && web && !url.host().isEmpty() ? url : QUrl();
}

QString exploreExpression(const Alert &alert)
{
    const QString rule = QUrlQuery(webLink(alert.generatorUrl)).queryItemValue(QStringLiteral("g0.expr"), QUrl::FullyDecoded);
    if (!rule.isEmpty())
        return rule;
    Labels subject;
    for (const char *name : { "job", "instance", "service" })
        subject = subject.with(name, alert.labels.get(name));
    return subject.empty() ? QString() : qstr(subject.text());
}

qint64 incidentOf(const Alert &alert, const std::vector<Incident> &incidents)
{
    const std::array names { alert.labels.get("service"), alert.labels.get("job"), alert.labels.get("instance") };
    const auto found = std::ranges::find_if(incidents, [&](const Incident &incident) {
        const bool over = incident.state == IncidentState::Resolved || incident.state == IncidentState::Closed;
        const bool same = !incident.service.empty() && std::ranges::find(names, std::string_view(incident.service)) != names.end();
        return !over && same && (alert.since == 0 || incident.ended == 0 || alert.since <= incident.ended) && alert.since >= incident.onset - beforeOnset;
    });
    return found == incidents.end() ? 0 : found->id;
}

QStringList alertmanagersOf(const AlertSnapshot &snapshot)
{
    QStringList names;
    for (const AlertSourceState &source : snapshot.sources) {
        if (source.state.kind == SourceConfig::Kind::Alertmanager)
            names += source.state.name;
    }
    return names;
}

AlertCounts countAlerts(const std::vector<Alert> &alerts)
{
    AlertCounts counts;
    for (const Alert &alert : alerts) {
        switch (standingOf(alert)) {
        case AlertStanding::Active: ++counts.active; break;
        case AlertStanding::Silenced: ++counts.silenced; break;
        case AlertStanding::Inhibited: ++counts.inhibited; break;
        case AlertStanding::Pending: ++counts.pending; break;
        }
    }
    return counts;
}

} // namespace lepto
