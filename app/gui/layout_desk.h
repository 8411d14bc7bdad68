#pragma once

#include "app/gui/engine.h"
#include "ui/desks/layout_desk.h"

namespace lepto {

/// ui/desks/layout_desk.h over the engine's LayoutStore.
class EngineLayoutDesk final : public LayoutDesk {
    Q_OBJECT
public:
    EngineLayoutDesk(Engine &engine, QObject *parent) : LayoutDesk(parent), m_engine(engine) {}

    /// Once the engine is open, in its thread: follows the store of layouts.
    void wire(Services &services);

    const std::vector<LayoutStore::Entry> &layouts() const override { return m_layouts; }
    void find(qint64 id, QObject *context, Answer<ExploreLayout> answer) override;
    void save(const ExploreLayout &layout, QObject *context, Answer<ExploreLayout> answer) override;
    void remove(qint64 id, QObject *context, Answer<ExploreLayout> answer) override;
    void importDashboard(const QString &file, QObject *context, Answer<ExploreLayout> answer) override;
    void fillVariables(const ExploreLayout &layout, QObject *context, Answer<ExploreLayout> answer) override;

private:
    Engine &m_engine;
    std::vector<LayoutStore::Entry> m_layouts;
};

} // namespace lepto
