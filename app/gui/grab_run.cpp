#include "app/gui/grab_run.h"

#include "core/base/text.h"
#include "ui/grab.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace lepto {

namespace {

constexpr TimeMs kAhead = 5 * 60'000, livePast = 30 * 60'000;
constexpr int liveSettleMs = 12'000;
constexpr QSize pictureSize { 1600, 1000 };

void leave(const QString &problem)
{
    if (!problem.isEmpty())
        std::fprintf(stderr, "leptoscope: %s.\n", qPrintable(problem));
    QTimer::singleShot(0, qApp, [bad = !problem.isEmpty()] { QApplication::exit(bad ? 3 : 0); });
}

} // namespace

void GrabRun::grab() const
{
    const QString incident = console.incidents().empty() ? QString() : QString::number(console.incidents().front().id);
    const QString plan = console.runs().empty() ? QString() : console.runs().front().plan.id;
    const bool saved = grabPages(window, dir, suffix, incident, plan);
    leave(saved ? QString() : dir + QStringLiteral(": the pictures cannot be written"));
}

void GrabRun::overBundle(const QString &file) const
{
    window.resize(pictureSize);
    console.openBundle(file, &window, [run = *this](const Result<bool> &opened) {
        if (!opened)
            return leave(qstr(opened.error()));
        run.window.timeScale().setRange(run.console.state().store.oldest, run.console.state().now + kAhead);
        run.grab();
    });
}

void GrabRun::overHome(Engine &engine) const
{
    window.resize(pictureSize);
    engine.start([run = *this](const Result<void> &opened) {
        if (!opened)
            return leave(qstr(opened.error()));
        run.console.connectEngine(true);
        QTimer::singleShot(liveSettleMs, &run.console, [run] {
            run.window.timeScale().setLast(livePast, kAhead);
            run.grab();
        });
    });
}

} // namespace lepto
