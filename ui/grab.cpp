#include "ui/grab.h"

#include "ui/main_window.h"
#include "ui/pages/page.h"

#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

namespace lepto {

namespace {

constexpr int settleMs = 1000;

// The one nested loop of the house: nobody is at the screen while it is photographed.
void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

bool grabPages(MainWindow &window, const QString &dir, const QString &suffix, const QString &incident, const QString &plan)
{
    if (!QDir().mkpath(dir))
        return false;
    window.show();
    bool good = true;
    for (int i = 0; i < MainWindow::PlaceCount; ++i) {
        window.go(MainWindow::Place(i), i == MainWindow::Incidents ? incident : i == MainWindow::Actions ? plan : QString());
        settle(settleMs);
        const QString name = QStringLiteral("%1/%2-%3%4.png")
                                 .arg(dir)
                                 .arg(i + 1, 2, 10, QLatin1Char('0'))
                                 .arg(QLatin1String(MainWindow::placeIds()[std::size_t(i)]), suffix.isEmpty() ? QString() : QLatin1Char('-') + suffix);
        good = window.grab().save(name) && good;
    }
    return good;
}

} // namespace lepto
