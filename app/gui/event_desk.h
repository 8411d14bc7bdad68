#pragma once

#include "ui/desks/event_desk.h"

#include <memory>

namespace lepto {

class Engine;
class OpenBundle;
class Services;

/// ui/desks/event_desk.h over the engine: changes are asked in its thread, lines are counted in its pool of readers. While a bundle is
/// open its changes are shown; it holds no lines.
class EngineEventDesk final : public EventDesk {
    Q_OBJECT
public:
    explicit EngineEventDesk(Engine &engine, QObject *parent = nullptr);

    /// From the engine's thread, once.
    void wire(Services &services);
    /// Null: the live engine again.
    void setBundle(std::shared_ptr<OpenBundle> bundle);

    void changes(TimeMs from, TimeMs to, QObject *context, Answer<std::vector<Change>> answer) override;
    void logCounts(TimeMs from, TimeMs to, TimeMs step, const QString &service, QObject *context, Answer<LogCounts> answer) override;

private:
    Engine &m_engine;
    std::shared_ptr<OpenBundle> m_bundle;
};

} // namespace lepto
