#pragma once

#include "ml/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace lepto {

/// Where samples come from and how to reach it; one row of the settings. Secrets are references, never values.
struct SourceConfig {
    enum class Kind { Host, Prometheus, Exporter, Edge, Loki, Journal, LogFile, Alertmanager, Grafana };
    QString name;                  ///< unique, becomes the label `source` of every series
    Kind kind = Kind::Host;
    QString url;                   ///< base URL of a server with its path prefix, or the exporter's page; Edge: see EdgeAddress; LogFile: absolute path
                                   ///< or glob; Journal: folder of another machine's journal; empty for Host and the own journal
    int intervalMs = 5000;
    int timeoutMs = 10000;
    QString query;                 ///< Prometheus: selector of the series that are mirrored, e.g. {job="checkout"}; empty: all, capped.
                                   ///< Loki: selector of the streams. Journal: matches such as _SYSTEMD_UNIT=nginx.service, with blanks between
                                   ///< Grafana: tags of the annotations that are read, separated by commas; empty: all
    QString username;              ///< basic auth
    QString secretRef;             ///< name in the secret store: password or bearer token
    QString tokenFile;             ///< bearer token re-read at every use
    QString caFile, clientCertFile, clientKeyFile, serverName; ///< Edge: caFile is the known hosts, clientKeyFile the ssh identity
    QMap<QString, QString> headers;     ///< sent with every request, e.g. X-Scope-OrgID
    QMap<QString, QString> parameters;  ///< sent with every API call, e.g. dedup, partial_response (Thanos), extra_label (VictoriaMetrics)
    bool verifyTls = true;

    friend bool operator==(const SourceConfig &, const SourceConfig &) = default;
};

/// Whether it brings samples; Alertmanager and Grafana are asked by their own services (alerts, changes).
inline bool bringsSamples(SourceConfig::Kind kind) { return kind != SourceConfig::Kind::Alertmanager && kind != SourceConfig::Kind::Grafana; }
/// Whether it brings lines of logs (and samples that count them).
inline bool isLogKind(SourceConfig::Kind kind)
{
    return kind == SourceConfig::Kind::Loki || kind == SourceConfig::Kind::Journal || kind == SourceConfig::Kind::LogFile;
}

/// "host", "prometheus", ...: the spelling in files and on the command line.
QString sourceKindText(SourceConfig::Kind kind);
/// Errors: BadInput for any other word.
Result<SourceConfig::Kind> sourceKindFrom(const QString &text);

/// What would make the source unusable: name, address, scheme, credentials in the address, times. One sentence, the first found.
Result<void> checkSource(const SourceConfig &config);

QJsonObject toJson(const SourceConfig &config);
/// Keys that are absent keep their defaults. Errors: BadInput naming the source and the key.
Result<SourceConfig> sourceFromJson(const QJsonObject &object);

} // namespace lepto
