#include "ml/base/baseline_detector.h"

#include "ml/base/season_profile.h"
#include "ml/base/tail_threshold.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lepto::ml {
namespace {

/// One kind of residual with its scale and threshold.
struct Feature {
    float scale = 0;
    TailThreshold tail;

    float z(double residual, double floor) const { return float(std::abs(residual) / std::max(double(scale), floor)); }

    /// Clipped, so that an anomaly widens the scale slowly; 1.25 turns a mean absolute deviation into a normal sigma.
    void learn(double residual, double floor, double share)
    {
        const double known = std::max(double(scale), floor);
        const double deviation = std::min(1.25 * std::abs(residual), 5.0 * known);
        scale += float(share * (deviation - double(scale)));
    }
};

class BaselineDetector final : public StreamDetector {
public:
    explicit BaselineDetector(const BaselineOptions &options)
        : m_options(options)
        , m_profile(options.season)
    {
    }

    Score push(TimeMs t, double v) override;

private:
    enum Kind { Value, Shift, Jump, Kinds };
    static constexpr double immediately = 1.5;  ///< times the threshold: no need to wait
    static constexpr double suspicious = 0.7;   ///< times the threshold: teaches little
    static constexpr double runWeight = 0.35, mostPatience = 2.1; ///< logarithms of the patience factor
    static constexpr double patienceTau = 3 * 86'400'000.0;
    static constexpr std::array<double, Kinds> sensitivity{1.0, 1.15, 1.3};

    void begin(TimeMs t, double v);
    double share(TimeMs tau, double samples) const { return m_dt / (std::max(double(tau), samples * m_spacing) + m_dt); }
    double early(double wanted) const { return std::max(wanted, 1.0 / (m_count + 1.0)); }
    double floorOf(int kind) const;
    double excess(const std::array<double, Kinds> &residuals, double &valueThreshold);
    double middle(double v);
    void learn(TimeMs t, double v, double nextFast, const std::array<double, Kinds> &residuals, double ratio);
    void learnLevels(TimeMs t, double v, double residual, double weight);
    void hold(TimeMs t, double ratio);
    void acceptNewLevel();
    bool warm(TimeMs t) const { return m_count >= m_options.warmUpSamples && t - m_first >= m_options.warmUp; }

    BaselineOptions m_options;
    SeasonProfile m_profile;
    std::array<Feature, Kinds> m_features{};
    TimeMs m_first = 0, m_last = 0;
    TimeMs m_overSince = 0, m_underSince = 0, m_runSince = 0; ///< 0: not so
    double m_fast = 0, m_base = 0, m_centre = 0, m_magnitude = 0;
    double m_dt = 0, m_spacing = 0, m_logRate = 8, m_rateSpacing = 0;
    double m_minimum = 0, m_recent = 0, m_before = 0, m_twoBefore = 0;
    double m_patience = 0; ///< log of the factor on the thresholds: grows with each run, so that a series that cries often is believed less
    int m_count = 0;
    bool m_seasonal = false;
    Score m_score;
};

void BaselineDetector::begin(TimeMs t, double v)
{
    m_first = m_last = t;
    m_fast = m_base = m_centre = v;
    m_magnitude = std::abs(v);
    m_minimum = m_before = m_twoBefore = v;
    m_count = 1;
    m_score = {0.0, v, v, v, false, false};
}

/// Median of the last three values: the fast level must not smear one spike over its memory.
double BaselineDetector::middle(double v)
{
    const double median = std::max(std::min(v, m_before), std::min(std::max(v, m_before), m_twoBefore));
    m_twoBefore = m_before;
    m_before = v;
    return median;
}

double BaselineDetector::floorOf(int kind) const
{
    const double usual = std::max(m_options.absoluteFloor, m_options.relativeFloor * m_magnitude);
    // A shift matters only against the noise of the values, however well its mean is known.
    return kind == Shift ? std::max(usual, 0.35 * double(m_features[Value].scale)) : usual;
}

/// The largest of residual / threshold over the kinds; 1 is the limit.
double BaselineDetector::excess(const std::array<double, Kinds> &residuals, double &valueThreshold)
{
    if (std::abs(m_spacing - m_rateSpacing) > 0.2 * m_rateSpacing) {
        m_rateSpacing = m_spacing;
        m_logRate = std::log(double(TailThreshold::tail) * double(m_options.falseAlarmEvery) / std::max(m_spacing, 1.0));
    }
    const double caution = (1.0 + 20.0 / (m_count + 10.0)) * std::exp(m_runSince == 0 ? m_patience : 0.0);
    double ratio = 0;
    for (int kind = 0; kind < Kinds; ++kind) {
        const auto &feature = m_features[std::size_t(kind)];
        const double fitted = double(feature.tail.at(float(m_logRate)));
        const double threshold = std::max(m_options.minimumSigmas, fitted) * caution * sensitivity[std::size_t(kind)];
        if (kind == Value)
            valueThreshold = threshold * std::max(double(feature.scale), floorOf(kind));
        ratio = std::max(ratio, double(feature.z(residuals[std::size_t(kind)], floorOf(kind))) / threshold);
    }
    return ratio;
}

void BaselineDetector::learn(TimeMs t, double v, double nextFast, const std::array<double, Kinds> &residuals, double ratio)
{
    // What looks abnormal must not become normal at the speed of a young detector.
    const double weight = m_score.ready && ratio > suspicious ? 0.2 : 1.0;
    const double slow = weight * early(share(m_options.scaleTau, 240));
    for (int kind = 0; kind < Kinds; ++kind) {
        auto &feature = m_features[std::size_t(kind)];
        const double residual = residuals[std::size_t(kind)];
        const double floor = floorOf(kind);
        if (m_count > m_options.warmUpSamples / 2)
            feature.tail.add(feature.z(residual, floor), float(slow));
        feature.learn(residual, m_count < m_options.warmUpSamples ? std::abs(residual) : floor, slow);
    }
    m_recent += early(share(10 * m_options.fastTau, 10)) * (std::abs(residuals[Jump]) - m_recent);
    m_patience -= m_patience * m_dt / (patienceTau + m_dt);
    m_fast = nextFast;
    learnLevels(t, v, residuals[Value], weight);
}

void BaselineDetector::learnLevels(TimeMs t, double v, double residual, double weight)
{
    const double limit = 3.0 * std::max(double(m_features[Value].scale), floorOf(Value));
    m_base += weight * early(share(m_options.baseTau, 60)) * std::clamp(residual, -limit, limit);
    const double deviation = std::clamp(v - m_centre, -20 * limit, 20 * limit);
    m_centre += early(m_dt / (double(m_options.season) + m_dt)) * deviation;
    m_magnitude += weight * early(share(m_options.scaleTau, 240)) * (std::min(std::abs(v), 5 * m_magnitude + limit) - m_magnitude);
    m_minimum = std::min(m_minimum, v);
    m_profile.learn(t, deviation);
}

/// A run that lasts is how things are now: the base moves, and the scales must at least hold the noise around it.
void BaselineDetector::acceptNewLevel()
{
    m_base = m_fast;
    m_magnitude = std::max(m_magnitude, std::abs(m_fast));
    for (auto &feature : m_features)
        feature.scale = std::max(feature.scale, float(1.25 * m_recent));
    m_runSince = m_overSince = 0;
}

void BaselineDetector::hold(TimeMs t, double ratio)
{
    if (ratio > 1.0) {
        m_underSince = 0;
        if (m_overSince == 0)
            m_overSince = t;
        const bool held = t - m_overSince >= std::max(m_options.hold, TimeMs(1.5 * m_spacing));
        if ((held || ratio > immediately) && m_runSince == 0) {
            m_runSince = t;
            m_patience = std::min(mostPatience, m_patience + runWeight);
        }
    } else {
        m_overSince = 0;
        if (m_underSince == 0)
            m_underSince = t;
        if (ratio < suspicious && t - m_underSince >= m_options.release)
            m_runSince = 0;
    }
    if (m_runSince != 0 && t - m_runSince >= m_options.adaptAfter)
        acceptNewLevel();
}

Score BaselineDetector::push(TimeMs t, double v)
{
    if (!std::isfinite(v)) {
        m_overSince = m_underSince = m_runSince = 0;
        m_score.score = 0;
        m_score.anomalous = false;
        return m_score;
    }
    if (m_count == 0) {
        begin(t, v);
        return m_score;
    }
    if (t <= m_last)
        return m_score;
    m_dt = double(t - m_last);
    m_last = t;
    m_spacing += early(0.02) * (std::min(m_dt, m_count < 5 ? m_dt : 3 * m_spacing) - m_spacing);
    if (m_seasonal != m_profile.inUse()) {
        // The levels follow the value less its season: what they follow changes here, so they move with it.
        const double step = m_profile.inUse() ? m_profile.known(t) : -m_profile.known(t);
        m_fast -= step;
        m_base -= step;
        m_seasonal = m_profile.inUse();
    }
    const double season = m_profile.offset(t);
    const double nextFast = m_fast + early(share(m_options.fastTau, 3)) * (middle(v) - season - m_fast);
    const std::array<double, Kinds> residuals{v - season - m_base, nextFast - m_base, v - season - m_fast};
    double band = 0;
    const double ratio = excess(residuals, band);
    m_score.ready = warm(t);
    if (m_score.ready)
        hold(t, ratio);
    m_score.expected = m_base + season;
    m_score.lower = m_minimum >= 0 ? std::max(0.0, m_score.expected - band) : m_score.expected - band;
    m_score.upper = m_score.expected + band;
    m_score.score = m_score.ready ? ratio * ratio / (1.0 + ratio * ratio) : 0.0;
    m_score.anomalous = m_score.ready && m_runSince != 0;
    learn(t, v, nextFast, residuals, ratio);
    ++m_count;
    return m_score;
}

} // namespace

std::unique_ptr<StreamDetector> makeBaselineDetector(const BaselineOptions &options)
{
    return std::make_unique<BaselineDetector>(options);
}

std::size_t baselineDetectorBytes() { return sizeof(BaselineDetector); }

} // namespace lepto::ml
