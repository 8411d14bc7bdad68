#include "core/worker/worker_client.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace lepto {

namespace {

constexpr int kHeartbeatMs = 5000;
constexpr qsizetype kLastWords = 2000;

} // namespace

WorkerClient::WorkerClient(QStringList command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
{
    qRegisterMetaType<lepto::Error>();
    m_heartbeat.setInterval(kHeartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &WorkerClient::beat);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkerClient::readAnswers);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_lastWords = (m_lastWords + m_process.readAllStandardError()).right(kLastWords);
    });
    connect(&m_process, &QProcess::finished, this, &WorkerClient::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // the only error that `finished` does not follow
            ended();
    });
}

WorkerClient::~WorkerClient()
{
    disconnect(&m_process, nullptr, this, nullptr);
    stop(1000);
}

Result<QString> WorkerClient::localProgram()
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const QString &place : {folder, folder + QStringLiteral("/../libexec/leptoscope")}) {
        const QFileInfo program(place + QStringLiteral("/leptoscope-worker"));
        if (program.isExecutable())
            return program.canonicalFilePath();
    }
    return Error{ErrorCode::NotFound, utf8(folder), utf8(tr("leptoscope-worker is not installed beside this program"))};
}

QString WorkerClient::subject() const { return m_command.isEmpty() ? tr("worker") : m_command.first(); }

void WorkerClient::start()
{
    if (running())
        return;
    m_stopping = false;
    m_greeted = false;
    m_lastWords.clear();
    m_lines = ml::LineReader(answerLimit);
    m_silentMs = 0;
    m_hello = QStringLiteral("hello-%1").arg(m_next++);
    m_process.start(m_command.value(0), m_command.mid(1));
    send(m_hello, ml::HelloRequest{});
    m_heartbeat.start();
}

void WorkerClient::stop(int graceMs)
{
    m_stopping = true;
    m_heartbeat.stop();
    if (running()) {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(graceMs)) {
            m_process.kill();
            m_process.waitForFinished(1000);
        }
    }
    failOpen({ErrorCode::Cancelled, utf8(subject()), utf8(tr("the worker was stopped"))});
}

QString WorkerClient::request(const Wish &wish)
{
    const QString id = QStringLiteral("r-%1").arg(m_next++);
    m_open.insert(id);
    if (running()) {
        send(id, wish);
        return id;
    }
    start();
    send(id, wish); // buffered until the process runs
    return id;
}

void WorkerClient::cancel(const QString &id)
{
    if (running() && m_open.contains(id))
        send(QStringLiteral("c-%1").arg(m_next++), ml::CancelRequest{utf8(id)});
}

void WorkerClient::setHeartbeat(int everyMs, int deadAfterMs)
{
    m_heartbeat.setInterval(everyMs);
    m_deadAfterMs = deadAfterMs;
}

void WorkerClient::send(const QString &id, const Wish &wish)
{
    m_process.write(QByteArray::fromStdString(ml::encode({utf8(id), wish})));
}

void WorkerClient::beat()
{
    if (m_hello.isEmpty()) {
        m_silentMs = 0;
        if (m_open.isEmpty())
            return;
        m_hello = QStringLiteral("hello-%1").arg(m_next++);
        send(m_hello, ml::HelloRequest{});
        return;
    }
    m_silentMs += m_heartbeat.interval();
    if (m_silentMs >= m_deadAfterMs)
        m_process.kill(); // `ended` says so
}

void WorkerClient::readAnswers()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    m_lines.feed(
        std::string_view(bytes.constData(), std::size_t(bytes.size())), [this](std::string_view line) { take(line); },
        [this] { Q_EMIT logged(tr("an answer of the worker was too long and is dropped")); });
}

void WorkerClient::take(std::string_view line)
{
    const QJsonObject answer = QJsonDocument::fromJson(QByteArray(line.data(), qsizetype(line.size()))).object();
    const QString id = answer[u"id"].toString(), type = answer[u"type"].toString();
    const QJsonObject body = answer[u"body"].toObject();
    m_silentMs = 0;
    if (answer[u"v"].toInt() != ml::protocolVersion) {
        Q_EMIT logged(oneLine(QString::fromUtf8(line.data(), qsizetype(line.size())))); // a login banner, for example
        return;
    }
    if (id == m_hello && !id.isEmpty()) {
        m_hello.clear();
        if (!std::exchange(m_greeted, true))
            Q_EMIT ready(body);
        return;
    }
    if (type == u"log") {
        Q_EMIT logged(oneLine(body[u"text"].toString()));
        return;
    }
    if (!m_open.contains(id))
        return;
    if (type == u"progress") {
        Q_EMIT progressed(id, body);
    } else if (type == u"result") {
        m_open.remove(id);
        Q_EMIT finished(id, body);
    } else if (type == u"error") {
        m_open.remove(id);
        Q_EMIT failed(id, {ml::errorCodeOf(utf8(body[u"code"].toString())), utf8(oneLine(body[u"subject"].toString())),
                           utf8(oneLine(body[u"reason"].toString()))});
    }
}

void WorkerClient::ended()
{
    m_heartbeat.stop();
    if (m_stopping)
        return;
    QString reason = tr("the worker ended with status %1").arg(m_process.exitCode());
    if (m_process.error() == QProcess::FailedToStart)
        reason = tr("the worker cannot be started: %1").arg(m_process.errorString());
    else if (!m_hello.isEmpty() && m_silentMs >= m_deadAfterMs)
        reason = tr("the worker did not answer for %1 seconds and was ended").arg(m_silentMs / 1000);
    else if (m_process.exitStatus() == QProcess::CrashExit)
        reason = tr("the worker was killed");
    const QString words = oneLine(QString::fromUtf8(m_lastWords.trimmed().split('\n').last()), 200);
    if (!words.isEmpty())
        reason += QStringLiteral(": ") + words;
    const Error error{ErrorCode::Unavailable, utf8(subject()), utf8(reason)};
    m_hello.clear();
    failOpen(error);
    Q_EMIT died(error);
}

void WorkerClient::failOpen(const Error &error)
{
    const QSet<QString> open = std::exchange(m_open, {});
    for (const QString &id : open)
        Q_EMIT failed(id, error);
}

} // namespace lepto
