#pragma once

#include "core/settings/source_config.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/source_limits.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace lepto {

/// One finished step of a connection test.
struct TestStep {
    enum class Code { Address, Name, Connect, Tls, Access, Answer, Kind, Clock, Selection, FirstSeries, Alerts };
    enum class How { Good, Warning, Failed, Skipped };
    Code code = Code::Address;
    How how = How::Good;
    qint64 ms = 0;
    QString words;                    ///< one sentence, plain text
};

/// "address", "name", "connect", "tls", "access", "answer", "kind", "clock", "selection", "series", "alerts".
QString testStepText(TestStep::Code code);

/// Goes the way to a source step by step, on any values, saved or not; only reads. Steps that a kind does not have are left out,
/// the first failed step ends the test. Lives in one thread; may be destroyed at any moment.
class ConnectionTest : public QObject {
    Q_OBJECT
public:
    ConnectionTest(const SourceConfig &config, const QString &secret, const SourceLimits &limits = {}, QObject *parent = nullptr);
    ~ConnectionTest() override;

    void start();                     ///< twice is once
    void cancel();                    ///< nothing is sent afterwards
    /// Steps of this kind of source in order; those not sent yet are "not reached".
    static std::vector<TestStep::Code> stepsOf(const SourceConfig &config);

Q_SIGNALS:
    void stepFinished(const lepto::TestStep &step);
    void finished(bool good);

private:
    using How = TestStep::How;
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

Q_DECLARE_METATYPE(lepto::TestStep)
