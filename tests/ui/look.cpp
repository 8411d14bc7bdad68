// Photographs the story: look DIR [dark|light] [en|zh_CN] [WIDTHxHEIGHT] [first]
#include "core/settings/settings.h"
#include "tests/support/story_console.h"
#include "ui/grab.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const auto arg = [&](int i, const char *fallback) { return args.value(i, QLatin1String(fallback)); };
    QTemporaryDir folder;
    lepto::Settings settings(folder.filePath(QStringLiteral("settings.json")));
    (void)settings.set(QStringLiteral("ui.theme"), arg(2, "dark"));
    (void)settings.set(QStringLiteral("ui.language"), arg(3, "en"));
    (void)settings.set(QStringLiteral("ui.environment"), QStringLiteral("shop"));
    lepto::Theme theme(app, lepto::ThemeMode::Dark);
    lepto::Language language;
    lepto::StoryConsole console;
    if (args.contains(QStringLiteral("first")))
        console.clear();
    lepto::MainWindow window(console, settings, theme, language);
    const QStringList size = arg(4, "1600x1000").split(QLatin1Char('x'));
    window.resize(size[0].toInt(), size[1].toInt());
    return lepto::grabPages(window, arg(1, "."), arg(2, "dark") + QLatin1Char('-') + arg(3, "en")) ? 0 : 1;
}
