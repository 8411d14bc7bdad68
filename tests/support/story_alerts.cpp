#include "tests/support/story_alerts.h"

#include "core/alerts/alert_filter.h"
#include "core/alerts/fingerprint.h"
#include "core/alerts/matcher_parser.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs minute = 60'000;

Labels labelsOf(const QString &name, const QString &severity, const QString &instance)
{
    return Labels({ { "alertname", name.toStdString() }, { "severity", severity.toStdString() }, { "instance", instance.toStdString() }, { "job", "cart" } });
}

}

StoryAlertDesk::StoryAlertDesk(TimeMs now, QObject *parent)
    : AlertDesk(parent)
    , m_now(now)
{
    theSnapshot.at = now;
    AlertSourceState source;
    source.state.name = QLatin1String(manager);
    source.state.kind = SourceConfig::Kind::Alertmanager;
    source.state.code = SourceState::Code::Live;
    source.state.lastGood = now - 4000;
    theSnapshot.sources = { source };
    Alert &latency = add(QStringLiteral("HighLatency"), QStringLiteral("critical"), QStringLiteral("cart-1"));
    latency.annotations = { { QStringLiteral("summary"), QStringLiteral("p99 over 1.5 s for 5 minutes") }, { QStringLiteral("runbook_url"), QStringLiteral("https://runbooks.example.com/cart/latency") } };
    latency.generatorUrl = QStringLiteral("http://prometheus.example.com/graph?g0.expr=rate%28http_requests_total%5B5m%5D%29+%3E+1&g0.tab=1");
    latency.timesFired = 4;
    latency.flapping = true;
    add(QStringLiteral("HighLatency"), QStringLiteral("critical"), QStringLiteral("cart-2")).since -= 3 * minute;
    add(QStringLiteral("CacheEvictions"), QStringLiteral("warning"), QStringLiteral("session-cache-1")).annotations = { { QStringLiteral("summary"), QStringLiteral("evictions rise since the restart") } };
    Alert &disk = add(QStringLiteral("DiskWillFill"), QStringLiteral("warning"), QStringLiteral("db-1"));
    disk.state = AlertState::Suppressed;
    disk.silencedBy = QStringList(QStringLiteral("7b5ec0b7-0000-4000-8000-000000000001"));
    Alert &lag = add(QStringLiteral("ReplicaLag"), QStringLiteral("info"), QStringLiteral("db-2"));
    lag.state = AlertState::Suppressed;
    lag.inhibitedBy = QStringList(disk.fingerprint);
    const std::vector<SilenceMatcher> one { { QStringLiteral("alertname"), QStringLiteral("DiskWillFill") } };
    theSnapshot.silences = { { disk.silencedBy.front(), SilenceState::Active, one, now - 40 * minute, now + 80 * minute, now - 40 * minute, QStringLiteral("mara.k"),
        QStringLiteral("The disk is swapped at noon"), QStringList(QLatin1String(manager)) } };
    for (int i = 0; i < 4; ++i) {
        const TimeMs fired = latency.since - i * 17 * minute;
        theEpisodes.push_back({ i + 1, latency.fingerprint, latency.labels, latency.annotations, latency.sources, fired, fired + 6 * minute, i == 0 ? 0 : fired + 6 * minute });
    }
    theEpisodes.push_back({ 9, disk.fingerprint, disk.labels, {}, disk.sources, disk.since - 90 * minute, disk.since, disk.since - 30 * minute });
}

Alert &StoryAlertDesk::add(const QString &name, const QString &severity, const QString &instance)
{
    Alert alert;
    alert.labels = labelsOf(name, severity, instance);
    alert.fingerprint = alertFingerprint(alert.labels);
    alert.since = m_now - 12 * minute;
    alert.receivers = QStringList(QStringLiteral("page"));
    alert.sources = QStringList(QLatin1String(manager));
    auto group = std::ranges::find_if(theSnapshot.groups, [&](const AlertGroup &g) { return g.labels.get("alertname") == name.toStdString(); });
    if (group == theSnapshot.groups.end())
        group = theSnapshot.groups.insert(group, { QLatin1String(manager), QStringLiteral("page"), Labels({ { "alertname", name.toStdString() } }), {} });
    group->fingerprints += alert.fingerprint;
    theSnapshot.alerts.reserve(64);
    return theSnapshot.alerts.emplace_back(std::move(alert));
}

void StoryAlertDesk::die(const QString &reason)
{
    SourceState &state = theSnapshot.sources.front().state;
    state.code = SourceState::Code::Failed;
    state.failures = 3;
    state.reason = reason;
    state.lastGood = m_now - 2 * minute;
    for (Alert &alert : theSnapshot.alerts)
        alert.stale = true;
    Q_EMIT changed();
}

void StoryAlertDesk::reply(QObject *context, Answer<SilenceWritten> answer, const QString &id, bool replaced)
{
    const auto result = m_failure ? Result<SilenceWritten>(*m_failure) : Result<SilenceWritten>(SilenceWritten { id, replaced, {} });
    m_failure.reset();
    QTimer::singleShot(0, this, [guard = QPointer<QObject>(context), answer, result] {
        if (guard)
            answer(result);
    });
}

void StoryAlertDesk::apply(const Silence &silence)
{
    std::erase_if(theSnapshot.silences, [&](const Silence &s) { return s.id == silence.id; });
    theSnapshot.silences.push_back(silence);
    const auto filter = AlertFilter::compile(silence.matchers);
    for (Alert &alert : theSnapshot.alerts) {
        alert.silencedBy.removeAll(silence.id);
        if (silence.state == SilenceState::Active && filter && filter->matches(alert.labels))
            alert.silencedBy += silence.id;
        if (alert.inhibitedBy.isEmpty())
            alert.state = alert.silencedBy.isEmpty() ? AlertState::Active : AlertState::Suppressed;
    }
    Q_EMIT changed();
}

void StoryAlertDesk::episodes(TimeMs from, TimeMs to, int, QObject *context, Answer<std::vector<AlertEpisode>> answer)
{
    std::vector<AlertEpisode> found;
    std::ranges::copy_if(theEpisodes, std::back_inserter(found), [&](const AlertEpisode &e) { return e.fired <= to && (e.resolved == 0 || e.resolved >= from); });
    const auto result = m_failure ? Result<std::vector<AlertEpisode>>(*m_failure) : Result<std::vector<AlertEpisode>>(found);
    m_failure.reset();
    QTimer::singleShot(0, this, [guard = QPointer<QObject>(context), answer, result] {
        if (guard)
            answer(result);
    });
}

void StoryAlertDesk::createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer)
{
    calls += QStringLiteral("create %1 %2 %3").arg(source, matchersText(draft.matchers), draft.comment);
    const QString id = QStringLiteral("7b5ec0b7-0000-4000-8000-0000000001%1").arg(++m_made, 2, 10, QLatin1Char('0'));
    if (!m_failure)
        apply({ id, SilenceState::Active, draft.matchers, m_now, draft.endsAt != 0 ? draft.endsAt : m_now + draft.durationMs, m_now, draft.createdBy, draft.comment, QStringList(source) });
    reply(context, std::move(answer), id);
}

void StoryAlertDesk::editSilence(const QString &, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer)
{
    calls += QStringLiteral("edit %1").arg(id);
    const Silence *before = theSnapshot.silence(id);
    if (before && !m_failure)
        apply(edited(*before, edit, m_now));
    reply(context, std::move(answer), id, edit.matchers.has_value());
}

void StoryAlertDesk::expireSilence(const QString &, const QString &id, QObject *context, Answer<SilenceWritten> answer)
{
    calls += QStringLiteral("expire %1").arg(id);
    const Silence *before = theSnapshot.silence(id);
    if (before && !m_failure) {
        Silence after = *before;
        after.state = SilenceState::Expired;
        after.endsAt = m_now;
        apply(after);
    }
    reply(context, std::move(answer), id);
}

} // namespace lepto
