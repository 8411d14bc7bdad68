#include "tests/support/faulty_service/metrics_page.h"

#include "tests/support/faulty_service/worker_pool.h"

namespace lepto::demo {

namespace {

void family(QByteArray &page, const char *name, const char *type, const char *help)
{
    page += "# HELP " + QByteArray(name) + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void sample(QByteArray &page, const QByteArray &series, const QByteArray &value)
{
    page += series + ' ' + value + '\n';
}

void single(QByteArray &page, const char *name, const char *type, const char *help, const QByteArray &value)
{
    family(page, name, type, help);
    sample(page, name, value);
}

void histogram(QByteArray &page, const WorkerPool::Counters &counters)
{
    family(page, "http_request_duration_seconds", "histogram", "Time from the arrival of a request to its answer.");
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < WorkerPool::bounds.size(); ++i) {
        below += counters.buckets[i];
        sample(page, "http_request_duration_seconds_bucket{le=\"" + QByteArray::number(WorkerPool::bounds[i]) + "\"}",
            QByteArray::number(qulonglong(below)));
    }
    const QByteArray all = QByteArray::number(qulonglong(below + counters.buckets.back()));
    sample(page, "http_request_duration_seconds_bucket{le=\"+Inf\"}", all);
    sample(page, "http_request_duration_seconds_sum", QByteArray::number(counters.durationSum, 'g', 17));
    sample(page, "http_request_duration_seconds_count", all);
}

} // namespace

QByteArray metricsPage(const WorkerPool &pool)
{
    const WorkerPool::Counters &counters = pool.counters();
    QByteArray page;
    histogram(page, counters);
    family(page, "http_requests_total", "counter", "Answered requests by status code.");
    sample(page, "http_requests_total{code=\"200\"}", QByteArray::number(qulonglong(counters.answered)));
    sample(page, "http_requests_total{code=\"504\"}", QByteArray::number(qulonglong(counters.timedOut)));
    single(page, "checkout_queue_depth", "gauge", "Requests that wait for a worker.", QByteArray::number(pool.queued()));
    single(page, "checkout_workers", "gauge", "Size of the worker pool.", QByteArray::number(pool.workers()));
    single(page, "checkout_resizes_total", "counter", "Times the size of the pool was set.", QByteArray::number(pool.resizes()));
    single(page, "checkout_workers_busy", "gauge", "Workers that have a request.", QByteArray::number(pool.busy()));
    single(
        page, "checkout_errors_total", "counter", "Requests that timed out.", QByteArray::number(qulonglong(counters.timedOut)));
    return page;
}

} // namespace lepto::demo
