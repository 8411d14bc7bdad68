#include "core/edge/ssh_command.h"

namespace lepto {

namespace {

/// A file name as the value of an ssh option: quoted, without the expansion of % and ~.
QString quotedFile(QString file)
{
    return u'"' + file.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).replace(u'%', QStringLiteral("%%")) + u'"';
}

} // namespace

QStringList sshCommand(const EdgeAddress &address, const SourceConfig &config)
{
    QStringList argv { QStringLiteral("ssh"), QStringLiteral("-T") };
    const auto option = [&argv](const QString &text) { argv << QStringLiteral("-o") << text; };
    for (const char *text : { "BatchMode=yes", "StrictHostKeyChecking=yes", "ConnectTimeout=10", "ServerAliveInterval=5", "ServerAliveCountMax=3",
             "PermitLocalCommand=no", "ForwardAgent=no", "ForwardX11=no", "ClearAllForwardings=yes", "ControlMaster=no", "ControlPath=none",
             "RemoteCommand=none", "LogLevel=ERROR" })
        option(QLatin1String(text));
    if (!config.caFile.isEmpty())
        option(QStringLiteral("UserKnownHostsFile=") + quotedFile(config.caFile));
    if (!config.clientKeyFile.isEmpty()) {
        option(QStringLiteral("IdentityFile=") + quotedFile(config.clientKeyFile));
        option(QStringLiteral("IdentitiesOnly=yes"));
    }
    if (address.port > 0)
        argv << QStringLiteral("-p") << QString::number(address.port);
    if (!address.user.isEmpty())
        argv << QStringLiteral("-l") << address.user;
    argv << QStringLiteral("--") << address.host;
    argv << (address.program.isEmpty() ? QStringLiteral("leptoscope-cli") : address.program) << QStringLiteral("relay");
    if (!address.spool.isEmpty())
        argv << QStringLiteral("--spool") << address.spool;
    return argv;
}

} // namespace lepto
