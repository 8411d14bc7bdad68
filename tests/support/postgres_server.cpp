#include "tests/support/postgres_server.h"

#include "tests/support/server_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <unistd.h>

namespace lepto::test {

namespace {

/// The folder of the newest installed version's programs; empty where there is none.
QString binFolder()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        if (QFile::exists(versions.filePath(version + QStringLiteral("/bin/initdb"))))
            return versions.filePath(version + QStringLiteral("/bin/"));
    return {};
}

} // namespace

PostgresServer::PostgresServer()
    : m_bin(binFolder())
{ }

PostgresServer::~PostgresServer()
{
    kill();
    if (::geteuid() == 0)
        QProcess::execute(QStringLiteral("rm"), { QStringLiteral("-rf"), m_folder.filePath(QStringLiteral("cluster")) });
}

bool PostgresServer::isInstalled()
{
    return !binFolder().isEmpty() && QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"));
}

QStringList PostgresServer::as(const QStringList &command) const
{
    if (::geteuid() != 0)
        return command;
    return QStringList { QStringLiteral("setpriv"), QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"), QStringLiteral("--clear-groups") } + command;
}

bool PostgresServer::run(const QStringList &command) const
{
    const QStringList argv = as(command);
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardOutputFile(m_folder.filePath(QStringLiteral("last.log"))); // a pipe would be held open by the server
    process.start(argv[0], argv.mid(1));
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    QFile log(m_folder.filePath(QStringLiteral("last.log")));
    m_error = command[0] + QStringLiteral(": ") + (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(1000)) : process.errorString());
    return false;
}

bool PostgresServer::make()
{
    m_port = freePort();
    const QString cluster = m_folder.filePath(QStringLiteral("cluster"));
    if (::geteuid() == 0) {
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
        QDir().mkpath(cluster);
        if (QProcess::execute(QStringLiteral("chown"), { QStringLiteral("postgres:"), cluster }) != 0)
            return false;
    }
    if (!run({ m_bin + QStringLiteral("initdb"), QStringLiteral("-D"), cluster, QStringLiteral("-U"), QStringLiteral("lepto"), QStringLiteral("--auth-local=trust"),
            QStringLiteral("--auth-host=trust"), QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-N") }))
        return false;
    const QString config = QStringLiteral("listen_addresses='127.0.0.1'\\nport=%1\\nunix_socket_directories='%2'\\nfsync=off\\n").arg(m_port).arg(cluster);
    const QString login = QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256\\nhost all all 127.0.0.1/32 trust\\nlocal all all trust\\n");
    const QString script = QStringLiteral("printf '%b' \"$1\" >> \"$0/postgresql.conf\"; printf '%b' \"$2\" > \"$0/pg_hba.conf\"");
    return run({ QStringLiteral("sh"), QStringLiteral("-c"), script, cluster, config, login });
}

bool PostgresServer::start()
{
    if (m_port == 0 && !make())
        return false;
    // Dies with the test, however that ends.
    QStringList argv = as({ m_bin + QStringLiteral("postgres"), QStringLiteral("-D"), m_folder.filePath(QStringLiteral("cluster")) });
    if (::geteuid() == 0)
        argv.insert(1, QStringLiteral("--pdeathsig=QUIT"));
    else
        argv = QStringList { QStringLiteral("setpriv"), QStringLiteral("--pdeathsig=QUIT") } + argv;
    m_server = std::make_unique<QProcess>();
    m_server->setWorkingDirectory(m_folder.path());
    m_server->setProcessChannelMode(QProcess::MergedChannels);
    m_server->setStandardOutputFile(m_folder.filePath(QStringLiteral("server.log")));
    m_server->start(argv[0], argv.mid(1));
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 20'000 && !m_server->waitForFinished(30)) {
        if (sql(QStringLiteral("postgres"), QStringLiteral("SELECT 1")))
            return true;
    }
    return false;
}

void PostgresServer::end(int signal)
{
    if (!m_server || m_server->state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server->processId()), signal);
    m_server->waitForFinished(20'000);
}

void PostgresServer::kill()
{
    end(SIGQUIT);
}

void PostgresServer::restart()
{
    end(SIGINT);
    start();
}

bool PostgresServer::sql(const QString &database, const QString &statement) const
{
    return run({ m_bin + QStringLiteral("psql"), QStringLiteral("-q"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
        QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"), QStringLiteral("lepto"), QStringLiteral("-d"), database, QStringLiteral("-c"), statement });
}

QString PostgresServer::url(const QString &database, const QString &user) const
{
    return QStringLiteral("postgresql://%1@127.0.0.1:%2/%3").arg(user).arg(m_port).arg(database);
}

QString PostgresServer::freshDatabase()
{
    const QString name = QStringLiteral("ops_%1").arg(++m_databases);
    return sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + name) ? url(name) : QString();
}

QString freshOpsPlace(const QString &folder)
{
    if (qEnvironmentVariable("LEPTOSCOPE_TEST_BACKEND") != u"postgresql")
        return folder + QStringLiteral("/ops.db");
    if (!PostgresServer::isInstalled()) {
        std::puts("skipped: no PostgreSQL");
        std::fflush(stdout);
        std::_Exit(0);
    }
    static const std::unique_ptr<PostgresServer> server = [] {
        auto made = std::make_unique<PostgresServer>();
        if (!made->start())
            qFatal("%s", qPrintable(made->error()));
        return made;
    }();
    return server->freshDatabase();
}

} // namespace lepto::test
