#include "app/cli/export_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/files/series_export.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <memory>

namespace lepto::cli {

namespace {

Result<std::vector<Matcher>> matchOf(const Session &s)
{
    if (!s.options.isSet(QStringLiteral("match")))
        return std::vector<Matcher>();
    return selector(s.options.value(QStringLiteral("match")));
}

int show(Session &s, const QString &file, const ExportCounts &counts)
{
    s.out.line(QStringLiteral("%1: %2 samples of %3 series").arg(file).arg(counts.samples).arg(counts.series));
    if (counts.markers > 0)
        s.out.line(QStringLiteral("  %1 marks of an ended series were left out, the format has no word for them").arg(counts.markers));
    if (counts.histograms > 0)
        s.out.line(QStringLiteral("  %1 native histograms were left out").arg(counts.histograms));
    if (counts.unnamed > 0)
        s.out.line(QStringLiteral("  %1 series without a metric name were left out").arg(counts.unnamed));
    s.out.value(QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("series"), qint64(counts.series)}, {QStringLiteral("samples"), qint64(counts.samples)},
                            {QStringLiteral("markers"), qint64(counts.markers)}, {QStringLiteral("histograms"), qint64(counts.histograms)}, {QStringLiteral("unnamed"), qint64(counts.unnamed)}});
    return Good;
}

int writeTo(Session &s, const Store &store, const std::vector<Matcher> &match, TimeSpan range, ExportFormat format)
{
    const QString name = s.options.value(QStringLiteral("out"));
    QSaveFile saved(name);
    QFile plain;
    const bool named = !name.isEmpty();
    QFileDevice &out = named ? static_cast<QFileDevice &>(saved) : plain;
    if (const QFileInfo there(name); named && there.exists() && !there.isFile())
        return s.out.fail({ErrorCode::BadInput, utf8(name), "is not a regular file; leave --out away for standard output"});
    const QString shown = named ? name : QStringLiteral("standard output");
    if (!(named ? saved.open(QIODevice::WriteOnly) : plain.open(stdout, QIODevice::WriteOnly)))
        return s.out.fail({ErrorCode::Unavailable, utf8(shown), utf8(out.errorString())});
    const auto counts = exportSeries(store, match, range, format, out);
    if (!counts)
        return s.out.fail({counts.error().code, counts.error().subject.empty() ? utf8(shown) : counts.error().subject, counts.error().reason});
    if (!out.flush() || (named && !saved.commit()))
        return s.out.fail({ErrorCode::Exhausted, utf8(shown), utf8(out.errorString())});
    return named ? show(s, name, *counts) : int(Good);
}

int exportVerb(Session &s)
{
    const QString name = s.options.value(QStringLiteral("format"));
    const auto format = exportFormatOf(name);
    if (!format)
        return s.out.fail({ErrorCode::BadInput, "--format " + utf8(name), "is not csv, openmetrics or json"});
    const auto match = matchOf(s);
    const auto range = match ? s.range() : Result<std::pair<qint64, qint64>>(match.error());
    if (!range)
        return s.out.fail(range.error());
    const auto store = Store::open(s.home.historyDb(), Store::Mode::ReadOnly);
    return store ? writeTo(s, **store, *match, {range->first, range->second}, *format) : s.out.fail(store.error());
}

} // namespace

void ExportCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("match"), QStringLiteral("only series that match, default all"), QStringLiteral("selector")});
    parser.addOption({QStringLiteral("format"), QStringLiteral("csv (default), openmetrics or json"), QStringLiteral("format"), QStringLiteral("csv")});
    parser.addOption({QStringLiteral("out"), QStringLiteral("the file, replaced when all is written; default standard output"), QStringLiteral("file")});
}

std::vector<Verb> ExportCommand::verbs() const
{
    return {{QString(), QStringLiteral("[--match SELECTOR] [--from T] [--to T] [--format csv|openmetrics|json] [--out FILE]"),
             QStringLiteral("works beside a running collector; a file replaces an old one when all is written"), exportVerb}};
}

} // namespace lepto::cli
