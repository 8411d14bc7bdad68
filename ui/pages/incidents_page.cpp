#include "ui/pages/incidents_page.h"

#include "ui/console.h"
#include "ui/models/incident_model.h"
#include "ui/pages/incident_detail.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

IncidentsPage::IncidentsPage(Console &console, TimeScale &time, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_time(time)
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("incidentsPage"));
    m_detail = new IncidentDetail(console, time);
    m_stack->addWidget(makeTable());
    m_stack->addWidget(m_detail);
    flatColumn(this)->addWidget(m_stack);
    setFocusProxy(m_table);
    makeKeys();
    connect(&console, &Console::incidentsChanged, this, &IncidentsPage::refresh);
    connect(&time, &TimeScale::utcChanged, this, &IncidentsPage::refresh);
    connect(m_detail, &IncidentDetail::closed, this, &IncidentsPage::showTable);
    connect(m_detail, &IncidentDetail::planAsked, this,
        [this](const QString &plan) { Q_EMIT goTo(QStringLiteral("actions"), plan); });
    connect(m_detail, &IncidentDetail::seriesAsked, this,
        [this](const QString &expr) { Q_EMIT goTo(QStringLiteral("explore"), expr); });
    refresh();
}

QWidget *IncidentsPage::makeTable()
{
    auto *pane = new QWidget;
    auto *column = flatColumn(pane);
    m_head = new PaneHead;
    m_which = new SegmentedButtons(3);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("incidentFilter"));
    m_filter->setFixedWidth(220);
    m_filter->setMaxLength(200);
    m_head->addRight(m_filter);
    m_head->addRight(m_which);
    m_model = new IncidentModel(this);
    m_table = new RowTable(m_model);
    m_table->setObjectName(QStringLiteral("incidentTable"));
    const auto tall = [this] { m_table->verticalHeader()->setDefaultSectionSize(Theme::of().twoLineHeight()); };
    tall();
    connect(&Theme::of(), &Theme::changed, this, tall);
    m_empty = new EmptyNote(QStringLiteral("incidents"));
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    words([this] {
        m_head->setTitle(tr("Incidents"));
        m_which->setTexts({ tr("All"), tr("Open"), tr("Closed") });
        m_filter->setPlaceholderText(tr("Filter incidents"));
        m_filter->setAccessibleName(tr("Filter incidents"));
        m_table->setAccessibleName(tr("Incidents, newest first"));
        m_model->say();
    });
    connect(m_which, &SegmentedButtons::chosen, this, &IncidentsPage::showRows);
    connect(m_filter, &QLineEdit::textChanged, this, &IncidentsPage::showRows);
    connect(m_table, &RowTable::activatedKey, this, [this](const QString &key) { openIncident(key.toLongLong()); });
    return pane;
}

void IncidentsPage::makeKeys()
{
    // Shortcuts of the page: a letter never reaches a table's type-ahead, and stays a letter in the note field.
    const auto on = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const int key : { Qt::Key_T, Qt::Key_F, Qt::Key_E, Qt::Key_W, Qt::Key_M }) {
        on(QKeySequence(key), [this, key] {
            if (selected() != 0)
                m_console.setVerdict(selected(), verdictOfKey(key));
        });
    }
    on(Qt::Key_A, [this] {
        if (selected() != 0)
            m_console.acknowledge(selected());
    });
    on(Qt::Key_O, [this] {
        if (shown() == 0)
            openIncident(selected());
    });
    on(Qt::Key_N, [this] {
        if (shown() != 0)
            m_detail->focusNote();
    });
    const auto step = [this](int by, bool anomalies) {
        if (shown() != 0)
            return m_detail->step(by, anomalies);
        const int row = std::clamp(m_table->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
        m_table->setCurrentIndex(m_model->index(row, 0));
    };
    on(Qt::Key_J, [step] { step(1, false); });
    on(Qt::Key_K, [step] { step(-1, false); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_J), [step] { step(1, true); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_K), [step] { step(-1, true); });
    on(Qt::Key_Escape, [this] {
        if (shown() != 0 && !m_detail->escape())
            showTable();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (shown() != 0)
            m_detail->exportBundle();
    });
}

std::vector<Page::Key> IncidentsPage::pageKeys() const
{
    return { { QStringLiteral("J K"), tr("next, previous row or entry") }, { QStringLiteral("Shift+J"), tr("next anomaly") },
        { tr("Enter"), tr("open the incident") }, { tr("Esc"), tr("back to the table") },
        { QStringLiteral("A"), tr("acknowledge") }, { QStringLiteral("N"), tr("write a note") },
        { QStringLiteral("T F E W M"), tr("verdict: true, false, expected, wrong scope, missed") },
        { QStringLiteral("L"), tr("label the selected stretch of a chart") },
        { QStringLiteral("Ctrl+E"), tr("save the incident as a bundle") } };
}

QWidget *IncidentsPage::filter() const
{
    return shown() == 0 ? m_filter : nullptr;
}

qint64 IncidentsPage::shown() const
{
    return m_stack->currentWidget() == m_detail ? m_detail->incident() : 0;
}

qint64 IncidentsPage::selected() const
{
    return shown() != 0 ? shown() : m_table->currentKey().toLongLong();
}

const Incident *IncidentsPage::find(qint64 id) const
{
    const auto found = std::find_if(
        m_console.incidents().begin(), m_console.incidents().end(), [id](const Incident &i) { return i.id == id; });
    return found == m_console.incidents().end() ? nullptr : &*found;
}

void IncidentsPage::open(const QString &incident)
{
    if (const qint64 id = incident.toLongLong(); find(id))
        openIncident(id);
}

void IncidentsPage::openIncident(qint64 id)
{
    const Incident *incident = find(id);
    if (!incident)
        return;
    m_detail->show(*incident, true);
    m_stack->setCurrentWidget(m_detail);
    m_detail->focusTimeline();
}

void IncidentsPage::showTable()
{
    m_stack->setCurrentIndex(0);
    m_table->selectKey(QString::number(m_detail->incident()));
    m_table->setFocus();
}

void IncidentsPage::refresh()
{
    showRows();
    if (const Incident *incident = find(m_detail->incident()))
        m_detail->show(*incident, false);
    else if (shown() != 0)
        showTable();
}

void IncidentsPage::showRows()
{
    const std::vector<Incident> &incidents = m_console.incidents();
    const auto open = std::count_if(incidents.begin(), incidents.end(), [](const Incident &i) { return isOpen(i); });
    m_head->setMeta(incidents.empty() ? QString() : tr("%1 open, %2 closed").arg(open).arg(qint64(incidents.size()) - open));
    m_model->setIncidents(
        incidents, IncidentFilter(std::max(0, m_which->current())), m_filter->text().trimmed(), m_time.now(), m_time.utc());
    const bool empty = m_model->rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->say(incidents.empty() ? tr("No incident yet") : tr("No incident matches"),
        incidents.empty() ? tr("Anomalies and missed targets that belong together become one incident here") : QString());
    if (!empty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

} // namespace lepto
