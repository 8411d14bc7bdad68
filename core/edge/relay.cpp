#include "core/edge/relay.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSocketNotifier>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace lepto {

namespace {

constexpr std::size_t kOutputBytes = 512u << 10;   ///< packed and not written yet
constexpr std::uint64_t kWindowBytes = 4u << 20;   ///< packed and not acknowledged
constexpr std::size_t kWindowRecords = 1024;
constexpr int kSaveMs = 200, kRetryMs = 100, kPatienceMs = 3000;

} // namespace

Relay::Relay(SpoolFolder folder, RelayOptions options, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_options(std::move(options))
    , m_lock(m_folder.relayLock())
{
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveMs);
    m_poll.setInterval(m_options.pollMs);
    m_statusTimer.setInterval(m_options.statusMs);
    connect(&m_save, &QTimer::timeout, this, &Relay::saveTaken);
    connect(&m_poll, &QTimer::timeout, this, &Relay::pump);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] { sendStatus(0); });
}

Relay::~Relay()
{
    if (!m_readable)
        return;
    if (m_save.isActive())
        saveTaken();
    ::fcntl(m_options.in, F_SETFL, m_inFlags);
    ::fcntl(m_options.out, F_SETFL, m_outFlags);
}

void Relay::start()
{
    std::signal(SIGPIPE, SIG_IGN); // the end of the link is an answer of write()
    m_inFlags = ::fcntl(m_options.in, F_GETFL);
    m_outFlags = ::fcntl(m_options.out, F_GETFL);
    ::fcntl(m_options.in, F_SETFL, m_inFlags | O_NONBLOCK);
    ::fcntl(m_options.out, F_SETFL, m_outFlags | O_NONBLOCK);
    m_readable = new QSocketNotifier(m_options.in, QSocketNotifier::Read, this);
    m_writable = new QSocketNotifier(m_options.out, QSocketNotifier::Write, this);
    m_writable->setEnabled(false);
    connect(m_readable, &QSocketNotifier::activated, this, &Relay::readInput);
    connect(m_writable, &QSocketNotifier::activated, this, [this] {
        flush();
        pump();
    });
    appendPreamble(m_output, edgeProtocol);
    EdgeHello { m_options.program, utf8(QSysInfo::machineHostName()), utf8(m_folder.id()) }.append(m_output);
    m_heard.start();
    m_poll.start();
    flush();
}

void Relay::wake()
{
    pump();
}

void Relay::readInput()
{
    std::uint8_t piece[64 << 10];
    const ssize_t n = ::read(m_options.in, piece, sizeof piece);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0)
        return end({});
    m_heard.start();
    m_frames.feed({ piece, std::size_t(n) });
    while (const auto frame = m_frames.next()) {
        take(*frame);
        if (m_ended)
            return;
    }
    if (m_frames.isBad()) {
        const Parsed &problem = m_frames.problem();
        QString sentence = QCoreApplication::translate("Edge", problem.reason);
        if (problem.version != 0)
            sentence = tr("the console speaks version %1 of the edge protocol, this edge speaks version %2").arg(problem.version).arg(edgeVersion);
        return refuse(sentence);
    }
    pump();
}

void Relay::take(const Frame &frame)
{
    switch (frame.kind) {
    case FrameKind::Greeting:
        if (const auto greeting = EdgeGreeting::read(frame.body))
            greet(*greeting);
        break;
    case FrameKind::Ack:
        if (const auto ack = EdgeAck::read(frame.body))
            acknowledge(ack->seq);
        break;
    case FrameKind::Ping:
        if (const auto ping = EdgePing::read(frame.body))
            sendStatus(ping->clock);
        break;
    default:
        break;
    }
}

void Relay::greet(const EdgeGreeting &greeting)
{
    if (!m_console.empty())
        return;
    m_console = utf8(oneLine(qstr(greeting.console), 100));
    m_claimed.start();
    claim();
}

/// An older connection of the same console is asked to leave: it may wait for a peer that is long gone.
void Relay::claim()
{
    if (m_ended || m_leaving)
        return;
    if (m_lock.take(QByteArray::fromStdString(m_console)))
        return begin();
    const qint64 holder = m_lock.holder();
    if (holder > 0 && m_lock.note() != QByteArray::fromStdString(m_console))
        return refuse(tr("another console takes from this edge already (process %1)").arg(holder));
    if (m_claimed.elapsed() > 2 * kPatienceMs)
        return refuse(tr("the spool cannot be locked"));
    if (holder > 0)
        ::kill(pid_t(holder), m_claimed.elapsed() > kPatienceMs ? SIGKILL : SIGTERM);
    QTimer::singleShot(kRetryMs, this, &Relay::claim);
}

void Relay::begin()
{
    m_taken = m_folder.taken();
    m_reader = std::make_unique<SpoolReader>(m_folder, m_taken.upTo.seq);
    sendStatus(0);
    m_statusTimer.start();
    pump();
}

void Relay::acknowledge(std::uint64_t seq)
{
    const std::uint64_t segment = m_takenPlace.segment;
    while (!m_sent.empty() && m_sent.front().end.seq <= seq) {
        const Sent &sent = m_sent.front();
        m_taken.dropped += sent.before.samples - std::min(sent.before.samples, m_taken.upTo.samples);
        m_taken.upTo = sent.end;
        m_takenPlace = sent.place;
        m_sentBytes -= sent.bytes;
        m_sent.pop_front();
        if (!m_save.isActive())
            m_save.start();
    }
    if (segment != m_takenPlace.segment)
        m_folder.removeTaken(m_taken.upTo);
}

void Relay::pump()
{
    if (m_ended)
        return;
    if (m_heard.elapsed() > m_options.silentMs)
        return end(tr("the console has been silent for %1 seconds").arg(m_options.silentMs / 1000));
    if (!m_reader || m_leaving)
        return;
    while (m_output.size() < kOutputBytes && m_sentBytes < kWindowBytes && m_sent.size() < kWindowRecords && sendNext()) { }
    flush();
}

bool Relay::sendNext()
{
    const auto record = m_reader->next();
    if (m_sent.empty())
        m_takenPlace = record ? m_reader->placeBefore() : m_reader->place();
    if (!record)
        return false;
    const std::size_t size = m_output.size();
    Bytes body;
    m_records.write(body, *record, record->samples); // all of them: they come out of one frame
    appendFrame(m_output, FrameKind::Samples, body);
    m_sent.push_back({ record->before, record->end(), m_reader->place(), m_output.size() - size });
    m_sentBytes += m_sent.back().bytes;
    return true;
}

std::uint64_t Relay::waitingBytes(std::uint64_t &all) const
{
    std::uint64_t waiting = 0;
    for (const SpoolSegment &segment : m_folder.segments()) {
        all += segment.bytes;
        if (segment.before.seq > m_takenPlace.segment || m_takenPlace.bytes == 0)
            waiting += segment.bytes;
        else if (segment.before.seq == m_takenPlace.segment)
            waiting += segment.bytes - std::min(segment.bytes, m_takenPlace.bytes);
    }
    return waiting;
}

void Relay::sendStatus(TimeMs echo)
{
    if (m_ended || m_leaving)
        return;
    EdgeStatus status;
    status.clock = QDateTime::currentMSecsSinceEpoch();
    status.echo = echo;
    status.waitingBytes = waitingBytes(status.spoolBytes);
    status.spoolLimit = m_options.spoolLimit;
    status.dropped = m_taken.dropped;
    status.collecting = m_collectsItself || ProcessLock(m_folder.collectorLock()).holder() > 0; // never asked for one's own
    status.append(m_output);
    flush();
}

void Relay::flush()
{
    std::size_t done = 0;
    while (done < m_output.size()) {
        const ssize_t n = ::write(m_options.out, m_output.data() + done, m_output.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN)
            break;
        if (n <= 0)
            return end({});
        done += std::size_t(n);
    }
    m_output.erase(m_output.begin(), m_output.begin() + std::ptrdiff_t(done));
    if (m_writable)
        m_writable->setEnabled(!m_output.empty());
    if (m_leaving && m_output.empty())
        end(m_lastWords);
}

void Relay::saveTaken()
{
    m_save.stop();
    (void)m_folder.save(m_taken); // what is not noted is sent again, and the console's store drops it
}

void Relay::refuse(const QString &sentence)
{
    EdgeRefusal { utf8(sentence) }.append(m_output);
    m_leaving = true;
    m_lastWords = sentence;
    flush();
}

void Relay::end(const QString &reason)
{
    if (std::exchange(m_ended, true))
        return;
    m_poll.stop();
    m_statusTimer.stop();
    if (m_save.isActive())
        saveTaken();
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    Q_EMIT finished(reason);
}

} // namespace lepto
