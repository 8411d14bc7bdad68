#include "app/cli/source_fill.h"

#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/settings/secret_store.h"
#include "core/settings/settings.h"
#include "core/sources/gap_filler.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

namespace lepto::cli {

namespace {

/// What one run fills and how it ended.
struct FillRun {
    SourceConfig config;
    std::vector<Gap> gaps;
    GapFiller &filler;
    QJsonArray reports;
    int code = Good;
};

Result<SourceConfig> sourceNamed(const Settings &settings, const QString &name)
{
    for (const SourceConfig &config : settings.sources()) {
        if (config.name != name)
            continue;
        if (config.kind == SourceConfig::Kind::Prometheus)
            return config;
        return Error{ErrorCode::BadInput, utf8(name), "has no history to fetch; only a prometheus source has"};
    }
    return Error{ErrorCode::NotFound, utf8(name), "no such source"};
}

void report(Session &s, FillRun &run, const GapReport &done)
{
    s.out.line(QStringLiteral("%1: %2 to %3 filled: %4 samples, %5 histograms, %6 requests")
                   .arg(done.gap.source, iso(done.gap.from), iso(done.gap.to)).arg(done.samples).arg(done.histograms).arg(done.requests));
    for (const QString &warning : done.warnings)
        s.out.line(QStringLiteral("  warning: ") + warning);
    run.reports.append(QJsonObject{{QStringLiteral("source"), done.gap.source}, {QStringLiteral("from"), qint64(done.gap.from)}, {QStringLiteral("to"), qint64(done.gap.to)},
                                   {QStringLiteral("samples"), done.samples}, {QStringLiteral("histograms"), done.histograms}, {QStringLiteral("requests"), done.requests}});
}

void showProgress(const QString &source, double fraction)
{
    if (isatty(STDERR_FILENO))
        std::fprintf(stderr, "\r%s: %3d %%%s", qPrintable(oneLine(source, 60)), int(fraction * 100), fraction >= 1 ? "\n" : "");
}

int fill(Session &s, FillRun &run)
{
    QObject context;
    QObject::connect(&run.filler, &GapFiller::progressed, &context, showProgress);
    QObject::connect(&run.filler, &GapFiller::filled, &context, [&](const GapReport &done) {
        report(s, run, done);
        if (!run.filler.isRunning() && run.reports.size() >= qsizetype(run.gaps.size()))
            QCoreApplication::exit();
    });
    QObject::connect(&run.filler, &GapFiller::failed, &context, [&](const QString &, const Error &error) {
        run.code = s.out.fail(error);
        QCoreApplication::exit();
    });
    onStopRequest([&] {
        run.filler.cancel();
        run.code = s.out.fail({ErrorCode::Cancelled, utf8(run.config.name), "cancelled; what is filled stays, the rest is filled the next time"});
        QCoreApplication::exit();
    });
    QTimer::singleShot(0, &context, [&] { run.filler.start(); });
    QCoreApplication::exec();
    s.out.value(run.reports);
    return run.code;
}

/// The times of the options, or nothing where none is given.
Result<std::optional<Gap>> askedFor(Session &s, const QString &name)
{
    if (!s.options.isSet(QStringLiteral("from")) && !s.options.isSet(QStringLiteral("to")))
        return std::optional<Gap>();
    const auto range = s.range();
    if (!range)
        return range.error();
    return std::optional(Gap{name, range->first, range->second});
}

} // namespace

int fillSource(Session &s)
{
    const auto name = s.word(0, QStringLiteral("the name"));
    const auto home = name ? Home::prepare(s.home.path()) : Result<Home>(name.error());
    if (!home)
        return s.out.fail(home.error());
    const Settings settings(home->settingsFile());
    const auto config = sourceNamed(settings, *name);
    const auto asked = config ? askedFor(s, *name) : Result<std::optional<Gap>>(config.error());
    if (!asked)
        return s.out.fail(asked.error());
    const auto store = Store::open(home->historyDb(), Store::Mode::ReadWrite);
    if (!store)
        return s.out.fail(store.error());
    const auto secrets = openSecretStore(home->keys());
    GapFiller::Options options;
    options.limits.maxSeries = std::size_t(settings.get(setting::seriesPerSource));
    options.limits.maxBytes = qint64(settings.get(setting::answerMiB)) << 20;
    options.longest = settings.get(setting::fillGapsHours) * 3600'000LL;
    GapFiller filler(**store, secrets.get(), home->gapsFile(), options);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    filler.setSources({*config});
    if (*asked)
        filler.addGap(**asked);
    else
        filler.findGaps(now);
    FillRun run{*config, filler.openGaps(), filler, {}};
    std::erase_if(run.gaps, [&](const Gap &gap) { return gap.source != *name; });
    if (!run.gaps.empty())
        return fill(s, run);
    s.out.line(QStringLiteral("%1: nothing is missing.").arg(*name));
    s.out.value(QJsonArray());
    return Good;
}

} // namespace lepto::cli
