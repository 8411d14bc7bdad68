#include "ui/widgets/key_overlay.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace lepto {

namespace {

QWidget *caps(const QString &keys)
{
    auto *holder = new QWidget;
    auto *row = flatRow(holder);
    row->setSpacing(3);
    row->addStretch();
    for (const QString &key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        row->addWidget(keyCap(key));
    return holder;
}

QWidget *column(const QString &title, const std::vector<Page::Key> &keys)
{
    auto *holder = new QWidget;
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(7);
    grid->addWidget(plainLabel(Theme::Type::PaneTitle, "primary", title), 0, 0, 1, 2);
    int at = 1;
    for (const Page::Key &key : keys) {
        grid->addWidget(caps(key.keys), at, 0);
        grid->addWidget(plainLabel(Theme::Type::Body, "secondary", key.does), at++, 1);
    }
    grid->setRowStretch(at, 1);
    return holder;
}

} // namespace

KeyOverlay::KeyOverlay(QWidget *window)
    : Popup(window)
{
    setObjectName(QStringLiteral("keyOverlay"));
    setFocusPolicy(Qt::StrongFocus);
}

std::vector<Page::Key> KeyOverlay::globalKeys(const KeyMap &keys)
{
    const auto caps = [&keys](std::initializer_list<const char *> ids) {
        QStringList parts;
        for (const char *id : ids) {
            const auto all = keys.keysOf(QLatin1String(id));
            // The caps are separated by blanks; the key plus is one of its own.
            parts << (all.isEmpty() ? QString() : all.front().toString(QKeySequence::NativeText)).replace(QRegularExpression(QStringLiteral("\\+(?=.)")), QStringLiteral(" "));
        }
        return parts.join(QLatin1Char(' '));
    };
    return { { caps({ "palette" }), tr("Find anything, run any command") }, { QStringLiteral("1 … 8"), tr("First to eighth page") },
        { caps({ "filter" }), tr("Filter the list in front of you") }, { caps({ "earlier", "later" }), tr("Back and forward in time") },
        { caps({ "zoomOut", "zoomIn" }), tr("Zoom out and in") }, { caps({ "reset" }), tr("Default range") },
        { caps({ "live" }), tr("Live or paused") }, { caps({ "utc" }), tr("UTC or local time") },
        { caps({ "back", "forward" }), tr("Earlier and later range") }, { caps({ "arm" }), tr("Arm or disarm write mode") },
        { caps({ "stop" }), tr("Stop all actions") }, { caps({ "nextPane" }), tr("Next pane") },
        { caps({ "help" }), tr("All keys of this page") } };
}

void KeyOverlay::open(const std::vector<Page::Key> &pageKeys, const KeyMap &keys)
{
    fill(pageKeys, keys);
    adjustSize();
    openAtTop(90, this);
}

void KeyOverlay::fill(const std::vector<Page::Key> &pageKeys, const KeyMap &keys)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 18, 24, 14);
    whole->setSpacing(14);
    auto *row = new QHBoxLayout;
    row->setSpacing(32);
    if (!pageKeys.empty())
        row->addWidget(column(tr("Keys of this page"), pageKeys));
    row->addWidget(column(tr("Keys everywhere"), globalKeys(keys)));
    auto *about = makeButton(ButtonKind::Link, QStringLiteral("help"), tr("About this console"));
    about->setObjectName(QStringLiteral("aboutLink"));
    connect(about, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT aboutWanted();
    });
    whole->addLayout(row);
    whole->addWidget(about, 0, Qt::AlignLeft);
}

} // namespace lepto
