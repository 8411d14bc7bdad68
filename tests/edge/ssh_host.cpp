#include "tests/edge/ssh_host.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace lepto::test {

namespace {

const QString kSshd = QStringLiteral("/usr/sbin/sshd");

QString userName()
{
    const passwd *user = ::getpwuid(::getuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString();
}

qint64 parentOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

bool listens(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    return socket.waitForConnected(500);
}

} // namespace

bool SshHost::isInstalled()
{
    return QFile::exists(kSshd) && !QStandardPaths::findExecutable(QStringLiteral("ssh")).isEmpty();
}

bool SshHost::makeKey(const char *name)
{
    QFile::remove(path(name));
    return QProcess::execute(QStringLiteral("ssh-keygen"), { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), QString(), QStringLiteral("-f"), path(name) }) == 0;
}

bool SshHost::write(const char *name, const QByteArray &text, bool program)
{
    QFile file(path(name));
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    return written && (!program || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

bool SshHost::prepare()
{
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd")); // where sshd separates its privileges
    m_port = freePort();
    if (!makeKey("host_key") || !makeKey("user_key") || !QFile::copy(path("user_key.pub"), path("authorized_keys")))
        return false;
    QFile key(path("host_key.pub"));
    if (!key.open(QIODevice::ReadOnly))
        return false;
    const QByteArray known = "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key.readAll();
    const QByteArray config = "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " + path("host_key").toUtf8() + "\nAuthorizedKeysFile "
        + path("authorized_keys").toUtf8() + "\nPidFile none\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPasswordAuthentication no\nPrintMotd no\n";
    const QByteArray program = "#!/bin/sh\nexec " LEPTOSCOPE_BIN_DIR "/leptoscope-cli \"$@\" --data-dir " + path("data").toUtf8() + "\n";
    return write("known_hosts", known) && write("sshd_config", config) && write("leptoscope-cli", program, true);
}

bool SshHost::start()
{
    if (m_port == 0 && !prepare()) {
        m_error = QStringLiteral("keys or configuration cannot be made");
        return false;
    }
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::MergedChannels);
    m_server->start(kSshd, { QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config") });
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 10'000 && !m_server->waitForFinished(20)) {
        if (listens(m_port))
            return true;
    }
    m_error = QString::fromUtf8(m_server->readAll());
    return false;
}

void SshHost::stop()
{
    if (!m_server)
        return;
    const QList<qint64> children = connections();
    m_server->kill();
    m_server->waitForFinished(5000);
    for (const qint64 child : children)
        ::kill(pid_t(child), SIGKILL);
    m_server.reset();
}

QList<qint64> SshHost::connections() const
{
    QList<qint64> all;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const qint64 process = name.toLongLong();
        for (qint64 up = process, depth = 0; up > 1 && depth < 10; up = parentOf(up), ++depth)
            if (process != m_server->processId() && up == m_server->processId())
                all.append(process);
    }
    return all;
}

void SshHost::changeHostKey()
{
    makeKey("host_key");
}

SourceConfig SshHost::source(const QString &name) const
{
    SourceConfig config;
    config.name = name;
    config.kind = SourceConfig::Kind::Edge;
    config.url = QStringLiteral("ssh://%1@127.0.0.1:%2%3?program=%4").arg(userName()).arg(m_port).arg(spool(), path("leptoscope-cli"));
    config.caFile = path("known_hosts");
    config.clientKeyFile = path("user_key");
    return config;
}

} // namespace lepto::test
