#include "core/telemetry/self_metrics.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace lepto {

namespace {

using Buckets = prometheus::Histogram::BucketBoundaries;

constexpr int portsTried = 16;
constexpr std::chrono::seconds worstWindow { 60 };

const Buckets frameBuckets { 0.002, 0.004, 0.008, 0.016, 0.033, 0.05, 0.1, 0.25, 1.0 };
const Buckets stallBuckets { 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0 };
const Buckets workBuckets { 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0 };

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SelfMetrics)
};

prometheus::Counter &counter(prometheus::Registry &registry, const char *name, const char *help, const prometheus::Labels &labels = {})
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add(labels);
}

prometheus::Gauge &gauge(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

prometheus::Histogram &histogram(prometheus::Registry &registry, const char *name, const char *help, const Buckets &buckets)
{
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry).Add({}, buckets);
}

// The page breaks for every reader when a value is printed as an overflowing number, so non-finite ones are left out.
bool isPrintable(double value)
{
    return std::isfinite(value) && std::abs(value) < 1e300;
}

std::unique_ptr<prometheus::Exposer> open(int port)
{
    return std::make_unique<prometheus::Exposer>(std::vector<std::string> { "listening_ports", "127.0.0.1:" + std::to_string(port),
        "num_threads", "5", "request_timeout_ms", "1000", "access_control_list", "-0.0.0.0/0,+127.0.0.1" });
}

/// The greatest value of the last one to two minutes.
class Worst {
public:
    double take(double value)
    {
        const auto now = std::chrono::steady_clock::now();
        const std::lock_guard lock(m_mutex);
        if (now - m_since > worstWindow) {
            m_before = now - m_since > 2 * worstWindow ? 0 : m_now;
            m_now = 0;
            m_since = now;
        }
        m_now = std::max(m_now, value);
        return std::max(m_now, m_before);
    }

private:
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    double m_now = 0, m_before = 0;
};

SelfReading reading(const prometheus::MetricFamily &family)
{
    SelfReading out { family.name, 0, {} };
    for (const prometheus::ClientMetric &metric : family.metric) {
        const auto &buckets = metric.histogram.bucket;
        out.value += family.type == prometheus::MetricType::Histogram ? metric.histogram.sample_sum
            : family.type == prometheus::MetricType::Counter         ? metric.counter.value
                                                                     : metric.gauge.value;
        out.buckets.resize(std::max(out.buckets.size(), buckets.size()));
        for (std::size_t i = 0; i < buckets.size(); ++i) {
            out.buckets[i].upper = buckets[i].upper_bound;
            out.buckets[i].count += double(buckets[i].cumulative_count);
        }
    }
    return out;
}

} // namespace

struct SelfMetrics::State {
    std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
    prometheus::Histogram &frames = histogram(*registry, "leptoscope_frame_seconds", "Time to paint one frame", frameBuckets);
    prometheus::Gauge &frameWorst = gauge(*registry, "leptoscope_frame_worst_seconds", "Slowest frame of the last minutes");
    prometheus::Histogram &stalls = histogram(*registry, "leptoscope_gui_stall_seconds", "Events that held the window's thread too long", stallBuckets);
    prometheus::Counter &samples = counter(*registry, "leptoscope_ingested_samples_total", "Samples taken into the store");
    prometheus::Histogram &writes = histogram(*registry, "leptoscope_store_write_seconds", "Time from a scrape to its durable samples", workBuckets);
    prometheus::Gauge &queued = gauge(*registry, "leptoscope_writer_queued_samples", "Samples that wait for the disk");
    prometheus::Gauge &refused = gauge(*registry, "leptoscope_writer_refused_samples", "Samples refused since the start, the disk being behind");
    prometheus::Counter &scrapesGood = counter(*registry, "leptoscope_scrapes_total", "Answers of sources", { { "result", "good" } });
    prometheus::Counter &scrapesBad = counter(*registry, "leptoscope_scrapes_total", "Answers of sources", { { "result", "failed" } });
    prometheus::Histogram &scrapes = histogram(*registry, "leptoscope_scrape_seconds", "Time of one scrape", workBuckets);
    prometheus::Histogram &queries = histogram(*registry, "leptoscope_query_seconds", "Time of one query", workBuckets);
    prometheus::Gauge &storeBytes = gauge(*registry, "leptoscope_store_bytes", "Size of the history on disk");
    prometheus::Gauge &storeSeries = gauge(*registry, "leptoscope_store_series", "Series in the history");
    prometheus::Gauge &storeSamples = gauge(*registry, "leptoscope_store_samples", "Samples in the history");
    prometheus::Histogram &rounds = histogram(*registry, "leptoscope_detector_round_seconds", "Time of one round of rules and detectors", workBuckets);
    prometheus::Gauge &lag = gauge(*registry, "leptoscope_detector_lag_seconds", "Time from the moment that is judged to its scores");
    prometheus::Gauge &running = gauge(*registry, "leptoscope_jobs_running", "Background jobs under way");
    prometheus::Family<prometheus::Counter> &jobs
        = prometheus::BuildCounter().Name("leptoscope_jobs_total").Help("Finished background jobs").Register(*registry);

    Worst worst;
    std::mutex mutex;
    std::condition_variable changed;
    bool asked = false, settled = false, closing = false;
    int port = 0;
    QString problem;

    void serve(int wanted);
    std::unique_ptr<prometheus::Exposer> openOrExplain(int wanted, QString &problem) const;
};

std::unique_ptr<prometheus::Exposer> SelfMetrics::State::openOrExplain(int wanted, QString &why) const
{
    const int last = wanted == 0 ? 0 : std::min(wanted + portsTried - 1, 65535);
    for (int next = wanted; next <= last + 1; ++next) {
        const int tried = next > last ? 0 : next; // none of the neighbours is free: any
        try {
            auto exposer = open(tried);
            if (next != wanted)
                why = Words::tr("127.0.0.1:%1: the port of the console's own metrics is taken, %2 is used")
                          .arg(QString::number(wanted), QString::number(exposer->GetListeningPorts().front()));
            return exposer;
        } catch (const std::exception &) { // taken, or not ours to open
        }
    }
    why = Words::tr("127.0.0.1: no port can be opened for the console's own metrics, they are off");
    return nullptr;
}

// Runs in its own thread: the exposer's constructor binds and its destructor waits two seconds for its workers.
void SelfMetrics::State::serve(int wanted)
{
    QString why;
    auto exposer = openOrExplain(wanted, why);
    if (exposer)
        exposer->RegisterCollectable(registry);
    std::unique_lock lock(mutex);
    problem = why;
    port = exposer ? exposer->GetListeningPorts().front() : 0;
    settled = true;
    changed.notify_all();
    changed.wait(lock, [this] { return closing; });
    port = 0;
    lock.unlock();
    exposer.reset();
}

SelfMetrics::SelfMetrics()
    : m_state(std::make_shared<State>())
{
}

SelfMetrics::~SelfMetrics()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->closing = true;
    m_state->changed.notify_all();
}

void SelfMetrics::listen(int port)
{
    const std::lock_guard lock(m_state->mutex);
    if (std::exchange(m_state->asked, true))
        return;
    std::thread([state = m_state, port] { state->serve(port); }).detach();
}

int SelfMetrics::port() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->port;
}

QString SelfMetrics::problem() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->problem;
}

bool SelfMetrics::waitForListening(int timeoutMs) const
{
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait_for(lock, std::chrono::milliseconds(timeoutMs), [this] { return m_state->settled; });
    return m_state->port != 0;
}

void SelfMetrics::frame(double seconds)
{
    if (!isPrintable(seconds))
        return;
    m_state->frames.Observe(seconds);
    m_state->frameWorst.Set(m_state->worst.take(seconds));
}

void SelfMetrics::stalled(double seconds)
{
    if (isPrintable(seconds))
        m_state->stalls.Observe(seconds);
}

void SelfMetrics::stored(double seconds)
{
    if (isPrintable(seconds))
        m_state->writes.Observe(seconds);
}

void SelfMetrics::writerQueue(qint64 samples, qint64 refused)
{
    m_state->queued.Set(double(samples));
    m_state->refused.Set(double(refused));
}

std::vector<SelfReading> SelfMetrics::read() const
{
    std::vector<SelfReading> readings;
    for (const prometheus::MetricFamily &family : m_state->registry->Collect())
        readings.push_back(reading(family));
    return readings;
}

void SelfMetrics::ingested(qint64 samples)
{
    m_state->samples.Increment(double(samples));
}

void SelfMetrics::scraped(bool good, double seconds)
{
    (good ? m_state->scrapesGood : m_state->scrapesBad).Increment();
    if (isPrintable(seconds))
        m_state->scrapes.Observe(seconds);
}

void SelfMetrics::query(double seconds)
{
    if (isPrintable(seconds))
        m_state->queries.Observe(seconds);
}

void SelfMetrics::storeSize(qint64 bytes, qint64 series, qint64 samples)
{
    m_state->storeBytes.Set(double(bytes));
    m_state->storeSeries.Set(double(series));
    m_state->storeSamples.Set(double(samples));
}

void SelfMetrics::detectorRound(double seconds)
{
    if (isPrintable(seconds))
        m_state->rounds.Observe(seconds);
}

void SelfMetrics::detectorLag(double seconds)
{
    if (isPrintable(seconds))
        m_state->lag.Set(seconds);
}

void SelfMetrics::job(const char *kind, Job how)
{
    const char *result = how == Job::Done ? "done" : how == Job::Failed ? "failed" : "cancelled";
    m_state->jobs.Add({ { "kind", kind }, { "result", result } }).Increment();
}

void SelfMetrics::jobsRunning(int count)
{
    m_state->running.Set(count);
}

} // namespace lepto
