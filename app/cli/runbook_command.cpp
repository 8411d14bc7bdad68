#include "app/cli/runbook_command.h"

#include "app/cli/common.h"
#include "app/cli/runbook_output.h"
#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/incidents/incident_store.h"
#include "core/remediate/remediation_service.h"
#include "core/remediate/run_names.h"
#include "core/remediate/runbook_parser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTimer>

namespace lepto::cli {

namespace {

int lint(Session &s)
{
    const auto name = s.word(0, QStringLiteral("the file"));
    if (!name)
        return s.out.fail(name.error());
    QFile file(*name);
    if (!file.open(QIODevice::ReadOnly))
        return s.out.fail({ErrorCode::NotFound, utf8(*name), utf8(file.errorString())});
    const auto runbook = parseRunbook(file.read(1 << 20), *name);
    return finish(s, runbook ? Result<void>() : Result<void>(runbook.error()), QStringLiteral("%1: a good runbook.").arg(*name));
}

int list(Session &s)
{
    return withServices(s, [&](Services &services) {
        listRuns(s.out, services.remediation().runs());
        return int(Good);
    });
}

int catalogue(Session &s)
{
    return withServices(s, [&](Services &services) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const Runbook &r : services.catalogue().runbooks()) {
            array.append(QJsonObject{{QStringLiteral("id"), r.id}, {QStringLiteral("version"), r.version}, {QStringLiteral("title"), r.title}, {QStringLiteral("risk"), r.risk}});
            rows.push_back({r.id, QString::number(r.version), r.risk, r.title, r.file});
        }
        s.out.value(array);
        s.out.table({QStringLiteral("ID"), QStringLiteral("VERSION"), QStringLiteral("RISK"), QStringLiteral("TITLE"), QStringLiteral("FILE")}, rows);
        for (const QString &problem : services.catalogue().problems())
            s.out.line(problem);
        return services.catalogue().problems().isEmpty() ? int(Good) : int(Finding);
    });
}

Result<Incident> incidentOf(Services &services, const QString &text)
{
    const auto id = incidentNumber(text);
    if (!id)
        return id.error();
    const Incident *incident = services.incidents().find(*id);
    if (!incident)
        return Error{ErrorCode::NotFound, utf8(text), "no such incident"};
    return *incident;
}

int suggest(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the incident's number"));
    if (!text)
        return s.out.fail(text.error());
    return withServices(s, [&](Services &services) {
        const auto incident = incidentOf(services, *text);
        if (!incident)
            return s.out.fail(incident.error());
        const auto runs = services.remediation().suggest(*incident);
        listRuns(s.out, runs);
        return runs.empty() ? int(Finding) : int(Good);
    });
}

Result<ParameterValues> givenParameters(const Session &s)
{
    ParameterValues values;
    for (const QString &pair : s.options.values(QStringLiteral("set"))) {
        const auto at = pair.indexOf(u'=');
        if (at < 1)
            return Error{ErrorCode::BadInput, "--set " + utf8(pair), "is not NAME=VALUE"};
        values[pair.left(at)] = pair.mid(at + 1);
    }
    return values;
}

int plan(Session &s)
{
    const auto id = s.word(0, QStringLiteral("the runbook's id"));
    const auto values = id ? givenParameters(s) : Result<ParameterValues>(id.error());
    if (!values)
        return s.out.fail(values.error());
    return withServices(s, [&](Services &services) {
        std::optional<Incident> incident;
        if (s.options.isSet(QStringLiteral("incident"))) {
            const auto found = incidentOf(services, s.options.value(QStringLiteral("incident")));
            if (!found)
                return s.out.fail(found.error());
            incident = *found;
        }
        const auto run = services.remediation().plan(*id, incident ? &*incident : nullptr, *values);
        if (!run)
            return s.out.fail(run.error());
        showRun(s.out, *run);
        return int(Good);
    });
}

using Settled = std::function<bool(const Run &)>;

bool isIdle(const Run &run) { return !isActive(run.state); }

/// Runs the event loop until the plan has settled; a stop request cancels it. Answers why a record could not be written, if so.
QString waitFor(Session &s, RemediationService &remediation, const QString &id, const Settled &settled)
{
    QString problem;
    const auto over = [&] {
        const Run *run = remediation.find(id);
        return !run || settled(*run) || !problem.isEmpty();
    };
    const auto leave = [over] {
        if (over())
            QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(); });
    };
    QObject scope;
    QObject::connect(&remediation, &RemediationService::runChanged, &scope, [&](const Run &run) {
        if (run.plan.id == id)
            s.out.line(QStringLiteral("%1  %2 %3").arg(iso(run.updatedAt), nameOf(run.state), run.reason));
        leave();
    });
    QObject::connect(&remediation, &RemediationService::failed, &scope, [&](const QString &what) {
        problem = what;
        leave();
    });
    onStopRequest([&remediation, id] { (void)remediation.cancel(id); });
    while (!over())
        QCoreApplication::exec();
    return problem;
}

/// A verb on one plan, waiting until it has settled where that is asked; afterwards the plan is shown as it stands.
int onPlan(Session &s, const std::function<Result<void>(Services &, const QString &)> &act, const Settled &settled = {})
{
    const auto id = s.word(0, QStringLiteral("the plan's id"));
    if (!id)
        return s.out.fail(id.error());
    return withServices(s, [&](Services &services) {
        RemediationService &remediation = services.remediation();
        if (const auto done = act(services, *id); !done)
            return s.out.fail(done.error());
        const QString problem = settled ? waitFor(s, remediation, *id, settled) : QString();
        const Run *run = remediation.find(*id);
        if (!run || !problem.isEmpty())
            return s.out.fail(run ? Error{ErrorCode::Unavailable, utf8(*id), utf8(problem)} : Error{ErrorCode::NotFound, utf8(*id), "no such plan"});
        showRun(s.out, *run);
        const bool good = run->state == RunState::Succeeded || run->state == RunState::RolledBack || isPending(run->state) || run->state == RunState::Rejected;
        return good ? int(Good) : int(Finding);
    });
}

int execute(Session &s)
{
    return onPlan(s, [&](Services &services, const QString &id) -> Result<void> {
        if (const auto armed = services.remediation().arm(services.clock().now() + 30 * 60'000, s.options.value(QStringLiteral("reason"))); !armed)
            return armed;
        return services.remediation().execute(id);
    }, isIdle);
}

int rollBack(Session &s)
{
    return onPlan(s, [&](Services &services, const QString &id) -> Result<void> {
        if (const auto armed = services.remediation().arm(services.clock().now() + 30 * 60'000, s.options.value(QStringLiteral("reason"))); !armed)
            return armed;
        return services.remediation().rollBack(id);
    }, isIdle);
}

int settle(Session &s)
{
    const auto answer = s.word(1, QStringLiteral("happened or not"));
    if (!answer || (*answer != u"happened" && *answer != u"not"))
        return s.out.fail({ErrorCode::BadInput, "settle", "needs the word happened or not"});
    return onPlan(s, [&](Services &services, const QString &id) { return services.remediation().settle(id, *answer == u"happened", s.options.value(QStringLiteral("reason"))); }, isIdle);
}

int show(Session &s) { return onPlan(s, [](Services &, const QString &) { return Result<void>(); }); }

int dryRun(Session &s)
{
    std::size_t before = 0;
    return onPlan(s, [&](Services &services, const QString &id) {
        if (const Run *run = services.remediation().find(id))
            before = run->steps.size();
        return services.remediation().dryRun(id);
    }, [&](const Run &run) { return run.steps.size() > before; });
}

int reject(Session &s)
{
    return onPlan(s, [&](Services &services, const QString &id) { return services.remediation().reject(id, s.options.value(QStringLiteral("reason"))); });
}
int recover(Session &s)
{
    return withServices(s, [&](Services &services) {
        RemediationService &remediation = services.remediation();
        const auto active = [&] { return std::any_of(remediation.runs().begin(), remediation.runs().end(), [](const Run &r) { return isActive(r.state); }); };
        QObject::connect(&remediation, &RemediationService::runChanged, qApp, [&] {
            if (!active())
                QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(); });
        });
        if (const auto done = remediation.recover(); !done)
            return s.out.fail(done.error());
        while (active())
            QCoreApplication::exec();
        listRuns(s.out, remediation.runs());
        return int(Good);
    });
}

int approve(Session &s)
{
    return onPlan(s, [&](Services &services, const QString &id) { return services.remediation().approve(id, s.options.value(QStringLiteral("hash")), s.options.value(QStringLiteral("reason"))); });
}

int stop(Session &s)
{
    const bool resume = s.options.isSet(QStringLiteral("resume"));
    return withServices(s, [&](Services &services) {
        return finish(s, services.remediation().stopAll(!resume), resume ? QStringLiteral("Actions may run again.") : QStringLiteral("All actions are stopped."));
    });
}

void addReason(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("reason"), QStringLiteral("why; kept in the audit record"), QStringLiteral("text")});
}

} // namespace

void RunbookCommand::addOptions(QCommandLineParser &parser) const
{
    addReason(parser);
    parser.addOption({QStringLiteral("incident"), QStringLiteral("the incident that it is for"), QStringLiteral("INC")});
    parser.addOption({QStringLiteral("set"), QStringLiteral("a parameter, may be repeated"), QStringLiteral("name=value")});
}

std::vector<Verb> RunbookCommand::verbs() const
{
    return {{QStringLiteral("list"), {}, QStringLiteral("plans and runs, newest first"), list},
            {QStringLiteral("catalogue"), {}, QStringLiteral("the runbooks, shipped and own; exit 1 when a file is broken"), catalogue},
            {QStringLiteral("lint"), QStringLiteral("FILE"), QStringLiteral("check a runbook file"), lint},
            {QStringLiteral("suggest"), QStringLiteral("INC"), QStringLiteral("plans for every runbook that the incident calls for"), suggest},
            {QStringLiteral("plan"), QStringLiteral("RUNBOOK [--incident INC] [--set NAME=VALUE]"), QStringLiteral("the exact bytes that would be approved"), plan},
            {QStringLiteral("show"), QStringLiteral("PLAN"), QStringLiteral("one plan or run"), show},
            {QStringLiteral("test"), QStringLiteral("PLAN"), QStringLiteral("dry run: the checks, nothing else"), dryRun},
            {QStringLiteral("reject"), QStringLiteral("PLAN --reason TEXT"), QStringLiteral("say no"), reject},
            {QStringLiteral("run"), QStringLiteral("PLAN --reason TEXT"), QStringLiteral("execute an approved plan, verify it on the metric"), execute},
            {QStringLiteral("rollback"), QStringLiteral("PLAN --reason TEXT"), QStringLiteral("go back to the captured state"), rollBack},
            {QStringLiteral("settle"), QStringLiteral("PLAN happened|not --reason TEXT"), QStringLiteral("answer for a step whose outcome is unknown"), settle},
            {QStringLiteral("recover"), {}, QStringLiteral("take up what a crash left"), recover}};
}

void ApproveCommand::addOptions(QCommandLineParser &parser) const
{
    addReason(parser);
    parser.addOption({QStringLiteral("hash"), QStringLiteral("the plan's hash, as you read it"), QStringLiteral("sha256")});
}

std::vector<Verb> ApproveCommand::verbs() const
{
    return {{QString(), QStringLiteral("PLAN --hash SHA256 --reason TEXT"), QStringLiteral("signs with this console's key"), approve}};
}

void StopCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("resume"), QStringLiteral("allow actions again")});
}

std::vector<Verb> StopCommand::verbs() const
{
    return {{QString(), QStringLiteral("[--resume]"), QStringLiteral("works while another console runs an action"), stop}};
}

} // namespace lepto::cli
