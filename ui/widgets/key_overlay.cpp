#include "ui/widgets/key_overlay.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>
#include <QHBoxLayout>
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

std::vector<Page::Key> KeyOverlay::globalKeys()
{
    return { { QStringLiteral("Ctrl K"), tr("Find anything, run any command") }, { QStringLiteral("1 … 8"), tr("First to eighth page") },
        { QStringLiteral("/"), tr("Filter the list in front of you") }, { QStringLiteral("[ ]"), tr("Back and forward in time") },
        { QStringLiteral("- +"), tr("Zoom out and in") }, { QStringLiteral("0"), tr("Default range") },
        { QStringLiteral("Space"), tr("Live or paused") }, { QStringLiteral("U"), tr("UTC or local time") },
        { QStringLiteral("Alt ← →"), tr("Earlier and later range") }, { QStringLiteral("Ctrl Shift A"), tr("Arm or disarm write mode") },
        { QStringLiteral("Ctrl Shift K"), tr("Stop all actions") }, { QStringLiteral("F6"), tr("Next pane") },
        { QStringLiteral("?"), tr("All keys of this page") } };
}

void KeyOverlay::open(const std::vector<Page::Key> &pageKeys)
{
    fill(pageKeys);
    adjustSize();
    openAtTop(90, this);
}

void KeyOverlay::fill(const std::vector<Page::Key> &pageKeys)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 18, 24, 18);
    row->setSpacing(32);
    if (!pageKeys.empty())
        row->addWidget(column(tr("Keys of this page"), pageKeys));
    row->addWidget(column(tr("Keys everywhere"), globalKeys()));
}

} // namespace lepto
