#pragma once

#include "app/gui/engine.h"
#include "app/gui/open_bundle.h"
#include "app/services/collector.h"
#include "core/telemetry/self_metrics.h"

#include <QElapsedTimer>

namespace lepto {

/// Runs reads of the past in a pool: of the open bundle, else of the live history. GUI thread; all references outlive it.
class HistoryReader {
public:
    HistoryReader(Engine &engine, JobRunner &readers, const std::shared_ptr<OpenBundle> &bundle)
        : m_engine(engine), m_readers(readers), m_bundle(bundle)
    { }

    bool offline() const { return m_bundle != nullptr; }

    /// `answer` comes in the GUI thread, unless `context` has died meanwhile.
    template <typename T>
    void read(std::function<Result<T>(const History &)> work, QObject *context, std::function<void(Result<T>)> answer)
    {
        if (m_bundle) {
            m_readers.run<std::shared_ptr<Result<T>>>(
                [bundle = m_bundle, work = std::move(work)](QPromise<std::shared_ptr<Result<T>>> &promise) {
                    promise.addResult(std::make_shared<Result<T>>(work(bundle->history())));
                },
                context, [answer](const std::shared_ptr<Result<T>> &result) { answer(std::move(*result)); });
            return;
        }
        m_engine.read<T>([work = std::move(work)](Services &services) -> Result<T> {
            const auto store = services.requireStore();
            if (!store)
                return store.error();
            QElapsedTimer took;
            took.start();
            auto result = work({**store, *services.forecasts(), Services::detectorFactory(), services.clock().now()});
            if (Collector *collector = services.collector())
                collector->metrics().query(double(took.nsecsElapsed()) * 1e-9);
            return result;
        }, context, std::move(answer));
    }

private:
    Engine &m_engine;
    JobRunner &m_readers;
    const std::shared_ptr<OpenBundle> &m_bundle;
};

} // namespace lepto
