#include "tests/support/server_process.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>

namespace lepto::test {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

int statusOf(quint16 port, const QByteArray &path, int timeoutMs)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(timeoutMs))
        return 0;
    socket.write("GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
    QByteArray head;
    while (!head.contains('\n') && socket.waitForReadyRead(timeoutMs))
        head += socket.read(4096);
    return head.mid(9, 3).toInt();
}

static bool listens(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    return socket.waitForConnected(500);
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QString &program, const QStringList &arguments, quint16 port, const QByteArray &readyPath, int timeoutMs)
{
    m_port = port;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("output.log")));
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(5000)) {
        m_error = program + QStringLiteral(": ") + m_process.errorString();
        return false;
    }
    return waitReady(readyPath, timeoutMs);
}

bool ServerProcess::waitReady(const QByteArray &path, int timeoutMs)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < timeoutMs && !m_process.waitForFinished(20)) {
        if (path.isEmpty() ? listens(m_port) : statusOf(m_port, path) == 200)
            return true;
    }
    QFile log(m_folder.filePath(QStringLiteral("output.log")));
    m_error = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(2000)) : QStringLiteral("not ready");
    return false;
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

void ServerProcess::pause()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void ServerProcess::resume()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

} // namespace lepto::test
