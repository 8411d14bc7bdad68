#pragma once

#include "core/settings/source_config.h"
#include "ml/base/series.h"

#include <QString>

#include <map>
#include <mutex>
#include <vector>

namespace lepto {

/// What this process sent to one server and got from it, in bytes of HTTP: without the overhead of TLS and TCP, received ones unpacked.
struct HostTraffic {
    QString authority;                ///< "host:port"
    QString host;
    SourceConfig::Kind purpose = SourceConfig::Kind::Prometheus;
    qint64 requests = 0, sent = 0, received = 0;
};

/// Counts all traffic of the process, since a client that nobody wired up would go uncounted otherwise. Thread-safe. Bounded: past `most`
/// pairs of server and purpose the rest is counted under one empty name.
class TrafficLedger {
public:
    static TrafficLedger &ofProcess();
    void sent(const QString &host, const QString &authority, SourceConfig::Kind purpose, qint64 bytes);
    void received(const QString &host, const QString &authority, SourceConfig::Kind purpose, qint64 bytes);
    /// The most sent first.
    std::vector<HostTraffic> hosts() const;
    static constexpr std::size_t most = 256;

private:
    HostTraffic &entry(const QString &host, const QString &authority, SourceConfig::Kind purpose);
    mutable std::mutex m_mutex;
    std::map<std::pair<QString, SourceConfig::Kind>, HostTraffic> m_hosts;
};

/// How far away a host is; see reachOf().
enum class Reach { Machine, Network, Outside, Unknown };

} // namespace lepto
