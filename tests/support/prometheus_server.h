#pragma once

#include "tests/support/server_process.h"

#include <QMap>

namespace lepto::test {

/// Debian's prometheus on a free loopback port with a temporary configuration and database.
class PrometheusServer : public ServerProcess {
public:
    struct Options {
        QStringList targets;             ///< host:port to scrape as job "node"; itself is always scraped as job "prometheus"
        QMap<QString, QStringList> jobs; ///< further jobs: name -> host:port
        QMap<QString, QString> instances; ///< host:port -> its label `instance`, where that is not host:port
        QString interval = QStringLiteral("1s");
        QString rules;                   ///< YAML of a rule file; empty for none
        QStringList alertmanagers;       ///< host:port that get its alerts
        QMap<QString, QString> externalLabels;
        QString webConfig;               ///< YAML of --web.config.file: basic auth, TLS; then only the open port is waited for
        QStringList arguments;           ///< more command line
    };

    static bool isInstalled();
    bool start(const Options &options);
    bool start() { return start(Options()); }
};

/// Debian's prometheus-node-exporter on a free loopback port.
class NodeExporterServer : public ServerProcess {
public:
    static bool isInstalled();
    bool start();
    QString target() const { return QStringLiteral("127.0.0.1:%1").arg(port()); }
    QString page() const { return url() + QStringLiteral("/metrics"); }
};

} // namespace lepto::test
