#include "tests/e2e/fault_stage.h"

#include "tests/support/faulty_service/control.h"

namespace lepto::e2e {

QString FaultStage::program()
{
    return QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-faulty");
}

bool FaultStage::start()
{
    const quint16 port = test::freePort();
    if (!m_checkout.start(program(), { QStringLiteral("--port"), QString::number(port) }, port, "/metrics")) {
        m_error = QStringLiteral("the checkout service: ") + m_checkout.error();
        return false;
    }
    if (!m_node.start()) {
        m_error = QStringLiteral("the node exporter: ") + m_node.error();
        return false;
    }
    test::PrometheusServer::Options options;
    options.targets = QStringList { m_node.target() };
    const QString checkout = QStringLiteral("127.0.0.1:%1").arg(port);
    options.jobs.insert(QStringLiteral("checkout"), { checkout });
    options.instances = { { checkout, QStringLiteral("checkout-1") }, { m_node.target(), QStringLiteral("shop-1") } };
    if (!m_prometheus.start(options)) {
        m_error = QStringLiteral("Prometheus: ") + m_prometheus.error();
        return false;
    }
    return true;
}

bool FaultStage::setWorkers(int workers)
{
    return demo::workersOf(checkoutPort(), workers, &m_error) == workers;
}

int FaultStage::workers() const
{
    QString error;
    return demo::workersOf(checkoutPort(), std::nullopt, &error).value_or(-1);
}

} // namespace lepto::e2e
