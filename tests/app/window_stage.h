#pragma once

#include "app/gui/engine_console.h"
#include "core/settings/settings.h"
#include "tests/support/server_process.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>

#include <memory>

namespace lepto::e2e {

/// The window over the real engine, as main opens it, beside a real checkout service whose worker pool can be broken.
/// The data folder knows three quarters of an hour of its good traffic, has the shipped runbook filled in, and limits that notice
/// and forget within half a minute.
class WindowStage {
public:
    ~WindowStage() { close(); }

    bool start(); ///< false: error() says which part did not come up
    void open();
    void close(); ///< as a person does, then everything behind the window
    QString error() const { return m_error; }

    bool setWorkers(int workers);
    int workers() const; ///< -1: no answer
    QString home() const { return m_folder.filePath(QStringLiteral("data")); }
    const QStringList &messages() const { return m_messages; } ///< what the console had to say
    MainWindow &window() { return *m_window; }
    Console &console() { return *m_console; }

private:
    bool write(const QString &name, const QString &text);
    bool writeRunbook();

    QTemporaryDir m_folder { QDir::tempPath() + QStringLiteral("/window-story-XXXXXX") };
    test::ServerProcess m_checkout;
    QString m_error;
    QStringList m_messages;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EngineConsole> m_console;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace lepto::e2e
