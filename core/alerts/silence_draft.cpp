#include "core/alerts/silence_draft.h"

#include "core/alerts/alert_filter.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

constexpr qsizetype kLongestComment = 4000;
constexpr qint64 kLongestSpan = 10LL * 366 * 86'400'000;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Silences)
};

Error bad(const QString &reason, ErrorCode code = ErrorCode::BadInput)
{
    return {code, utf8(Words::tr("silence")), utf8(reason)};
}

qint64 unitMs(QChar unit)
{
    switch (unit.unicode()) {
    case u's': return 1000;
    case u'm': return 60'000;
    case u'h': return 3'600'000;
    case u'd': return 86'400'000;
    case u'w': return 7LL * 86'400'000;
    default: return 0;
    }
}

} // namespace

Result<SilencePreview> previewSilence(const std::vector<SilenceMatcher> &matchers, const std::vector<Alert> &alerts)
{
    const auto filter = AlertFilter::compile(matchers);
    if (!filter)
        return filter.error();
    SilencePreview out;
    out.total = qint64(alerts.size());
    out.matchesEmpty = filter->matchesEmpty();
    out.nearlyAll = filter->matchesNearlyAll();
    std::copy_if(alerts.begin(), alerts.end(), std::back_inserter(out.alerts), [&](const Alert &alert) { return filter->matches(alert.labels); });
    return out;
}

Result<void> checkMatchers(const std::vector<SilenceMatcher> &matchers, bool evenIfAll)
{
    if (matchers.empty())
        return bad(Words::tr("there is no matcher"));
    const auto filter = AlertFilter::compile(matchers);
    if (!filter)
        return filter.error();
    if (std::all_of(matchers.begin(), matchers.end(), [](const SilenceMatcher &m) {
            const auto one = AlertFilter::compile({m});
            return one && one->matchesEmpty();
        }))
        return bad(Words::tr("every matcher holds for alerts without that label; Alertmanager wants one that does not"));
    if (filter->matchesNearlyAll() && !evenIfAll)
        return bad(Words::tr("the matchers hold for nearly every alert; say yes to that to go on"), ErrorCode::Refused);
    return {};
}

Result<void> checkDraft(const SilenceDraft &draft, TimeMs now)
{
    if (draft.comment.trimmed().isEmpty())
        return bad(Words::tr("the comment is empty; say why"));
    if (draft.createdBy.trimmed().isEmpty())
        return bad(Words::tr("the name of who makes it is empty"));
    if (draft.comment.size() > kLongestComment || draft.createdBy.size() > kLongestComment)
        return bad(Words::tr("the comment or the name is longer than %1 characters").arg(kLongestComment));
    if (draft.endsAt == 0 && draft.durationMs <= 0)
        return bad(Words::tr("it has no end; say for how long or until when"));
    const TimeMs start = std::max(draft.startsAt, now);
    const TimeMs end = draft.endsAt != 0 ? draft.endsAt : start + draft.durationMs;
    if (end <= now)
        return bad(Words::tr("its end lies in the past"));
    if (end <= start)
        return bad(Words::tr("it ends before it starts"));
    return checkMatchers(draft.matchers, draft.evenIfAll);
}

Silence edited(const Silence &before, const SilenceEdit &edit, TimeMs now)
{
    Silence after = before;
    after.matchers = edit.matchers.value_or(before.matchers);
    after.startsAt = edit.startsAt.value_or(before.startsAt);
    after.endsAt = edit.durationMs ? now + *edit.durationMs : edit.endsAt.value_or(before.endsAt);
    after.comment = edit.comment.value_or(before.comment);
    return after;
}

QString reasonForNewId(const Silence &before, const Silence &after, TimeMs now)
{
    if (now >= before.endsAt)
        return Words::tr("it has ended already");
    if (after.matchers != before.matchers)
        return Words::tr("its matchers change");
    const bool runs = now >= before.startsAt;
    if (runs && after.startsAt / 1000 != before.startsAt / 1000)
        return Words::tr("it has started already and its start changes");
    if (!runs && after.startsAt < now)
        return Words::tr("its start moves into the past");
    return {};
}

Result<qint64> silenceSpan(const QString &text)
{
    const auto wrong = [&text] { return Error{ErrorCode::BadInput, utf8(oneLine(text, 40)), utf8(Words::tr("is not a duration such as 90m, 2h or 1d12h"))}; };
    qint64 total = 0, number = -1;
    for (const QChar c : text.trimmed()) {
        if (c >= u'0' && c <= u'9') {
            number = std::max<qint64>(number, 0) * 10 + (c.unicode() - u'0');
        } else if (number < 0 || unitMs(c) == 0) {
            return wrong();
        } else {
            total += number * unitMs(c);
            number = -1;
        }
        if (number > kLongestSpan || total > kLongestSpan)
            return wrong();
    }
    return number >= 0 || total == 0 ? Result<qint64>(wrong()) : total;
}

} // namespace lepto
