#include "tests/support/faulty_service/worker_pool.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace lepto::demo {

WorkerPool::WorkerPool(const Settings &settings)
    : m_settings(settings)
    , m_workers(settings.workers)
    , m_arrivalSource(settings.seed)
    , m_serviceSource(settings.seed ^ 0x9e3779b97f4a7c15ULL)
{
    m_nextArrival = nextArrivalAfter(0);
}

// Thinning: arrivals are drawn at the highest rate and kept with the probability of the rate of the moment.
double WorkerPool::nextArrivalAfter(double now)
{
    const double highest = m_settings.arrivalsPerSecond * (1 + m_settings.swing);
    std::exponential_distribution<double> gap(highest);
    std::uniform_real_distribution<double> chance;
    for (;;) {
        now += gap(m_arrivalSource);
        const double wave = std::sin(2 * std::numbers::pi * now / m_settings.swingPeriod);
        if (chance(m_arrivalSource) * highest <= m_settings.arrivalsPerSecond * (1 + m_settings.swing * wave))
            return now;
    }
}

void WorkerPool::advanceTo(double now)
{
    for (;;) {
        const double finish = m_finishing.empty() ? std::numeric_limits<double>::infinity() : m_finishing.top().at;
        const double event = std::min(m_nextArrival, finish);
        if (event > now)
            break;
        m_now = event;
        giveUpUntil(m_now);
        if (finish <= m_nextArrival) {
            record(finish - m_finishing.top().arrived);
            ++m_counters.answered;
            m_finishing.pop();
        } else {
            m_queue.push_back(m_nextArrival);
            m_nextArrival = nextArrivalAfter(m_nextArrival);
        }
        startWaiting();
    }
    m_now = std::max(m_now, now);
    giveUpUntil(m_now);
}

void WorkerPool::setWorkers(int workers)
{
    m_workers = std::max(workers, 0);
    ++m_resizes;
    startWaiting();
}

void WorkerPool::startWaiting()
{
    const double variance = m_settings.serviceSpread * m_settings.serviceSpread;
    std::lognormal_distribution<double> service(std::log(m_settings.serviceSeconds) - variance / 2, m_settings.serviceSpread);
    while (!m_queue.empty() && busy() < m_workers) {
        m_finishing.push({ m_now + service(m_serviceSource), m_queue.front() });
        m_queue.pop_front();
    }
}

void WorkerPool::giveUpUntil(double now)
{
    while (!m_queue.empty() && m_queue.front() + m_settings.patience <= now) {
        m_queue.pop_front();
        record(m_settings.patience);
        ++m_counters.timedOut;
    }
}

void WorkerPool::record(double seconds)
{
    m_counters.durationSum += seconds;
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    ++m_counters.buckets[static_cast<std::size_t>(bucket)];
}

} // namespace lepto::demo
