#include "app/cli/detect_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/detect/replay.h"
#include "core/forecast/forecast_service.h"

#include <QDateTime>

namespace lepto::cli {

namespace {

/// Runs `work` for each stored series that matches the first word.
int forEach(Session &s, TimeMs from, TimeMs to, const std::function<Result<void>(Services &, Store &, const SeriesInfo &)> &work)
{
    const auto text = s.word(0, QStringLiteral("the selector"));
    const auto matchers = text ? selector(*text) : Result<std::vector<Matcher>>(text.error());
    if (!matchers)
        return s.out.fail(matchers.error());
    return withServices(s, [&](Services &services) {
        const auto store = services.requireStore();
        const auto found = store ? (*store)->select(*matchers, from, to, 10'000) : Result<std::vector<SeriesInfo>>(store.error());
        if (!found)
            return s.out.fail(found.error());
        if (found->empty())
            return s.out.fail({ErrorCode::NotFound, utf8(*text), "no stored series matches in this range"});
        for (const SeriesInfo &series : *found) {
            if (const auto done = work(services, **store, series); !done)
                return s.out.fail({done.error().code, series.labels.text(), done.error().reason});
        }
        return int(Good);
    });
}

int detect(Session &s)
{
    const auto range = s.range();
    if (!range)
        return s.out.fail(range.error());
    QJsonArray array;
    const int code = forEach(s, range->first, range->second, [&](Services &services, Store &store, const SeriesInfo &series) -> Result<void> {
        const auto replay = replayDetector(store, series.id, range->first, range->second, services.detectorFactory());
        if (!replay)
            return replay.error();
        for (const Anomaly &a : replay->anomalies) {
            array.append(toJson(a));
            s.out.line(QStringLiteral("%1 to %2  score %3, value %4, expected %5  %6")
                           .arg(iso(a.from), a.open ? QStringLiteral("now") : iso(a.to), number(a.score), number(a.value), number(a.expected), qstr(a.series.text())));
        }
        return {};
    });
    if (code != Good)
        return code;
    s.out.value(array);
    if (array.isEmpty())
        s.out.line(QStringLiteral("Nothing abnormal."));
    return array.isEmpty() ? Good : Finding;
}

int forecast(Session &s)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto until = Session::time(QStringLiteral("now+") + s.options.value(QStringLiteral("horizon")), now);
    if (!until)
        return s.out.fail({ErrorCode::BadInput, "--horizon " + utf8(s.options.value(QStringLiteral("horizon"))), "is not a duration such as 30m or 6h"});
    QJsonArray array;
    const int code = forEach(s, now - 7LL * 86'400'000, now, [&](Services &services, Store &, const SeriesInfo &series) -> Result<void> {
        const auto answer = services.forecasts()->forecast(series.id, now, *until);
        if (!answer)
            return answer.error();
        QJsonArray points;
        s.out.line(qstr(series.labels.text()));
        s.out.line(QStringLiteral("  %1, MASE %2, held %3 of %4 %5").arg(answer->method, number(answer->mase), number(answer->held), number(answer->coverage),
                                                                        answer->withheld ? QStringLiteral("(withheld: no better than seasonal naive)") : QString()));
        for (const ForecastPoint &p : answer->points) {
            points.append(QJsonArray{qint64(p.t), p.lower, p.mid, p.upper});
            s.out.line(QStringLiteral("  %1  %2  [%3, %4]").arg(iso(p.t), number(p.mid), number(p.lower), number(p.upper)));
        }
        array.append(QJsonObject{{QStringLiteral("metric"), toJson(series.labels)}, {QStringLiteral("method"), answer->method}, {QStringLiteral("mase"), answer->mase},
                                 {QStringLiteral("held"), answer->held}, {QStringLiteral("withheld"), answer->withheld}, {QStringLiteral("points"), points}});
        return {};
    });
    if (code == Good)
        s.out.value(array);
    return code;
}

} // namespace

void DetectCommand::addOptions(QCommandLineParser &parser) const { addRangeOptions(parser); }

std::vector<Verb> DetectCommand::verbs() const
{
    return {{QString(), QStringLiteral("SELECTOR [--from T] [--to T]"), QStringLiteral("exit 1 when something abnormal is found"), detect}};
}

void ForecastCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("horizon"), QStringLiteral("how far, default 1h"), QStringLiteral("duration"), QStringLiteral("1h")});
}

std::vector<Verb> ForecastCommand::verbs() const
{
    return {{QString(), QStringLiteral("SELECTOR [--horizon D]"), QStringLiteral("prints time, expected value and interval"), forecast}};
}

} // namespace lepto::cli
