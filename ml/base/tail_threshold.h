#pragma once

#include <algorithm>

namespace lepto::ml {

/// A threshold for a stream of non-negative, scaled residuals that is exceeded with a chosen probability: the 98 % quantile is
/// followed by stochastic approximation, the tail above it is taken as exponential with the mean excess of the peaks seen so
/// far. Samples over the quantile that follow each other closely are one peak (declustering), so that a long anomaly counts once.
/// Constant memory; not thread-safe.
class TailThreshold {
public:
    static constexpr float tail = 0.02f;

    /// `weight` (0..1] is the share of one sample in the memory.
    void add(float z, float weight)
    {
        const bool over = z > m_quantile;
        m_quantile = std::max(lowestQuantile, m_quantile + std::max(weight, minimumStep) * (over ? 1.0f - tail : -tail) * quantileGain);
        if (over) {
            m_peak = std::max(m_peak, z - m_quantile);
            m_below = 0;
        } else if (m_peak > 0 && ++m_below >= gap) {
            // Clipped, so that one outlier cannot blind the detector.
            m_excess = std::max(lowestExcess, m_excess + peakGain * (std::min(m_peak, clip * m_excess) - m_excess));
            m_peak = 0;
        }
    }

    /// `logRate` = ln(peaks expected between two false alarms).
    float at(float logRate) const { return m_quantile + m_excess * logRate; }

private:
    static constexpr float minimumStep = 1e-3f, quantileGain = 3.0f, peakGain = 0.05f, clip = 5.0f;
    static constexpr float lowestQuantile = 1.0f, lowestExcess = 0.25f;
    static constexpr int gap = 6;
    float m_quantile = 2.4f; ///< of a normal residual
    float m_excess = 0.4f;
    float m_peak = 0;
    int m_below = 0;
};

} // namespace lepto::ml
