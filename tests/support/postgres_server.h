#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace lepto::test {

/// Debian's postgresql on a free loopback port with a temporary cluster; as root it runs as the system's user `postgres`.
class PostgresServer {
public:
    PostgresServer();
    ~PostgresServer();

    static bool isInstalled();
    bool start();                     ///< also again after kill()
    void kill();                      ///< the server and all its children, at once
    void restart();                   ///< in order, every connection is cut

    /// The address of a new and empty database; `user` other than the owner needs a password.
    QString freshDatabase();
    QString url(const QString &database, const QString &user = QStringLiteral("lepto")) const;
    bool sql(const QString &database, const QString &statement) const;
    quint16 port() const { return m_port; }
    QString error() const { return m_error; }

private:
    QStringList as(const QStringList &command) const;
    bool run(const QStringList &command) const;
    bool make();
    void end(int signal);

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_server;
    QString m_bin;
    quint16 m_port = 0;
    int m_databases = 0;
    mutable QString m_error;
};

/// Where a test's operations database shall be: `folder`/ops.db, or with LEPTOSCOPE_TEST_BACKEND=postgresql a new database of one server
/// that lives as long as the test. Ends the test with "skipped: no PostgreSQL" where that is not installed.
QString freshOpsPlace(const QString &folder);

} // namespace lepto::test
