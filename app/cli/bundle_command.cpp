#include "app/cli/bundle_command.h"

#include "app/cli/common.h"
#include "app/services/bundle_io.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/changes/change_json.h"
#include "core/incidents/incident_names.h"

namespace lepto::cli {

namespace {

void show(Session &s, const BundleManifest &m)
{
    s.out.line(QStringLiteral("%1: %2 to %3, %4 series, %5 samples, %6 documents").arg(m.name, iso(m.from), iso(m.to)).arg(m.series).arg(m.samples).arg(m.documents));
    s.out.line(QStringLiteral("sha256 %1, made %2 by leptoscope %3").arg(m.sha256, iso(m.created), m.toolVersion));
}

int create(Session &s)
{
    const auto file = s.word(0, QStringLiteral("the file"));
    const auto range = s.range();
    if (!file || !range)
        return s.out.fail(!file ? file.error() : range.error());
    return withServices(s, [&](Services &services) {
        const auto made = saveBundle(services, *file, s.options.value(QStringLiteral("name")), range->first, range->second);
        if (!made)
            return s.out.fail(made.error());
        show(s, *made);
        s.out.value(made->toJson());
        return int(Good);
    });
}

int verify(Session &s)
{
    const auto file = s.word(0, QStringLiteral("the file"));
    const auto bundle = file ? Bundle::open(*file) : Result<std::unique_ptr<Bundle>>(file.error());
    if (!bundle)
        return s.out.fail(bundle.error());
    show(s, (*bundle)->manifest());
    s.out.value((*bundle)->manifest().toJson());
    return Good;
}

int open(Session &s)
{
    const auto file = s.word(0, QStringLiteral("the file"));
    const auto bundle = file ? Bundle::open(*file) : Result<std::unique_ptr<Bundle>>(file.error());
    if (!bundle)
        return s.out.fail(bundle.error());
    const auto documents = readDocuments(**bundle);
    if (!documents)
        return s.out.fail(documents.error());
    show(s, (*bundle)->manifest());
    QJsonArray incidents;
    for (const Incident &i : documents->incidents) {
        incidents.append(toJson(i));
        s.out.line(QStringLiteral("INC-%1  %2  %3  %4  %5").arg(i.id).arg(nameOf(i.severity), nameOf(i.state), iso(i.onset), i.title));
    }
    QJsonArray changes;
    for (const Change &c : documents->changes) {
        changes.append(toJson(c));
        s.out.line(QStringLiteral("CHG-%1  %2  %3").arg(c.id).arg(iso(c.from), c.title));
    }
    s.out.line(QStringLiteral("%1 labels, %2 runs, %3 models, %4 audit entries").arg(documents->labels.size()).arg(documents->runs.size()).arg(documents->models.size()).arg(documents->audit.size()));
    QJsonObject json = (*bundle)->manifest().toJson();
    json.insert(QStringLiteral("incidents"), incidents);
    json.insert(QStringLiteral("changes"), changes);
    s.out.value(json);
    return Good;
}

} // namespace

void BundleCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("name"), QStringLiteral("what it is called"), QStringLiteral("text"), QStringLiteral("Leptoscope bundle")});
}

std::vector<Verb> BundleCommand::verbs() const
{
    return {{QStringLiteral("create"), QStringLiteral("FILE [--from T] [--to T] [--name TEXT]"), QStringLiteral("samples, incidents, labels, runs, models and audit of a range"), create},
            {QStringLiteral("verify"), QStringLiteral("FILE"), QStringLiteral("the seal: any changed byte breaks it"), verify},
            {QStringLiteral("open"), QStringLiteral("FILE"), QStringLiteral("what is in it"), open}};
}

} // namespace lepto::cli
