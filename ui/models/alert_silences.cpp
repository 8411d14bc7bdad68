#include "ui/models/alert_silences.h"

#include "core/alerts/alert_filter.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"
#include "ui/models/alert_words.h"
#include "ui/text.h"

#include <QHash>

#include <algorithm>

namespace lepto {

namespace {

bool fits(const Silence &silence, const QString &words)
{
    return words.isEmpty() || (silence.comment + QLatin1Char(' ') + silence.createdBy + QLatin1Char(' ') + matchersText(silence.matchers)).contains(words, Qt::CaseInsensitive);
}

QString endWords(const Silence &silence, TimeMs now)
{
    if (silence.state == SilenceState::Expired)
        return SilenceModel::tr("ended %1 ago").arg(text::age(silence.endsAt, now));
    if (silence.state == SilenceState::Pending)
        return SilenceModel::tr("begins in %1").arg(text::duration(std::max<TimeMs>(0, silence.startsAt - now)));
    return SilenceModel::tr("ends in %1").arg(text::duration(std::max<TimeMs>(0, silence.endsAt - now)));
}

/// How many alerts each silence holds now, by the servers' own word.
QHash<QString, int> heldNow(const AlertSnapshot &snapshot)
{
    QHash<QString, int> held;
    for (const Alert &alert : snapshot.alerts) {
        for (const QString &id : alert.silencedBy)
            ++held[id];
    }
    return held;
}

CellModel::Row silenceRow(const Silence &silence, qsizetype caught, TimeMs now, bool utc)
{
    const bool over = silence.state == SilenceState::Expired;
    Cell state { silenceStateText(silence.state) };
    state.chip = true;
    state.mark = markOf(silence.state);
    Cell why { oneLine(silence.comment, 300) };
    why.second = oneLine(matchersText(silence.matchers), 300);
    why.tone = over ? "text.muted" : "text.primary";
    why.tip = why.second;
    Cell who { oneLine(silence.createdBy, 60) };
    who.second = oneLine(silence.sources.join(QStringLiteral(", ")), 60);
    who.tone = "text.secondary";
    Cell until { text::dateTime(silence.endsAt, utc) };
    until.second = endWords(silence, now);
    until.mono = true;
    Cell count { over ? QString() : text::count(caught) };
    count.mono = count.right = true;
    return { silence.id, { state, why, who, until, count } };
}

} // namespace

std::vector<const Alert *> caughtBy(const Silence &silence, const AlertSnapshot &snapshot)
{
    std::vector<const Alert *> caught;
    if (silence.state == SilenceState::Expired)
        return caught;
    const auto filter = AlertFilter::compile(silence.matchers);
    for (const Alert &alert : snapshot.alerts) {
        const bool held = silence.state == SilenceState::Active ? alert.silencedBy.contains(silence.id) : filter && filter->matches(alert.labels);
        if (held)
            caught.push_back(&alert);
    }
    return caught;
}

SilenceModel::SilenceModel(QObject *parent)
    : CellModel(parent)
{
    say();
}

void SilenceModel::say()
{
    setColumns({ { tr("State"), 112 }, { tr("Why, and what it matches"), -1 }, { tr("Who"), 130 }, { tr("Until"), 150 }, { tr("Catches now"), 96, true } });
}

void SilenceModel::show(const AlertSnapshot &snapshot, SilenceShown which, const QString &words, TimeMs now, bool utc)
{
    const QHash<QString, int> held = heldNow(snapshot);
    std::vector<Row> rows;
    m_passed = 0;
    for (const Silence &silence : snapshot.silences) {
        const bool over = silence.state == SilenceState::Expired;
        if (over != (which == SilenceShown::Expired) || !fits(silence, words) || ++m_passed > most)
            continue;
        const bool pending = silence.state == SilenceState::Pending;
        rows.push_back(silenceRow(silence, pending ? qsizetype(caughtBy(silence, snapshot).size()) : held.value(silence.id), now, utc));
    }
    setRows(std::move(rows));
}

} // namespace lepto
