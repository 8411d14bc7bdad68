#pragma once

#include "app/gui/engine.h"
#include "app/gui/open_bundle.h"
#include "ui/desks/quality_desk.h"

#include <QTimer>

#include <atomic>

namespace lepto {

/// ui/desks/quality_desk.h over the engine's store, or over the bundle that is open. Surveys and details run in pools.
class EngineQualityDesk final : public QualityDesk {
    Q_OBJECT
public:
    /// `bundle` says which one is open, null for none. Both outlive the desk.
    EngineQualityDesk(Engine &engine, std::function<std::shared_ptr<OpenBundle>()> bundle, QObject *parent);
    ~EngineQualityDesk() override;

    void survey(TimeMs from, TimeMs to, QObject *context, Answer<Survey> answer) override;
    void stopSurvey() override;
    void detail(const DetailRequest &request, QObject *context, Answer<SeriesDetail> answer) override;

private:
    /// Shared with the thread that surveys.
    struct Run {
        std::atomic<bool> stopped = false;
        std::atomic<double> share = 0;
    };
    template <typename T>
    void read(std::function<Result<T>(const Store &)> work, QObject *context, Answer<T> answer);

    Engine &m_engine;
    std::function<std::shared_ptr<OpenBundle>()> m_bundle;
    JobRunner m_readers { 1 };
    std::shared_ptr<Run> m_run;
    QTimer m_clock;
};

} // namespace lepto
