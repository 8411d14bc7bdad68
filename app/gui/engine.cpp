#include "app/gui/engine.h"

#include <QCoreApplication>

namespace lepto {

Engine::Engine(ServicesOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_context(new QObject), m_readers(std::make_unique<JobRunner>(2))
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
}

Engine::~Engine()
{
    m_readers.reset();
    QMetaObject::invokeMethod(m_context, [this] {
        m_services.reset();
        m_context->deleteLater();
        m_thread.quit();
    });
    m_thread.wait();
}

void Engine::start(std::function<void(Result<void>)> done)
{
    post([this, done = std::move(done)] {
        auto services = Services::open(m_options);
        const Result<void> outcome = services ? Result<void>() : Result<void>(services.error());
        // The window's thread reads m_services too: it is set there, once, before anybody may ask.
        auto opened = std::make_shared<std::unique_ptr<Services>>(services ? std::move(*services) : nullptr);
        toCaller([this, opened, outcome, done] {
            m_services = std::move(*opened);
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
    QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
}

void Engine::toCaller(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace lepto
