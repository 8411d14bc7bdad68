#pragma once

#include "app/gui/engine.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"

#include <memory>

namespace lepto {

class AlertService;

/// The collector's AlertService for the window. While a bundle is open it has no alerts and refuses every change.
class EngineAlertDesk final : public AlertDesk {
    Q_OBJECT
public:
    EngineAlertDesk(Engine &engine, const Console &console) : m_engine(engine), m_console(console) {}
    void wire(Services &services);                 ///< in the engine's thread, before collection begins

    const AlertSnapshot &snapshot() const override;
    void refresh() override;
    void episodes(TimeMs from, TimeMs to, int limit, QObject *context, Answer<std::vector<AlertEpisode>> answer) override;
    void createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer) override;
    void editSilence(const QString &source, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer) override;
    void expireSilence(const QString &source, const QString &id, QObject *context, Answer<SilenceWritten> answer) override;

private:
    using Written = std::function<void(Result<SilenceWritten>)>;
    void change(std::function<void(AlertService &, Written)> work, QObject *context, Answer<SilenceWritten> answer);

    Engine &m_engine;
    const Console &m_console;
    std::shared_ptr<const AlertSnapshot> m_snapshot = std::make_shared<AlertSnapshot>();
};

} // namespace lepto
