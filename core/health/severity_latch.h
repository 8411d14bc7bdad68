#pragma once

#include "core/health/rule.h"

namespace lepto {

/// On once its condition has held without a break for a time, off once its opposite has.
class Latch {
public:
    /// `wanted`: nothing while the value is between the limit and its margin, where nothing changes.
    void update(std::optional<bool> wanted, TimeMs at, TimeMs holdFor)
    {
        if (!wanted || *wanted == m_on) {
            m_pending = false;
            return;
        }
        if (!m_pending) {
            m_pending = true;
            m_pendingSince = at;
        }
        if (at - m_pendingSince >= holdFor) {
            m_on = *wanted;
            m_pending = false;
        }
    }
    bool on() const { return m_on; }

private:
    bool m_on = false, m_pending = false;
    TimeMs m_pendingSince = 0;
};

/// Severity of one signal by its rule's limits, with hysteresis and `for`.
class SeverityLatch {
public:
    /// Values in time order; NaN changes nothing.
    Severity update(const Rule &rule, double value, TimeMs at);

private:
    Latch m_warning, m_critical;
};

} // namespace lepto
