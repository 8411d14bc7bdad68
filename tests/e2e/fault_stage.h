#pragma once

#include "tests/support/prometheus_server.h"

namespace lepto::e2e {

/// The scene of the fault story, all real and on free loopback ports: the checkout service whose worker pool can be broken,
/// Debian's node exporter, and Debian's Prometheus that scrapes both every second.
class FaultStage {
public:
    bool start(); ///< false: error() says which part did not come up
    QString error() const { return m_error; }

    bool setWorkers(int workers);
    int workers() const; ///< -1: no answer

    QString prometheusUrl() const { return m_prometheus.url(); }
    quint16 checkoutPort() const { return m_checkout.port(); }
    static QString program(); ///< absolute path of leptoscope-faulty

private:
    test::ServerProcess m_checkout;
    test::NodeExporterServer m_node;
    test::PrometheusServer m_prometheus;
    QString m_error;
};

} // namespace lepto::e2e
