#include "app/cli/edge_session.h"

#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/edge/spool_writer.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

namespace lepto::cli {

namespace {

constexpr std::uint64_t kMiB = 1u << 20;
constexpr int kLargestMiB = 1'048'576;

void say(Session &s, const QString &what, const QString &text)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    s.out.line(QStringLiteral("%1  %2: %3").arg(iso(now), what, text));
    s.out.value(QJsonObject{{QStringLiteral("event"), what}, {QStringLiteral("text"), text}, {QStringLiteral("at"), now}});
}

std::vector<SourceConfig> sourcesOf(const Home &home)
{
    const Settings settings(home.settingsFile());
    if (!settings.sources().empty())
        return settings.sources();
    SourceConfig host;
    host.name = QStringLiteral("this-host");
    return {host};
}

void report(Session &s, EdgeCollector &collector)
{
    QObject::connect(&collector, &EdgeCollector::started, &collector, [&] {
        const EdgePosition at = collector.spool()->position();
        say(s, QStringLiteral("spool"), QStringLiteral("collecting from record %1 on, at most %2 MiB").arg(at.seq + 1).arg(collector.spool()->limit() / kMiB));
    });
    QObject::connect(&collector, &EdgeCollector::waiting, &collector, [&s](qint64 process) {
        say(s, QStringLiteral("spool"), QStringLiteral("process %1 collects into it; waiting until that one ends").arg(process));
    });
    QObject::connect(&collector, &EdgeCollector::dropped, &collector, [&s](quint64 samples) {
        say(s, QStringLiteral("spool"), QStringLiteral("full; %1 samples dropped so far").arg(samples));
    });
    QObject::connect(&collector, &EdgeCollector::problem, &collector, [&s](const Error &error) { say(s, QStringLiteral("spool"), qstr(error)); });
    auto known = std::make_shared<std::map<QString, SourceState::Code>>();
    QObject::connect(&collector.sources(), &SourceManager::stateChanged, &collector, [&s, known](const SourceState &state) {
        const auto [it, fresh] = known->try_emplace(state.name, state.code);
        if (!fresh && std::exchange(it->second, state.code) == state.code)
            return;
        static const char *const words[] = {"starting", "live", "partial", "stale", "failed", "stopped"};
        say(s, QStringLiteral("source ") + state.name, QString::fromLatin1(words[int(state.code)]) + (state.reason.isEmpty() ? QString() : QStringLiteral(", ") + state.reason));
    });
}

} // namespace

void addSpoolOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("spool"), QStringLiteral("edge: folder of what waits for the console, default DATA-DIR/spool"), QStringLiteral("dir")});
    parser.addOption({QStringLiteral("spool-limit"), QStringLiteral("edge: what may wait at most, default 256"), QStringLiteral("MiB"), QStringLiteral("256")});
}

Result<EdgeSession> EdgeSession::open(const Session &session)
{
    bool good = false;
    const int mib = session.options.value(QStringLiteral("spool-limit")).toInt(&good);
    if (!good || mib < 1 || mib > kLargestMiB)
        return Error{ErrorCode::BadInput, "--spool-limit", "is not a number of MiB between 1 and 1048576"};
    const auto home = Home::prepare(session.home.path());
    if (!home)
        return home.error();
    const QString given = session.options.value(QStringLiteral("spool"));
    const auto folder = SpoolFolder::open(given.isEmpty() ? home->path() + QStringLiteral("/spool") : QDir(given).absolutePath());
    if (!folder)
        return folder.error();
    EdgeSession edge{openSecretStore(home->keys()), nullptr, *folder, std::uint64_t(mib) * kMiB};
    edge.collector = std::make_unique<EdgeCollector>(*folder, edge.limit, edge.secrets.get());
    edge.collector->setSources(sourcesOf(*home));
    return edge;
}

int collectForConsole(Session &s, qint64 forMs)
{
    auto edge = EdgeSession::open(s);
    if (!edge)
        return s.out.fail(edge.error());
    report(s, *edge->collector);
    s.out.line(QStringLiteral("Collecting into %1 for a console, stop with Ctrl+C.").arg(edge->folder.path()));
    edge->collector->start();
    onStopRequest([] { QCoreApplication::exit(Good); });
    if (forMs > 0)
        QTimer::singleShot(std::chrono::milliseconds(forMs), qApp, [] { QCoreApplication::exit(Good); });
    const int code = QCoreApplication::exec();
    edge->collector->stop();
    return code;
}

} // namespace lepto::cli
