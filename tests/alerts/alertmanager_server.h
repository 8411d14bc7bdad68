#pragma once

#include "core/alerts/alert.h"
#include "tests/support/server_process.h"

#include <QJsonArray>
#include <QMap>

namespace lepto::test {

/// Debian's prometheus-alertmanager on a free loopback port, alone (no cluster), with a temporary store.
class AlertmanagerServer : public ServerProcess {
public:
    struct Options {
        QString config;                  ///< YAML; empty: two receivers, critical alerts go to "page", TargetDown inhibits Inhibited
        QString webConfig;               ///< YAML of --web.config.file
        QString prefix;                  ///< --web.route-prefix
        QString clusterAddress, peer;    ///< host:port; empty: alone
    };
    static bool isInstalled();
    bool start(const Options &options);
    bool start() { return start(Options()); }

    /// Posts alerts with these label sets; they fire for an hour, or are resolved.
    bool post(const QList<QMap<QString, QString>> &labelSets, bool resolved = false);
    /// A blocking call of any path; the answer's body, empty where none came.
    QByteArray call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});

    SourceConfig source(const QString &name = QStringLiteral("am")) const;
};

} // namespace lepto::test
