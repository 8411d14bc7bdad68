#pragma once

#include "core/settings/source_config.h"
#include "tests/support/server_process.h"

#include <memory>

namespace lepto::test {

/// Debian's sshd on a free loopback port with its own host key, and a key of ours that it knows: an "edge" whose leptoscope-cli is the one
/// of this build, with a data folder of its own.
class SshHost {
public:
    static bool isInstalled();
    bool start();                    ///< also again after stop(), on the same port
    void stop();                     ///< kills the server and every connection of it
    QString error() const { return m_error; }

    SourceConfig source(const QString &name) const;
    QString spool() const { return m_folder.filePath(QStringLiteral("spool")); }
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QList<qint64> connections() const; ///< process ids of sshd's children
    void changeHostKey();

private:
    bool makeKey(const char *name);
    bool write(const char *name, const QByteArray &text, bool program = false);
    bool prepare();

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_server;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace lepto::test
