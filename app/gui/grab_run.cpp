#include "app/gui/grab_run.h"

#include "core/base/text.h"
#include "ui/grab.h"
#include "ui/time_scale.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace lepto {

namespace {

constexpr TimeMs kAhead = 5 * 60'000;

void leave(const QString &problem)
{
    if (!problem.isEmpty())
        std::fprintf(stderr, "leptoscope: %s.\n", qPrintable(problem));
    QTimer::singleShot(0, qApp, [bad = !problem.isEmpty()] { QApplication::exit(bad ? 3 : 0); });
}

void grab(MainWindow &window, const Console &console, const QString &dir, const QString &suffix)
{
    const QString incident = console.incidents().empty() ? QString() : QString::number(console.incidents().front().id);
    const QString plan = console.runs().empty() ? QString() : console.runs().front().plan.id;
    const bool saved = grabPages(window, dir, suffix, incident, plan);
    leave(saved ? QString() : dir + QStringLiteral(": the pictures cannot be written"));
}

} // namespace

void startGrab(MainWindow &window, Console &console, const QString &dir, const QString &suffix, const QString &bundle)
{
    window.resize(1600, 1000);
    console.openBundle(bundle, &window, [&window, &console, dir, suffix](const Result<bool> &opened) {
        if (!opened)
            return leave(qstr(opened.error()));
        window.timeScale().setRange(console.state().store.oldest, console.state().now + kAhead);
        grab(window, console, dir, suffix);
    });
}

} // namespace lepto
