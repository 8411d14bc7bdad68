#include "core/detect/replay.h"

namespace lepto {

namespace {

constexpr TimeMs kWarmUp = 6 * 3600'000;
constexpr TimeMs kLongest = 14LL * 24 * 3600'000;
constexpr std::size_t kMostSamples = 200'000;

void note(Replay &replay, AnomalyTracker::Change change, const Anomaly &anomaly)
{
    if (change == AnomalyTracker::Change::Opened)
        replay.anomalies.push_back(anomaly);
    else if (change != AnomalyTracker::Change::None && !replay.anomalies.empty())
        replay.anomalies.back() = anomaly;
}

} // namespace

Result<Replay> replayDetector(const Store &store, SeriesId series, TimeMs from, TimeMs to, const DetectionService::Factory &factory)
{
    const auto info = store.series(series);
    if (!info)
        return Error{ErrorCode::NotFound, std::to_string(series), "no such series"};
    if (to - from > kLongest)
        return Replay{};
    auto samples = store.range(series, from - kWarmUp, to);
    if (!samples)
        return samples.error();
    Replay replay;
    if (samples->size() > kMostSamples)
        return replay;
    const auto detector = factory();
    AnomalyTracker tracker(info->labels, QStringLiteral("baseline"));
    for (const Sample &sample : *samples) {
        const ml::Score score = detector->push(sample.t, sample.v);
        const auto change = tracker.push(sample, score);
        if (sample.t < from)
            continue;
        note(replay, change == AnomalyTracker::Change::Grew && replay.anomalies.empty() ? AnomalyTracker::Change::Opened : change,
             tracker.current());
        if (score.ready)
            replay.expected.push_back({sample.t, score.lower, score.expected, score.upper});
    }
    return replay;
}

} // namespace lepto
