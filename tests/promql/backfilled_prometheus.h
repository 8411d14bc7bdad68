#pragma once

#include "core/promql/value.h"
#include "tests/support/prometheus_server.h"

#include <QByteArray>

namespace lepto::test {

/// The real Prometheus over given samples: promtool makes blocks of them, the server reads those and scrapes nothing new of them.
class BackfilledPrometheus {
public:
    static bool isInstalled();
    /// Times must be whole milliseconds of the last years. False: see error().
    bool start(const std::vector<promql::Series> &series);
    QString error() const { return m_error; }
    QString url() const { return m_server.url(); }

    /// Raw body of /api/v1/query_range; empty where the server does not answer 200.
    QByteArray queryRange(const QByteArray &query, TimeMs from, TimeMs to, TimeMs step) const;
    /// The same, decoded. Error: the server's words.
    Result<std::vector<promql::Series>> range(const QByteArray &query, TimeMs from, TimeMs to, TimeMs step) const;

private:
    PrometheusServer m_server;
    QString m_error;
};

/// OpenMetrics text of the samples, as promtool reads it.
QByteArray openMetricsText(const std::vector<promql::Series> &series);

} // namespace lepto::test
