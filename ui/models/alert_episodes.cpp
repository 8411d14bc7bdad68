#include "ui/models/alert_episodes.h"

#include "core/base/text.h"
#include "ui/models/alert_words.h"
#include "ui/text.h"

#include <algorithm>
#include <unordered_map>

namespace lepto {

namespace {

constexpr TimeMs hour = 3'600'000;
constexpr std::size_t mostTold = 12;

TimeMs endOf(const AlertEpisode &episode, TimeMs now)
{
    return episode.resolved != 0 ? episode.resolved : std::max(now, episode.fired);
}

bool flaps(const std::vector<AlertEpisode> &episodes)
{
    constexpr std::size_t apart = kFlapCount - 1;
    for (std::size_t i = apart; i < episodes.size(); ++i) {
        if (episodes[i].fired - episodes[i - apart].fired <= hour)
            return true;
    }
    return false;
}

EpisodeModel::Lane laneOf(const AlertPast &past, TimeMs from, TimeMs to, TimeMs now)
{
    EpisodeModel::Lane lane;
    const double span = double(std::max<TimeMs>(1, to - from));
    for (const AlertEpisode &episode : past.episodes) {
        const auto share = [&](TimeMs t) { return std::clamp(double(t - from) / span, 0.0, 1.0); };
        lane.emplace_back(share(episode.fired), share(endOf(episode, now)));
    }
    return lane;
}

/// The lane in words, for a tool tip and for who does not see it.
QString toldLane(const AlertPast &past, TimeMs now, bool utc)
{
    QStringList told;
    for (auto it = past.episodes.rbegin(); it != past.episodes.rend() && told.size() < qsizetype(mostTold); ++it) {
        const QString end = it->resolved != 0 ? text::when(it->resolved, now, utc) : EpisodeModel::tr("now");
        told += EpisodeModel::tr("%1 to %2").arg(text::when(it->fired, now, utc), end);
    }
    if (past.episodes.size() > mostTold)
        told += EpisodeModel::tr("%n more", nullptr, int(past.episodes.size() - mostTold));
    return told.join(QStringLiteral("; "));
}

CellModel::Row pastRow(const AlertPast &past, TimeMs now, bool utc)
{
    Cell name { alertName(past.labels) };
    name.mark = markOf(severityOf(past.labels));
    name.second = alertSubject(past.labels);
    name.tip = name.second;
    Cell lane;
    lane.tip = toldLane(past, now, utc);
    Cell times { text::count(qint64(past.episodes.size())) };
    times.mono = times.right = true;
    Cell flapping { past.flapping ? EpisodeModel::tr("Flapping") : QString() };
    flapping.mark = past.flapping ? MarkCode::Warning : MarkCode::None;
    flapping.chip = past.flapping;
    Cell firing { text::duration(past.firing) };
    firing.mono = firing.right = true;
    Cell longest { text::duration(past.longest) };
    longest.mono = longest.right = true;
    longest.tone = "text.secondary";
    Cell last { text::when(past.episodes.back().fired, now, utc) };
    last.mono = true;
    last.second = past.goesOn ? EpisodeModel::tr("goes on") : QString();
    return { past.fingerprint, { name, lane, times, flapping, firing, longest, last } };
}

} // namespace

std::vector<AlertPast> pastOf(const std::vector<AlertEpisode> &episodes, TimeMs from, TimeMs to, TimeMs now)
{
    std::unordered_map<QString, std::size_t> places;
    std::vector<AlertPast> past;
    for (const AlertEpisode &episode : episodes) {
        const auto [place, fresh] = places.try_emplace(episode.fingerprint, past.size());
        if (fresh)
            past.push_back({ episode.fingerprint, episode.labels, episode.annotations, {} });
        AlertPast &one = past[place->second];
        const TimeMs inside = std::max<TimeMs>(0, std::min(endOf(episode, now), to) - std::max(episode.fired, from));
        one.episodes.push_back(episode);
        one.firing += inside;
        one.longest = std::max(one.longest, inside);
        one.goesOn = one.goesOn || episode.resolved == 0;
    }
    for (AlertPast &one : past) {
        std::ranges::sort(one.episodes, {}, &AlertEpisode::fired);
        one.flapping = flaps(one.episodes);
    }
    std::ranges::stable_sort(past, [](const AlertPast &a, const AlertPast &b) { return a.episodes.back().fired > b.episodes.back().fired; });
    return past;
}

EpisodeModel::EpisodeModel(QObject *parent)
    : CellModel(parent)
{
    say();
}

void EpisodeModel::say()
{
    setColumns({ { tr("Alert"), -2 }, { tr("When it fired, over the range"), -3 }, { tr("Times"), 64, true }, { tr("Steadiness"), 116 }, { tr("Fired for"), 104, true },
        { tr("Longest"), 104, true }, { tr("Last began"), 116 } });
}

void EpisodeModel::show(std::vector<AlertPast> past, const AlertSieve &sieve, TimeMs from, TimeMs to, TimeMs now, bool utc)
{
    std::erase_if(past, [&](const AlertPast &one) { return !sieve.passes(one.labels, one.annotations); });
    m_passed = int(past.size());
    if (m_passed > most)
        past.resize(most);
    m_past = std::move(past);
    m_lanes.clear();
    std::vector<Row> rows;
    for (const AlertPast &one : m_past) {
        m_lanes.push_back(laneOf(one, from, to, now));
        rows.push_back(pastRow(one, now, utc));
    }
    setRows(std::move(rows));
}

const AlertPast *EpisodeModel::past(const QString &fingerprint) const
{
    const auto found = std::ranges::find(m_past, fingerprint, &AlertPast::fingerprint);
    return found == m_past.end() ? nullptr : &*found;
}

QVariant EpisodeModel::data(const QModelIndex &index, int role) const
{
    if (role == LaneRole)
        return QVariant::fromValue(m_lanes[std::size_t(index.row())]);
    if (role == Qt::AccessibleTextRole && index.column() == laneColumn)
        return columns()[laneColumn].title + QStringLiteral(", ") + CellModel::data(index, CellRole).value<Cell>().tip;
    return CellModel::data(index, role);
}

} // namespace lepto
