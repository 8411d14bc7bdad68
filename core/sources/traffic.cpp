#include "core/sources/traffic.h"

#include <algorithm>

namespace lepto {

TrafficLedger &TrafficLedger::ofProcess()
{
    static TrafficLedger ledger;
    return ledger;
}

HostTraffic &TrafficLedger::entry(const QString &host, const QString &authority, SourceConfig::Kind purpose)
{
    const auto found = m_hosts.find({ authority, purpose });
    if (found != m_hosts.end())
        return found->second;
    const bool room = m_hosts.size() < most;
    HostTraffic &entry = m_hosts[{ room ? authority : QString(), purpose }];
    entry.host = room ? host : QString();
    entry.authority = room ? authority : QString();
    entry.purpose = purpose;
    return entry;
}

void TrafficLedger::sent(const QString &host, const QString &authority, SourceConfig::Kind purpose, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    HostTraffic &traffic = entry(host, authority, purpose);
    ++traffic.requests;
    traffic.sent += bytes;
}

void TrafficLedger::received(const QString &host, const QString &authority, SourceConfig::Kind purpose, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    entry(host, authority, purpose).received += bytes;
}

std::vector<HostTraffic> TrafficLedger::hosts() const
{
    std::vector<HostTraffic> hosts;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[key, traffic] : m_hosts)
            hosts.push_back(traffic);
    }
    std::ranges::stable_sort(hosts, std::ranges::greater {}, &HostTraffic::sent);
    return hosts;
}

} // namespace lepto
