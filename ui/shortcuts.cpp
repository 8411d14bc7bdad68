#include "ui/shortcuts.h"

#include "ui/main_window.h"
#include "ui/pages/page.h"
#include "ui/time_scale.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QShortcut>

namespace lepto {

namespace {

class KeyGuard : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        const bool button = key->key() == Qt::Key_Space && qobject_cast<QAbstractButton *>(watched);
        const auto *view = qobject_cast<QAbstractItemView *>(watched);
        const bool tick = key->key() == Qt::Key_Space && view && view->currentIndex().flags() & Qt::ItemIsUserCheckable;
        const bool combo = !key->text().isEmpty() && plain && qobject_cast<QComboBox *>(watched);
        if (button || tick || combo)
            event->accept();
        return false;
    }
};

template <typename Act>
void on(MainWindow &window, const QKeySequence &keys, Act act)
{
    auto *shortcut = new QShortcut(keys, &window);
    QObject::connect(shortcut, &QShortcut::activated, &window, act);
}

void timeKeys(MainWindow &window)
{
    TimeScale *scale = &window.timeScale();
    const auto timed = [&window](auto act) {
        return [&window, act] {
            if (window.currentPage() && window.currentPage()->hasTimeAxis())
                act();
        };
    };
    for (const auto key : { Qt::Key_BracketLeft, Qt::Key_Comma })
        on(window, key, timed([scale] { scale->step(-0.5); }));
    for (const auto key : { Qt::Key_BracketRight, Qt::Key_Period })
        on(window, key, timed([scale] { scale->step(0.5); }));
    for (const auto key : { Qt::Key_Plus, Qt::Key_Equal })
        on(window, key, timed([scale] { scale->zoom(2); }));
    on(window, Qt::Key_Minus, timed([scale] { scale->zoom(0.5); }));
    on(window, Qt::Key_0, timed([scale] { scale->reset(); }));
    on(window, Qt::Key_Space, timed([scale] { scale->setLive(!scale->live()); }));
    on(window, Qt::Key_U, [scale] { scale->setUtc(!scale->utc()); });
    on(window, QKeySequence(Qt::ALT | Qt::Key_Left), [scale] { scale->back(); });
    on(window, QKeySequence(Qt::ALT | Qt::Key_Right), [scale] { scale->forward(); });
}

/// F6: from the rail to the page to the status bar and round again.
void nextPane(MainWindow &window, bool forward)
{
    QWidget *panes[] = { window.findChild<QWidget *>(QStringLiteral("navRail")), window.findChild<QWidget *>(QStringLiteral("topBar")),
        window.currentPage(), window.findChild<QWidget *>(QStringLiteral("statusTruth")) };
    int at = 0;
    for (int i = 0; i < 4; ++i) {
        if (panes[i] && (panes[i]->hasFocus() || panes[i]->isAncestorOf(QApplication::focusWidget())))
            at = i;
    }
    QWidget *pane = panes[(at + (forward ? 1 : 3)) % 4];
    if (!pane)
        return;
    for (QWidget *widget = pane; widget; widget = widget->nextInFocusChain()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
        if (widget->nextInFocusChain() == pane)
            return;
    }
}

} // namespace

QObject *makeKeyGuard(QObject *parent)
{
    auto *guard = new KeyGuard(parent);
    qApp->installEventFilter(guard);
    return guard;
}

void installShortcuts(MainWindow &window)
{
    for (int i = 0; i < MainWindow::PlaceCount; ++i)
        on(window, QKeySequence(Qt::Key_1 + i), [&window, i] { window.go(MainWindow::Place(i)); });
    on(window, QKeySequence(Qt::CTRL | Qt::Key_K), [&window] { window.openPalette(); });
    on(window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [&window] { window.toggleStop(); });
    on(window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [&window] { window.toggleArmed(); });
    on(window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [&window] { window.openMessages(); });
    on(window, Qt::Key_Question, [&window] { window.showKeys(); });
    on(window, Qt::Key_Slash, [&window] {
        if (QWidget *filter = window.currentPage() ? window.currentPage()->filter() : nullptr)
            filter->setFocus(Qt::ShortcutFocusReason);
    });
    on(window, Qt::Key_F6, [&window] { nextPane(window, true); });
    on(window, QKeySequence(Qt::SHIFT | Qt::Key_F6), [&window] { nextPane(window, false); });
    timeKeys(window);
}

} // namespace lepto
