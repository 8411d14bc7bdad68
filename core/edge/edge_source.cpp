#include "core/edge/edge_source.h"

#include "core/base/text.h"
#include "core/edge/ssh_command.h"
#include "core/sources/source_manager.h"
#include "core/sources/target_labels.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <QUuid>

namespace lepto {

namespace {

constexpr int kLookMs = 1000, kAckMs = 20;
constexpr std::uint64_t kWorthSaying = 64u << 10; ///< waiting bytes; below it is what is on the way
constexpr TimeMs kOldMs = 15'000;

QString mebibytes(std::uint64_t bytes)
{
    return QLocale::c().toString(double(bytes) / (1 << 20), 'f', 1);
}

} // namespace

EdgeSource::EdgeSource(const SourceConfig &config, const SourceLimits &limits, const EdgeTiming &timing, QObject *parent)
    : Source(parent)
    , m_config(config)
    , m_limits(limits)
    , m_timing(timing)
    , m_console(utf8(QUuid::createUuid().toString(QUuid::Id128)))
{
    m_state.name = config.name;
    m_state.kind = config.kind;
    m_state.code = SourceState::Code::Stopped;
    for (QTimer *once : { &m_retry, &m_ackTimer, &m_patience })
        once->setSingleShot(true);
    m_ackTimer.setInterval(kAckMs);
    m_patience.setInterval(timing.settleMs);
    m_look.setInterval(kLookMs);
    connect(&m_retry, &QTimer::timeout, this, &EdgeSource::connectLink);
    connect(&m_look, &QTimer::timeout, this, &EdgeSource::judge);
    connect(&m_ackTimer, &QTimer::timeout, this, [this] {
        if (m_link && m_settled > m_acknowledged)
            m_link->acknowledge(m_acknowledged = m_settled);
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { settled(m_waiting.front().end().seq, false); });
}

EdgeSource::~EdgeSource()
{
    blockSignals(true);
    stop();
}

void EdgeSource::start()
{
    if (std::exchange(m_running, true))
        return;
    m_state.failures = 0;
    m_look.start();
    m_looked.start();
    m_retry.start(0);
    setState(SourceState::Code::Starting, {});
}

void EdgeSource::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_retry.stop();
    m_look.stop();
    m_ackTimer.stop();
    m_patience.stop();
    if (m_link && m_settled > m_acknowledged)
        m_link->acknowledge(m_settled);
    closeLink();
    setState(SourceState::Code::Stopped, {});
}

void EdgeSource::closeLink()
{
    m_waiting.clear();
    m_passing = false;
    if (!m_link)
        return;
    EdgeLink *link = m_link.release();
    link->disconnect(this);
    link->close();
    link->deleteLater(); // it may be the sender
}

void EdgeSource::connectLink()
{
    const auto address = EdgeAddress::parse(m_config.url);
    if (!address)
        return setState(SourceState::Code::Failed, qstr(address.error()));
    m_settled = m_acknowledged = 0;
    m_bestTrip = -1;
    m_link = std::make_unique<EdgeLink>(
        sshCommand(*address, m_config), [this](const Labels &labels) { return relabelled(labels); }, m_timing.heartbeatMs);
    m_link->setConsole(m_console);
    connect(m_link.get(), &EdgeLink::greeted, this, &EdgeSource::hello);
    connect(m_link.get(), &EdgeLink::received, this, &EdgeSource::receive);
    connect(m_link.get(), &EdgeLink::statusCame, this, &EdgeSource::update);
    connect(m_link.get(), &EdgeLink::down, this, &EdgeSource::lost);
    m_link->open();
}

void EdgeSource::hello(const EdgeHello &hello)
{
    m_host = utf8(oneLine(qstr(hello.host), 100));
    m_newest = QDateTime::currentMSecsSinceEpoch(); // nothing is late yet
}

Labels EdgeSource::relabelled(const Labels &labels) const
{
    std::vector<Labels::Pair> pairs = labels.pairs();
    addTargetLabels(pairs, { { "source", utf8(m_config.name) }, { "instance", m_host } });
    return Labels(std::move(pairs));
}

void EdgeSource::receive(const EdgeRecord &record)
{
    m_waiting.push_back(record);
    if (!m_passing)
        passOn();
}

/// One record at a time: the next one may only follow what is surely stored, or a failure in between would break the order.
void EdgeSource::passOn()
{
    while (m_running && !m_waiting.empty() && !m_passing) {
        m_passing = true;
        m_patience.start();
        const EdgeRecord &record = m_waiting.front();
        Scrape scrape { m_config.name, record.at, record.samples, {}, record.end().seq };
        Q_EMIT scraped(scrape);
    }
}

void EdgeSource::settled(quint64 ticket, bool kept)
{
    if (!m_passing || m_waiting.empty() || m_waiting.front().end().seq != ticket)
        return;
    m_patience.stop();
    if (!kept)
        return lost({ ErrorCode::Unavailable, {}, utf8(tr("the history does not take the samples; they wait at the edge")) });
    const EdgeRecord &record = m_waiting.front();
    m_settled = ticket;
    m_newest = record.at;
    m_taken += qint64(record.samples.size());
    m_state.lastGood = QDateTime::currentMSecsSinceEpoch();
    m_state.series = std::max(m_state.series, qint64(record.samples.size()));
    m_waiting.pop_front();
    m_passing = false;
    if (!m_ackTimer.isActive())
        m_ackTimer.start();
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, &EdgeSource::passOn, Qt::QueuedConnection); // not deeper and deeper
}

void EdgeSource::update(const EdgeStatus &status, TimeMs sent)
{
    m_edge = status;
    if (sent > 0) {
        const TimeMs now = QDateTime::currentMSecsSinceEpoch(), trip = now - sent;
        if (trip >= 0 && (m_bestTrip < 0 || trip <= m_bestTrip + 5)) {
            m_bestTrip = trip;
            m_state.clockOffsetMs = status.clock - (sent + trip / 2);
        }
        m_state.tookMs = trip;
    }
    if (m_state.code == SourceState::Code::Starting || m_state.code == SourceState::Code::Failed)
        judge();
}

TimeMs EdgeSource::age() const
{
    return std::max<TimeMs>(0, QDateTime::currentMSecsSinceEpoch() + m_state.clockOffsetMs - m_newest);
}

QStringList EdgeSource::warnings() const
{
    QStringList all;
    const double offset = double(m_state.clockOffsetMs) / 1000;
    if (std::abs(offset) > m_limits.clockLimitSeconds)
        all += (offset > 0 ? tr("the edge's clock is %1 seconds ahead") : tr("the edge's clock is %1 seconds behind"))
                   .arg(QLocale::c().toString(std::abs(offset), 'f', 1));
    if (m_edge.dropped > 0)
        all += tr("%1 samples were dropped at the edge while its spool was full or damaged").arg(m_edge.dropped);
    if (m_edge.waitingBytes > kWorthSaying)
        all += tr("%1 MiB of %2 MiB wait at the edge").arg(mebibytes(m_edge.waitingBytes), mebibytes(m_edge.spoolLimit));
    return all;
}

/// Once a second while the link is up.
void EdgeSource::judge()
{
    const qint64 passed = std::max<qint64>(1, m_looked.restart());
    m_state.samplesPerSecond = std::exchange(m_taken, 0) * 1000 / passed;
    if (!m_link || m_edge.clock == 0)
        return;
    m_state.failures = 0;
    m_state.dropped = qint64(m_edge.dropped);
    m_state.waitingBytes = qint64(m_edge.waitingBytes);
    m_state.warnings = warnings();
    const TimeMs old = age();
    if (old <= std::max<TimeMs>(kOldMs, 3 * m_config.intervalMs))
        return setState(m_edge.collecting ? SourceState::Code::Live : SourceState::Code::Stale,
            m_edge.collecting ? QString() : tr("nothing collects at the edge"));
    const QString seconds = QLocale::c().toString(old / 1000);
    setState(SourceState::Code::Stale,
        m_edge.waitingBytes > kWorthSaying ? tr("catching up: the newest sample is %1 seconds old, %2 MiB wait").arg(seconds, mebibytes(m_edge.waitingBytes))
                                           : tr("the edge has had no new sample for %1 seconds").arg(seconds));
}

void EdgeSource::lost(const Error &error)
{
    m_patience.stop();
    m_ackTimer.stop();
    closeLink();
    m_edge = {};
    const int shift = std::min(m_state.failures++, 16);
    const qint64 delay = std::min<qint64>(m_timing.longestRetryMs, qint64(m_timing.firstRetryMs) << shift);
    m_retry.start(int(delay * 3 / 4 + QRandomGenerator::global()->bounded(delay / 2 + 1)));
    m_state.samplesPerSecond = 0;
    setState(SourceState::Code::Failed, oneLine(qstr(error), 400));
}

void EdgeSource::setState(SourceState::Code code, const QString &reason)
{
    m_state.code = code;
    m_state.reason = reason;
    Q_EMIT stateChanged(m_state);
}

Result<std::unique_ptr<Source>> makeEdgeSource(const SourceConfig &config, const QString &)
{
    std::unique_ptr<Source> source = std::make_unique<EdgeSource>(config, SourceLimits {});
    return source;
}

} // namespace lepto
