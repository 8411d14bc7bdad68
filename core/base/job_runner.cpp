#include "core/base/job_runner.h"

namespace lepto {

JobRunner::JobRunner(int threads, QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
}

JobRunner::~JobRunner()
{
    for (QFutureWatcherBase *watcher : m_running)
        watcher->cancel();
    m_pool.waitForDone();
}

void JobRunner::forget(QFutureWatcherBase *watcher)
{
    m_running.erase(watcher);
    watcher->deleteLater();
}

} // namespace lepto
