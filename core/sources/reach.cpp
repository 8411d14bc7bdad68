#include "core/sources/reach.h"

#include <QHostAddress>

#include <algorithm>

namespace lepto {

Reach reachOf(const QHostAddress &address)
{
    if (address.isNull())
        return Reach::Unknown;
    bool mapped = false;
    const quint32 v4 = address.toIPv4Address(&mapped); // also of ::ffff:10.0.0.1
    const QHostAddress plain = mapped ? QHostAddress(v4) : address;
    if (plain.isLoopback())
        return Reach::Machine;
    const std::pair<const char *, int> own[] { { "10.0.0.0", 8 }, { "172.16.0.0", 12 }, { "192.168.0.0", 16 }, { "100.64.0.0", 10 } };
    const bool isOwn = std::ranges::any_of(own, [&plain](const auto &net) { return plain.isInSubnet(QHostAddress(QLatin1String(net.first)), net.second); });
    return isOwn || plain.isLinkLocal() || plain.isUniqueLocalUnicast() || plain.isSiteLocal() ? Reach::Network : Reach::Outside;
}

} // namespace lepto
