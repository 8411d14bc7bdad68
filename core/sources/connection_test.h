#pragma once

#include "core/settings/source_config.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/source_limits.h"
#include "core/sources/source_test.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace lepto {

/// The test of this host and of what speaks HTTP.
class ConnectionTest final : public SourceTest {
    Q_OBJECT
public:
    ConnectionTest(const SourceConfig &config, const QString &secret, const SourceLimits &limits = {}, QObject *parent = nullptr);
    ~ConnectionTest() override;

    void start() override;
    void cancel();                    ///< nothing is sent afterwards
    /// Steps of this kind of source in order; those not sent yet are "not reached".
    static std::vector<TestStep::Code> stepsOf(const SourceConfig &config);

private:
    void next();
    void report(How how, const QString &words);
    void testAddress();
    void testName();
    void testConnect();
    void testTls();
    void testAccess();
    void testAnswer();
    void testKind();
    void testClock();
    void testSelection();
    void testFirstSeries();
    void testAlertmanager();
    void testAlerts();
    void testAnnotations();
    void testHost();
    void testPage(const HttpAnswer &answer);

    SourceConfig m_config;
    QString m_secret;
    SourceLimits m_limits;
    std::vector<TestStep::Code> m_steps;
    std::size_t m_at = 0;
    bool m_started = false;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<PrometheusClient> m_client;
    HttpAnswer m_answer;              ///< of the access step
    QString m_firstSeries;            ///< learnt on the way
    QString m_product;                ///< name and version, where the answer of the access step says it
};

} // namespace lepto
