#pragma once

#include "core/settings/settings.h"
#include "tests/support/story_console.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/pages/page.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace lepto {

/// A shown window over the story, with settings and language of its own.
struct Shell {
    explicit Shell(const QString &language = QStringLiteral("en"), QSize size = { 1440, 900 }, bool empty = false)
        : settings(folder.filePath(QStringLiteral("settings.json")))
        , theme(*qApp, ThemeMode::Dark)
    {
        (void)settings.set(QStringLiteral("ui.theme"), QStringLiteral("dark"));
        (void)settings.set(QStringLiteral("ui.language"), language);
        words.set(language);
        if (empty)
            console.clear();
        window = std::make_unique<MainWindow>(console, settings, theme, words, folder.filePath(QStringLiteral("window.ini")));
        window->resize(size);
        window->show();
        window->activateWindow();
        QApplication::setActiveWindow(window.get());
        QTest::qWait(20);
    }

    template <typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    QWidget *page(MainWindow::Place place)
    {
        window->go(place);
        QTest::qWait(30);
        return window->currentPage();
    }

    QTemporaryDir folder;
    Settings settings;
    Theme theme;
    Language words;
    StoryConsole console;
    std::unique_ptr<MainWindow> window;
};

} // namespace lepto
