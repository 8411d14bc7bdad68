// gui.stall_p99, gui.stall_max: how long an event waits for the window's thread while everything happens at once: 5,000 series a
// second, an answer of 50 MB every five seconds, a million lines of logs behind the pages, queries over thousands of series, and a
// person who switches page, range, theme and language all the time. gui.wait_alone is what the machine itself adds: the same watchdog
// over an empty event loop beside the same engine.

#include "app/gui/engine_console.h"
#include "bench_report.h"
#include "big_home.h"
#include "core/audit/os_user.h"
#include "core/base/home.h"
#include "core/settings/settings.h"
#include "tests/support/http_fixture.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QDateTime>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr int warmUpMs = 10'000, measuredMs = 60'000;

/// Sends the window's thread an event every two milliseconds, one at a time, and notes how long each waited.
class Watchdog : public QThread {
public:
    explicit Watchdog(QObject *gui)
        : m_gui(gui)
    { }
    ~Watchdog() override { finish(); }
    std::vector<double> finish()
    {
        m_over = true;
        wait();
        return m_waits;
    }

private:
    void run() override
    {
        using Clock = std::chrono::steady_clock;
        while (!m_over) {
            std::atomic<bool> seen = false;
            const auto sent = Clock::now();
            Clock::time_point handled;
            QMetaObject::invokeMethod(m_gui, [&] { handled = Clock::now(); seen.store(true, std::memory_order_release); seen.notify_one(); }, Qt::QueuedConnection);
            seen.wait(false, std::memory_order_acquire);
            m_waits.push_back(std::chrono::duration<double, std::milli>(handled - sent).count());
            QThread::usleep(2000);
        }
    }
    QObject *m_gui;
    std::atomic<bool> m_over = false;
    std::vector<double> m_waits;
};

/// The servers, in a thread of their own.
class Fleet {
public:
    Fleet()
    {
        m_thread.start();
        QMetaObject::invokeMethod(&m_context, [this] {
            m_live = std::make_unique<test::HttpFixture>([tick = 0](const auto &) mutable { return page(fleetPage(5000, ++tick)); });
            m_heavy = std::make_unique<test::HttpFixture>([body = fleetPage(15'000, 0, 3400)](const auto &) { return page(body); });
        }, Qt::BlockingQueuedConnection);
    }
    ~Fleet()
    {
        QMetaObject::invokeMethod(&m_context, [this] { m_live.reset(); m_heavy.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    QString live() const { return m_live->url(QStringLiteral("/metrics")); }
    QString heavy() const { return m_heavy->url(QStringLiteral("/metrics")); }

private:
    static test::HttpFixture::Reply page(const QByteArray &body) { return { 200, "text/plain; version=0.0.4", body }; }
    QThread m_thread;
    struct Context : QObject {
        explicit Context(QThread *thread) { moveToThread(thread); }
    } m_context { &m_thread };
    std::unique_ptr<test::HttpFixture> m_live, m_heavy;
};

/// What a restless person does, one thing every 300 ms.
void startPerson(MainWindow &window, Settings &settings, QTimer &timer, bool switches)
{
    QObject::connect(&timer, &QTimer::timeout, &window, [&window, &settings, switches, turn = 0]() mutable {
        ++turn;
        window.go(MainWindow::Place(turn % MainWindow::PlaceCount), turn % 5 == 0 ? QStringLiteral("sum by (instance) (rate(app_requests_total[5m]))") : QString());
        window.timeScale().zoom(turn % 2 ? 2 : 0.5, window.timeScale().now() - 600'000);
        window.timeScale().setCrosshair(window.timeScale().from() + turn % 100 * window.timeScale().span() / 100);
        if (switches && turn % 20 == 7)
            (void)settings.set(QLatin1String(setting::theme.key), turn % 40 == 7 ? QStringLiteral("light") : QStringLiteral("dark"));
        if (switches && turn % 20 == 17)
            (void)settings.set(QLatin1String(setting::language.key), turn % 40 == 17 ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    });
    timer.start(300);
}

std::vector<double> watch(QObject &gui, int ms)
{
    Watchdog dog(&gui);
    dog.start();
    QTimer::singleShot(ms, qApp, &QApplication::quit);
    QApplication::exec();
    return dog.finish();
}

void pass(int ms)
{
    QTimer::singleShot(ms, qApp, &QApplication::quit);
    QApplication::exec();
}

double at(std::vector<double> &values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * share))];
}

void say(const char *what, std::vector<double> waits)
{
    const std::string name(what), note = std::to_string(waits.size()) + " events in a minute";
    report({ name + "_p99", spreadOf({ at(waits, 0.99) }), "ms", {}, 0, 0, note });
    report({ name + "_max", spreadOf({ waits.back() }), "ms", {}, 0, 0, note });
}

void measure(const QString &home)
{
    Settings settings(Home(home).settingsFile());
    (void)settings.set(QLatin1String(setting::language.key), QStringLiteral("en"));
    Theme theme(*qApp, ThemeMode::Dark);
    Language language;
    language.set(QStringLiteral("en"));
    Engine engine({ ServicesOptions::Mode::Collect, home, 0, QStringLiteral("en") });
    EngineConsole console(engine, osUser());
    engine.start([&console](const Result<void> &opened) {
        if (opened)
            console.connectEngine(true);
        else
            std::fprintf(stderr, "bench_gui: %s\n", opened.error().reason.c_str());
    });
    pass(warmUpMs);
    QObject alone;
    say("gui.wait_alone", watch(alone, measuredMs / 3));
    MainWindow window(console, settings, theme, language);
    window.resize(1600, 1000);
    window.show();
    QTimer person;
    startPerson(window, settings, person, false);
    pass(warmUpMs); // every page has been made
    say("gui.stall", watch(window, measuredMs));
    person.disconnect();
    startPerson(window, settings, person, true);
    say("gui.switching", watch(window, measuredMs));
    person.stop();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (!wanted(argc, argv, "gui.stall_p99") && !wanted(argc, argv, "gui.stall_max"))
        return 0;
    const QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("data"));
    BigHome what;
    what.days = 2;
    what.logLines = 1'000'000;
    const Fleet fleet;
    auto written = writeBigHome(home, what, QDateTime::currentMSecsSinceEpoch());
    if (written)
        written = writeSources(home, { fleet.live(), fleet.heavy() }, 1000);
    if (!written) {
        std::fprintf(stderr, "bench_gui: %s\n", written.error().reason.c_str());
        return 3;
    }
    measure(home);
    return 0;
}
