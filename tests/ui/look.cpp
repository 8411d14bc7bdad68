// Photographs the story: look DIR [dark|light] [en|zh_CN] [WIDTHxHEIGHT] [first]
#include "core/settings/settings.h"
#include "tests/support/story_console.h"
#include "ui/grab.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/popup.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/time_range_bar.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

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
    lepto::Theme theme(app, arg(2, "dark") == QLatin1String("light") ? lepto::ThemeMode::Light : lepto::ThemeMode::Dark);
    lepto::Language language;
    language.set(arg(3, "en"));
    lepto::StoryConsole console;
    if (args.contains(QStringLiteral("first")))
        console.clear();
    lepto::MainWindow window(console, settings, theme, language);
    const QStringList size = arg(4, "1600x1000").split(QLatin1Char('x'));
    window.resize(size[0].toInt(), size[1].toInt());
    const QString suffix = arg(2, "dark") + QLatin1Char('-') + arg(3, "en");
    if (!lepto::grabPages(window, arg(1, "."), suffix))
        return 1;
    const auto shot = [&](const char *name) {
        QTest::qWait(50);
        window.grab().save(QStringLiteral("%1/%2-%3.png").arg(arg(1, "."), QLatin1String(name), suffix));
        for (auto *popup : window.findChildren<lepto::Popup *>())
            popup->close();
    };
    window.openPalette();
    shot("20-palette");
    window.showKeys();
    shot("21-keys");
    window.toggleArmed();
    shot("22-arm");
    window.go(lepto::MainWindow::Health);
    window.findChild<lepto::TimeRangeBar *>()->openRange();
    shot("23-range");
    console.armWrites(15, {});
    console.stopAll(true);
    Q_EMIT console.message(lepto::Severity::Warning, QStringLiteral("prom-shop answers slowly."), QStringLiteral("9 s for the last answer."));
    window.go(lepto::MainWindow::Actions);
    shot("24-armed");
    for (const char *section : { "2", "3", "6", "7", "8", "1" }) {
        window.go(lepto::MainWindow::SettingsPlace);
        window.findChild<lepto::RowTable *>(QStringLiteral("settingSections"))->selectKey(QLatin1String(section));
        shot(qPrintable(QStringLiteral("3%1-settings").arg(QLatin1String(section))));
    }
    return 0;
}
