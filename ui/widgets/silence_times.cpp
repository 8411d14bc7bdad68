#include "ui/widgets/silence_times.h"

#include "core/alerts/silence_draft.h"
#include "core/base/text.h"
#include "ui/time_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SilenceTimes)
};

Error bad(const QString &text, const QString &reason)
{
    return { ErrorCode::BadInput, utf8(oneLine(text, 40)), utf8(reason) };
}

} // namespace

Result<SilenceEnd> silenceEnd(const QString &text, TimeMs now, bool utc)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return Error { ErrorCode::BadInput, {}, utf8(Words::tr("say for how long")) };
    if (const auto span = silenceSpan(typed))
        return SilenceEnd { *span, 0 };
    const auto moment = parseMoment(typed, now, utc);
    if (!moment)
        return bad(typed, Words::tr("is no duration such as 90m, 2h or 1d12h, and no time such as 2026-11-18 14:00"));
    if (*moment <= now)
        return bad(typed, Words::tr("lies in the past"));
    return SilenceEnd { 0, *moment };
}

Result<TimeMs> silenceStart(const QString &text, TimeMs now, bool utc)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return TimeMs(0);
    const auto moment = parseMoment(typed, now, utc);
    if (!moment)
        return bad(typed, Words::tr("is no time such as now+1h or 2026-11-18 14:00"));
    return *moment < now ? Result<TimeMs>(bad(typed, Words::tr("lies in the past"))) : *moment;
}

QString momentText(TimeMs at, bool utc)
{
    const QDateTime moment = utc ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime::fromMSecsSinceEpoch(at);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace lepto
