#pragma once

#include "ml/base/series.h"

#include <array>

namespace lepto::ml {

/// What a period usually looks like: 48 slots of mean deviation from the base level, learnt slot by slot, used only once two
/// periods are known and subtracting it has made the residual clearly smaller. Constant memory; not thread-safe.
class SeasonProfile {
public:
    explicit SeasonProfile(TimeMs period) : m_period(period) {}

    /// Deviation that the period explains at `t` (interpolated between slots); 0 until the profile is in use.
    double offset(TimeMs t) const { return m_inUse ? interpolated(t) : 0.0; }
    bool inUse() const { return m_inUse; }
    double known(TimeMs t) const { return interpolated(t); } ///< what `offset` would be if the profile were in use

    /// `deviation`: value minus its usual mean over the whole period; must be clipped by the caller.
    void learn(TimeMs t, double deviation);

private:
    static constexpr int slots = 48;
    double interpolated(TimeMs t) const;
    void close(int slot);
    void judge();

    TimeMs m_period;
    std::array<float, slots> m_profile{};
    double m_sum = 0;
    float m_plain = 0, m_explained = 0; ///< mean squared deviation without and with the profile
    int m_count = 0;
    int m_slot = -1;
    int m_closed = 0;                   ///< slots closed since the start
    bool m_inUse = false;
};

} // namespace lepto::ml
