#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <queue>
#include <random>
#include <vector>

namespace lepto::demo {

/// A service with a pool of workers and one queue, simulated event by event: Poisson arrivals that swell and ebb by a tenth,
/// log-normal service times, first come first served, and callers who give up after `patience`. Times in seconds of the service's
/// own clock. The same seed, calls and times give the same numbers, however finely time is advanced. No thread, no clock of its
/// own.
class WorkerPool {
public:
    struct Settings {
        int workers = 20;
        double arrivalsPerSecond = 150;
        double swing = 0.1; ///< the arrival rate moves by this share, once in `swingPeriod`
        double swingPeriod = 600;
        double serviceSeconds = 0.04; ///< mean
        double serviceSpread = 0.35; ///< sigma of the logarithm
        double patience = 2; ///< a request that waited so long is answered 504
        std::uint64_t seed = 1;
    };
    /// Upper bounds of the latency histogram, in seconds; one more bucket above.
    static constexpr std::array<double, 12> bounds { 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10 };

    struct Counters {
        std::uint64_t answered = 0, timedOut = 0;
        double durationSum = 0;
        std::array<std::uint64_t, bounds.size() + 1> buckets {}; ///< not cumulative
    };

    explicit WorkerPool(const Settings &settings);

    /// Lets everything happen up to `now`; an earlier time is ignored.
    void advanceTo(double now);
    /// From `now` on. Requests in work are finished even where more are busy than there are workers.
    void setWorkers(int workers);

    int workers() const { return m_workers; }
    int resizes() const { return m_resizes; } ///< calls of setWorkers
    int busy() const { return static_cast<int>(m_finishing.size()); }
    int queued() const { return static_cast<int>(m_queue.size()); }
    const Counters &counters() const { return m_counters; }

private:
    struct Finish {
        double at, arrived;
        bool operator>(const Finish &other) const { return at > other.at; }
    };

    double nextArrivalAfter(double now);
    void startWaiting();
    void giveUpUntil(double now);
    void record(double seconds);

    Settings m_settings;
    int m_workers, m_resizes = 0;
    double m_now = 0, m_nextArrival;
    std::mt19937_64 m_arrivalSource, m_serviceSource;
    std::deque<double> m_queue; ///< arrival times, oldest first
    std::priority_queue<Finish, std::vector<Finish>, std::greater<>> m_finishing;
    Counters m_counters;
};

} // namespace lepto::demo
