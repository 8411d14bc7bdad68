#include "ui/pages/start_page.h"

#include "core/base/home.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/key_overlay.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/option_button.h"
#include "ui/widgets/pane.h"

#include <QFileDialog>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <cmath>

namespace lepto {

namespace {

constexpr qint64 littleDisk = 2ll << 30;
constexpr int roomyWidth = 1100, roomySide = 400, narrowSide = 340;
constexpr std::size_t keysWorthKnowing = 7;

/// The dashed promise of a chart at the foot of the right pane.
class GhostChart : public QWidget {
public:
    GhostChart() { setFixedHeight(76); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setPen(Theme::of().color("line.default"));
        for (const int y : { 12, 38, 64 })
            p.drawLine(0, y, width(), y);
        QPolygonF wave;
        for (int x = 0; x <= width(); x += 4)
            wave << QPointF(x, 40 - 15 * std::sin(x / 34.0) - 4 * std::sin(x / 9.0));
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(Theme::of().color("line.control"), 1.25, Qt::DashLine));
        p.drawPolyline(wave);
    }
};

class DropZone : public QLabel {
public:
    DropZone()
    {
        setTextFormat(Qt::PlainText);
        setAlignment(Qt::AlignCenter);
        setFixedHeight(50);
        setTone(this, "secondary");
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(Theme::of().color("line.control"), 1, Qt::DashLine));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        p.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

StartPage::StartPage(Console &console, TimeScale &, QWidget *parent)
    : Page(parent)
    , m_console(console)
{
    setObjectName(QStringLiteral("startPage"));
    auto *row = flatRow(this);
    row->addWidget(buildChoices(), 1);
    row->addWidget(verticalLine());
    m_side = buildSide();
    row->addWidget(m_side);
    const auto key = [this](QKeyCombination keys, OptionButton *option) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, option, &QAbstractButton::click);
    };
    key(Qt::CTRL | Qt::Key_N, m_prometheus);
    key(Qt::CTRL | Qt::Key_E, m_exporter);
    key(Qt::CTRL | Qt::Key_H, m_host);
    key(Qt::CTRL | Qt::Key_O, m_bundle);
    key(Qt::CTRL | Qt::Key_D, m_sample);
    connect(&console, &Console::stateChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

OptionButton *StartPage::option(const char *name, const QString &icon, const QString &keys, std::function<void()> act)
{
    auto *button = new OptionButton(icon, keys);
    button->setObjectName(QLatin1String(name));
    connect(button, &QAbstractButton::clicked, this, std::move(act));
    return button;
}

QWidget *StartPage::buildChoices()
{
    auto *content = new QWidget;
    auto *around = new QHBoxLayout(content);
    auto *column = new QVBoxLayout;
    column->setSpacing(10);
    m_hero = plainLabel(Theme::Type::Hero);
    m_hero->setObjectName(QStringLiteral("startHero"));
    m_line = wrappedLabel(Theme::Type::Lead, "secondary");
    m_prometheus = option("connectPrometheus", QStringLiteral("plug"), QStringLiteral("Ctrl N"),
        [this] { Q_EMIT goTo(QStringLiteral("settings"), QStringLiteral("new:prometheus")); });
    m_exporter = option("scrapeExporter", QStringLiteral("exporter"), QStringLiteral("Ctrl E"),
        [this] { Q_EMIT goTo(QStringLiteral("settings"), QStringLiteral("new:exporter")); });
    m_host = option("watchHost", QStringLiteral("host"), QStringLiteral("Ctrl H"), [this] { watchHost(); });
    m_bundle = option("openBundle", QStringLiteral("bundle"), QStringLiteral("Ctrl O"), [this] { chooseBundle(); });
    m_sample = option("openSample", QStringLiteral("play"), QStringLiteral("Ctrl D"), [this] { openSample(); });
    m_drop = new DropZone;
    m_found = plainLabel(Theme::Type::Body, "secondary");
    m_use = makeButton(ButtonKind::Link);
    m_use->setObjectName(QStringLiteral("useFound"));
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->setObjectName(QStringLiteral("startWrong"));
    m_wrong->hide();
    connect(m_use, &QPushButton::clicked, this, &StartPage::useFound);
    column->addStretch(2);
    column->addWidget(m_hero);
    column->addWidget(m_line);
    column->addSpacing(8);
    for (QWidget *widget : { static_cast<QWidget *>(m_prometheus), static_cast<QWidget *>(m_exporter), static_cast<QWidget *>(m_host),
             static_cast<QWidget *>(m_bundle), static_cast<QWidget *>(m_sample), static_cast<QWidget *>(m_drop) })
        column->addWidget(widget);
    auto *finds = new QHBoxLayout;
    finds->setSpacing(10);
    m_foundMark = new MarkLabel(13, MarkCode::Info);
    finds->addWidget(m_foundMark);
    finds->addWidget(m_found);
    finds->addWidget(m_use);
    finds->addStretch();
    column->addLayout(finds);
    column->addWidget(m_wrong);
    column->addStretch(3);
    around->addStretch(1);
    around->addLayout(column, 6);
    around->addStretch(1);
    words([this] {
        m_prometheus->say(tr("Connect to a Prometheus"), tr("Address and, if needed, a token. The test takes about a second."));
        m_exporter->say(tr("Scrape an exporter"), tr("One address that offers metrics as text, read directly."));
        m_bundle->say(tr("Open an incident bundle"), tr("Samples, labels and models of one incident, checked by hash. Fully offline."));
        m_sample->say(tr("Try the recorded incident"), tr("A short outage for learning. Nothing is connected, nothing can run."));
        m_drop->setText(tr("or drop a bundle anywhere in this window"));
    });
    return scrolled(content);
}

QWidget *StartPage::buildSide()
{
    auto *ground = makePane("app");
    auto *side = new QWidget;
    auto *column = flatColumn(side);
    column->setContentsMargins(0, 18, 0, 14);
    const auto head = [column] {
        auto *title = new PaneHead;
        column->addWidget(title);
        return title;
    };
    const auto padded = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(14, 0, 14, 12);
        row->addWidget(widget);
        column->addLayout(row);
    };
    PaneHead *machine = head();
    m_machine = new KeyValues;
    column->addWidget(m_machine);
    column->addWidget(horizontalLine());
    PaneHead *readOnly = head();
    auto *why = wrappedLabel();
    padded(why);
    column->addWidget(horizontalLine());
    PaneHead *keys = head();
    m_keys = new KeyValues(KeyValues::Side::Left);
    column->addWidget(m_keys);
    column->addStretch();
    auto *promise = wrappedLabel(Theme::Type::Caption, "muted");
    padded(promise);
    padded(new GhostChart);
    words([machine, readOnly, why, keys, promise] {
        machine->setTitle(tr("This machine"));
        readOnly->setTitle(tr("You start in read-only"));
        why->setText(tr("The console looks and suggests. To run an action you arm write mode for a limited time, and a second person signs what "
                        "changes production."));
        keys->setTitle(tr("Keys worth knowing"));
        promise->setText(tr("Your charts appear here as soon as the first sample arrives"));
    });
    flatColumn(ground)->addWidget(scrolled(side));
    return ground;
}

void StartPage::refresh()
{
    const ConsoleState &state = m_console.state();
    const bool hostAlready = !state.sources.empty();
    m_hero->setText(hostAlready ? tr("Only this computer is watched so far") : tr("Nothing is connected yet"));
    m_line->setText(tr("Pick where the numbers come from. You need no account, and nothing leaves this machine but the queries you set up here."));
    m_host->say(hostAlready ? tr("Go on with this computer") : tr("Watch this computer"), tr("CPU, memory, disks and network from /proc. Works without any server."));
    const qint64 disk = Home::freeBytes(QDir::homePath());
    const bool gpu = !state.device.isEmpty() && state.device.compare(QLatin1String("cpu"), Qt::CaseInsensitive) != 0;
    m_machine->setRows({ { tr("Training"), gpu ? state.device : tr("on CPU, slower"), gpu, "primary", gpu ? MarkCode::Ok : MarkCode::Info },
        { tr("Free disk for samples"), text::bytes(disk), true, "primary", disk > littleDisk ? MarkCode::Ok : MarkCode::Warning },
        { tr("Audit record"), state.audit.entries > 0 ? tr("%n entries", nullptr, int(state.audit.entries)) : tr("begins with your first act"), false,
            "primary", state.audit.entries > 0 ? lepto::markOf(Severity::Ok) : MarkCode::Todo },
        { tr("Second person for approvals"), tr("with the first plan"), false, "primary", MarkCode::Todo } });
    std::vector<KeyValues::Row> rows;
    for (const Key &key : KeyOverlay::globalKeys()) {
        if (rows.size() < keysWorthKnowing)
            rows.push_back({ key.keys, key.does });
    }
    m_keys->setRows(rows);
    m_sample->setVisible(!m_console.sampleBundle().isEmpty());
    const bool found = !m_finds.empty();
    m_found->setVisible(found);
    m_foundMark->setVisible(found);
    m_use->setVisible(found);
    if (found) {
        QStringList places;
        for (const SourceConfig &config : m_finds)
            places << tr("%1 on %2", "kind of source, address").arg(text::of(config.kind), QUrl(config.url).authority());
        m_found->setText(tr("Found on this computer: %1").arg(places.join(tr(", "))));
        m_use->setText(tr("Use it"));
    }
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_side->setFixedWidth(width() < roomyWidth ? narrowSide : roomySide);
}

void StartPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    lookAround();
}

QWidget *StartPage::firstFocus() const
{
    return m_prometheus;
}

void StartPage::lookAround()
{
    m_console.lookAround(this, [this](Result<std::vector<SourceConfig>> found) {
        if (!found)
            return;
        m_finds = *found;
        refresh();
    });
}

void StartPage::useFound()
{
    for (const SourceConfig &config : m_finds)
        m_console.saveSource(config, {}, this, [this](Result<bool> done) {
            if (!done)
                wrong(text::of(done.error()));
        });
}

void StartPage::watchHost()
{
    SourceConfig host;
    host.name = QStringLiteral("this-host");
    m_console.saveSource(host, {}, this, [this](Result<bool> done) {
        if (!done)
            wrong(text::of(done.error()));
    });
}

void StartPage::openSample()
{
    m_console.openBundle(m_console.sampleBundle(), this, [this](Result<bool> done) {
        if (!done)
            wrong(text::of(done.error()));
    });
}

void StartPage::chooseBundle()
{
    auto *dialog = new QFileDialog(this, tr("Open an incident bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_console.openBundle(file, this, [this](Result<bool> done) {
            if (!done)
                wrong(text::of(done.error()));
        });
    });
    dialog->open();
}

void StartPage::wrong(const QString &what)
{
    m_wrong->setText(what);
    m_wrong->show();
}

std::vector<Page::Key> StartPage::pageKeys() const
{
    return { { QStringLiteral("Ctrl N"), tr("Connect to a Prometheus") }, { QStringLiteral("Ctrl E"), tr("Scrape an exporter") },
        { QStringLiteral("Ctrl H"), tr("Watch this computer") }, { QStringLiteral("Ctrl O"), tr("Open an incident bundle") },
        { QStringLiteral("Ctrl D"), tr("Try the recorded incident") } };
}

} // namespace lepto
