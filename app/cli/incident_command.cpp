#include "app/cli/incident_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/incident_store.h"

namespace lepto::cli {

namespace {

int list(Session &s)
{
    return withServices(s, [&](Services &services) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const Incident &i : services.incidents().incidents()) {
            array.append(toJson(i));
            rows.push_back({QStringLiteral("INC-%1").arg(i.id), nameOf(i.severity), nameOf(i.state), nameOf(i.verdict), iso(i.onset), qstr(i.service), i.title});
        }
        s.out.value(array);
        if (rows.empty())
            s.out.line(QStringLiteral("No incident."));
        else
            s.out.table({QStringLiteral("ID"), QStringLiteral("SEVERITY"), QStringLiteral("STATE"), QStringLiteral("VERDICT"),
                         QStringLiteral("ONSET"), QStringLiteral("SERVICE"), QStringLiteral("TITLE")}, rows);
        return int(Good);
    });
}

int show(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the incident's number"));
    const auto id = text ? incidentNumber(*text) : Result<qint64>(text.error());
    if (!id)
        return s.out.fail(id.error());
    return withServices(s, [&](Services &services) {
        const Incident *incident = services.incidents().find(*id);
        if (!incident)
            return s.out.fail({ErrorCode::NotFound, "INC-" + std::to_string(*id), "no such incident"});
        s.out.value(toJson(*incident));
        s.out.line(QStringLiteral("INC-%1 %2").arg(incident->id).arg(incident->title));
        s.out.line(QStringLiteral("%1, %2, onset %3, verdict %4").arg(nameOf(incident->severity), nameOf(incident->state), iso(incident->onset), nameOf(incident->verdict)));
        for (const Anomaly &a : incident->anomalies)
            s.out.line(QStringLiteral("  anomaly  %1  %2  score %3, value %4, expected %5").arg(iso(a.from), qstr(a.signal), number(a.score), number(a.value), number(a.expected)));
        for (const TimelineEntry &e : incident->timeline)
            s.out.line(QStringLiteral("  %1  %2  %3 (%4)").arg(iso(e.at), nameOf(e.kind), e.text, e.actor));
        return int(Good);
    });
}

/// A verb that changes one incident: `incident VERB NUMBER [TEXT]`.
int change(Session &s, const QString &done, const std::function<Result<void>(IncidentStore &, qint64)> &edit)
{
    const auto text = s.word(0, QStringLiteral("the incident's number"));
    const auto id = text ? incidentNumber(*text) : Result<qint64>(text.error());
    if (!id)
        return s.out.fail(id.error());
    return withServices(s, [&](Services &services) {
        return finish(s, edit(services.incidents(), *id), QStringLiteral("INC-%1 %2.").arg(*id).arg(done));
    });
}

int verdict(Session &s)
{
    const auto wordOf = s.word(1, QStringLiteral("the verdict"));
    if (!wordOf)
        return s.out.fail(wordOf.error());
    const auto judged = verdictOf(*wordOf);
    if (!judged)
        return s.out.fail({ErrorCode::BadInput, utf8(*wordOf), "is not a verdict (true, false, expected, wrong-scope, missed, duplicate)"});
    return change(s, QStringLiteral("judged %1").arg(*wordOf), [&](IncidentStore &store, qint64 id) { return store.setVerdict(id, *judged); });
}

int note(Session &s)
{
    const auto text = s.word(1, QStringLiteral("the note"));
    if (!text)
        return s.out.fail(text.error());
    return change(s, QStringLiteral("noted"), [&](IncidentStore &store, qint64 id) { return store.addNote(id, *text); });
}

} // namespace

std::vector<Verb> IncidentCommand::verbs() const
{
    const auto act = [](const char *done, Result<void> (IncidentStore::*what)(qint64)) {
        return [done, what](Session &s) {
            return change(s, QString::fromLatin1(done), [what](IncidentStore &store, qint64 id) { return (store.*what)(id); });
        };
    };
    return {
        {QStringLiteral("list"), {}, QStringLiteral("all incidents, newest first"), list},
        {QStringLiteral("show"), QStringLiteral("INC"), QStringLiteral("one incident with its anomalies and timeline"), show},
        {QStringLiteral("acknowledge"), QStringLiteral("INC"), QStringLiteral("say that you look at it"), act("acknowledged", &IncidentStore::acknowledge)},
        {QStringLiteral("verdict"), QStringLiteral("INC VERDICT"), QStringLiteral("true, false, expected, wrong-scope, missed or duplicate"), verdict},
        {QStringLiteral("note"), QStringLiteral("INC TEXT"), QStringLiteral("add a line to its timeline"), note},
        {QStringLiteral("resolve"), QStringLiteral("INC"), QStringLiteral("it is over"), act("resolved", &IncidentStore::resolve)},
        {QStringLiteral("close"), QStringLiteral("INC"), QStringLiteral("nothing is left to do"), act("closed", &IncidentStore::close)},
    };
}

} // namespace lepto::cli
