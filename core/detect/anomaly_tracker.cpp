#include "core/detect/anomaly_tracker.h"

namespace lepto {

AnomalyTracker::AnomalyTracker(Labels series, QString detector, TimeMs quiet) : m_quiet(quiet)
{
    m_anomaly.service = series.get("service");
    m_anomaly.signal = series.get("signal");
    m_anomaly.series = std::move(series);
    m_anomaly.detector = std::move(detector);
    m_anomaly.open = false;
}

AnomalyTracker::Change AnomalyTracker::push(const Sample &sample, const ml::Score &score)
{
    if (!score.anomalous) {
        if (!m_open || sample.t - m_anomaly.to < m_quiet)
            return Change::None;
        m_open = m_anomaly.open = false;
        return Change::Ended;
    }
    const Change change = m_open ? Change::Grew : Change::Opened;
    if (!m_open) {
        m_open = m_anomaly.open = true;
        m_anomaly.from = sample.t;
        m_anomaly.score = -1;
    }
    m_anomaly.to = sample.t;
    if (score.score > m_anomaly.score) {
        m_anomaly.score = score.score;
        m_anomaly.value = sample.v;
        m_anomaly.expected = score.expected;
        m_anomaly.lower = score.lower;
        m_anomaly.upper = score.upper;
    }
    return change;
}

} // namespace lepto
