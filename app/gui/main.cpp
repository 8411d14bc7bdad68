#include "app/gui/engine_console.h"
#include "app/gui/grab_run.h"
#include "app/gui/start_clock.h"
#include "app/gui/timed_application.h"
#include "core/audit/os_user.h"
#include "core/base/text.h"
#include "core/settings/settings.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QCommandLineParser>
#include <QTemporaryDir>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>

using namespace lepto;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Operations console: health, forecasts, incidents, training, safe actions."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("data-dir"), QStringLiteral("The data folder."), QStringLiteral("dir"), Home::defaultPath()});
    parser.addOption({QStringLiteral("data"), QStringLiteral("Open this bundle for review."), QStringLiteral("bundle")});
    parser.addOption({QStringLiteral("grab"), QStringLiteral("Render every page to PNG in this folder, and exit: of the bundle, of the data folder where one is named, else of the sample."), QStringLiteral("dir")});
    parser.addOption({QStringLiteral("theme"), QStringLiteral("dark, light or system."), QStringLiteral("theme")});
    parser.addOption({QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("lang")});
}

ThemeMode themeOf(const QString &word)
{
    return word == u"dark" ? ThemeMode::Dark : word == u"light" ? ThemeMode::Light : ThemeMode::System;
}

QString chosen(const QCommandLineParser &parser, const char *option, const QString &setting)
{
    const QString name = QString::fromLatin1(option);
    return parser.isSet(name) ? parser.value(name) : setting;
}

void openFirst(MainWindow &window, Engine &engine, EngineConsole &console, const QString &bundle)
{
    if (!bundle.isEmpty())
        window.openBundleFile(bundle);
    engine.start([&console](const Result<void> &opened) {
        if (opened)
            console.connectEngine(true);
        else
            Q_EMIT console.message(Severity::Critical, qstr(opened.error().subject), qstr(opened.error().reason));
    });
}

bool asks(int argc, char **argv, std::initializer_list<const char *> options)
{
    return std::any_of(argv + 1, argv + argc, [options](const char *word) {
        return std::any_of(options.begin(), options.end(), [word](const char *option) { return qstrcmp(word, option) == 0; });
    });
}

/// What needs no screen runs without one; what needs one says so instead of being aborted by the platform plugin.
void chooseScreen(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return;
    if (asks(argc, argv, { "--grab", "--help", "-h", "--help-all", "--version", "-v" })) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        std::fputs("leptoscope: there is no display here; \"leptoscope-cli watch\" works in a terminal.\n", stderr);
        std::exit(3);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    chooseScreen(argc, argv);
    TimedApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("leptoscope"));
    QApplication::setApplicationVersion(QStringLiteral(LEPTOSCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("leptoscope"));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);

    const bool grab = parser.isSet(QStringLiteral("grab"));
    const QTemporaryDir scratch;
    const Home home(grab && !parser.isSet(QStringLiteral("data-dir")) ? scratch.path() : parser.value(QStringLiteral("data-dir")));
    Settings settings(home.settingsFile());
    Theme theme(app, themeOf(chosen(parser, "theme", settings.get(setting::theme))));
    Language language;
    language.set(chosen(parser, "lang", settings.get(setting::language)));

    Engine engine({ServicesOptions::Mode::Collect, home.path(), 0, language.code()});
    EngineConsole console(engine, osUser(), language.code());
    MainWindow window(console, settings, theme, language, grab ? QString() : home.path() + QStringLiteral("/window.ini"));
    if (grab) {
        const QString suffix = (theme.dark() ? QStringLiteral("dark-") : QStringLiteral("light-")) + language.code();
        const GrabRun run { window, console, parser.value(QStringLiteral("grab")), suffix };
        if (parser.isSet(QStringLiteral("data-dir")) && !parser.isSet(QStringLiteral("data")))
            run.overHome(engine);
        else
            run.overBundle(chosen(parser, "data", console.sampleBundle()));
        return QApplication::exec();
    }
    window.show();
    app.onStall = [&console](double seconds) { console.stalled(seconds); };
    StartClock start;
    QObject::connect(&console, &Console::healthChanged, &window, [&start] { start.healthKnown(); });
    app.onFrame = [&console, &start](double seconds) {
        console.framePainted(seconds);
        start.framePainted();
    };
    openFirst(window, engine, console, parser.value(QStringLiteral("data")));
    const int code = QApplication::exec();
    app.onFrame = app.onStall = {}; // the console goes before the application
    return code;
}
