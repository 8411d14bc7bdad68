#include "ui/shortcuts.h"

#include "ui/key_map.h"
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

/// Installs the keys of one action; all are children of `holder`, so that they can go together.
class Installer {
public:
    Installer(MainWindow &window, const KeyMap &keys, QObject *holder) : m_window(window), m_keys(keys), m_holder(holder) {}

    template <typename Act>
    void on(const QKeySequence &keys, Act act) const
    {
        auto *shortcut = new QShortcut(keys, &m_window);
        QObject::connect(m_holder, &QObject::destroyed, shortcut, &QObject::deleteLater);
        QObject::connect(shortcut, &QShortcut::activated, &m_window, act);
    }
    template <typename Act>
    void on(const char *id, Act act) const
    {
        for (const QKeySequence &keys : m_keys.keysOf(QLatin1String(id)))
            on(keys, act);
    }

private:
    MainWindow &m_window;
    const KeyMap &m_keys;
    QObject *m_holder;
};

void timeKeys(MainWindow &window, const Installer &install)
{
    TimeScale *scale = &window.timeScale();
    const auto timed = [&window](auto act) {
        return [&window, act] {
            if (window.currentPage() && window.currentPage()->hasTimeAxis())
                act();
        };
    };
    install.on("earlier", timed([scale] { scale->step(-0.5); }));
    install.on("later", timed([scale] { scale->step(0.5); }));
    install.on("zoomIn", timed([scale] { scale->zoom(2); }));
    install.on("zoomOut", timed([scale] { scale->zoom(0.5); }));
    install.on("reset", timed([scale] { scale->reset(); }));
    install.on("live", timed([scale] { scale->setLive(!scale->live()); }));
    install.on("utc", [scale] { scale->setUtc(!scale->utc()); });
    install.on("back", [scale] { scale->back(); });
    install.on("forward", [scale] { scale->forward(); });
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

void installShortcuts(MainWindow &window, const KeyMap &keys)
{
    const QString holderName = QStringLiteral("keysOfTheWindow");
    delete window.findChild<QObject *>(holderName, Qt::FindDirectChildrenOnly);
    auto *holder = new QObject(&window);
    holder->setObjectName(holderName);
    const Installer install(window, keys, holder);
    for (int i = 0; i < MainWindow::RailCount; ++i)
        install.on(QKeySequence(Qt::Key_1 + i), [&window, i] { window.go(MainWindow::Place(i)); });
    install.on("palette", [&window] { window.openPalette(); });
    install.on("messages", [&window] { window.openMessages(); });
    install.on("stop", [&window] { window.toggleStop(); });
    install.on("arm", [&window] { window.toggleArmed(); });
    install.on("help", [&window] { window.showKeys(); });
    install.on("filter", [&window] {
        if (QWidget *filter = window.currentPage() ? window.currentPage()->filter() : nullptr)
            filter->setFocus(Qt::ShortcutFocusReason);
    });
    install.on("nextPane", [&window] { nextPane(window, true); });
    install.on("previousPane", [&window] { nextPane(window, false); });
    timeKeys(window, install);
}

} // namespace lepto
