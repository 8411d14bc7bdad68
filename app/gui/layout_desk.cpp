#include "app/gui/layout_desk.h"

#include "app/services/layout_values.h"
#include "core/base/text.h"
#include "core/layouts/dashboard_import.h"

#include <QFile>
#include <QFileInfo>

namespace lepto {

namespace {

Result<ExploreLayout> readDashboard(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable, utf8(path), utf8(file.errorString())};
    auto layout = importDashboard(file.read(dashboard_limit::bytes + 1), {});
    if (layout && layout->origin.isEmpty())
        layout->origin = QStringLiteral("file:") + QFileInfo(path).fileName();
    return layout;
}

} // namespace

void EngineLayoutDesk::wire(Services &services)
{
    LayoutStore &store = services.layouts();
    const auto send = [this, &store] {
        auto list = store.list();
        if (!list)
            return;
        QMetaObject::invokeMethod(this, [this, all = std::move(*list)]() mutable {
            m_layouts = std::move(all);
            Q_EMIT layoutsChanged();
        }, Qt::QueuedConnection);
    };
    connect(&store, &LayoutStore::changed, &store, send);
    send();
}

void EngineLayoutDesk::find(qint64 id, QObject *context, Answer<ExploreLayout> answer)
{
    m_engine.ask<ExploreLayout>([id](Services &services) { return services.layouts().find(id); }, context, std::move(answer));
}

void EngineLayoutDesk::save(const ExploreLayout &layout, QObject *context, Answer<ExploreLayout> answer)
{
    m_engine.ask<ExploreLayout>([layout](Services &services) { return services.layouts().save(layout); }, context, std::move(answer));
}

void EngineLayoutDesk::remove(qint64 id, QObject *context, Answer<ExploreLayout> answer)
{
    m_engine.ask<ExploreLayout>([id](Services &services) -> Result<ExploreLayout> {
        auto layout = services.layouts().find(id);
        const auto removed = services.layouts().remove(id);
        return removed ? std::move(layout) : Result<ExploreLayout>(removed.error());
    }, context, std::move(answer));
}

void EngineLayoutDesk::importDashboard(const QString &file, QObject *context, Answer<ExploreLayout> answer)
{
    m_engine.read<ExploreLayout>([file](Services &services) {
        auto layout = readDashboard(file);
        if (layout)
            fillFromHistory(services, *layout);
        return layout;
    }, context, [this, guard = QPointer<QObject>(context), answer](Result<ExploreLayout> layout) {
        if (layout && guard)
            save(*layout, guard, answer);
        else
            answer(std::move(layout));
    });
}

void EngineLayoutDesk::fillVariables(const ExploreLayout &layout, QObject *context, Answer<ExploreLayout> answer)
{
    m_engine.read<ExploreLayout>([layout](Services &services) {
        ExploreLayout filled = layout;
        fillFromHistory(services, filled);
        return Result<ExploreLayout>(std::move(filled));
    }, context, std::move(answer));
}

} // namespace lepto
