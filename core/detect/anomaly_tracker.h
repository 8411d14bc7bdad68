#pragma once

#include "core/detect/anomaly.h"
#include "ml/base/stream_detector.h"

#include <optional>

namespace lepto {

/// Turns the scores of one series into stretches: one anomaly opens with the first abnormal sample, grows while they go on, and
/// ends after `quiet` ms without one, so that a flickering score is one stretch and not fifty. A plain value, not thread-safe.
class AnomalyTracker {
public:
    enum class Change { None, Opened, Grew, Ended };

    explicit AnomalyTracker(Labels series, QString detector, TimeMs quiet = 60'000);

    Change push(const Sample &sample, const ml::Score &score);
    /// The stretch the last change was about; after Ended it is closed.
    const Anomaly &current() const { return m_anomaly; }
    bool open() const { return m_open; }

private:
    Anomaly m_anomaly;
    TimeMs m_quiet;
    bool m_open = false;
};

} // namespace lepto
