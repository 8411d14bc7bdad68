#include "app/cli/source_command.h"

#include "app/cli/common.h"
#include "app/cli/signals.h"
#include "app/cli/source_fill.h"
#include "app/services/source_tests.h"
#include "core/base/text.h"
#include "core/settings/secret_store.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace lepto::cli {

namespace {

/// The sources are settings only: no database is opened for them.
Result<std::unique_ptr<Settings>> openSettings(const Session &s)
{
    const auto home = Home::prepare(s.home.path());
    if (!home)
        return home.error();
    auto settings = std::make_unique<Settings>(home->settingsFile());
    if (const auto good = usable(*settings); !good)
        return good.error();
    return settings;
}

int list(Session &s)
{
    const auto settings = openSettings(s);
    if (!settings)
        return s.out.fail(settings.error());
    QJsonArray array;
    std::vector<QStringList> rows;
    for (const SourceConfig &c : (*settings)->sources()) {
        array.append(toJson(c));
        rows.push_back({c.name, sourceKindText(c.kind), QStringLiteral("%1 ms").arg(c.intervalMs), c.url, c.query});
    }
    s.out.value(array);
    if (rows.empty())
        s.out.line(QStringLiteral("No source; watch will watch this host."));
    else
        s.out.table({QStringLiteral("NAME"), QStringLiteral("KIND"), QStringLiteral("EVERY"), QStringLiteral("ADDRESS"), QStringLiteral("SELECTION")}, rows);
    return Good;
}

QMap<QString, QString> pairsOf(const QStringList &words)
{
    QMap<QString, QString> out;
    for (const QString &word : words)
        out.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    return out;
}

Result<SourceConfig> configFrom(Session &s)
{
    const bool kindGiven = s.options.isSet(QStringLiteral("kind"));
    const auto name = s.word(0, QStringLiteral("the name"));
    const auto kindWord = !name      ? name
                        : kindGiven ? Result<QString>(s.options.value(QStringLiteral("kind")))
                                    : s.word(1, QStringLiteral("the kind (see --help)"));
    const auto kind = kindWord ? sourceKindFrom(*kindWord) : Result<SourceConfig::Kind>(kindWord.error());
    if (!kind)
        return kind.error();
    SourceConfig config;
    config.name = *name;
    config.kind = *kind;
    config.url = s.words.value(kindGiven ? 1 : 2);
    config.query = s.options.value(QStringLiteral("query"));
    config.username = s.options.value(QStringLiteral("username"));
    config.secretRef = s.options.value(QStringLiteral("secret"));
    config.tokenFile = s.options.value(QStringLiteral("token-file"));
    config.caFile = s.options.value(QStringLiteral("ca-file"));
    config.clientKeyFile = s.options.value(QStringLiteral("key-file"));
    config.headers = pairsOf(s.options.values(QStringLiteral("header")));
    config.parameters = pairsOf(s.options.values(QStringLiteral("param")));
    if (const QString tenant = s.options.value(QStringLiteral("org")); !tenant.isEmpty())
        config.headers.insert(QStringLiteral("X-Scope-OrgID"), tenant);
    const auto interval = Session::time(QStringLiteral("now+") + s.options.value(QStringLiteral("interval")), 0);
    if (!interval || *interval < 100)
        return Error{ErrorCode::BadInput, "--interval", "is not a duration such as 5s or 1m"};
    config.intervalMs = int(*interval);
    if (const auto good = checkSource(config); !good)
        return good.error();
    if (config.kind == SourceConfig::Kind::Prometheus && !config.query.isEmpty()) {
        if (const auto matchers = selector(config.query); !matchers)
            return matchers.error();
    }
    for (const QString &file : {config.caFile, config.clientKeyFile, config.tokenFile}) {
        if (!file.isEmpty() && !QFileInfo::exists(file))
            return Error{ErrorCode::NotFound, utf8(file), "no such file"};
    }
    return config;
}

int add(Session &s)
{
    const auto config = configFrom(s);
    const auto settings = config ? openSettings(s) : Result<std::unique_ptr<Settings>>(config.error());
    if (!settings)
        return s.out.fail(settings.error());
    std::vector<SourceConfig> all = (*settings)->sources();
    std::erase_if(all, [&](const SourceConfig &c) { return c.name == config->name; });
    all.push_back(*config);
    return finish(s, (*settings)->setSources(std::move(all)), QStringLiteral("%1 is a source now; a running watch takes it up when it starts again.").arg(config->name));
}

int remove(Session &s)
{
    const auto name = s.word(0, QStringLiteral("the name"));
    const auto settings = name ? openSettings(s) : Result<std::unique_ptr<Settings>>(name.error());
    if (!settings)
        return s.out.fail(settings.error());
    std::vector<SourceConfig> all = (*settings)->sources();
    if (std::erase_if(all, [&](const SourceConfig &c) { return c.name == *name; }) == 0)
        return s.out.fail({ErrorCode::NotFound, utf8(*name), "no such source"});
    return finish(s, (*settings)->setSources(std::move(all)), QStringLiteral("%1 is removed.").arg(*name));
}

int runTest(Session &s, const SourceConfig &config, const QString &secret)
{
    QJsonArray array;
    QObject parent;
    SourceTest *test = makeSourceTest(config, secret, &parent);
    QObject::connect(test, &SourceTest::stepFinished, test, [&](const TestStep &step) {
        static const char *const words[] = {"good", "warning", "FAILED", "skipped"};
        const QString how = QString::fromLatin1(words[int(step.how)]);
        array.append(QJsonObject{{QStringLiteral("step"), testStepText(step.code)}, {QStringLiteral("how"), how.toLower()}, {QStringLiteral("ms"), step.ms}, {QStringLiteral("words"), step.words}});
        s.out.line(QStringLiteral("%1 %2 %3 ms  %4").arg(testStepText(step.code), -10).arg(how, -8).arg(step.ms, 5).arg(step.words));
    });
    QObject::connect(test, &SourceTest::finished, qApp, [](bool good) { QCoreApplication::exit(good ? Good : Finding); });
    onStopRequest([] { QCoreApplication::exit(Environment); });
    QTimer::singleShot(0, test, [test] { test->start(); });
    const int code = QCoreApplication::exec();
    s.out.value(array);
    return code;
}

/// A source of the settings by name, or an address that is tried as --kind, else as a Prometheus (or, where it ends in /metrics, an exporter).
Result<SourceConfig> meant(const Session &s, const Settings &settings, const QString &text)
{
    for (const SourceConfig &c : settings.sources()) {
        if (c.name == text)
            return c;
    }
    if (!text.contains(u':') && !text.startsWith(u'/'))
        return Error{ErrorCode::NotFound, utf8(text), "no such source, and no address"};
    SourceConfig config;
    config.name = QStringLiteral("test");
    config.url = text;
    config.kind = text.endsWith(u"/metrics") ? SourceConfig::Kind::Exporter : SourceConfig::Kind::Prometheus;
    if (s.options.isSet(QStringLiteral("kind"))) {
        const auto kind = sourceKindFrom(s.options.value(QStringLiteral("kind")));
        if (!kind)
            return kind.error();
        config.kind = *kind;
    }
    return config;
}

int test(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the name or the address"));
    const auto settings = text ? openSettings(s) : Result<std::unique_ptr<Settings>>(text.error());
    if (!settings)
        return s.out.fail(settings.error());
    const auto config = meant(s, **settings, *text);
    if (!config)
        return s.out.fail(config.error());
    if (config->secretRef.isEmpty())
        return runTest(s, *config, {});
    const auto secrets = openSecretStore(s.home.keys());
    QString secret;
    Result<void> got;
    secrets->read(config->secretRef, qApp, [&](const Result<QString> &answer) {
        if (answer)
            secret = *answer;
        else
            got = answer.error();
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return got ? runTest(s, *config, secret) : s.out.fail(got.error());
}

} // namespace

void SourceCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("kind"), QStringLiteral("add: the kind, instead of the word; test: of an address, default by what it looks like"), QStringLiteral("kind")});
    parser.addOption({QStringLiteral("interval"), QStringLiteral("how often, default 5s"), QStringLiteral("duration"), QStringLiteral("5s")});
    parser.addOption({QStringLiteral("query"), QStringLiteral("Prometheus: selector of the series to mirror; Loki: of the streams; journal: matches"), QStringLiteral("selector")});
    parser.addOption({QStringLiteral("org"), QStringLiteral("tenant, sent as X-Scope-OrgID"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("username"), QStringLiteral("for basic authentication"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("secret"), QStringLiteral("name in the keychain of the password or token"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("token-file"), QStringLiteral("bearer token, read at every use"), QStringLiteral("file")});
    parser.addOption({QStringLiteral("ca-file"), QStringLiteral("certificates to trust; edge: known hosts"), QStringLiteral("file")});
    parser.addOption({QStringLiteral("key-file"), QStringLiteral("edge: ssh identity"), QStringLiteral("file")});
    parser.addOption({QStringLiteral("header"), QStringLiteral("sent with every request, e.g. X-Scope-OrgID=team-a; may be repeated"), QStringLiteral("name=value")});
    parser.addOption({QStringLiteral("param"), QStringLiteral("sent with every query, e.g. dedup=true; may be repeated"), QStringLiteral("name=value")});
    addRangeOptions(parser);
}

std::vector<Verb> SourceCommand::verbs() const
{
    return {{QStringLiteral("list"), {}, QStringLiteral("the sources of the settings"), list},
            {QStringLiteral("add"), QStringLiteral("NAME KIND [URL|PATH] [--interval D] [--query SELECTOR]"), QStringLiteral("add or replace one"), add},
            {QStringLiteral("remove"), QStringLiteral("NAME"), QStringLiteral("forget one; its history stays"), remove},
            {QStringLiteral("test"), QStringLiteral("NAME|URL [--kind KIND]"), QStringLiteral("go the way to it step by step"), test},
            {QStringLiteral("fill"), QStringLiteral("NAME [--from T] [--to T]"), QStringLiteral("fetch history that was missed, of a Prometheus source"), fillSource}};
}

} // namespace lepto::cli
