#pragma once

#include "core/logs/file_set.h"
#include "core/logs/loki_client.h"
#include "core/sources/source_limits.h"
#include "core/sources/source_test.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

namespace lepto {

/// ConnectionTest for the sources of lines: goes the way to one step by step, on any values, saved or not; only reads. The first failed
/// step ends the test; the last one shows the newest line. Lives in one thread; may be destroyed at any moment.
class LogConnectionTest final : public SourceTest {
    Q_OBJECT
public:
    LogConnectionTest(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);
    ~LogConnectionTest() override;
    void start() override;

private:
    bool report(Code code, How how, const QString &words); ///< false once the test is over
    void end(bool good);
    void testAddress();
    void testLoki();
    void testLokiLines();
    void testJournal();
    void takeJournal();
    void testFiles();
    void showLine(const std::string &line);

    SourceConfig m_config;
    std::unique_ptr<LokiClient> m_loki;
    std::unique_ptr<QProcess> m_process;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    bool m_started = false, m_over = false;
};

} // namespace lepto
