#pragma once

#include "ml/base/series.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace lepto {

/// What a Prometheus-like server tells about itself. All texts are the server's, plain and untrusted; a time of 0 is "not said".

enum class ServerKind { Prometheus, Thanos, Mimir, VictoriaMetrics };
/// "Prometheus", "Thanos", ...: a name, not translated.
QString serverKindText(ServerKind kind);

struct BuildInfo {
    ServerKind kind = ServerKind::Prometheus;
    QString version;                       ///< as the server says; VictoriaMetrics lies here
    bool agent = false;                    ///< Prometheus in agent mode: scrapes and forwards, answers no queries
};

struct ServerAlert {
    Labels labels;
    QMap<QString, QString> annotations;
    QString state;                         ///< "pending" or "firing"
    TimeMs activeAt = 0;
    double value = 0;
};

struct ServerRule {
    QString group, file, name, query, health, lastError;
    QString state;                         ///< of alerting rules; empty for recording rules
    bool alerting = false;
    double durationSeconds = 0, keepFiringSeconds = 0, evaluationSeconds = 0, intervalSeconds = 0;
    TimeMs lastEvaluation = 0;
    Labels labels;
    QMap<QString, QString> annotations;
    std::vector<ServerAlert> alerts;
};

struct MetricMetadata {
    QString metric, type, help, unit;
};

struct TargetMetadata {
    Labels target;
    MetricMetadata metadata;
};

struct ScrapeTarget {
    Labels labels, discovered;
    QString pool, url, health, lastError;  ///< health: "up", "down" or "unknown"
    TimeMs lastScrape = 0;
    double lastScrapeSeconds = 0;
    TimeMs intervalMs = 0, timeoutMs = 0;
};

struct TargetList {
    std::vector<ScrapeTarget> active;
    qint64 dropped = 0;
};

struct Exemplar {
    Labels labels;
    Sample sample;
};

struct SeriesExemplars {
    Labels series;
    std::vector<Exemplar> exemplars;
};

struct RuntimeInfo {
    TimeMs startTime = 0, lastConfigTime = 0, serverTime = 0;
    bool configGood = true;                ///< the last reload of the configuration succeeded
    qint64 corruptions = 0, goroutines = 0;
    QString retention, hostname;
};

struct TsdbStatus {
    using Counts = std::vector<std::pair<QString, qint64>>;
    qint64 series = 0, labelPairs = 0, chunks = 0;
    TimeMs minTime = 0, maxTime = 0;
    Counts seriesByMetric, valuesByLabel, bytesByLabel, seriesByPair;
};

/// How far a starting server is with its log; done when current == max.
struct WalReplay {
    qint64 min = 0, max = 0, current = 0;
};

/// What is asked of series, label names and label values. Times of 0 are left out.
struct LabelQuery {
    QStringList matches;                   ///< selectors
    TimeMs from = 0, to = 0;
    int limit = 10'000;                    ///< the server's where it knows it, always ours
};

/// Which rules; empty lists mean all.
struct RuleQuery {
    QString type;                          ///< "alert", "record" or both
    QStringList names, groups, files;
    bool withAlerts = true;
};

template <typename T>
struct Listed {
    T items;
    QStringList warnings;
    bool truncated = false;                ///< there are more than `limit`
};

} // namespace lepto
