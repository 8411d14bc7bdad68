#include "ui/main_window.h"

#include "core/settings/settings.h"
#include "ui/frame_meter.h"
#include "ui/key_map.h"
#include "ui/language.h"
#include "ui/looks.h"
#include "ui/page_factory.h"
#include "ui/pages/start_page.h"
#include "ui/shortcuts.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/time_scale.h"
#include "ui/time_zone.h"
#include "ui/widgets/arm_popup.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/key_overlay.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/nav_rail.h"
#include "ui/widgets/notification_bell.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/status_strip.h"
#include "ui/widgets/top_bar.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr QSize firstSize { 1440, 900 }, smallestSize { 960, 620 };
constexpr int clockMs = 1000;
constexpr TimeMs armedWarning = 60'000;

const char *const icons[] = { "health", "explore", "incidents", "training", "models", "actions", "audit", "settings", "bell" };
/// The order of the rail; keys and stored numbers follow the order of the places.
constexpr std::array railOrder { MainWindow::Health, MainWindow::Explore, MainWindow::Incidents, MainWindow::Alerts, MainWindow::Training, MainWindow::Models,
    MainWindow::Actions, MainWindow::Audit, MainWindow::SettingsPlace };
static_assert(railOrder.size() == MainWindow::RailCount);

} // namespace

MainWindow::MainWindow(Console &console, Settings &settings, Theme &theme, Language &language, QString windowFile)
    : m_console(console)
    , m_settings(settings)
    , m_theme(theme)
    , m_language(language)
    , m_windowFile(std::move(windowFile))
    , m_scale(new TimeScale(console.state().now, this))
    , m_frames(new FrameMeter(this))
{
    setObjectName(QStringLiteral("shell"));
    setMinimumSize(smallestSize);
    resize(firstSize);
    setAcceptDrops(true);
    build();
    installShortcuts(*this, KeyMap(settings.get(setting::keys)));
    makeKeyGuard(this);
    connectConsole();
    connectNotifications();
    for (const auto *key : { setting::density.key, setting::fontSize.key, setting::timeZone.key })
        settingChanged(QLatin1String(key));
    say();
    restore();
}

MainWindow::~MainWindow() = default;

const std::array<const char *, MainWindow::PlaceCount> &MainWindow::placeIds()
{
    static constexpr std::array<const char *, PlaceCount> ids { "health", "explore", "incidents", "training", "models", "actions", "audit",
        "settings", "alerts", "quality", "about" };
    return ids;
}

void MainWindow::build()
{
    auto *shell = new QWidget;
    shell->setObjectName(QStringLiteral("shell"));
    auto *whole = flatColumn(shell);
    m_armedEdge = makePane();
    m_armedEdge->setObjectName(QStringLiteral("armedEdge"));
    m_armedEdge->setFixedHeight(2);
    whole->addWidget(m_armedEdge);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    whole->addLayout(row, 1);

    auto *side = new QWidget;
    side->setFixedWidth(68);
    auto *sideColumn = flatColumn(side);
    auto *logo = new QLabel;
    logo->setFixedHeight(48);
    logo->setAlignment(Qt::AlignCenter);
    const auto drawLogo = [logo] { logo->setPixmap(iconPixmap(QStringLiteral("logo"), "accent.text", 24, logo->devicePixelRatioF())); };
    drawLogo();
    connect(&m_theme, &Theme::changed, logo, drawLogo);
    m_rail = new NavRail;
    m_help = makeIconButton(QStringLiteral("help"));
    m_help->setObjectName(QStringLiteral("helpButton"));
    sideColumn->addWidget(logo);
    sideColumn->addWidget(m_rail, 1);
    m_bell = new NotificationBell;
    sideColumn->addWidget(m_bell, 0, Qt::AlignHCenter);
    sideColumn->addWidget(m_help, 0, Qt::AlignHCenter);
    sideColumn->addSpacing(8);

    auto *main = new QWidget;
    auto *column = flatColumn(main);
    m_top = new TopBar(*m_scale);
    m_messages = new MessageBar;
    m_pages = new QStackedWidget;
    m_pages->setObjectName(QStringLiteral("pages"));
    column->addWidget(m_top);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    row->addWidget(side);
    row->addWidget(verticalLine());
    row->addWidget(main, 1);
    setCentralWidget(shell);
    m_status = new StatusStrip;
    setStatusBar(m_status);

    connect(m_rail, &NavRail::chosen, this, [this](int index) { go(Place(index)); });
    connect(m_help, &QPushButton::clicked, this, &MainWindow::showKeys);
    connect(m_top, &TopBar::paletteWanted, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::modePressed, this, &MainWindow::toggleArmed);
    connect(m_top, &TopBar::stopPressed, this, &MainWindow::toggleStop);
    connect(m_top, &TopBar::leaveBundle, this, [this] { m_console.closeBundle(); });
    connect(m_status, &StatusStrip::asked, this, [this](const QString &page) { go(page, {}); });
}

void MainWindow::connectConsole()
{
    connect(&m_console, &Console::stateChanged, this, &MainWindow::sayState);
    connect(&m_console, &Console::samplesArrived, this, [this] { m_scale->follow(m_console.state().now); });
    for (const auto change : { &Console::healthChanged, &Console::incidentsChanged, &Console::runsChanged, &Console::modelsChanged })
        connect(&m_console, change, this, &MainWindow::sayBadges);
    connect(&m_console, &Console::jobsChanged, this, [this] { m_status->show(m_console.state(), m_console.jobs(), m_frames->worstMs()); });
    connect(&m_console, &Console::message, this,
        [this](Severity severity, const QString &what, const QString &why) { m_messages->post({ {}, severity, what, why }); });
    connect(&m_settings, &Settings::changed, this, &MainWindow::settingChanged);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &MainWindow::sayState);
    clock->start(clockMs);
}

MainWindow::Place MainWindow::place() const
{
    return m_place;
}

Page *MainWindow::startPage()
{
    if (!m_start) {
        m_start = new StartPage(m_console, *m_scale);
        m_pages->addWidget(m_start);
        connect(m_start, &Page::goTo, this, qOverload<const QString &, const QString &>(&MainWindow::go));
    }
    return m_start;
}

bool MainWindow::nothingConnected() const
{
    return m_console.sources().empty() && !m_console.state().offline;
}

Page *MainWindow::page(Place place)
{
    if (place == Health && nothingConnected())
        return startPage();
    Page *&made = m_made[place];
    if (!made) {
        made = makePage(place, m_console, m_settings, *m_scale, m_pages);
        m_pages->addWidget(made);
        connect(made, &Page::goTo, this, qOverload<const QString &, const QString &>(&MainWindow::go));
    }
    return made;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void MainWindow::go(Place place, const QString &object)
{
    m_place = place;
    Page *shown = page(place);
    m_rail->setCurrent(place);
    QWidget *before = shown->focusWidget();
    m_pages->setCurrentWidget(shown);
    if (!before)
        before = shown->firstFocus() ? shown->firstFocus() : shown; // not the first field, which the stack would choose
    before->setFocus(Qt::OtherFocusReason);
    m_top->setTimeVisible(shown->hasTimeAxis());
    if (!object.isEmpty())
        shown->open(object);
}

void MainWindow::go(const QString &id, const QString &object)
{
    const auto &ids = placeIds();
    const auto found = std::ranges::find(ids, id, [](const char *name) { return QLatin1String(name); });
    if (found != ids.end())
        go(Place(found - ids.begin()), object);
}

void MainWindow::say()
{
    setWindowTitle(tr("Leptoscope"));
    const QString names[] = { tr("Health"), tr("Explore"), tr("Incidents"), tr("Training"), tr("Models"), tr("Actions"), tr("Audit"),
        tr("Settings"), tr("Alerts") };
    std::vector<NavRail::Item> items;
    for (const Place place : railOrder)
        items.push_back({ place, QLatin1String(icons[place]), names[place] });
    m_rail->setItems(items);
    m_rail->setAccessibleName(tr("Pages"));
    setIconWords(m_help, tr("Keys of this page"), QStringLiteral("?"));
    m_rail->setCurrent(m_place);
    sayState();
    sayBadges();
}

void MainWindow::sayState()
{
    const ConsoleState &state = m_console.state();
    fitYoungHistory();
    m_scale->follow(state.now);
    m_top->show(state, { m_settings.get(setting::environment), m_settings.get(setting::production) }, !m_console.runs().empty());
    m_status->show(state, m_console.jobs(), m_frames->worstMs());
    m_armedEdge->setVisible(state.writeArmedUntil > state.now);
    stateMessages();
    // The start page stands in place of Health until the first source is there.
    const bool onStart = m_start && m_pages->currentWidget() == m_start;
    if (m_place == Health && m_pages->count() > 0 && onStart != nothingConnected())
        go(Health);
    for (int i = Explore; i < PlaceCount; ++i)
        m_rail->setEmpty(i, i != SettingsPlace && nothingConnected() && state.sources.empty());
}

/// A console that has just begun shows its minutes, not three empty hours.
void MainWindow::fitYoungHistory()
{
    const ConsoleState &state = m_console.state();
    if (m_fitted || state.store.oldest == 0 || state.offline)
        return;
    m_fitted = true;
    const TimeMs age = state.now - state.store.oldest, minute = 60'000;
    for (const TimeMs span : {15 * minute, 30 * minute, 60 * minute}) {
        if (m_scale->live() && age < span * 2 / 3)
            return m_scale->setLast(span, span / 3);
    }
}

void MainWindow::stateMessages()
{
    const ConsoleState &state = m_console.state();
    const auto keep = [this](const QString &key, bool on, MessageBar::Message message) {
        // Once a change of state: what was dismissed stays away until the state ends and begins again.
        const bool was = property(key.toLatin1().constData()).toBool();
        setProperty(key.toLatin1().constData(), on);
        message.key = key;
        if (on && !was)
            m_messages->post(std::move(message));
        else if (!on && was)
            m_messages->withdraw(key);
    };
    keep(QStringLiteral("problem"), !state.problem.isEmpty(), { {}, Severity::Critical, tr("The console needs help."), state.problem });
    keep(QStringLiteral("stopped"), state.stopped,
        { {}, Severity::Critical, tr("All actions are stopped."), tr("Nothing new starts. What ran has stopped after its current target."),
            tr("Resume actions"), [this] { m_console.stopAll(false); } });
    const TimeMs left = state.writeArmedUntil - state.now;
    keep(QStringLiteral("disarming"), left > 0 && left <= armedWarning,
        { {}, Severity::Warning, tr("Write mode ends in a minute."), tr("A running action finishes its step, nothing new starts."),
            tr("Extend"), [this] { m_console.armWrites(5, tr("extended")); } });
    keep(QStringLiteral("broken-record"), state.audit.code == AuditVerdict::Code::Broken,
        { {}, Severity::Critical, text::of(state.audit) + QLatin1Char('.'), state.audit.reason, tr("Open audit"), [this] { go(Audit); } });
}

void MainWindow::sayBadges()
{
    const auto &runs = m_console.runs();
    const auto &incidents = m_console.incidents();
    const auto &services = m_console.health().services;
    m_rail->setBadge(Health, int(std::ranges::count(services, Severity::Critical, &ServiceState::severity)));
    m_rail->setBadge(Incidents, int(std::ranges::count(incidents, IncidentState::Open, &Incident::state)));
    m_rail->setBadge(Actions, int(std::ranges::count_if(runs, [](const Run &run) { return needsDecision(run.state); })));
    m_rail->setBadge(Alerts, alertsThatWantSomebody());
    m_rail->setBadge(Models, int(std::ranges::count(m_console.models(), ModelStage::Refused, &ModelVersion::stage)));
}

void MainWindow::settingChanged(const QString &key)
{
    const QString value = m_settings.value(key).toString();
    if (key == QLatin1String(setting::theme.key)) {
        m_theme.setMode(value == QLatin1String("dark") ? ThemeMode::Dark : value == QLatin1String("light") ? ThemeMode::Light : ThemeMode::System);
    } else if (key == QLatin1String(setting::density.key)) {
        m_theme.setDensity(value == QLatin1String("compact") ? Density::Compact
                : value == QLatin1String("comfortable") ? Density::Comfortable : Density::Regular);
    } else if (key == QLatin1String(setting::fontSize.key)) {
        m_theme.setTextSize(m_settings.get(setting::fontSize));
    } else if (key == QLatin1String(setting::timeZone.key)) {
        useTimeZone(value);
        Q_EMIT m_scale->utcChanged();
    } else if (key == QLatin1String(setting::keys.key)) {
        installShortcuts(*this, KeyMap(value));
    } else if (key == QLatin1String(setting::language.key)) {
        m_language.set(value);
    } else {
        sayState();
        sayDesktop();
    }
}

void MainWindow::showKeys()
{
    auto *overlay = new KeyOverlay(this);
    connect(overlay, &Popup::closed, overlay, &QObject::deleteLater);
    connect(overlay, &KeyOverlay::aboutWanted, this, [this] { go(About); });
    overlay->open(currentPage() ? currentPage()->pageKeys() : std::vector<Page::Key> {}, KeyMap(m_settings.get(setting::keys)));
}

void MainWindow::toggleArmed()
{
    if (m_console.state().writeArmedUntil > m_console.state().now) {
        m_console.armWrites(0, {});
        return;
    }
    auto *popup = new ArmPopup(this);
    connect(popup, &ArmPopup::armed, this, [this](int minutes, const QString &reason) { m_console.armWrites(minutes, reason); });
    connect(popup, &Popup::closed, popup, &QObject::deleteLater);
    popup->open(m_top->modeButton());
}

void MainWindow::toggleStop()
{
    m_console.stopAll(!m_console.state().stopped);
}

void MainWindow::openBundleFile(const QString &file)
{
    m_console.openBundle(file, this, [this, file](Result<bool> done) {
        if (!done)
            m_messages->post({ QStringLiteral("bundle"), Severity::Critical, tr("This recording cannot be opened."), text::of(done.error()) });
        else
            go(Health);
    });
}

void MainWindow::restore()
{
    Place place = Health;
    if (!m_windowFile.isEmpty()) {
        const QSettings file(m_windowFile, QSettings::IniFormat);
        restoreGeometry(file.value(QStringLiteral("geometry")).toByteArray());
        const int kept = file.value(QStringLiteral("page")).toInt();
        place = kept >= 0 && kept < PlaceCount ? Place(kept) : Health;
    }
    go(place);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_windowFile.isEmpty()) {
        QSettings file(m_windowFile, QSettings::IniFormat);
        file.setValue(QStringLiteral("geometry"), saveGeometry());
        file.setValue(QStringLiteral("page"), int(m_place));
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_rail)
        say();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().front().toLocalFile();
    if (path.endsWith(QLatin1String(".lepto")))
        openBundleFile(path);
    else
        go(Explore, QStringLiteral("import:") + path);
    event->acceptProposedAction();
}

} // namespace lepto
