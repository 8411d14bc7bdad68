#include "app/gui/self_desk.h"

#include "app/services/collector.h"
#include "core/settings/edge_address.h"
#include "core/settings/settings.h"
#include "core/sources/reach.h"
#include "core/telemetry/self_metrics.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <algorithm>

namespace lepto {

namespace {

constexpr int everyMs = 5000, sizesMs = 30'000;
constexpr int mostFiles = 20'000;

using Part = SelfReport::Part;

Part::Kind kindOf(const QString &relative)
{
    const QString top = relative.section(QLatin1Char('/'), 0, 0);
    if (top.startsWith(QLatin1String("history.db")))
        return Part::Kind::History;
    if (top.startsWith(QLatin1String("logs.db")))
        return Part::Kind::Logs;
    if (top.startsWith(QLatin1String("ops.db")))
        return Part::Kind::Decisions;
    return top == QLatin1String("models") ? Part::Kind::Models : top == QLatin1String("jobs") ? Part::Kind::Jobs : Part::Kind::Rest;
}

std::vector<Part> partsOf(const QString &folder)
{
    std::vector<Part> parts;
    for (int kind = 0; kind <= int(Part::Kind::Rest); ++kind)
        parts.push_back({ Part::Kind(kind), 0 });
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    for (int seen = 0; files.hasNext() && seen < mostFiles; ++seen) {
        const QString file = files.next();
        parts[std::size_t(kindOf(file.mid(folder.size() + 1)))].bytes += files.fileInfo().size();
    }
    return parts;
}

QString buildText()
{
    return QStringLiteral("%1, %2, Qt %3").arg(QSysInfo::buildCpuArchitecture(),
#ifdef QT_NO_DEBUG
        QStringLiteral("release"),
#else
        QStringLiteral("debug"),
#endif
        QLatin1String(qVersion()));
}

/// The host of "ssh [options] user@host program"; empty for a command that stays here.
QString sshHost(const QString &command)
{
    const QStringList words = command.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty() || !words.front().endsWith(QLatin1String("ssh")))
        return {};
    const auto host = std::find_if(words.begin() + 1, words.end(), [](const QString &word) { return !word.startsWith(QLatin1Char('-')); });
    return host == words.end() ? QString() : host->section(QLatin1Char('@'), -1);
}

} // namespace

EngineSelfDesk::EngineSelfDesk(Engine &engine, QObject *parent)
    : SelfDesk(parent)
    , m_engine(engine)
{
    m_report.version = QCoreApplication::applicationVersion();
    m_report.build = buildText();
    m_report.since = QDateTime::currentMSecsSinceEpoch();
    connect(&m_clock, &QTimer::timeout, this, &EngineSelfDesk::ask);
    connect(&m_sizes, &QTimer::timeout, this, &EngineSelfDesk::measure);
}

void EngineSelfDesk::start()
{
    m_clock.start(everyMs);
    ask();
}

void EngineSelfDesk::watch(bool on)
{
    if (!on) {
        m_sizes.stop();
        return;
    }
    m_sizes.start(sizesMs);
    ask();
    measure();
}

EngineSelfDesk::Taken EngineSelfDesk::takeFrom(Services &services)
{
    Taken taken;
    taken.folder = services.home().path();
    taken.sources = services.settings().sources();
    taken.worker = services.settings().get(setting::workerCommand);
    taken.database = QUrl(services.settings().get(setting::opsDatabase)).host();
    if (Collector *collector = services.collector()) {
        taken.readings = collector->metrics().read();
        taken.port = collector->metrics().port();
        taken.problem = collector->metrics().problem();
    }
    if (const auto store = services.requireStore()) {
        const StoreStats stats = (*store)->stats();
        const auto packed = stats.samples - stats.headSamples;
        taken.bytesPerSample = packed > 0 ? double(stats.chunkBytes) / double(packed) : 0;
    }
    return taken;
}

void EngineSelfDesk::ask()
{
    m_engine.ask<Taken>([](Services &services) { return Result<Taken>(takeFrom(services)); }, this, [this](const Result<Taken> &taken) {
        if (taken)
            receive(*taken);
    });
}

void EngineSelfDesk::receive(const Taken &taken)
{
    m_history.take(QDateTime::currentMSecsSinceEpoch(), taken.readings);
    m_report.numbers = m_history.values();
    m_report.metricsPort = taken.port;
    m_report.metricsProblem = taken.problem;
    m_report.bytesPerSample = taken.bytesPerSample;
    const bool first = m_report.folder != taken.folder;
    m_report.folder = taken.folder;
    if (first && m_sizes.isActive())
        measure();
    collectHosts(taken);
    Q_EMIT changed();
}

void EngineSelfDesk::collectHosts(const Taken &taken)
{
    using Use = SelfReport::Host::Use;
    m_report.hosts.clear();
    for (const HostTraffic &traffic : TrafficLedger::ofProcess().hosts())
        m_report.hosts.push_back({ traffic, Use::Source, reachOfHost(traffic.host), true });
    for (const SourceConfig &source : taken.sources) {
        if (const auto address = EdgeAddress::parse(source.url); source.kind == SourceConfig::Kind::Edge && address)
            addUncounted(address->host, Use::Source, source.kind);
    }
    addUncounted(taken.database, Use::Database, {});
    addUncounted(sshHost(taken.worker), Use::Training, {});
}

void EngineSelfDesk::addUncounted(const QString &host, SelfReport::Host::Use use, SourceConfig::Kind purpose)
{
    if (host.isEmpty())
        return;
    SelfReport::Host out { {}, use, reachOfHost(host), false };
    out.traffic.host = out.traffic.authority = host;
    out.traffic.purpose = purpose;
    m_report.hosts.push_back(out);
}

/// Asks the resolver that the connection asked; until it answers the host's place is unknown.
Reach EngineSelfDesk::reachOfHost(const QString &host)
{
    const QHostAddress literal(host);
    if (!literal.isNull())
        return reachOf(literal);
    if (host == QLatin1String("localhost"))
        return Reach::Machine;
    const auto known = m_reaches.constFind(host);
    if (known != m_reaches.constEnd())
        return *known;
    m_reaches.insert(host, Reach::Unknown);
    if (!host.isEmpty()) {
        QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &info) {
            Reach farthest = Reach::Unknown;
            for (const QHostAddress &address : info.addresses())
                farthest = farthest == Reach::Unknown ? reachOf(address) : std::max(farthest, reachOf(address));
            m_reaches.insert(host, farthest);
        });
    }
    return Reach::Unknown;
}

void EngineSelfDesk::measure()
{
    if (m_report.folder.isEmpty() || m_files.running() > 0)
        return;
    struct Found {
        std::vector<Part> parts;
        qint64 free = -1;
        bool writable = true;
    };
    m_files.run<std::shared_ptr<Found>>(
        [folder = m_report.folder](QPromise<std::shared_ptr<Found>> &promise) {
            promise.addResult(std::make_shared<Found>(Found { partsOf(folder), Home::freeBytes(folder), QFileInfo(folder).isWritable() }));
        },
        this, [this](const std::shared_ptr<Found> &found) {
            m_report.parts = found->parts;
            m_report.free = found->free;
            m_report.writable = found->writable;
            Q_EMIT changed();
        });
}

} // namespace lepto
