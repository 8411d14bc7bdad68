// The window as a process of its own, over 5,000 series of 30 days, its files dropped from the page cache before each start.
// start.first_page: from exec to the first painted page that shows the health of the fleet (start.first_frame: to the first frame at
// all). start.rss: resident memory half a minute later. start.idle_cpu: share of a core while it polls 5,000 series every 15 s.

#include "bench_report.h"
#include "big_home.h"
#include "tests/support/http_fixture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr int starts = 7, settleMs = 30'000, idleMs = 60'000, longestStartMs = 60'000;

void dropFromCache(const QString &folder)
{
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const int file = ::open(QFile::encodeName(files.next()).constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        (void)::fdatasync(file);
        (void)::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double residentMiB(qint64 pid)
{
    const QList<QByteArray> pages = procFile(pid, "statm").split(' ');
    return pages.value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double cpuSeconds(qint64 pid)
{
    const QByteArray stat = procFile(pid, "stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

class Window {
public:
    explicit Window(const QString &home)
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("leptoscope.start.info=true"));
        m_process.setProcessEnvironment(env);
        m_clock.start();
        m_process.start(QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope"), { QStringLiteral("--data-dir"), home });
    }
    ~Window()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    /// Milliseconds from exec until it has said `words`; negative: it never did.
    double saidAfter(const char *words)
    {
        while (!m_said.contains(words) && m_clock.elapsed() < longestStartMs && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(1);
            m_said += m_process.readAllStandardError();
            QCoreApplication::processEvents();
        }
        return m_said.contains(words) ? double(m_clock.nsecsElapsed()) * 1e-6 : -1;
    }
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
    QByteArray m_said;
};

void wait(int ms)
{
    for (QElapsedTimer clock = [] { QElapsedTimer c; c.start(); return c; }(); clock.elapsed() < ms; ::usleep(1000))
        QCoreApplication::processEvents();
}

void measureStarts(const QString &home)
{
    std::vector<double> frames, pages;
    for (int i = 0; i < starts; ++i) {
        dropFromCache(home);
        dropFromCache(QStringLiteral(LEPTOSCOPE_BIN_DIR));
        Window window(home);
        frames.push_back(window.saidAfter("first frame") / 1000);
        pages.push_back(window.saidAfter("first page") / 1000);
    }
    report({ "start.first_frame", spreadOf(frames), "s", {}, 0, 0, "exec to first frame" });
    report({ "start.first_page", spreadOf(pages), "s", {}, 0, 0, "exec to first page with the fleet's health, 5,000 series x 30 d" });
}

void measureRest(const QString &home)
{
    Window window(home);
    (void)window.saidAfter("first page");
    wait(settleMs);
    const double resident = residentMiB(window.pid()), before = cpuSeconds(window.pid());
    wait(idleMs);
    const double share = (cpuSeconds(window.pid()) - before) / (idleMs / 1000.0) * 100;
    report({ "start.rss", spreadOf({ resident, residentMiB(window.pid()) }), "MiB", {}, 0, 0, "half a minute and a minute and a half after the start" });
    report({ "start.idle_cpu", spreadOf({ share }), "% of a core", {}, 0, 0, "5,000 series polled every 15 s, health page shown" });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (!wanted(argc, argv, "start.first_frame") && !wanted(argc, argv, "start.first_page") && !wanted(argc, argv, "start.rss")
        && !wanted(argc, argv, "start.idle_cpu"))
        return 0;
    const QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("data"));
    int tick = 0;
    const test::HttpFixture fleet([&tick](const auto &) { return test::HttpFixture::Reply { 200, "text/plain; version=0.0.4", fleetPage(5000, ++tick) }; });
    auto written = writeBigHome(home, {}, QDateTime::currentMSecsSinceEpoch());
    if (written)
        written = writeSources(home, { fleet.url(QStringLiteral("/metrics")) }, 15'000);
    if (!written) {
        std::fprintf(stderr, "bench_start: %s\n", written.error().reason.c_str());
        return 3;
    }
    measureStarts(home);
    measureRest(home);
    return 0;
}
