#pragma once

#include "core/edge/edge_link.h"
#include "core/sources/source.h"
#include "core/sources/source_limits.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <memory>

namespace lepto {

struct EdgeTiming {
    int heartbeatMs = 5000;
    int firstRetryMs = 1000, longestRetryMs = 60'000;
    int settleMs = 10'000;     ///< how long the store may take over one record
};

/// The samples of another machine: the relay there is reached over ssh, each record is passed on in order, and acknowledged once it is
/// `settled`. What the edge collected while the link was down comes first. Series get this source's name as `source` (the edge's own
/// becomes `exported_source`) and, where they have none, the edge's host as `instance`. Reconnects by itself, for ever.
class EdgeSource : public Source {
    Q_OBJECT
public:
    explicit EdgeSource(const SourceConfig &config, const SourceLimits &limits = {}, const EdgeTiming &timing = {}, QObject *parent = nullptr);
    ~EdgeSource() override;

    void start() override;
    void stop() override;
    SourceState state() const override { return m_state; }
    void settled(quint64 ticket, bool kept) override;

private:
    void connectLink();
    void hello(const EdgeHello &hello);
    void receive(const EdgeRecord &record);
    void passOn();
    void judge();
    void update(const EdgeStatus &status, TimeMs sent);
    void lost(const Error &error);
    void closeLink();
    void setState(SourceState::Code code, const QString &reason);
    QStringList warnings() const;
    Labels relabelled(const Labels &labels) const;
    TimeMs age() const;

    SourceConfig m_config;
    SourceLimits m_limits;
    EdgeTiming m_timing;
    SourceState m_state;
    std::unique_ptr<EdgeLink> m_link;
    std::string m_console, m_host;
    EdgeStatus m_edge;
    std::deque<EdgeRecord> m_waiting;  ///< received; the first is with the store
    bool m_passing = false;
    std::uint64_t m_settled = 0, m_acknowledged = 0;
    TimeMs m_newest = 0;               ///< edge's clock
    TimeMs m_bestTrip = -1;            ///< round trip of the clock comparison in force
    qint64 m_taken = 0;                ///< samples since the last look
    QTimer m_retry, m_look, m_ackTimer, m_patience;
    QElapsedTimer m_looked;
    bool m_running = false;
};

/// The SourceFactory of edges: ssh has its own keys, no secret of ours.
Result<std::unique_ptr<Source>> makeEdgeSource(const SourceConfig &config, const QString &secret);

} // namespace lepto
