#include "app/cli/quality_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/quality/quality_survey.h"

#include <array>
#include <cmath>

namespace lepto::cli {

namespace {

constexpr double kPoor = 80;

QString codeOf(ml::QualityFlaw flaw)
{
    constexpr std::array words { "gaps", "silent", "flapping", "not-a-number", "duplicates", "out-of-order", "resets", "frozen", "outliers", "irregular" };
    return QString::fromLatin1(words[std::size_t(flaw)]);
}

QString sentenceOf(const ml::QualityReason &reason)
{
    const QString at = reason.firstAt ? QStringLiteral(", first at ") + iso(reason.firstAt) : QString();
    return QStringLiteral("%1 %2 (-%3)%4").arg(reason.count).arg(codeOf(reason.flaw), number(std::round(10 * reason.penalty) / 10), at);
}

QJsonObject toJson(const SurveyedSeries &row)
{
    QJsonArray reasons;
    for (const ml::QualityReason &r : row.quality.reasons)
        reasons.append(QJsonObject { { QStringLiteral("flaw"), codeOf(r.flaw) }, { QStringLiteral("count"), qint64(r.count) },
                                     { QStringLiteral("penalty"), r.penalty }, { QStringLiteral("firstAt"), qint64(r.firstAt) } });
    return { { QStringLiteral("metric"), lepto::toJson(row.series.labels) }, { QStringLiteral("judged"), row.quality.judged },
             { QStringLiteral("score"), row.quality.judged ? QJsonValue(row.quality.score) : QJsonValue() },
             { QStringLiteral("samples"), qint64(row.quality.samples) }, { QStringLiteral("intervalMs"), qint64(row.quality.interval) },
             { QStringLiteral("coverage"), row.quality.coverage }, { QStringLiteral("gaps"), qint64(row.quality.gaps) },
             { QStringLiteral("longestGapMs"), qint64(row.quality.longestGap) }, { QStringLiteral("reasons"), reasons },
             { QStringLiteral("unit"), row.unit ? qstr(row.unit->unit) : QString() } };
}

void showGroups(Session &s, const std::vector<SurveyedSeries> &survey)
{
    std::vector<QStringList> rows;
    for (const QualityGroup &g : groupQuality(survey, "source", kPoor))
        rows.push_back({ qstr(g.name.empty() ? "(none)" : g.name), QString::number(g.series), QString::number(g.series - g.judged),
                         g.judged ? QString::number(g.score, 'f', 1) : QStringLiteral("-"), QString::number(g.poor) });
    s.out.table({ QStringLiteral("SOURCE"), QStringLiteral("SERIES"), QStringLiteral("TOO SHORT"), QStringLiteral("SCORE"), QStringLiteral("BELOW 80") }, rows);
}

void showWorst(Session &s, const std::vector<SurveyedSeries> &survey, std::size_t most)
{
    std::size_t shown = 0;
    for (const SurveyedSeries &row : survey) {
        if (row.quality.reasons.empty() || shown++ == most)
            break;
        s.out.line(QStringLiteral("%1  coverage %2 %  %3").arg(row.quality.score, 5, 'f', 1).arg(100 * row.quality.coverage, 0, 'f', 1).arg(qstr(row.series.labels.text())));
        for (const ml::QualityReason &reason : row.quality.reasons)
            s.out.line(QStringLiteral("         ") + sentenceOf(reason));
    }
    if (shown == 0)
        s.out.line(QStringLiteral("Nothing to find fault with."));
}

/// The matchers of the first word; without one, every series but the console's own signals.
Result<std::vector<Matcher>> wanted(const Session &s)
{
    if (!s.words.isEmpty())
        return selector(s.words.front());
    return std::vector<Matcher> { { Matcher::Kind::NotRegex, "__name__", "leptoscope:.*" } };
}

int survey(Session &s)
{
    const auto range = s.range();
    const auto matchers = range ? wanted(s) : Result<std::vector<Matcher>>(range.error());
    bool whole = false;
    const int worst = s.options.value(QStringLiteral("worst")).toInt(&whole);
    if (!matchers)
        return s.out.fail(matchers.error());
    if (!whole || worst < 0)
        return s.out.fail({ ErrorCode::BadInput, "--worst " + utf8(s.options.value(QStringLiteral("worst"))), "is not a number of series" });
    return withServices(s, [&](Services &services) {
        const auto store = services.requireStore();
        const auto found = store ? surveyQuality(**store, *matchers, range->first, range->second) : Result<std::vector<SurveyedSeries>>(store.error());
        if (!found)
            return s.out.fail(found.error());
        if (found->empty())
            return s.out.fail({ ErrorCode::NotFound, "the selection", "no stored series matches in this range" });
        QJsonArray array;
        for (const SurveyedSeries &row : *found)
            array.append(toJson(row));
        s.out.value(array);
        showGroups(s, *found);
        s.out.line(QString());
        showWorst(s, *found, std::size_t(worst));
        return int(found->front().quality.judged && found->front().quality.score < kPoor ? Finding : Good);
    });
}

struct View {
    SeriesView kind;
    std::int64_t window;
};

Result<View> viewOf(const Session &s)
{
    const QString word = s.options.value(QStringLiteral("as"));
    const QString given = s.options.value(QStringLiteral("window"));
    const std::array kinds { std::pair { "hampel", SeriesView::Hampel }, std::pair { "median", SeriesView::Median }, std::pair { "ewma", SeriesView::Ewma },
                             std::pair { "counter", SeriesView::Counter }, std::pair { "base-unit", SeriesView::BaseUnit } };
    for (const auto &[name, kind] : kinds) {
        if (word != QLatin1String(name))
            continue;
        bool whole = false;
        if (kind == SeriesView::Ewma) {
            const auto halfLife = Session::time(QStringLiteral("now+") + (given.isEmpty() ? QStringLiteral("1m") : given), 0);
            return halfLife ? Result<View>(View { kind, *halfLife }) : Error { ErrorCode::BadInput, "--window " + utf8(given), "is not a duration such as 30s or 5m" };
        }
        const std::int64_t window = given.isEmpty() ? 5 : given.toLongLong(&whole);
        if (!given.isEmpty() && (!whole || window < 1 || window > 10'000))
            return Error { ErrorCode::BadInput, "--window " + utf8(given), "is not a number of samples from 1 to 10000" };
        return View { kind, window };
    }
    return Error { ErrorCode::BadInput, "--as " + utf8(word), "is not a view (hampel, median, ewma, counter, base-unit)" };
}

Result<QJsonObject> showView(Session &s, Store &store, const SeriesInfo &series, std::pair<qint64, qint64> range, const View &view)
{
    const auto samples = viewSeries(store, series, range.first, range.second, view.kind, view.window);
    if (!samples)
        return samples.error();
    QJsonArray values;
    s.out.line(qstr(series.labels.text()));
    for (const ViewedSample &sample : *samples) {
        const bool same = sample.stored == sample.shown || (std::isnan(sample.stored) && std::isnan(sample.shown));
        values.append(QJsonArray { qint64(sample.t), number(sample.stored), number(sample.shown) });
        s.out.line(QStringLiteral("  %1  %2%3").arg(iso(sample.t), number(sample.stored), same ? QString() : QStringLiteral("  -> ") + number(sample.shown)));
    }
    return QJsonObject { { QStringLiteral("metric"), lepto::toJson(series.labels) }, { QStringLiteral("values"), values } };
}

int view(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the selector"));
    const auto matchers = text ? selector(*text) : Result<std::vector<Matcher>>(text.error());
    if (!matchers)
        return s.out.fail(matchers.error());
    const auto chosen = viewOf(s);
    const auto range = chosen ? s.range() : Result<std::pair<qint64, qint64>>(chosen.error());
    if (!range)
        return s.out.fail(range.error());
    return withServices(s, [&](Services &services) {
        const auto store = services.requireStore();
        const auto found = store ? (*store)->select(*matchers, range->first, range->second, 100) : Result<std::vector<SeriesInfo>>(store.error());
        if (!found)
            return s.out.fail(found.error());
        if (found->empty())
            return s.out.fail({ ErrorCode::NotFound, utf8(*text), "no stored series matches in this range" });
        QJsonArray array;
        for (const SeriesInfo &series : *found) {
            const auto shown = showView(s, **store, series, *range, *chosen);
            if (!shown)
                return s.out.fail(shown.error());
            array.append(*shown);
        }
        s.out.value(array);
        return int(Good);
    });
}

} // namespace

void QualityCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({ QStringLiteral("worst"), QStringLiteral("survey: how many series to explain, default 20"), QStringLiteral("n"), QStringLiteral("20") });
    parser.addOption({ QStringLiteral("as"), QStringLiteral("view: hampel, median, ewma, counter or base-unit"), QStringLiteral("view"), QStringLiteral("hampel") });
    parser.addOption({ QStringLiteral("window"), QStringLiteral("view: samples on each side (default 5), for ewma the half-life (default 1m)"), QStringLiteral("w") });
}

std::vector<Verb> QualityCommand::verbs() const
{
    return { { QStringLiteral("survey"), QStringLiteral("[SELECTOR] [--from T] [--to T] [--worst N]"),
               QStringLiteral("score and reasons by series, the worst first; exit 1 when one is below 80"), survey },
             { QStringLiteral("view"), QStringLiteral("SELECTOR --as VIEW [--window W]"),
               QStringLiteral("what is stored and, where it differs, what the view makes of it; nothing is changed"), view } };
}

} // namespace lepto::cli
