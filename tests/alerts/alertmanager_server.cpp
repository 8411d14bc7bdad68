#include "tests/alerts/alertmanager_server.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpSocket>

namespace lepto::test {

namespace {

const QString program = QStringLiteral("prometheus-alertmanager");
const char *const plainConfig = R"(
route:
  receiver: default
  group_by: [alertname, cluster]
  group_wait: 1s
  group_interval: 1s
  routes:
  - {receiver: page, matchers: ['severity="critical"']}
inhibit_rules:
- {source_matchers: ['alertname="TargetDown"'], target_matchers: ['alertname="Inhibited"'], equal: [instance]}
receivers: [{name: default}, {name: page}]
)";

bool writeText(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

} // namespace

bool AlertmanagerServer::isInstalled()
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

bool AlertmanagerServer::start(const Options &options)
{
    const quint16 port = freePort();
    const QString config = folder() + QStringLiteral("/alertmanager.yml"), web = folder() + QStringLiteral("/web.yml");
    writeText(config, options.config.isEmpty() ? QString::fromLatin1(plainConfig) : options.config);
    QStringList arguments{QStringLiteral("--config.file=") + config, QStringLiteral("--storage.path=") + folder() + QStringLiteral("/data"),
                          QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port), QStringLiteral("--cluster.listen-address=") + options.clusterAddress,
                          QStringLiteral("--log.level=warn")};
    if (!options.peer.isEmpty())
        arguments += QStringLiteral("--cluster.peer=") + options.peer;
    if (!options.prefix.isEmpty())
        arguments += QStringLiteral("--web.route-prefix=") + options.prefix;
    if (!options.webConfig.isEmpty()) {
        writeText(web, options.webConfig);
        arguments += QStringLiteral("--web.config.file=") + web;
    }
    return ServerProcess::start(program, arguments, port, options.webConfig.isEmpty() ? options.prefix.toUtf8() + "/-/ready" : QByteArray());
}

QByteArray AlertmanagerServer::call(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port());
    if (!socket.waitForConnected(3000))
        return {};
    socket.write(method + ' ' + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QByteArray all;
    while (socket.waitForReadyRead(3000))
        all += socket.readAll();
    return all.startsWith("HTTP/1.0 200") ? all.mid(all.indexOf("\r\n\r\n") + 4) : QByteArray();
}

bool AlertmanagerServer::post(const QList<QMap<QString, QString>> &labelSets, bool resolved)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QJsonArray alerts;
    for (const auto &set : labelSets) {
        QJsonObject labels;
        for (auto it = set.begin(); it != set.end(); ++it)
            labels.insert(it.key(), it.value());
        alerts.append(QJsonObject{{QStringLiteral("labels"), labels}, {QStringLiteral("annotations"), QJsonObject{{QStringLiteral("summary"), QStringLiteral("a test")}}},
                                  {QStringLiteral("startsAt"), now.addSecs(resolved ? -60 : -1).toString(Qt::ISODateWithMs)},
                                  {QStringLiteral("endsAt"), now.addSecs(resolved ? -1 : 3600).toString(Qt::ISODateWithMs)}});
    }
    const QByteArray body = QJsonDocument(alerts).toJson(QJsonDocument::Compact);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port());
    if (!socket.waitForConnected(3000))
        return false;
    socket.write("POST /api/v2/alerts HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(3000))
        answer += socket.readAll();
    return answer.startsWith("HTTP/1.0 200");
}

SourceConfig AlertmanagerServer::source(const QString &name) const
{
    SourceConfig config;
    config.name = name;
    config.kind = SourceConfig::Kind::Alertmanager;
    config.url = url();
    config.intervalMs = 200;
    config.timeoutMs = 3000;
    return config;
}

} // namespace lepto::test
