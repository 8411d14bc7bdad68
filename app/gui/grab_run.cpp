#include "app/gui/grab_run.h"

#include "core/base/text.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace lepto {

namespace {

constexpr int kSettle = 1500;
constexpr TimeMs kForecast = 10 * 60'000;

} // namespace

GrabRun::GrabRun(MainWindow &window, Console &console, QString folder, QString theme, QString language)
    : m_window(window), m_console(console), m_folder(std::move(folder)), m_suffix(u'-' + theme + u'-' + language + QStringLiteral(".png"))
{
}

void GrabRun::start(const QString &bundle)
{
    if (!QDir().mkpath(m_folder))
        return fail(m_folder + QStringLiteral(": the folder cannot be made"));
    m_window.resize(1600, 1000);
    m_window.show();
    if (bundle.isEmpty())
        return next(0);
    m_console.openBundle(bundle, this, [this](const Result<bool> &opened) {
        if (!opened)
            return fail(qstr(opened.error()));
        const ConsoleState &state = m_console.state();
        m_window.timeScale().setRange(state.store.oldest, state.now + kForecast);
        next(0);
    });
}

void GrabRun::next(int place)
{
    if (place == MainWindow::PlaceCount)
        return QApplication::exit(0);
    const auto &incidents = m_console.incidents();
    const bool detail = place == MainWindow::Incidents && !incidents.empty();
    m_window.go(MainWindow::Place(place), detail ? QString::number(incidents.front().id) : QString());
    QTimer::singleShot(kSettle, this, [this, place] { save(place); });
}

void GrabRun::save(int place)
{
    const QString file = m_folder + u'/' + QLatin1String(MainWindow::placeIds()[std::size_t(place)]) + m_suffix;
    if (!m_window.grab().save(file))
        return fail(file + QStringLiteral(": cannot be written"));
    next(place + 1);
}

void GrabRun::fail(const QString &sentence)
{
    std::fprintf(stderr, "leptoscope: %s.\n", qPrintable(sentence));
    QTimer::singleShot(0, qApp, [] { QApplication::exit(3); });
}

} // namespace lepto
