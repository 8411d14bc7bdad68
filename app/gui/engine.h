#pragma once

#include "app/services/services.h"
#include "core/base/job_runner.h"

#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace lepto {

/// The thread that the core's objects live in, for a program with a window. The window's thread posts work and gets answers back;
/// it never waits. Stopped in reverse: first the work, then the services, then the thread.
class Engine : public QObject {
    Q_OBJECT
public:
    explicit Engine(ServicesOptions options, QObject *parent = nullptr);
    ~Engine() override;

    /// Opens the services in their thread; `done` comes in the caller's thread with what went wrong, if anything.
    void start(std::function<void(Result<void>)> done);
    /// Takes everything down and waits for it; what is asked afterwards is never answered. Twice is once.
    void stop();

    /// Runs `work` in the engine's thread and brings its result to `answer` in this thread, unless `context` has died meanwhile.
    template <typename T>
    void ask(std::function<Result<T>(Services &)> work, QObject *context, std::function<void(Result<T>)> answer)
    {
        post([this, work = std::move(work), guard = QPointer<QObject>(context), answer = std::move(answer)] {
            deliver<T>(m_services ? work(*m_services) : Result<T>(notOpen()), guard, answer);
        });
    }

    /// Like ask, for work that reports later itself: it gets a callback that may be called once, in the engine's thread.
    template <typename T>
    void askLater(std::function<void(Services &, std::function<void(Result<T>)>)> work, QObject *context,
                  std::function<void(Result<T>)> answer)
    {
        post([this, work = std::move(work), guard = QPointer<QObject>(context), answer = std::move(answer)] {
            auto later = [this, guard, answer](Result<T> result) { deliver<T>(std::move(result), guard, answer); };
            if (m_services)
                work(*m_services, later);
            else
                later(notOpen());
        });
    }

    /// Work on the thread-safe parts (store, forecasts): in a pool, so that a slow query does not hold up the collection.
    template <typename T>
    void read(std::function<Result<T>(Services &)> work, QObject *context, std::function<void(Result<T>)> answer)
    {
        if (!m_open) {
            answer(notOpen());
            return;
        }
        m_readers->run<std::shared_ptr<Result<T>>>(
            [services = m_open, work = std::move(work)](QPromise<std::shared_ptr<Result<T>>> &promise) {
                if (!promise.isCanceled())
                    promise.addResult(std::make_shared<Result<T>>(work(*services)));
            },
            context, [answer = std::move(answer)](const std::shared_ptr<Result<T>> &result) { answer(std::move(*result)); });
    }

    /// Fire and forget in the engine's thread.
    void tell(std::function<void(Services &)> work);

    bool running() const { return m_open != nullptr; }

private:
    static Error notOpen();
    void post(std::function<void()> work);
    void toCaller(std::function<void()> call);

    template <typename T>
    void deliver(Result<T> result, QPointer<QObject> guard, std::function<void(Result<T>)> answer)
    {
        toCaller([result = std::make_shared<Result<T>>(std::move(result)), guard, answer = std::move(answer)] {
            if (guard)
                answer(std::move(*result));
        });
    }

    ServicesOptions m_options;
    QThread m_thread;
    QObject *m_context = nullptr;             ///< lives in m_thread; what posted work runs on; null: stopped
    std::unique_ptr<JobRunner> m_readers;
    std::unique_ptr<Services> m_services;     ///< made, used and destroyed in m_thread
    Services *m_open = nullptr;               ///< the same, once the caller's thread knows of it
};

} // namespace lepto
