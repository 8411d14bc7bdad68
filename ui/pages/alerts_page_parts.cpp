#include "ui/pages/alerts_page.h"

#include "core/base/text.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"
#include "ui/models/alert_model.h"
#include "ui/models/alert_silences.h"
#include "ui/time_scale.h"
#include "ui/widgets/alert_detail.h"
#include "ui/widgets/alert_lane_table.h"
#include "ui/widgets/alert_notice.h"
#include "ui/widgets/alert_pane.h"
#include "ui/widgets/alert_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/silence_detail.h"
#include "ui/widgets/silence_form.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int headHeight = 46, askAfterMs = 250, agesEveryMs = 5000, leastSide = 320;

}

AlertsPage::AlertsPage(Console &console, TimeScale &time, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_desk(console.alerts())
    , m_time(time)
    , m_stack(new QStackedWidget)
    , m_side(new QStackedWidget)
{
    setObjectName(QStringLiteral("alertsPage"));
    m_dead = new AlertNotice(false);
    m_dead->setObjectName(QStringLiteral("alertSources"));
    m_notice = new AlertNotice(true);
    m_notice->setObjectName(QStringLiteral("alertNotice"));
    m_stack->addWidget(buildActive());
    m_stack->addWidget(buildSilences());
    m_stack->addWidget(buildHistory());
    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_stack);
    split->addWidget(buildSide());
    split->setStretchFactor(0, 1);
    split->setSizes({ 1000, 400 });
    auto *column = flatColumn(this);
    column->addWidget(buildHead());
    column->addWidget(m_dead);
    column->addWidget(m_notice);
    column->addWidget(horizontalLine());
    column->addWidget(split, 1);
    setFocusProxy(m_alertTable);
    buildKeys();
    connectDesk();
    showAll();
}

QWidget *AlertsPage::buildHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    auto *row = flatRow(head);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(12);
    m_sentence = new ElidedLabel(Theme::Type::PageTitle);
    m_sentence->setObjectName(QStringLiteral("alertSentence"));
    m_tabs = new SegmentedButtons(3);
    m_tabs->setObjectName(QStringLiteral("alertTabs"));
    auto *write = makeButton(ButtonKind::Normal, QStringLiteral("plus"));
    write->setObjectName(QStringLiteral("newSilence"));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_tabs);
    row->addWidget(write);
    connect(m_tabs, &SegmentedButtons::chosen, this, [this](int tab) { showTab(Tab(tab)); });
    connect(write, &QPushButton::clicked, this, [this] {
        showTab(Silences);
        beginSilence();
    });
    words([write] {
        write->setText(tr("New silence"));
        write->setAccessibleDescription(tr("written in place of the details"));
    });
    return head;
}

QWidget *AlertsPage::buildActive()
{
    m_alerts = new AlertModel(this);
    m_alertTable = new AlertTable(m_alerts);
    m_activePane = new AlertPane(m_alertTable, QStringLiteral("bell"));
    m_activePane->filter()->setObjectName(QStringLiteral("alertFilter"));
    m_standing = new SegmentedButtons(4);
    m_standing->setObjectName(QStringLiteral("alertStanding"));
    m_grouping = new SegmentedButtons(2);
    m_grouping->setObjectName(QStringLiteral("alertGrouping"));
    m_activePane->head()->addRight(m_standing);
    m_activePane->head()->addRight(m_grouping);
    connect(m_activePane, &AlertPane::filtered, this, &AlertsPage::showAlerts);
    connect(m_activePane, &AlertPane::acted, this, &AlertsPage::acted);
    connect(m_standing, &SegmentedButtons::chosen, this, &AlertsPage::showAlerts);
    connect(m_grouping, &SegmentedButtons::chosen, this, &AlertsPage::showAlerts);
    connect(m_alertTable, &RowTable::keyChanged, this, &AlertsPage::showSide);
    words([this] {
        m_activePane->filter()->setPlaceholderText(tr("Words, or severity=\"critical\""));
        m_activePane->filter()->setAccessibleName(tr("Filter alerts"));
        m_alertTable->setAccessibleName(tr("Alerts, worst first"));
        m_grouping->setTexts({ tr("Groups"), tr("Severity") });
    });
    return m_activePane;
}

QWidget *AlertsPage::buildSilences()
{
    m_silences = new SilenceModel(this);
    m_silenceTable = new RowTable(m_silences);
    m_silenceTable->setObjectName(QStringLiteral("silenceTable"));
    m_silenceTable->setTwoLines(true);
    m_silencePane = new AlertPane(m_silenceTable, QStringLiteral("bell"));
    m_silencePane->filter()->setObjectName(QStringLiteral("silenceFilter"));
    m_which = new SegmentedButtons(2);
    m_silencePane->head()->addRight(m_which);
    connect(m_silencePane, &AlertPane::filtered, this, &AlertsPage::showSilences);
    connect(m_silencePane, &AlertPane::acted, this, &AlertsPage::acted);
    connect(m_which, &SegmentedButtons::chosen, this, [this] { showSilences(), showSide(); });
    connect(m_silenceTable, &RowTable::keyChanged, this, &AlertsPage::showSide);
    words([this] {
        m_silencePane->filter()->setPlaceholderText(tr("Filter silences"));
        m_silencePane->filter()->setAccessibleName(tr("Filter silences"));
        m_silenceTable->setAccessibleName(tr("Silences, the one that ends first leads"));
        m_which->setTexts({ tr("Now and later"), tr("Ended") });
    });
    return m_silencePane;
}

QWidget *AlertsPage::buildHistory()
{
    m_past = new EpisodeModel(this);
    m_pastTable = new AlertLaneTable(m_past);
    m_pastPane = new AlertPane(m_pastTable, QStringLiteral("clock"));
    m_pastPane->filter()->setObjectName(QStringLiteral("historyFilter"));
    connect(m_pastPane, &AlertPane::filtered, this, &AlertsPage::showPast);
    connect(m_pastPane, &AlertPane::acted, this, &AlertsPage::acted);
    connect(m_pastTable, &RowTable::activatedKey, this, &AlertsPage::open);
    words([this] {
        m_pastPane->filter()->setPlaceholderText(tr("Words, or severity=\"critical\""));
        m_pastPane->filter()->setAccessibleName(tr("Filter the history"));
        m_pastTable->setAccessibleName(tr("What fired in the range, the last first"));
    });
    return m_pastPane;
}

QWidget *AlertsPage::buildSide()
{
    m_detail = new AlertDetail;
    m_side->setMinimumWidth(leastSide);
    m_side->addWidget(m_detail);
    if (m_desk) {
        m_silence = new SilenceDetail(m_console, *m_desk);
        m_form = new SilenceForm(m_console, *m_desk, m_time);
        m_side->addWidget(m_silence);
        m_side->addWidget(m_form);
    }
    connect(m_detail, &AlertDetail::silenceWanted, this, &AlertsPage::beginSilence);
    connect(m_detail, &AlertDetail::exploreWanted, this, [this](const QString &expression) { Q_EMIT goTo(QStringLiteral("explore"), expression); });
    connect(m_detail, &AlertDetail::incidentWanted, this, [this](qint64 incident) { Q_EMIT goTo(QStringLiteral("incidents"), QString::number(incident)); });
    connect(m_detail, &AlertDetail::silenceChosen, this, [this](const QString &id) { open(QStringLiteral("silence:") + id); });
    connect(m_detail, &AlertDetail::linkPressed, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    return m_side;
}

void AlertsPage::buildKeys()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_J, [this] { step(1); });
    on(Qt::Key_K, [this] { step(-1); });
    on(Qt::Key_S, [this] { beginSilence(); });
    on(Qt::Key_E, [this] {
        if (const Silence *silence = m_form && tab() == Silences ? chosenSilence() : nullptr; silence && silence->state != SilenceState::Expired)
            Q_EMIT m_silence->editWanted(*silence);
    });
    on(Qt::Key_G, [this] {
        m_grouping->setCurrent(m_grouping->current() == 0 ? 1 : 0);
        showAlerts();
    });
}

void AlertsPage::connectDesk()
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(askAfterMs);
    connect(&m_askSoon, &QTimer::timeout, this, &AlertsPage::askPast);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible())
            showAll();
        if (isVisible() && tab() == History && m_time.live())
            askPast();
    });
    m_second.start(agesEveryMs);
    connect(&m_time, &TimeScale::utcChanged, this, &AlertsPage::showAll);
    connect(&m_time, &TimeScale::rangeChanged, this, [this] {
        if (isVisible() && tab() == History && !m_time.live())
            m_askSoon.start();
    });
    connect(&m_console, &Console::stateChanged, this, [this] {
        if (isVisible() && m_form)
            showSide(), m_form->renew();
    });
    connect(m_dead, &AlertNotice::acted, this, &AlertsPage::acted);
    connect(m_notice, &AlertNotice::acted, this, &AlertsPage::makeAgain);
    if (!m_desk)
        return;
    connect(m_desk, &AlertDesk::changed, this, [this] {
        if (isVisible())
            showAll();
    });
    connect(m_silence, &SilenceDetail::expired, this, &AlertsPage::offerAgain);
    connect(m_silence, &SilenceDetail::editWanted, this, [this](const Silence &silence) {
        m_writing = true;
        showSide();
        m_form->beginEdit(silence);
    });
    connect(m_silence, &SilenceDetail::againWanted, this, [this](const Silence &silence) {
        m_writing = true;
        showSide();
        m_form->beginAgain(silence);
    });
    connect(m_form, &SilenceForm::left, this, &AlertsPage::leaveForm);
    connect(m_form, &SilenceForm::written, this, [this](const SilenceWritten &silence, bool edited) {
        leaveForm();
        if (!silence.problem.isEmpty())
            m_notice->say(MarkCode::Warning, tr("It is done, but its outcome could not be recorded: %1").arg(oneLine(silence.problem, 300)));
        else if (silence.replaced)
            m_notice->say(MarkCode::Info, tr("Alertmanager ended the old silence and made another."));
        else
            m_notice->say(MarkCode::Ok, edited ? tr("The silence is changed.") : tr("The silence is made; the Alertmanager applies it within seconds."));
    });
}

} // namespace lepto
