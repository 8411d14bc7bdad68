#include "app/cli/change_command.h"

#include "app/cli/change_push.h"
#include "app/cli/common.h"
#include "app/cli/secrets.h"
#include "core/base/text.h"
#include "core/changes/change_intake.h"
#include "core/changes/change_json.h"
#include "core/settings/settings.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace lepto::cli {

namespace {

Result<Labels> labelsFrom(const Session &s)
{
    Labels labels = Labels().with("service", utf8(s.options.value(QStringLiteral("service"))));
    for (const QString &pair : s.options.values(QStringLiteral("label"))) {
        const qsizetype at = pair.indexOf(u'=');
        if (at < 1)
            return Error{ErrorCode::BadInput, "--label " + utf8(pair), "is not NAME=VALUE"};
        labels = labels.with(utf8(pair.left(at)), utf8(pair.mid(at + 1)));
    }
    return labels;
}

QString lengthOf(const Change &change)
{
    return change.to == 0 ? QStringLiteral("-") : QStringLiteral("%1 s").arg((change.to - change.from + 500) / 1000);
}

int list(Session &s)
{
    const auto range = s.range();
    const auto labels = range ? labelsFrom(s) : Result<Labels>(range.error());
    if (!labels)
        return s.out.fail(labels.error());
    return withServices(s, [&](Services &services) {
        ChangeQuery query;
        query.from = s.options.isSet(QStringLiteral("from")) ? range->first : 0;
        query.to = s.options.isSet(QStringLiteral("to")) ? range->second : 0;
        query.labels = *labels;
        query.tags = s.options.values(QStringLiteral("tag"));
        const auto found = services.changes().list(query);
        if (!found)
            return s.out.fail(found.error());
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const Change &c : *found) {
            array.append(toJson(c));
            rows.push_back({QStringLiteral("CHG-%1").arg(c.id), iso(c.from), lengthOf(c), qstr(c.labels.get("service")), c.source, c.title, c.tags.join(u' ')});
        }
        s.out.value(array);
        if (rows.empty())
            s.out.line(QStringLiteral("No change."));
        else
            s.out.table({QStringLiteral("ID"), QStringLiteral("TIME"), QStringLiteral("LASTED"), QStringLiteral("SERVICE"), QStringLiteral("SOURCE"),
                         QStringLiteral("TITLE"), QStringLiteral("TAGS")}, rows);
        return int(Good);
    });
}

Result<Change> changeFrom(const Session &s)
{
    const auto title = s.word(0, QStringLiteral("the title"));
    const auto labels = title ? labelsFrom(s) : Result<Labels>(title.error());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto from = labels ? Session::time(s.options.value(QStringLiteral("at")), now) : Result<qint64>(labels.error());
    const auto to = from && s.options.isSet(QStringLiteral("until")) ? Session::time(s.options.value(QStringLiteral("until")), now) : from ? Result<qint64>(0) : from;
    if (!to)
        return to.error();
    Change change;
    change.title = *title;
    change.labels = *labels;
    change.from = *from;
    change.to = *to;
    change.text = s.options.value(QStringLiteral("text"));
    change.tags = s.options.values(QStringLiteral("tag"));
    change.url = s.options.value(QStringLiteral("url"));
    return change;
}

int add(Session &s)
{
    const auto change = changeFrom(s);
    if (!change)
        return s.out.fail(change.error());
    return withServices(s, [&](Services &services) {
        const auto added = services.changes().add(*change);
        if (!added)
            return s.out.fail(added.error());
        s.out.value(toJson(*added));
        s.out.line(QStringLiteral("CHG-%1 %2, %3.").arg(added->id).arg(added->title, iso(added->from)));
        return int(Good);
    });
}

int remove(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the change's number"));
    if (!text)
        return s.out.fail(text.error());
    bool number = false;
    const qint64 id = (text->startsWith(u"CHG-") ? text->mid(4) : *text).toLongLong(&number);
    if (!number)
        return s.out.fail({ErrorCode::BadInput, utf8(*text), "is not the number of a change (CHG-12 or 12)"});
    return withServices(s, [&](Services &services) { return finish(s, services.changes().remove(id), QStringLiteral("CHG-%1 removed.").arg(id)); });
}

QString newToken()
{
    quint32 words[6];
    QRandomGenerator::system()->fillRange(words);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words), sizeof words).toBase64(QByteArray::Base64UrlEncoding));
}

int webhookOn(Session &s, Settings &settings)
{
    if (s.options.isSet(QStringLiteral("port"))) {
        const QString text = s.options.value(QStringLiteral("port"));
        bool number = false;
        const int wanted = text.toInt(&number);
        if (!number)
            return s.out.fail({ErrorCode::BadInput, "--port " + utf8(text), "is not the number of a port"});
        if (const auto set = settings.set(QLatin1String(setting::changesWebhookPort.key), wanted); !set)
            return s.out.fail(set.error());
    }
    const QString token = newToken();
    if (const auto kept = writeSecret(s.home, ChangeIntake::webhookSecret, token); !kept)
        return s.out.fail(kept.error());
    if (const auto set = settings.set(QLatin1String(setting::changesWebhook.key), true); !set)
        return s.out.fail(set.error());
    const int port = settings.get(setting::changesWebhookPort);
    s.out.value(QJsonObject{{QStringLiteral("on"), true}, {QStringLiteral("port"), port}, {QStringLiteral("token"), token}});
    s.out.line(QStringLiteral("The webhook is on from the next start of watch or the window. Its token, shown once:"));
    s.out.line(token);
    s.out.line(QStringLiteral("Try it:"));
    s.out.line(QStringLiteral("  curl -H 'Authorization: Bearer %1' --json '{\"title\":\"cart 1.4.2\",\"service\":\"cart\"}' http://127.0.0.1:%2/v1/changes").arg(token).arg(port));
    return Good;
}

Result<std::unique_ptr<Settings>> openSettings(const Session &s)
{
    const auto home = Home::prepare(s.home.path());
    if (!home)
        return home.error();
    return std::make_unique<Settings>(home->settingsFile());
}

int webhook(Session &s)
{
    const auto word = s.word(0, QStringLiteral("on or off"));
    const auto settings = word ? openSettings(s) : Result<std::unique_ptr<Settings>>(word.error());
    if (!settings)
        return s.out.fail(settings.error());
    if (*word == u"on")
        return webhookOn(s, **settings);
    if (*word != u"off")
        return s.out.fail({ErrorCode::BadInput, utf8(*word), "is neither on nor off"});
    return finish(s, (*settings)->set(QLatin1String(setting::changesWebhook.key), false), QStringLiteral("The webhook is off from the next start."));
}

int follow(Session &s)
{
    const auto path = s.word(0, QStringLiteral("the file or folder, or off"));
    const auto settings = path ? openSettings(s) : Result<std::unique_ptr<Settings>>(path.error());
    if (!settings)
        return s.out.fail(settings.error());
    const bool off = *path == u"off";
    const QString full = off ? QString() : QFileInfo(*path).absoluteFilePath();
    return finish(s, (*settings)->set(QLatin1String(setting::changesPath.key), full),
                  off ? QStringLiteral("No file is followed.") : QStringLiteral("%1 is followed from the next start of watch or the window.").arg(full));
}

} // namespace

void ChangeCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("at"), QStringLiteral("add: when, default now"), QStringLiteral("time"), QStringLiteral("now")});
    parser.addOption({QStringLiteral("until"), QStringLiteral("add: its end, where it lasted"), QStringLiteral("time")});
    parser.addOption({QStringLiteral("service"), QStringLiteral("the service it concerns"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("label"), QStringLiteral("another label, may be repeated"), QStringLiteral("name=value")});
    parser.addOption({QStringLiteral("tag"), QStringLiteral("a tag, may be repeated"), QStringLiteral("tag")});
    parser.addOption({QStringLiteral("text"), QStringLiteral("add: more words"), QStringLiteral("text")});
    parser.addOption({QStringLiteral("url"), QStringLiteral("add: where to read more"), QStringLiteral("address")});
    parser.addOption({QStringLiteral("port"), QStringLiteral("webhook: its port, default 9465"), QStringLiteral("port")});
    parser.addOption({QStringLiteral("to-source"), QStringLiteral("push: the Grafana source, needed where there are several"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("arm"), QStringLiteral("push: allow writes for half an hour; --reason says why")});
    parser.addOption({QStringLiteral("reason"), QStringLiteral("push: why writes are allowed"), QStringLiteral("text")});
}

std::vector<Verb> ChangeCommand::verbs() const
{
    return {{QStringLiteral("list"), QStringLiteral("[--from T] [--to T] [--service S] [--label N=V] [--tag T]"), QStringLiteral("what is known, newest first"), list},
            {QStringLiteral("add"), QStringLiteral("TITLE [--at T] [--until T] [--service S] [--label N=V] [--tag T] [--text TEXT] [--url URL]"),
             QStringLiteral("enter one"), add},
            {QStringLiteral("delete"), QStringLiteral("CHG"), QStringLiteral("take back one that was entered here; the record keeps it"), remove},
            {QStringLiteral("push"), QStringLiteral("INC-N|label:N [--to-source NAME]"), QStringLiteral("write an incident or a label to Grafana as an annotation, or bring it up to date"),
             pushAnnotation},
            {QStringLiteral("webhook"), QStringLiteral("on|off [--port N]"), QStringLiteral("take changes over HTTP on 127.0.0.1; on makes a new token"), webhook},
            {QStringLiteral("follow"), QStringLiteral("PATH|off"), QStringLiteral("follow a file or folder of JSON lines or CSV"), follow}};
}

} // namespace lepto::cli
