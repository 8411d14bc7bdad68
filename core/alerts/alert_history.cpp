#include "core/alerts/alert_history.h"

#include "core/alerts/alertmanager_json.h"
#include "core/base/text.h"
#include "core/sources/prometheus_json.h"
#include "core/store/ops_query.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs kHour = 3'600'000, kDay = 24 * kHour;
constexpr TimeMs kNoteEvery = 60'000;    // how exact `seen` is after a crash
constexpr TimeMs kPause = 180'000;       // not watched for longer: the end is not known, only when it was seen last
constexpr TimeMs kClockSlack = 3000;     // clocks of servers and ours, and what a notification takes
constexpr std::size_t kMostRemembered = 1000;

const QString kColumns = QStringLiteral("SELECT id, fingerprint, labels, annotations, sources, fired_ms, seen_ms, resolved_ms FROM alert_episode ");

QString text(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }
QJsonObject object(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }

AlertEpisode episodeFrom(const QSqlQuery &row)
{
    AlertEpisode out;
    out.id = row.value(0).toLongLong();
    out.fingerprint = row.value(1).toString();
    out.labels = labelsFrom(object(row.value(2).toString()));
    out.annotations = textsFrom(object(row.value(3).toString()));
    for (const QJsonValue &source : QJsonDocument::fromJson(row.value(4).toString().toUtf8()).array())
        out.sources += source.toString();
    out.fired = row.value(5).toLongLong();
    out.seen = row.value(6).toLongLong();
    out.resolved = row.value(7).toLongLong();
    return out;
}

bool contains(const Labels &all, const Labels &some)
{
    return std::all_of(some.pairs().begin(), some.pairs().end(), [&](const Labels::Pair &pair) { return all.get(pair.first) == pair.second; });
}

} // namespace

AlertHistory::AlertHistory(OpsDatabase &db, const Clock &clock) : m_db(db), m_clock(clock) {}

Result<void> AlertHistory::load()
{
    auto rows = runQuery(m_db, kColumns + QStringLiteral("WHERE resolved_ms = 0 OR fired_ms > ? ORDER BY fired_ms"), {qint64(m_clock.now() - kDay)});
    if (!rows)
        return rows.error();
    m_open.clear();
    m_fired.clear();
    while (rows->next()) {
        AlertEpisode episode = episodeFrom(*rows);
        m_fired[episode.labels].push_back(episode.fired);
        if (episode.resolved == 0)
            m_open[episode.labels] = std::move(episode);
    }
    return {};
}

AlertEpisode AlertHistory::episodeOf(const Alert &alert, TimeMs now) const
{
    const TimeMs fired = alert.since > 0 && alert.since <= now ? alert.since : now;
    return {0, alert.fingerprint, alert.labels, alert.annotations, alert.sources, fired, now, 0};
}

Result<AlertHistory::Changes> AlertHistory::take(const std::vector<Alert> &alerts, const QSet<QString> &answered, const QSet<QString> &asked)
{
    const TimeMs now = m_clock.now();
    Changes changes;
    std::vector<AlertEpisode> begun, ended;
    std::unordered_map<Labels, const Alert *> firing;
    for (const Alert &alert : alerts) {
        if (alert.state == AlertState::Pending || !firing.emplace(alert.labels, &alert).second)
            continue;
        const auto open = m_open.find(alert.labels);
        const bool again = open != m_open.end() && alert.since > open->second.seen + kClockSlack; // it ended and came back between two looks
        if (again) {
            ended.push_back(open->second);
            ended.back().resolved = open->second.seen;
        }
        if (open == m_open.end() || again) {
            begun.push_back(episodeOf(alert, now));
            changes.fired.push_back(alert);
        }
    }
    const auto silentAbout = [&](const AlertEpisode &episode) {
        return std::all_of(episode.sources.begin(), episode.sources.end(), [&](const QString &s) { return answered.contains(s) || !asked.contains(s); });
    };
    for (const auto &[labels, episode] : m_open) {
        if (firing.contains(labels) || !silentAbout(episode))
            continue;
        ended.push_back(episode);
        ended.back().resolved = now - episode.seen > kPause ? episode.seen : now;
    }
    for (auto &[labels, episode] : m_open) {
        const auto at = firing.find(labels);
        if (at == firing.end())
            continue;
        episode.seen = now;
        for (const QString &source : at->second->sources) {
            if (!episode.sources.contains(source))
                episode.sources += source;
        }
    }
    if (const auto written = write(begun, ended, now); !written)
        return written.error();
    for (const AlertEpisode &episode : ended)
        m_open.erase(episode.labels);
    for (const AlertEpisode &episode : begun) {
        std::deque<TimeMs> &known = m_fired[episode.labels];
        known.push_back(episode.fired);
        if (known.size() > kMostRemembered)
            known.pop_front();
        m_open[episode.labels] = episode;
    }
    changes.resolved = std::move(ended);
    return changes;
}

Result<void> AlertHistory::write(std::vector<AlertEpisode> &begun, const std::vector<AlertEpisode> &ended, TimeMs now)
{
    const bool note = now - m_noted >= kNoteEvery && !m_open.empty();
    if (begun.empty() && ended.empty() && !note)
        return {};
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    if (note) {
        if (const auto done = noteSeen(); !done)
            return done;
    }
    for (const AlertEpisode &episode : ended) {
        if (const auto done = end(episode); !done)
            return done;
    }
    auto last = runQuery(m_db, QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM alert_episode"));
    if (!last)
        return last.error();
    qint64 id = last->next() ? last->value(0).toLongLong() : 0;
    last->finish();
    for (AlertEpisode &episode : begun) {
        episode.id = ++id;
        if (const auto done = begin(episode); !done)
            return done;
    }
    if (const auto done = transaction->commit(); !done)
        return done;
    m_noted = note ? now : m_noted;
    return {};
}

Result<void> AlertHistory::begin(const AlertEpisode &e)
{
    const auto done = runQuery(m_db,
        QStringLiteral("INSERT INTO alert_episode (id, fingerprint, labels, annotations, sources, fired_ms, seen_ms, resolved_ms) VALUES (?, ?, ?, ?, ?, ?, ?, 0)"),
        {e.id, e.fingerprint, text(labelsObject(e.labels)), text(textsObject(e.annotations)),
         QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(e.sources)).toJson(QJsonDocument::Compact)), qint64(e.fired), qint64(e.seen)});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> AlertHistory::end(const AlertEpisode &e)
{
    const auto done = runQuery(m_db, QStringLiteral("UPDATE alert_episode SET seen_ms = ?, resolved_ms = ? WHERE id = ?"), {qint64(e.seen), qint64(e.resolved), e.id});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> AlertHistory::noteSeen()
{
    for (const auto &[labels, episode] : m_open) {
        const auto done = runQuery(m_db, QStringLiteral("UPDATE alert_episode SET seen_ms = ?, sources = ? WHERE id = ?"),
            {qint64(episode.seen), QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(episode.sources)).toJson(QJsonDocument::Compact)), episode.id});
        if (!done)
            return done.error();
    }
    return {};
}

void AlertHistory::count(std::vector<Alert> &alerts) const
{
    const TimeMs now = m_clock.now();
    for (Alert &alert : alerts) {
        const auto known = m_fired.find(alert.labels);
        const auto since = [&](TimeMs from) {
            return known == m_fired.end() ? 0 : int(std::count_if(known->second.begin(), known->second.end(), [&](TimeMs t) { return t > from; }));
        };
        const int goesOn = m_open.contains(alert.labels); // one that began earlier counts as well
        alert.timesFired = std::max(goesOn, since(now - kDay));
        alert.flapping = since(now - kHour) >= kFlapCount;
    }
}

Result<std::vector<AlertEpisode>> AlertHistory::episodes(const EpisodeQuery &query) const
{
    auto rows = runQuery(m_db, kColumns + QStringLiteral("WHERE (resolved_ms = 0 OR resolved_ms >= ?) AND (? = 0 OR fired_ms <= ?) ORDER BY fired_ms DESC, id DESC"),
        {qint64(query.from), qint64(query.to), qint64(query.to)});
    if (!rows)
        return rows.error();
    std::vector<AlertEpisode> out;
    while (out.size() < std::size_t(query.limit) && rows->next()) {
        AlertEpisode episode = episodeFrom(*rows);
        if (contains(episode.labels, query.labels) && query.filter.matches(episode.labels))
            out.push_back(std::move(episode));
    }
    return out;
}

Result<int> AlertHistory::forget(TimeMs before)
{
    std::erase_if(m_fired, [day = m_clock.now() - kDay](const auto &item) { return item.second.empty() || item.second.back() < day; });
    auto done = runQuery(m_db, QStringLiteral("DELETE FROM alert_episode WHERE resolved_ms > 0 AND resolved_ms < ?"), {qint64(before)});
    return done ? Result<int>(done->numRowsAffected()) : done.error();
}

} // namespace lepto
