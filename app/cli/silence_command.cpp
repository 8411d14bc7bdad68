#include "app/cli/silence_command.h"

#include "app/cli/alerts_command.h"
#include "app/cli/common.h"
#include "core/alerts/alertmanager_json.h"
#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QTimer>

namespace lepto::cli {

namespace {

QJsonObject jsonOf(const Silence &s)
{
    return {{QStringLiteral("id"), s.id}, {QStringLiteral("state"), nameOf(s.state)}, {QStringLiteral("matchers"), matchersText(s.matchers)}, {QStringLiteral("startsAt"), qint64(s.startsAt)},
            {QStringLiteral("endsAt"), qint64(s.endsAt)}, {QStringLiteral("createdBy"), s.createdBy}, {QStringLiteral("comment"), s.comment}, {QStringLiteral("sources"), QJsonArray::fromStringList(s.sources)}};
}

/// Matchers from the words, each word one or several of them.
Result<std::vector<SilenceMatcher>> matchersOf(const QStringList &words)
{
    if (words.isEmpty())
        return Error{ErrorCode::BadInput, "the matchers", "are missing, e.g. alertname=\"DiskFull\" instance=~\"db.*\""};
    return parseMatchers(words.join(u','));
}

Result<QString> managerOf(const Session &s, const AlertService &service)
{
    const QStringList all = service.alertmanagers();
    const QString wanted = s.options.value(QStringLiteral("source"));
    if (all.size() == 1 && (wanted.isEmpty() || wanted == all[0]))
        return all[0];
    if (!wanted.isEmpty() && all.contains(wanted))
        return wanted;
    if (!wanted.isEmpty() || all.isEmpty())
        return Error{ErrorCode::NotFound, wanted.isEmpty() ? "sources" : utf8(wanted), "there is no such Alertmanager among the sources; see source add --help"};
    return Error{ErrorCode::BadInput, "--source", utf8(QStringLiteral("says which Alertmanager, there are several: ") + all.join(QStringLiteral(", ")))};
}

/// The Alertmanager that has this silence.
Result<QString> holderOf(const Session &s, const AlertService &service, const QString &id)
{
    const Silence *known = service.snapshot().silence(id);
    return known && !s.options.isSet(QStringLiteral("source")) ? Result<QString>(known->sources.value(0)) : managerOf(s, service);
}

int list(Session &s)
{
    return withAlerts(s, [&](Services &, AlertService &service) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const Silence &silence : service.snapshot().silences) {
            if (silence.state == SilenceState::Expired && !s.options.isSet(QStringLiteral("expired")))
                continue;
            array.append(jsonOf(silence));
            rows.push_back({silence.id, nameOf(silence.state), iso(silence.endsAt), silence.createdBy, silence.sources.join(u' '), matchersText(silence.matchers), silence.comment});
        }
        s.out.value(array);
        if (rows.empty())
            s.out.line(QStringLiteral("No silence."));
        else
            s.out.table({QStringLiteral("ID"), QStringLiteral("STATE"), QStringLiteral("UNTIL"), QStringLiteral("BY"), QStringLiteral("SOURCES"), QStringLiteral("MATCHERS..."), QStringLiteral("COMMENT")}, rows);
        return reportSources(s, service.snapshot());
    });
}

void showPreview(Session &s, const SilencePreview &preview)
{
    s.out.line(QStringLiteral("Matches %1 of %2 alerts.").arg(preview.alerts.size()).arg(preview.total));
    if (!preview.alerts.empty())
        showAlerts(s.out, preview.alerts);
    if (preview.matchesEmpty)
        s.out.line(QStringLiteral("These matchers hold for alerts without such labels; Alertmanager refuses them."));
    else if (preview.nearlyAll)
        s.out.line(QStringLiteral("These matchers hold for nearly every alert; create wants --even-if-all."));
}

int show(Session &s)
{
    const auto id = s.word(0, QStringLiteral("the silence's id"));
    if (!id)
        return s.out.fail(id.error());
    return withAlerts(s, [&](Services &, AlertService &service) {
        const Silence *silence = service.snapshot().silence(*id);
        if (!silence)
            return reportSources(s, service.snapshot()) == Good ? s.out.fail({ErrorCode::NotFound, utf8(*id), "no such silence"}) : int(Environment);
        s.out.value(jsonOf(*silence));
        s.out.line(QStringLiteral("%1  %2, on %3").arg(silence->id, nameOf(silence->state), silence->sources.join(QStringLiteral(", "))));
        s.out.line(QStringLiteral("from      %1").arg(iso(silence->startsAt)));
        s.out.line(QStringLiteral("until     %1").arg(iso(silence->endsAt)));
        s.out.line(QStringLiteral("by        %1").arg(silence->createdBy));
        s.out.line(QStringLiteral("comment   %1").arg(silence->comment));
        s.out.line(QStringLiteral("matchers  %1").arg(matchersText(silence->matchers)));
        if (const auto preview = service.preview(silence->matchers, silence->sources.value(0)); preview && silence->state != SilenceState::Expired)
            showPreview(s, *preview);
        return int(Good);
    });
}

int preview(Session &s)
{
    const auto matchers = matchersOf(s.words);
    if (!matchers)
        return s.out.fail(matchers.error());
    return withAlerts(s, [&](Services &, AlertService &service) {
        const auto found = service.preview(*matchers, s.options.value(QStringLiteral("source")));
        if (!found)
            return s.out.fail(found.error());
        QJsonArray array;
        for (const Alert &alert : found->alerts)
            array.append(toJson(alert));
        s.out.value(QJsonObject{{QStringLiteral("matchers"), matchersText(*matchers)}, {QStringLiteral("alerts"), array}, {QStringLiteral("total"), found->total},
                                {QStringLiteral("matchesEmpty"), found->matchesEmpty}, {QStringLiteral("nearlyAll"), found->nearlyAll}});
        s.out.line(matchersText(*matchers));
        showPreview(s, *found);
        const int answered = reportSources(s, service.snapshot());
        return answered == Good && (found->matchesEmpty || found->nearlyAll) ? int(Finding) : answered;
    });
}

/// The times of --start, --for and --until; what is not given stays absent.
struct Times {
    std::optional<TimeMs> start, until;
    std::optional<qint64> span;
};

Result<Times> timesOf(const Session &s)
{
    Times out;
    const TimeMs now = SystemClock().now();
    if (s.options.isSet(QStringLiteral("for")) && s.options.isSet(QStringLiteral("until")))
        return Error{ErrorCode::BadInput, "--for and --until", "say the same thing; give one of them"};
    for (const auto &[name, time] : {std::pair("start", &out.start), std::pair("until", &out.until)}) {
        if (!s.options.isSet(QLatin1String(name)))
            continue;
        const auto given = Session::time(s.options.value(QLatin1String(name)), now);
        if (!given)
            return given.error();
        *time = *given;
    }
    if (s.options.isSet(QStringLiteral("for"))) {
        const auto span = silenceSpan(s.options.value(QStringLiteral("for")));
        if (!span)
            return span.error();
        out.span = *span;
    }
    return out;
}

/// Turns write mode on where --arm says so; the window has a switch for it.
Result<void> armed(const Session &s, Services &services, const QString &reason)
{
    if (!s.options.isSet(QStringLiteral("arm")))
        return {};
    const int minutes = services.settings().get(setting::armedMinutes);
    return services.remediation().arm(services.clock().now() + minutes * 60'000LL, reason);
}

using Send = std::function<void(AlertService::Answer<SilenceWritten>)>;

/// The same refusal, with the word that says yes.
Error hinted(const Session &s, Services &services, Error error)
{
    const RemediationService &remediation = services.remediation();
    const bool readOnly = error.code == ErrorCode::Refused && !s.options.isSet(QStringLiteral("arm")) && remediation.armedUntil() == 0 && !remediation.stopped();
    if (error.code == ErrorCode::Conflict)
        error.reason += " (--new-id)";
    else if (readOnly)
        error.reason += " (--arm)";
    return error;
}

/// Sends one change and waits for its outcome.
int change(Session &s, Services &services, const Send &send, const QString &done)
{
    std::optional<Result<SilenceWritten>> outcome;
    QTimer::singleShot(0, qApp, [&] {
        send([&](Result<SilenceWritten> written) {
            outcome = std::move(written);
            QCoreApplication::exit();
        });
    });
    while (!outcome)
        QCoreApplication::exec();
    if (!*outcome)
        return s.out.fail(hinted(s, services, outcome->error()));
    const SilenceWritten &written = **outcome;
    s.out.value(QJsonObject{{QStringLiteral("id"), written.id}, {QStringLiteral("replaced"), written.replaced}});
    s.out.line(written.replaced ? QStringLiteral("Alertmanager ended the old silence and made %1 instead.").arg(written.id) : done.arg(written.id));
    if (!written.problem.isEmpty())
        s.out.line(QStringLiteral("It is done, but its outcome could not be recorded: %1").arg(written.problem));
    return written.problem.isEmpty() ? Good : Environment;
}

int create(Session &s)
{
    const auto matchers = matchersOf(s.words);
    const auto times = matchers ? timesOf(s) : Result<Times>(matchers.error());
    if (!times)
        return s.out.fail(times.error());
    return withAlerts(s, [&](Services &services, AlertService &service) {
        const auto manager = managerOf(s, service);
        if (!manager)
            return s.out.fail(manager.error());
        const QString by = s.options.isSet(QStringLiteral("by")) ? s.options.value(QStringLiteral("by")) : services.user();
        const SilenceDraft draft{*matchers, times->start.value_or(0), times->until.value_or(0), times->span.value_or(0), by, s.options.value(QStringLiteral("comment")),
                                 s.options.isSet(QStringLiteral("even-if-all"))};
        if (const auto good = checkDraft(draft, services.clock().now()); !good)
            return s.out.fail(good.error().code == ErrorCode::Refused ? Error{ErrorCode::Refused, good.error().subject, good.error().reason + " (--even-if-all)"} : good.error());
        if (const auto on = armed(s, services, draft.comment); !on)
            return s.out.fail(on.error());
        if (const auto found = service.preview(*matchers, *manager))
            s.out.line(QStringLiteral("Matches %1 of %2 alerts of %3.").arg(found->alerts.size()).arg(found->total).arg(*manager));
        return change(s, services, [&](auto answer) { service.createSilence(*manager, draft, qApp, answer); }, QStringLiteral("Silence %1 is made."));
    });
}

int edit(Session &s)
{
    const auto id = s.word(0, QStringLiteral("the silence's id"));
    const auto times = id ? timesOf(s) : Result<Times>(id.error());
    if (!times)
        return s.out.fail(times.error());
    SilenceEdit edit;
    if (s.words.size() > 1) {
        const auto matchers = matchersOf(s.words.mid(1));
        if (!matchers)
            return s.out.fail(matchers.error());
        edit.matchers = *matchers;
    }
    edit.startsAt = times->start;
    edit.endsAt = times->until;
    edit.durationMs = times->span;
    if (s.options.isSet(QStringLiteral("comment")))
        edit.comment = s.options.value(QStringLiteral("comment"));
    edit.evenIfReplaced = s.options.isSet(QStringLiteral("new-id"));
    edit.evenIfAll = s.options.isSet(QStringLiteral("even-if-all"));
    return withAlerts(s, [&](Services &services, AlertService &service) {
        const auto manager = holderOf(s, service, *id);
        const auto on = manager ? armed(s, services, QStringLiteral("edit silence ") + *id) : Result<void>(manager.error());
        if (!on)
            return s.out.fail(on.error());
        return change(s, services, [&](auto answer) { service.editSilence(*manager, *id, edit, qApp, answer); }, QStringLiteral("Silence %1 is changed."));
    });
}

int expire(Session &s)
{
    const auto id = s.word(0, QStringLiteral("the silence's id"));
    if (!id)
        return s.out.fail(id.error());
    return withAlerts(s, [&](Services &services, AlertService &service) {
        const auto manager = holderOf(s, service, *id);
        const auto on = manager ? armed(s, services, QStringLiteral("expire silence ") + *id) : Result<void>(manager.error());
        if (!on)
            return s.out.fail(on.error());
        return change(s, services, [&](auto answer) { service.expireSilence(*manager, *id, qApp, answer); }, QStringLiteral("Silence %1 is ended."));
    });
}

} // namespace

void SilenceCommand::addOptions(QCommandLineParser &parser) const
{
    const auto value = [&](const char *name, const char *what, const char *kind) { parser.addOption({QLatin1String(name), QLatin1String(what), QLatin1String(kind)}); };
    const auto flag = [&](const char *name, const char *what) { parser.addOption({QLatin1String(name), QLatin1String(what)}); };
    value("source", "which Alertmanager, where there are several", "name");
    value("for", "how long, e.g. 90m, 2h, 1d12h", "duration");
    value("until", "its end instead: 2026-11-18T14:00:00Z (a time without zone is UTC) or now+2h", "time");
    value("start", "its start, default at once", "time");
    value("comment", "why; required", "text");
    value("by", "who makes it, default the account's name", "name");
    flag("expired", "list: those that have ended, too");
    flag("even-if-all", "yes to matchers that hold for nearly every alert");
    flag("new-id", "edit: yes to a new id; Alertmanager ends the old silence then");
    flag("arm", "turn write mode on first, as the switch in the window does");
}

std::vector<Verb> SilenceCommand::verbs() const
{
    return {{QStringLiteral("list"), QStringLiteral("[--expired] [--source S]"), QStringLiteral("what is silent now or later"), list},
            {QStringLiteral("show"), QStringLiteral("ID"), QStringLiteral("one of them, and what it matches now"), show},
            {QStringLiteral("preview"), QStringLiteral("MATCHERS..."), QStringLiteral("what these would silence now, without doing it"), preview},
            {QStringLiteral("create"), QStringLiteral("MATCHERS... --for 2h --comment TEXT [--by NAME] [--arm]"), QStringLiteral("make one; refused while the console is read-only"), create},
            {QStringLiteral("edit"), QStringLiteral("ID [MATCHERS...] [--for D|--until T] [--comment TEXT] [--new-id] [--arm]"), QStringLiteral("change one; says beforehand when Alertmanager would give it a new id"), edit},
            {QStringLiteral("expire"), QStringLiteral("ID [--arm]"), QStringLiteral("end one"), expire}};
}

} // namespace lepto::cli
