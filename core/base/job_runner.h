#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <set>

namespace lepto {

/// Runs long work off the owner's thread. Lives in, and is used from, one thread.
/// The work gets copies and a QPromise (progress, isCanceled, addResult); the callback runs in the owner's thread
/// and dies with `context`. The destructor cancels and waits, so no job outlives its owner.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(int threads, QObject *parent = nullptr);
    ~JobRunner() override;

    template <typename Answer, typename Work, typename Done>
    QFutureWatcher<Answer> *run(Work work, QObject *context, Done done)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        auto *watcher = new QFutureWatcher<Answer>(this);
        m_running.insert(watcher);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] { forget(watcher); });
        connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done] {
            if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                done(watcher->result());
        });
        promise->start(); // before the future is handed out, or it looks finished
        watcher->setFuture(promise->future());
        m_pool.start([promise, work = std::move(work)]() mutable {
            work(*promise);
            promise->finish();
        });
        return watcher;
    }

    int running() const { return int(m_running.size()); }

private:
    void forget(QFutureWatcherBase *watcher);

    QThreadPool m_pool;
    std::set<QFutureWatcherBase *> m_running;
};

} // namespace lepto
