#include "app/cli/import_command.h"

#include "app/cli/common.h"
#include "app/cli/import_output.h"
#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/files/import_job.h"
#include "core/settings/settings.h"
#include "core/store/collector_lock.h"

#include <QDateTime>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace lepto::cli {

namespace {

QString option(const Session &s, const char *name) { return s.options.value(QLatin1String(name)); }

Error badOption(const QString &text, const char *reason) { return {ErrorCode::BadInput, utf8(text), reason}; }

Result<std::optional<FileKind>> kindOf(const QString &text)
{
    if (text == u"auto")
        return std::optional<FileKind>();
    if (text == u"csv")
        return std::optional(FileKind::Csv);
    if (text == u"openmetrics")
        return std::optional(FileKind::OpenMetrics);
    if (text == u"tsdb")
        return std::optional(FileKind::Tsdb);
    return badOption(QStringLiteral("--kind ") + text, "is not auto, csv, openmetrics or tsdb");
}

Result<CsvHints> hintsOf(const Session &s)
{
    constexpr std::pair<const char *, TimeUnit> units[] = {{"s", TimeUnit::Seconds}, {"ms", TimeUnit::Millis}, {"us", TimeUnit::Micros}, {"ns", TimeUnit::Nanos},
                                                           {"ymd", TimeUnit::YearFirst}, {"dmy", TimeUnit::DayFirst}, {"mdy", TimeUnit::MonthFirst}};
    CsvHints hints;
    hints.timeColumn = option(s, "time-column");
    const QString unit = option(s, "time-unit"), zone = option(s, "zone"), decimal = option(s, "decimal");
    for (const auto &[name, value] : units) {
        if (unit == QLatin1String(name))
            hints.unit = value;
    }
    if (!unit.isEmpty() && !hints.unit)
        return badOption(QStringLiteral("--time-unit ") + unit, "is not s, ms, us, ns, ymd, dmy or mdy");
    if (!zone.isEmpty())
        hints.zone = zone == u"local" ? QTimeZone::systemTimeZone() : QTimeZone(zone.toUtf8());
    if (!hints.zone.isValid())
        return badOption(QStringLiteral("--zone ") + zone, "is not a zone such as UTC, Europe/Berlin or local");
    if (!decimal.isEmpty() && decimal != u"comma" && decimal != u"point")
        return badOption(QStringLiteral("--decimal ") + decimal, "is not comma or point");
    if (!decimal.isEmpty())
        hints.decimalComma = decimal == u"comma";
    return hints;
}

Result<ImportOptions> optionsOf(const Session &s)
{
    ImportOptions options;
    const auto kind = kindOf(option(s, "kind"));
    const auto hints = kind ? hintsOf(s) : Result<CsvHints>(kind.error());
    if (!hints)
        return hints.error();
    options.kind = *kind;
    options.csv = *hints;
    options.source = option(s, "source");
    if (s.options.isSet(QStringLiteral("match"))) {
        const auto match = selector(option(s, "match"));
        if (!match)
            return match.error();
        options.match = *match;
    }
    for (const auto &[name, end] : {std::pair("from", &options.range.from), {"to", &options.range.to}}) {
        if (!s.options.isSet(QLatin1String(name)))
            continue;
        const auto t = Session::time(option(s, name), QDateTime::currentMSecsSinceEpoch());
        if (!t)
            return t.error();
        *end = *t;
    }
    return options.range.from <= options.range.to ? Result<ImportOptions>(options) : Error{ErrorCode::BadInput, "--to", "lies before --from"};
}

/// Who writes the history: only one process may, and a person can only stop one that has a name.
Error heldBy(const Error &error, const QString &history)
{
    const auto pid = error.code == ErrorCode::Conflict ? CollectorLock::holder(history) : std::nullopt;
    if (!pid)
        return error;
    QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(*pid));
    const QByteArray words = commandLine.open(QIODevice::ReadOnly) ? commandLine.readAll().replace('\0', ' ').trimmed() : QByteArray();
    const QString who = words.isEmpty() ? QString() : QStringLiteral(", ") + oneLine(QString::fromUtf8(words), 80);
    return {ErrorCode::Conflict, utf8(history),
            utf8(QStringLiteral("another collector (process %1%2) is writing to it; stop it for the import, or import into another folder with --data-dir").arg(*pid).arg(who))};
}

int preview(Session &s, const ImportOptions &options)
{
    int code = Good;
    QJsonArray all;
    for (const QString &path : s.words)
        code = std::max(code, previewPath(s, path, options, all));
    s.out.value(all);
    return code;
}

void showProgress(double fraction)
{
    if (::isatty(STDERR_FILENO))
        std::fprintf(stderr, "\r%3d %%\r", int(100 * fraction));
}

int runJob(Session &s, Store &store, const ImportOptions &options)
{
    ImportJob job(store);
    ImportTally tally(s.out, std::max<TimeMs>(0, QDateTime::currentMSecsSinceEpoch() - Settings(s.home.settingsFile()).get(setting::retentionDays) * 86'400'000LL));
    QObject::connect(&job, &ImportJob::progressed, showProgress);
    QObject::connect(&job, &ImportJob::imported, [&](const ImportReport &report) { tally.add(report); });
    QObject::connect(&job, &ImportJob::failed, [&](const Error &error) { tally.add(error); });
    QObject::connect(&job, &ImportJob::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    onStopRequest([&] { job.cancel(); });
    job.start(s.words, options);
    QCoreApplication::exec();
    return tally.finish();
}

int import(Session &s)
{
    const auto first = s.word(0, QStringLiteral("the file or folder"));
    const auto options = first ? optionsOf(s) : Result<ImportOptions>(first.error());
    if (!options)
        return s.out.fail(options.error());
    if (s.options.isSet(QStringLiteral("preview")))
        return preview(s, *options);
    for (const QString &path : s.words) { // before anything is made in the data folder
        if (const auto kind = options->kind ? Result<FileKind>(*options->kind) : detectFileKind(path); !kind)
            return s.out.fail(kind.error());
    }
    const auto home = Home::prepare(s.home.path());
    if (!home)
        return s.out.fail(home.error());
    const auto store = Store::open(home->historyDb(), Store::Mode::ReadWrite);
    return store ? runJob(s, **store, *options) : s.out.fail(heldBy(store.error(), home->historyDb()));
}

} // namespace

void ImportCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("kind"), QStringLiteral("auto (default), csv, openmetrics (any metrics text) or tsdb"), QStringLiteral("kind"), QStringLiteral("auto")});
    parser.addOption({QStringLiteral("preview"), QStringLiteral("show how the files would be read; nothing is stored")});
    parser.addOption({QStringLiteral("source"), QStringLiteral("the label source of what comes in, default the name of the file"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("match"), QStringLiteral("only series that match"), QStringLiteral("selector")});
    parser.addOption({QStringLiteral("from"), QStringLiteral("begin of the range, default all"), QStringLiteral("time")});
    parser.addOption({QStringLiteral("to"), QStringLiteral("end of the range, default all"), QStringLiteral("time")});
    parser.addOption({QStringLiteral("time-column"), QStringLiteral("CSV: title or number of the column with times"), QStringLiteral("column")});
    parser.addOption({QStringLiteral("time-unit"), QStringLiteral("CSV: s, ms, us, ns, or the order of dates: ymd, dmy, mdy"), QStringLiteral("unit")});
    parser.addOption({QStringLiteral("zone"), QStringLiteral("CSV: zone of dates that bring none, default UTC"), QStringLiteral("zone")});
    parser.addOption({QStringLiteral("decimal"), QStringLiteral("CSV: comma or point"), QStringLiteral("sign")});
}

std::vector<Verb> ImportCommand::verbs() const
{
    return {{QString(), QStringLiteral("PATH... [--preview] [--source NAME] [--match SELECTOR] [--from T] [--to T]"),
             QStringLiteral("needs the history for itself: no watch and no window may be collecting into the data folder meanwhile; "
                            "importing again adds only what is new"), import}};
}

} // namespace lepto::cli
