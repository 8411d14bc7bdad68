#include "core/edge/edge_link.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>

namespace lepto {

namespace {

constexpr qsizetype kLastWords = 2000;
constexpr int kMissedBeats = 4, kCommandNotFound = 127, kLeaveMs = 2000;

} // namespace

EdgeLink::EdgeLink(QStringList command, RecordReader::Relabel relabel, int heartbeatMs, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_records(std::move(relabel))
{
    m_heartbeat.setInterval(heartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &EdgeLink::beat);
}

EdgeLink::~EdgeLink()
{
    close();
}

void EdgeLink::open()
{
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &EdgeLink::read);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] {
        m_lastWords = (m_lastWords + m_process->readAllStandardError()).right(kLastWords);
    });
    connect(m_process.get(), &QProcess::finished, this, &EdgeLink::ended);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // the only error that `finished` does not follow
            ended();
    });
    m_heard.start();
    m_heartbeat.start();
    m_process->start(m_command.value(0), m_command.mid(1));
    Bytes hello;
    appendPreamble(hello, edgeProtocol);
    const QString program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    if (!m_console.empty())
        EdgeGreeting { utf8(program), m_console, utf8(QSysInfo::machineHostName()) }.append(hello);
    write(hello);
}

void EdgeLink::close()
{
    m_heartbeat.stop();
    if (!m_process)
        return;
    // It leaves by itself: waiting here would hold up whoever closes the link.
    QProcess *process = m_process.release();
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->closeWriteChannel();
    QTimer::singleShot(kLeaveMs, process, &QProcess::kill);
}

void EdgeLink::acknowledge(std::uint64_t seq)
{
    Bytes bytes;
    EdgeAck { seq }.append(bytes);
    write(bytes);
}

void EdgeLink::write(const Bytes &bytes)
{
    if (m_process)
        m_process->write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size()));
}

void EdgeLink::read()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    m_frames.feed({ reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()) });
    while (m_process) { // a listener may close the link
        const auto frame = m_frames.next();
        if (!frame)
            break;
        m_heard.start();
        take(*frame);
    }
    if (!m_process || !m_frames.isBad())
        return;
    const Parsed &problem = m_frames.problem();
    QString reason = QCoreApplication::translate("Edge", problem.reason);
    giveUp(problem.version != 0 ? reason.arg(problem.version).arg(edgeVersion) : reason);
}

void EdgeLink::take(const Frame &frame)
{
    if (frame.kind == FrameKind::Hello)
        return greet(frame);
    if (frame.kind == FrameKind::Refusal) {
        const auto refusal = EdgeRefusal::read(frame.body);
        return giveUp(refusal ? oneLine(qstr(refusal->sentence)) : tr("the edge refuses"));
    }
    if (frame.kind == FrameKind::Status) {
        if (const auto status = EdgeStatus::read(frame.body))
            Q_EMIT statusCame(*status, status->echo);
        return;
    }
    if (frame.kind != FrameKind::Samples || !m_greeted)
        return;
    if (const auto record = m_records.read(frame.body))
        Q_EMIT received(*record);
    else
        giveUp(tr("the edge sends samples that cannot be read"));
}

void EdgeLink::greet(const Frame &frame)
{
    const auto hello = EdgeHello::read(frame.body);
    if (!hello)
        return giveUp(tr("the edge sends samples that cannot be read"));
    m_greeted = true;
    beat();
    Q_EMIT greeted(*hello);
}

void EdgeLink::beat()
{
    if (m_heard.elapsed() > qint64(kMissedBeats) * m_heartbeat.interval())
        return giveUp(m_greeted ? tr("the edge has been silent for %1 seconds").arg(m_heard.elapsed() / 1000) : tr("the edge does not answer"));
    if (!m_greeted)
        return;
    Bytes bytes;
    EdgePing { QDateTime::currentMSecsSinceEpoch() }.append(bytes);
    write(bytes);
}

QString EdgeLink::exitReason() const
{
    QString words = oneLine(QString::fromUtf8(m_lastWords.trimmed().split('\n').last()), 200);
    if (words.endsWith(u'.'))
        words.chop(1);
    if (m_process->error() == QProcess::FailedToStart)
        return tr("%1 cannot be started: %2").arg(m_command.value(0), m_process->errorString());
    if (m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == kCommandNotFound)
        return tr("the program is not installed at the edge (%1)").arg(words);
    if (!words.isEmpty())
        return words;
    return m_greeted ? tr("the connection was lost") : tr("%1 ended with status %2").arg(m_command.value(0)).arg(m_process->exitCode());
}

void EdgeLink::ended()
{
    if (m_process->state() == QProcess::NotRunning && m_process->error() != QProcess::FailedToStart) {
        m_lastWords = (m_lastWords + m_process->readAllStandardError()).right(kLastWords);
        read(); // what came last, a refusal for example
    }
    if (m_process)
        giveUp(exitReason());
}

void EdgeLink::giveUp(const QString &reason)
{
    if (m_process && m_process->state() != QProcess::NotRunning)
        m_process->kill();
    close();
    Q_EMIT down({ ErrorCode::Unavailable, {}, utf8(reason) });
}

} // namespace lepto
