#pragma once

#include "core/edge/edge_link.h"
#include "core/settings/source_config.h"
#include "core/sources/source_limits.h"
#include "core/sources/source_test.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace lepto {

/// The connection test of an edge, in the form of ConnectionTest: address, connect (ssh up to the relay), answer (who is there and whether
/// it collects), clock. Takes no samples and disturbs no console that does. Lives in one thread; may be destroyed at any moment.
class EdgeProbe final : public SourceTest {
    Q_OBJECT
public:
    explicit EdgeProbe(const SourceConfig &config, const SourceLimits &limits = {}, QObject *parent = nullptr);

    void start() override;
    void cancel();                    ///< nothing is sent afterwards

private:
    void report(Code code, How how, const QString &words);
    void answer(const EdgeStatus &status, TimeMs sent);
    void end(bool good);

    SourceConfig m_config;
    SourceLimits m_limits;
    std::unique_ptr<EdgeLink> m_link;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    bool m_started = false, m_greeted = false;
};

} // namespace lepto
