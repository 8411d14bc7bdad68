#include "ml/base/season_profile.h"

#include <cmath>

namespace lepto::ml {

double SeasonProfile::interpolated(TimeMs t) const
{
    const double position = double(t % m_period) / double(m_period) * slots - 0.5;
    const double floor = std::floor(position);
    const int left = (int(floor) + slots) % slots;
    const int right = (left + 1) % slots;
    const double share = position - floor;
    return double(m_profile[std::size_t(left)]) * (1.0 - share) + double(m_profile[std::size_t(right)]) * share;
}

void SeasonProfile::learn(TimeMs t, double deviation)
{
    if (m_period <= 0)
        return;
    const int slot = int(double(t % m_period) / double(m_period) * slots);
    if (slot != m_slot) {
        if (m_count > 0)
            close(m_slot);
        m_slot = slot;
        m_sum = 0;
        m_count = 0;
    }
    m_sum += deviation;
    ++m_count;
}

void SeasonProfile::close(int slot)
{
    const double mean = m_sum / m_count;
    float &known = m_profile[std::size_t(slot)];
    if (m_closed >= slots) {
        const float memory = 0.02f;
        m_plain += memory * (float(mean * mean) - m_plain);
        m_explained += memory * (float((mean - known) * (mean - known)) - m_explained);
    }
    known += m_closed < slots ? float(mean) - known : 0.3f * (float(mean) - known);
    ++m_closed;
    judge();
}

void SeasonProfile::judge()
{
    if (m_closed < 2 * slots)
        return;
    // Hysteresis, or a profile of middling use would be switched on and off.
    const float ratio = m_plain > 0 ? m_explained / m_plain : 1.0f;
    m_inUse = m_inUse ? ratio < 0.6f : ratio < 0.35f;
}

} // namespace lepto::ml
