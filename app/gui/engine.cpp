#include "app/gui/engine.h"

#include <QCoreApplication>

#include <utility>

namespace lepto {

Engine::Engine(ServicesOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_context(new QObject), m_readers(std::make_unique<JobRunner>(2))
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
}

Engine::~Engine() { stop(); }

void Engine::stop()
{
    QObject *context = std::exchange(m_context, nullptr);
    if (!context)
        return;
    m_open = nullptr;
    m_readers.reset();
    QMetaObject::invokeMethod(context, [this, context] {
        m_services.reset();
        context->deleteLater();
        m_thread.quit();
    }, Qt::QueuedConnection);
    m_thread.wait();
}

void Engine::start(std::function<void(Result<void>)> done)
{
    post([this, done = std::move(done)] {
        auto services = Services::open(m_options);
        const Result<void> outcome = services ? Result<void>() : Result<void>(services.error());
        if (services)
            m_services = std::move(*services);
        toCaller([this, outcome, done] {
            m_open = m_services.get();
            done(outcome);
        });
    });
}

void Engine::tell(std::function<void(Services &)> work)
{
    post([this, work = std::move(work)] {
        if (m_services)
            work(*m_services);
    });
}

Error Engine::notOpen()
{
    return {ErrorCode::Unavailable, {}, QCoreApplication::translate("Engine", "the data folder is not open").toStdString()};
}

void Engine::post(std::function<void()> work)
{
    if (m_context)
        QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
}

void Engine::toCaller(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace lepto
