#include "core/alerts/alert.h"

#include <algorithm>

namespace lepto {

const Alert *AlertSnapshot::find(const QString &fingerprint) const
{
    const auto found = std::find_if(alerts.begin(), alerts.end(), [&](const Alert &a) { return a.fingerprint == fingerprint; });
    return found == alerts.end() ? nullptr : &*found;
}

const Silence *AlertSnapshot::silence(const QString &id) const
{
    const auto found = std::find_if(silences.begin(), silences.end(), [&](const Silence &s) { return s.id == id; });
    return found == silences.end() ? nullptr : &*found;
}

QString nameOf(AlertState state)
{
    constexpr const char *names[] = {"pending", "suppressed", "unprocessed", "firing", "active"};
    return QLatin1String(names[int(state)]);
}

QString nameOf(SilenceState state)
{
    constexpr const char *names[] = {"active", "pending", "expired"};
    return QLatin1String(names[int(state)]);
}

} // namespace lepto
