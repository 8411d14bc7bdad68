#include "core/detect/detection_service.h"

namespace lepto {

namespace {

constexpr TimeMs kWarmUp = 6 * 3600'000;

}

DetectionService::DetectionService(Factory factory, const Store *store, QObject *parent)
    : QObject(parent), m_factory(std::move(factory)), m_store(store)
{
}

void DetectionService::push(const LabelledSample &sample)
{
    Watched &watch = watched(sample);
    ++m_scored;
    switch (watch.tracker.push(sample.sample, watch.detector->push(sample.sample.t, sample.sample.v))) {
    case AnomalyTracker::Change::Opened: Q_EMIT anomalyOpened(watch.tracker.current()); break;
    case AnomalyTracker::Change::Grew: Q_EMIT anomalyGrew(watch.tracker.current()); break;
    case AnomalyTracker::Change::Ended: Q_EMIT anomalyEnded(watch.tracker.current()); break;
    case AnomalyTracker::Change::None: break;
    }
}

std::vector<Anomaly> DetectionService::open() const
{
    std::vector<Anomaly> all;
    for (const auto &[labels, watch] : m_watched) {
        if (watch.tracker.open())
            all.push_back(watch.tracker.current());
    }
    return all;
}

DetectionService::Watched &DetectionService::watched(const LabelledSample &sample)
{
    const auto found = m_watched.find(sample.labels);
    if (found != m_watched.end())
        return found->second;
    Watched fresh{m_factory(), AnomalyTracker(sample.labels, QStringLiteral("baseline"))};
    warmUp(fresh, sample);
    return m_watched.emplace(sample.labels, std::move(fresh)).first->second;
}

void DetectionService::warmUp(Watched &watch, const LabelledSample &until) const
{
    const auto id = m_store ? m_store->find(until.labels) : std::nullopt;
    if (!id)
        return;
    const auto past = m_store->range(*id, until.sample.t - kWarmUp, until.sample.t - 1);
    if (!past)
        return;
    for (const Sample &s : *past)
        watch.tracker.push(s, watch.detector->push(s.t, s.v));
}

} // namespace lepto
