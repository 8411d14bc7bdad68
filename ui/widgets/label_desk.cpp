#include "ui/widgets/label_desk.h"

#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/console.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/label_popup.h"

#include <QShortcut>

namespace lepto {

LabelDesk::LabelDesk(Console &console, TimeScale &time, ChartFeed &feed, QWidget *page)
    : QObject(page)
    , m_console(console)
    , m_time(time)
    , m_feed(feed)
    , m_page(page)
    , m_popup(new LabelPopup(console, page))
{
    connect(m_popup, &LabelPopup::saved, this, [this](const std::vector<LabelRegion> &labels) {
        std::vector<qint64> ids;
        for (const LabelRegion &label : labels) {
            ids.push_back(label.id);
            m_feed.addLabel(label);
        }
        m_done.push_back(std::move(ids));
        Q_EMIT labelled(labels);
    });
    connect(m_popup, &LabelPopup::closed, this, [this] {
        m_time.setSelection(0, 0);
        if (!m_asking)
            return;
        m_asking->chart()->setDraft(0, 0);
        m_asking->chart()->setFocus();
    });
    auto *undoKey = new QShortcut(QKeySequence::Undo, page), *labelKey = new QShortcut(Qt::Key_L, page);
    for (QShortcut *key : { undoKey, labelKey })
        key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undoKey, &QShortcut::activated, this, &LabelDesk::undo);
    connect(labelKey, &QShortcut::activated, this, &LabelDesk::markByKey);
}

void LabelDesk::markByKey()
{
    ChartPanel *chosen = nullptr;
    for (const QPointer<ChartPanel> &panel : m_served) {
        const bool usable = panel && panel->isVisible();
        if (usable && (!chosen || panel->chart()->hasFocus() || panel->chart()->underMouse()))
            chosen = panel;
    }
    if (chosen)
        chosen->chart()->markLabel();
}

void LabelDesk::serve(ChartPanel *panel)
{
    std::erase_if(m_served, [](const QPointer<ChartPanel> &p) { return p.isNull(); });
    m_served.push_back(panel);
    connect(panel->chart(), &TimeChart::labelAsked, this,
        [this, panel](TimeMs from, TimeMs to, const QRect &region) { ask(panel, from, to, region); });
}

void LabelDesk::ask(ChartPanel *panel, TimeMs from, TimeMs to, const QRect &region)
{
    if (m_asking && m_asking != panel)
        m_asking->chart()->setDraft(0, 0);
    m_asking = panel;
    panel->chart()->setDraft(from, to);
    std::vector<Labels> series;
    for (const ChartLine &line : panel->chart()->content().lines) {
        if (line.visible)
            series.push_back(line.labels);
    }
    const QString title = tr("Label %1 – %2").arg(text::minute(from, m_time.utc()), text::minute(to, m_time.utc()));
    m_popup->open(series, from, to, m_incident, QRect(panel->chart()->mapTo(m_page, region.topLeft()), region.size()), title);
}

void LabelDesk::undo()
{
    if (m_done.empty())
        return;
    for (const qint64 id : m_done.back()) {
        m_console.removeLabel(id);
        m_feed.removeLabel(id);
    }
    m_done.pop_back();
}

} // namespace lepto
