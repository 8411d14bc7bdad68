#include "core/files/import_job.h"

namespace lepto {

namespace {

constexpr int kSteps = 1000;

} // namespace

ImportJob::ImportJob(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_runner(1)
{ }

ImportJob::~ImportJob() { m_stop = true; }

void ImportJob::start(const QStringList &paths, const ImportOptions &options)
{
    if (std::exchange(m_running, true))
        return;
    m_stop = false;
    const auto work = [this, paths, options](QPromise<Outcome> &promise) {
        promise.setProgressRange(0, kSteps);
        Outcome outcome;
        for (const QString &path : paths) {
            const auto progress = [&](double fraction) {
                promise.setProgressValue(int(kSteps * (double(outcome.size()) + fraction) / double(paths.size())));
                return !m_stop && !promise.isCanceled();
            };
            if (m_stop)
                break;
            outcome.push_back(importFile(m_store, path, options, progress));
        }
        promise.addResult(std::move(outcome));
    };
    auto *watcher = m_runner.run<Outcome>(work, this, [this](const Outcome &outcome) {
        m_running = false;
        for (const auto &result : outcome) {
            if (result)
                Q_EMIT imported(*result);
            else
                Q_EMIT failed(result.error());
        }
        Q_EMIT finished();
    });
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) { Q_EMIT progressed(double(value) / kSteps); });
}

} // namespace lepto
