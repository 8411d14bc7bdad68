#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace lepto::test {

/// A loopback port that was free a moment ago.
quint16 freePort();

/// A real server as a child of the test: killed when this dies, with its output kept for the failure message.
class ServerProcess {
public:
    ~ServerProcess();

    /// Starts and waits until `http://127.0.0.1:port<readyPath>` answers 200, or with an empty path until the port is open.
    /// False: see `error()`.
    bool start(const QString &program, const QStringList &arguments, quint16 port, const QByteArray &readyPath, int timeoutMs = 15'000);
    void kill();     ///< SIGKILL, waits
    void pause();    ///< SIGSTOP: accepts connections, never answers
    void resume();   ///< SIGCONT

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    quint16 port() const { return m_port; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QString error() const { return m_error; }
    QString folder() const { return m_folder.path(); } ///< scratch folder that lives as long as the server

private:
    bool waitReady(const QByteArray &path, int timeoutMs);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

/// Status code of a blocking GET on loopback; 0 when nothing answers in time.
int statusOf(quint16 port, const QByteArray &path, int timeoutMs = 1000);

} // namespace lepto::test
