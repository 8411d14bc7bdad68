#include "tests/support/prometheus_server.h"

#include <QFile>
#include <QStandardPaths>

namespace lepto::test {

namespace {

const QString prometheus = QStringLiteral("prometheus");
const QString nodeExporter = QStringLiteral("prometheus-node-exporter");

bool writeText(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

QString job(const QString &name, const QStringList &targets, const QMap<QString, QString> &instances)
{
    QString yaml = QStringLiteral("- job_name: %1\n  static_configs:\n").arg(name);
    for (const QString &target : targets)
        yaml += QStringLiteral("  - {targets: [\"%1\"], labels: {instance: \"%2\"}}\n").arg(target, instances.value(target, target));
    return yaml;
}

QString configuration(const PrometheusServer::Options &options, quint16 port, const QString &rulesFile)
{
    QString yaml = QStringLiteral("global:\n  scrape_interval: %1\n  evaluation_interval: %1\n").arg(options.interval);
    if (!options.externalLabels.isEmpty())
        yaml += QStringLiteral("  external_labels:\n");
    for (auto it = options.externalLabels.begin(); it != options.externalLabels.end(); ++it)
        yaml += QStringLiteral("    %1: \"%2\"\n").arg(it.key(), it.value());
    for (const QString &manager : options.alertmanagers)
        yaml += (yaml.contains(QLatin1String("alerting:")) ? QString() : QStringLiteral("alerting:\n  alertmanagers:\n"))
            + QStringLiteral("  - static_configs: [{targets: [\"%1\"]}]\n").arg(manager);
    if (!options.rules.isEmpty())
        yaml += QStringLiteral("rule_files: [\"%1\"]\n").arg(rulesFile);
    yaml += QStringLiteral("scrape_configs:\n") + job(QStringLiteral("prometheus"), { QStringLiteral("127.0.0.1:%1").arg(port) }, {});
    if (!options.targets.isEmpty())
        yaml += job(QStringLiteral("node"), options.targets, options.instances);
    for (auto it = options.jobs.begin(); it != options.jobs.end(); ++it)
        yaml += job(it.key(), it.value(), options.instances);
    return yaml;
}

} // namespace

bool PrometheusServer::isInstalled()
{
    return !QStandardPaths::findExecutable(prometheus).isEmpty();
}

bool PrometheusServer::start(const Options &options)
{
    const quint16 port = freePort();
    const QString config = folder() + QStringLiteral("/prometheus.yml");
    const QString rules = folder() + QStringLiteral("/rules.yml");
    const QString web = folder() + QStringLiteral("/web.yml");
    writeText(config, configuration(options, port, rules));
    writeText(rules, options.rules);
    QStringList arguments { QStringLiteral("--config.file=") + config, QStringLiteral("--storage.tsdb.path=") + folder() + QStringLiteral("/data"),
        QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port), QStringLiteral("--log.level=warn") };
    if (!options.webConfig.isEmpty()) {
        writeText(web, options.webConfig);
        arguments += QStringLiteral("--web.config.file=") + web;
    }
    return ServerProcess::start(prometheus, arguments + options.arguments, port,
        options.webConfig.isEmpty() ? "/-/ready" : "");
}

bool NodeExporterServer::isInstalled()
{
    return !QStandardPaths::findExecutable(nodeExporter).isEmpty();
}

bool NodeExporterServer::start()
{
    const quint16 port = freePort();
    return ServerProcess::start(nodeExporter, { QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port), QStringLiteral("--log.level=warn") },
        port, "/metrics");
}

} // namespace lepto::test
