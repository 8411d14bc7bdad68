#include "app/cli/alerts_command.h"

#include "app/cli/common.h"
#include "app/cli/signals.h"
#include "app/services/alerts.h"
#include "core/alerts/alertmanager_json.h"
#include "core/alerts/alert_filter.h"
#include "core/base/text.h"
#include "core/settings/settings.h"

#include <QCoreApplication>

namespace lepto::cli {

namespace {

constexpr int kWidth = 110;

QString shortLabels(const Labels &labels)
{
    return oneLine(qstr(labels.with("alertname", {}).with("severity", {}).text()), kWidth);
}

QString span(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    if (minutes < 60)
        return ms < 60'000 ? QStringLiteral("%1s").arg(ms / 1000) : QStringLiteral("%1m").arg(minutes);
    return minutes < 48 * 60 ? QStringLiteral("%1h%2m").arg(minutes / 60).arg(minutes % 60) : QStringLiteral("%1d%2h").arg(minutes / 1440).arg(minutes / 60 % 24);
}

QString why(const Alert &alert)
{
    QStringList words;
    if (!alert.silencedBy.isEmpty())
        words += QStringLiteral("silenced by ") + alert.silencedBy.join(u' ');
    if (!alert.inhibitedBy.isEmpty())
        words += QStringLiteral("inhibited by ") + alert.inhibitedBy.join(u' ');
    return words.join(QStringLiteral(", "));
}

int list(Session &s)
{
    return withAlerts(s, [&](Services &, AlertService &service) {
        const AlertSnapshot &snapshot = service.snapshot();
        const auto alerts = filtered(s, snapshot.alerts);
        if (!alerts)
            return s.out.fail(alerts.error());
        QJsonArray array, rules;
        for (const Alert &alert : *alerts)
            array.append(toJson(alert));
        for (const BrokenRule &rule : snapshot.brokenRules)
            rules.append(QJsonObject{{QStringLiteral("source"), rule.source}, {QStringLiteral("group"), rule.group}, {QStringLiteral("rule"), rule.name}, {QStringLiteral("error"), rule.error}});
        QJsonArray missing;
        for (const AlertSourceState &asked : snapshot.sources) {
            if (asked.state.failures > 0)
                missing.append(QJsonObject{{QStringLiteral("source"), asked.state.name}, {QStringLiteral("reason"), asked.state.reason}});
        }
        s.out.value(QJsonObject{{QStringLiteral("alerts"), array}, {QStringLiteral("brokenRules"), rules}, {QStringLiteral("missing"), missing}});
        const bool somebodyAnswered = std::any_of(snapshot.sources.begin(), snapshot.sources.end(), [](const AlertSourceState &asked) { return asked.state.failures == 0; });
        if (somebodyAnswered || !alerts->empty()) // otherwise "no alert" would be said by nobody
            showAlerts(s.out, *alerts);
        for (const BrokenRule &rule : snapshot.brokenRules)
            s.out.line(QStringLiteral("%1: the rule %2 is broken and cannot fire: %3").arg(rule.source, rule.name, rule.error));
        return reportSources(s, snapshot);
    });
}

int groups(Session &s)
{
    return withAlerts(s, [&](Services &, AlertService &service) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const AlertGroup &group : service.snapshot().groups) {
            array.append(QJsonObject{{QStringLiteral("source"), group.source}, {QStringLiteral("receiver"), group.receiver}, {QStringLiteral("labels"), labelsObject(group.labels)},
                                     {QStringLiteral("fingerprints"), QJsonArray::fromStringList(group.fingerprints)}});
            rows.push_back({group.source, group.receiver, QString::number(group.fingerprints.size()), oneLine(qstr(group.labels.text()), kWidth)});
        }
        s.out.value(array);
        s.out.table({QStringLiteral("SOURCE"), QStringLiteral("RECEIVER"), QStringLiteral("ALERTS"), QStringLiteral("GROUP")}, rows);
        return reportSources(s, service.snapshot());
    });
}

int history(Session &s)
{
    const auto range = s.range();
    const auto filter = AlertFilter::parse(s.options.value(QStringLiteral("filter")));
    if (!range || !filter)
        return s.out.fail(range ? filter.error() : range.error());
    return withServices(s, [&](Services &services) {
        EpisodeQuery query;
        query.from = s.options.isSet(QStringLiteral("from")) ? range->first : services.clock().now() - 86'400'000;
        query.to = range->second;
        query.filter = *filter;
        const auto episodes = services.alertHistory().episodes(query);
        if (!episodes)
            return s.out.fail(episodes.error());
        const QString source = s.options.value(QStringLiteral("source"));
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const AlertEpisode &e : *episodes) {
            if (!source.isEmpty() && !e.sources.contains(source))
                continue;
            array.append(QJsonObject{{QStringLiteral("fingerprint"), e.fingerprint}, {QStringLiteral("labels"), labelsObject(e.labels)}, {QStringLiteral("annotations"), textsObject(e.annotations)},
                                     {QStringLiteral("fired"), qint64(e.fired)}, {QStringLiteral("resolved"), qint64(e.resolved)}, {QStringLiteral("sources"), QJsonArray::fromStringList(e.sources)}});
            const qint64 until = e.resolved ? e.resolved : services.clock().now();
            rows.push_back({iso(e.fired), e.resolved ? iso(e.resolved) : QStringLiteral("goes on"), span(until - e.fired), qstr(e.labels.get("alertname")), shortLabels(e.labels)});
        }
        s.out.value(array);
        if (rows.empty())
            s.out.line(QStringLiteral("Nothing fired from %1 to %2, as far as this console watched.").arg(iso(query.from), iso(query.to)));
        else
            s.out.table({QStringLiteral("FIRED"), QStringLiteral("RESOLVED"), QStringLiteral("FOR"), QStringLiteral("ALERT"), QStringLiteral("LABELS")}, rows);
        return int(Good);
    });
}

/// The sources that have alerts, or only the one that is asked for.
Result<std::vector<SourceConfig>> chosen(const Session &s, const Settings &settings)
{
    const QString only = s.options.value(QStringLiteral("source"));
    std::vector<SourceConfig> out;
    for (const SourceConfig &c : settings.sources()) {
        const bool alerts = c.kind == SourceConfig::Kind::Alertmanager || c.kind == SourceConfig::Kind::Prometheus;
        if (alerts && (only.isEmpty() || c.name == only))
            out.push_back(c);
    }
    if (!out.empty())
        return out;
    if (!only.isEmpty())
        return Error{ErrorCode::NotFound, utf8(only), "no such Alertmanager or Prometheus among the sources"};
    return Error{ErrorCode::NotFound, "sources", "there is no Alertmanager and no Prometheus among them; see source add --help"};
}

} // namespace

int withAlerts(Session &s, const std::function<int(Services &, AlertService &)> &work)
{
    return withServices(s, [&](Services &services) {
        const auto configs = chosen(s, services.settings());
        if (!configs)
            return s.out.fail(configs.error());
        const auto secrets = openSecretStore(services.home().keys());
        const auto service = makeAlertService(services, secrets.get(), false);
        service->setSources(*configs);
        bool stopped = false;
        QObject::connect(service.get(), &AlertService::changed, qApp, [&] {
            if (service->isSettled())
                QCoreApplication::exit();
        });
        onStopRequest([&] {
            stopped = true;
            QCoreApplication::exit();
        });
        service->start();
        QCoreApplication::exec();
        return stopped ? int(Environment) : work(services, *service);
    });
}

int reportSources(Session &s, const AlertSnapshot &snapshot)
{
    std::size_t missing = 0;
    for (const AlertSourceState &asked : snapshot.sources) {
        if (asked.state.failures == 0)
            continue;
        ++missing;
        s.out.line(QStringLiteral("%1 does not answer, what it knows is missing here: %2").arg(asked.state.name, asked.state.reason));
    }
    return missing == 0 ? Good : missing < snapshot.sources.size() ? Finding : Environment;
}

QJsonObject toJson(const Alert &a)
{
    return {{QStringLiteral("fingerprint"), a.fingerprint}, {QStringLiteral("state"), nameOf(a.state)}, {QStringLiteral("labels"), labelsObject(a.labels)},
            {QStringLiteral("annotations"), textsObject(a.annotations)}, {QStringLiteral("since"), qint64(a.since)}, {QStringLiteral("receivers"), QJsonArray::fromStringList(a.receivers)},
            {QStringLiteral("silencedBy"), QJsonArray::fromStringList(a.silencedBy)}, {QStringLiteral("inhibitedBy"), QJsonArray::fromStringList(a.inhibitedBy)},
            {QStringLiteral("sources"), QJsonArray::fromStringList(a.sources)}};
}

void showAlerts(Output &out, const std::vector<Alert> &alerts)
{
    if (alerts.empty())
        return out.line(QStringLiteral("No alert."));
    const TimeMs now = SystemClock().now();
    std::vector<QStringList> rows;
    for (const Alert &a : alerts)
        rows.push_back({nameOf(a.state), qstr(a.labels.get("severity")), qstr(a.labels.get("alertname")), a.since ? span(now - a.since) : QStringLiteral("-"), a.sources.join(u' '),
                        shortLabels(a.labels), why(a)});
    out.table({QStringLiteral("STATE"), QStringLiteral("SEVERITY"), QStringLiteral("ALERT"), QStringLiteral("FOR"), QStringLiteral("SOURCES"), QStringLiteral("LABELS"), QStringLiteral("WHY")}, rows);
}

Result<std::vector<Alert>> filtered(const Session &s, const std::vector<Alert> &alerts)
{
    const auto filter = AlertFilter::parse(s.options.value(QStringLiteral("filter")));
    if (!filter)
        return filter.error();
    std::vector<Alert> out;
    std::copy_if(alerts.begin(), alerts.end(), std::back_inserter(out), [&](const Alert &a) { return filter->matches(a.labels); });
    return out;
}

void AlertsCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("source"), QStringLiteral("only of this source"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("filter"), QStringLiteral("only what matches, e.g. severity=\"critical\", job=~\"db.*\""), QStringLiteral("matchers")});
}

std::vector<Verb> AlertsCommand::verbs() const
{
    const QString arguments = QStringLiteral("[--source S] [--filter MATCHERS]");
    return {{QString(), arguments, QStringLiteral("as list"), list},
            {QStringLiteral("list"), arguments, QStringLiteral("what fires now; exit 1 when a source does not answer"), list},
            {QStringLiteral("groups"), QStringLiteral("[--source S]"), QStringLiteral("as the Alertmanagers notify them"), groups},
            {QStringLiteral("history"), arguments + QStringLiteral(" [--from T] [--to T]"), QStringLiteral("what fired and resolved, default the last day, while a console watched"), history}};
}

} // namespace lepto::cli
