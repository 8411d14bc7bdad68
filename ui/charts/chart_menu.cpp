#include "ui/charts/chart_menu.h"

#include "ui/charts/chart_panel.h"
#include "ui/time_scale.h"

#include <QActionGroup>
#include <QMenu>

namespace lepto {

namespace {

/// One choice of a group that sets one part of the panel's view.
template <typename Value>
QAction *choice(QMenu *menu, const QString &words, ChartPanel &panel, Value ChartView::*part, Value value)
{
    QAction *action = menu->addAction(words);
    action->setCheckable(true);
    action->setChecked(panel.view().*part == value);
    action->setActionGroup(menu->findChild<QActionGroup *>());
    QObject::connect(action, &QAction::triggered, &panel, [&panel, part, value] {
        ChartView view = panel.view();
        view.*part = value;
        panel.setView(view);
    });
    return action;
}

QMenu *group(QMenu &menu, const QString &title)
{
    QMenu *under = menu.addMenu(title);
    new QActionGroup(under);
    return under;
}

} // namespace

void ChartMenu::addScales(QMenu &menu, ChartPanel &panel)
{
    QMenu *scales = group(menu, tr("Values"));
    const auto add
        = [&](const QString &words, ChartView::Scale scale) { return choice(scales, words, panel, &ChartView::scale, scale); };
    add(tr("Automatic"), ChartView::Scale::Auto);
    add(tr("From zero"), ChartView::Scale::Zero);
    add(tr("Logarithmic"), ChartView::Scale::Log)->setEnabled(panel.view().draw != ChartView::Draw::Stacked);
    add(panel.view().draw == ChartView::Draw::Lines ? tr("Percent of the first visible value") : tr("Percent of the sum"),
        ChartView::Scale::Percent);
}

void ChartMenu::addDrawings(QMenu &menu, ChartPanel &panel)
{
    QMenu *draws = group(menu, tr("Drawing"));
    choice(draws, tr("Lines"), panel, &ChartView::draw, ChartView::Draw::Lines);
    choice(draws, tr("Stacked areas"), panel, &ChartView::draw, ChartView::Draw::Stacked);
    choice(draws, tr("Heat map"), panel, &ChartView::draw, ChartView::Draw::Heat);
}

void ChartMenu::addPasts(QMenu &menu, ChartPanel &panel)
{
    QMenu *pasts = group(menu, tr("Compare with"));
    pasts->menuAction()->setEnabled(panel.view().draw == ChartView::Draw::Lines);
    choice(pasts, tr("Nothing"), panel, &ChartView::past, ChartView::Past::None);
    choice(pasts, tr("The day before"), panel, &ChartView::past, ChartView::Past::Day);
    choice(pasts, tr("The week before"), panel, &ChartView::past, ChartView::Past::Week);
}

void ChartMenu::addCopies(QMenu &menu, ChartPanel &panel)
{
    menu.addAction(tr("Copy values as CSV"), &panel, &ChartPanel::copyCsv)->setShortcut(QKeySequence::Copy);
    menu.addAction(tr("Copy as PNG"), &panel, &ChartPanel::copyPicture)->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    menu.addAction(tr("Copy as SVG"), &panel, &ChartPanel::copySvg)->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_C);
    menu.addAction(tr("Show as table"), &panel, &ChartPanel::showTable)->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
}

QMenu *ChartMenu::make(ChartPanel &panel, TimeScale &time)
{
    auto *menu = new QMenu(&panel);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addScales(*menu, panel);
    addDrawings(*menu, panel);
    addPasts(*menu, panel);
    QAction *legend = menu->addAction(tr("Legend table"));
    legend->setCheckable(true);
    legend->setChecked(panel.view().legend);
    QObject::connect(legend, &QAction::toggled, &panel, [&panel](bool shown) {
        ChartView view = panel.view();
        view.legend = shown;
        panel.setView(view);
    });
    menu->addSeparator();
    addCopies(*menu, panel);
    menu->addSeparator();
    menu->addAction(tr("Zoom out"), &panel, [&time] { time.zoom(0.5); });
    menu->addAction(tr("Default range"), &panel, [&time] { time.reset(); });
    return menu;
}

} // namespace lepto
