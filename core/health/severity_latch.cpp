#include "core/health/severity_latch.h"

#include <cmath>

namespace lepto {

namespace {

void updateLatch(Latch &latch, const std::optional<Threshold> &threshold, double value, TimeMs at, TimeMs holdFor)
{
    if (!threshold || std::isnan(value))
        return;
    std::optional<bool> wanted;
    if (threshold->crossed(value))
        wanted = true;
    else if (threshold->cleared(value))
        wanted = false;
    latch.update(wanted, at, holdFor);
}

} // namespace

Severity SeverityLatch::update(const Rule &rule, double value, TimeMs at)
{
    updateLatch(m_warning, rule.warning, value, at, rule.holdFor);
    updateLatch(m_critical, rule.critical, value, at, rule.holdFor);
    if (m_critical.on())
        return Severity::Critical;
    return m_warning.on() ? Severity::Warning : Severity::Ok;
}

} // namespace lepto
