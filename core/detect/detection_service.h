#pragma once

#include "core/detect/anomaly_tracker.h"
#include "core/store/store.h"
#include "ml/base/stream_detector.h"

#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>

namespace lepto {

/// The always-on detector over every signal: one ml::StreamDetector a series, fed in time order as samples arrive.
/// A series seen for the first time is warmed up with what the store already knows of it, so that a restart does not forget.
/// Lives in the engine's thread.
class DetectionService : public QObject {
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<ml::StreamDetector>()>;

    /// `store` outlives the service; it may be null (no warm-up).
    DetectionService(Factory factory, const Store *store, QObject *parent = nullptr);

    void push(const LabelledSample &sample);
    std::vector<Anomaly> open() const;
    std::size_t seriesCount() const { return m_watched.size(); }
    std::size_t scored() const { return m_scored; }

Q_SIGNALS:
    void anomalyOpened(const lepto::Anomaly &anomaly);
    void anomalyGrew(const lepto::Anomaly &anomaly);
    void anomalyEnded(const lepto::Anomaly &anomaly);

private:
    struct Watched {
        std::unique_ptr<ml::StreamDetector> detector;
        AnomalyTracker tracker;
    };
    Watched &watched(const LabelledSample &sample);
    void warmUp(Watched &watched, const LabelledSample &until) const;

    Factory m_factory;
    const Store *m_store;
    std::unordered_map<Labels, Watched> m_watched;
    std::size_t m_scored = 0;
};

} // namespace lepto
