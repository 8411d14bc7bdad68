#pragma once

#include "app/gui/engine.h"
#include "ui/desks/self_desk.h"

#include <QMap>
#include <QTimer>

namespace lepto {

/// ui/desks/self_desk.h over the engine. Numbers are read in the engine's thread, sizes of files in a pool, names of hosts are resolved as their
/// connections were.
class EngineSelfDesk final : public SelfDesk {
    Q_OBJECT
public:
    EngineSelfDesk(Engine &engine, QObject *parent);
    const SelfReport &report() const override { return m_report; }
    void watch(bool on) override;
    void start();                        ///< once the engine is open

private:
    struct Taken {
        std::vector<SelfReading> readings;
        QString folder, problem;
        int port = 0;
        double bytesPerSample = 0;
        std::vector<SourceConfig> sources;
        QString database, worker;
    };
    static Taken takeFrom(Services &services);
    void addUncounted(const QString &host, SelfReport::Host::Use use, SourceConfig::Kind purpose);
    void ask();
    void receive(const Taken &taken);
    void measure();
    void collectHosts(const Taken &taken);
    Reach reachOfHost(const QString &host);

    Engine &m_engine;
    SelfReport m_report;
    SelfHistory m_history;
    QMap<QString, Reach> m_reaches;      ///< by host
    JobRunner m_files { 1 };
    QTimer m_clock, m_sizes;
};

} // namespace lepto
