#include "core/alerts/alert_poller.h"

#include "core/alerts/alertmanager_json.h"
#include "core/alerts/fingerprint.h"
#include "core/base/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace lepto {

namespace {

constexpr int kRarely = 12;              // rounds between two looks at what seldom changes
constexpr int kLongestPauseMs = 60'000;

} // namespace

int AlertPoller::delayAfterFailureMs(const Error &, int failures) const
{
    const qint64 delay = qint64(config().intervalMs) << std::clamp(failures - 1, 0, 5);
    return int(std::max<qint64>(config().intervalMs, std::min<qint64>(delay, kLongestPauseMs)));
}

void AlertPoller::take(AlertSet set, const QStringList &warnings)
{
    m_last = std::move(set);
    for (Alert &alert : m_last.alerts)
        alert.sources = {config().name};
    for (Silence &silence : m_last.silences)
        silence.sources = {config().name};
    for (AlertGroup &group : m_last.groups)
        group.source = config().name;
    for (BrokenRule &rule : m_last.brokenRules)
        rule.source = config().name;
    Q_EMIT polled();
    ScrapeReport report;
    report.series = qint64(m_last.alerts.size());
    report.warnings = warnings;
    finish({}, report);
}

AlertmanagerPoller::AlertmanagerPoller(const SourceConfig &config, const QString &secret, qint64 maxBytes, QObject *parent)
    : AlertPoller(config, parent), m_client(config, secret)
{
    m_client.setMaxBytes(maxBytes);
}

void AlertmanagerPoller::poll()
{
    m_next = AlertSet();
    m_next.status = m_last.status;
    m_next.receivers = m_last.receivers;
    if (m_rounds++ % kRarely == 0 || m_next.status.version.isEmpty())
        askRarely();
    else
        askAlerts();
}

template <typename T>
auto AlertmanagerPoller::then(T AlertSet::*field, void (AlertmanagerPoller::*next)())
{
    return [this, field, next](Result<T> answer) {
        if (!answer)
            return fail(answer.error());
        m_next.*field = *std::move(answer);
        (this->*next)();
    };
}

void AlertmanagerPoller::askRarely()
{
    m_client.status(this, [this](Result<AlertmanagerStatus> status) {
        if (!status)
            return fail(status.error());
        m_next.status = *std::move(status);
        m_client.receivers(this, then(&AlertSet::receivers, &AlertmanagerPoller::askAlerts));
    });
}

void AlertmanagerPoller::askAlerts()
{
    m_client.alerts({}, this, then(&AlertSet::alerts, &AlertmanagerPoller::askGroups));
}

void AlertmanagerPoller::askGroups()
{
    m_client.groups({}, this, then(&AlertSet::groups, &AlertmanagerPoller::askSilences));
}

void AlertmanagerPoller::askSilences()
{
    m_client.silences({}, this, then(&AlertSet::silences, &AlertmanagerPoller::done));
}

void AlertmanagerPoller::done()
{
    take(std::move(m_next));
}

RulePoller::RulePoller(const SourceConfig &config, const QString &secret, qint64 maxBytes, QObject *parent)
    : AlertPoller(config, parent), m_client(config, secret)
{
    m_client.setMaxBytes(maxBytes);
}

void RulePoller::poll()
{
    m_next = AlertSet();
    m_next.externalLabels = m_last.externalLabels;
    if (m_knowsLabels)
        return askRules();
    m_client.get(QStringLiteral("/api/v1/status/config"), this, [this](Result<HttpAnswer> answer) {
        // Servers other than Prometheus have no such page; their alerts are compared as they are.
        m_knowsLabels = bool(answer);
        if (answer && answer->isGood())
            m_next.externalLabels = externalLabelsFrom(QJsonDocument::fromJson(answer->body)[u"data"][u"yaml"].toString());
        askRules();
    });
}

void RulePoller::askRules()
{
    m_client.rules(this, [this](Result<std::vector<ServerRule>> rules) {
        if (rules)
            return takeRules(*rules);
        const bool absent = rules.error().code == ErrorCode::NotFound || rules.error().code == ErrorCode::BadInput;
        if (!absent)
            return fail(rules.error());
        take(std::move(m_next), {tr("this server has no rules: %1").arg(qstr(rules.error().reason))});
    });
}

void RulePoller::takeRules(const std::vector<ServerRule> &rules)
{
    for (const ServerRule &rule : rules) {
        if (rule.health == QLatin1String("err"))
            m_next.brokenRules.push_back({{}, rule.group, rule.name, oneLine(rule.lastError)});
        for (const ServerAlert &shown : rule.alerts) {
            Alert alert;
            alert.labels = shown.labels;
            alert.fingerprint = alertFingerprint(shown.labels);
            alert.annotations = shown.annotations;
            alert.state = shown.state == QLatin1String("pending") ? AlertState::Pending : AlertState::Firing;
            alert.since = shown.activeAt;
            m_next.alerts.push_back(std::move(alert));
        }
    }
    take(std::move(m_next));
}

Labels externalLabelsFrom(const QString &yaml)
{
    std::vector<Labels::Pair> pairs;
    bool global = false, external = false;
    for (const QString &line : yaml.left(1 << 20).split(u'\n')) {
        const QString words = line.trimmed();
        const qsizetype indent = line.size() - QStringView(line).trimmed().size();
        if (!line.startsWith(u' '))
            global = words == QLatin1String("global:");
        if (indent <= 2)
            external = global && words == QLatin1String("external_labels:");
        else if (const qsizetype colon = words.indexOf(QLatin1String(": ")); external && colon > 0) {
            QString value = words.mid(colon + 2);
            if (value.size() >= 2 && (value.startsWith(u'"') || value.startsWith(u'\'')))
                value = value.mid(1, value.size() - 2);
            pairs.emplace_back(utf8(words.left(colon)), utf8(value));
        }
    }
    return Labels(std::move(pairs));
}

} // namespace lepto
