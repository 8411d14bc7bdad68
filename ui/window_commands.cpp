#include "ui/main_window.h"

#include "core/base/text.h"
#include "core/settings/settings.h"
#include "ui/desks/layout_desk.h"
#include "ui/looks.h"
#include "ui/models/series_words.h"
#include "ui/pages/page.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/widgets/command_palette.h"

#include <QStackedWidget>

namespace lepto {

namespace {

constexpr int mostMetrics = 20;

} // namespace

void MainWindow::openPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(this);
        connect(m_palette, &CommandPalette::typed, this, &MainWindow::findMetrics);
    }
    m_palette->open(commands(), m_console.state().writeArmedUntil > m_console.state().now);
}

std::vector<Command> MainWindow::commands()
{
    std::vector<Command> all;
    const QString pages = tr("Pages"), acts = tr("Commands");
    const QString names[] = { tr("Health"), tr("Explore"), tr("Incidents"), tr("Training"), tr("Models"), tr("Actions"), tr("Audit"),
        tr("Settings"), tr("Alerts") };
    for (int i = 0; i < RailCount; ++i)
        all.push_back({ pages, names[i], QString::number(i + 1), QLatin1String(placeIds()[std::size_t(i)]), false, [this, i] { go(Place(i)); } });
    all.push_back({ pages, tr("Data quality"), {}, QStringLiteral("quality"), false, [this] { go(Quality); } });
    all.push_back({ pages, tr("About this console"), {}, QStringLiteral("help"), false, [this] { go(About); } });
    const bool stopped = m_console.state().stopped;
    all.push_back({ acts, stopped ? tr("Resume actions") : tr("Stop all actions"), QStringLiteral("Ctrl+Shift+K"), QStringLiteral("stop"), false,
        [this] { toggleStop(); } });
    all.push_back({ acts, tr("Arm or disarm write mode"), QStringLiteral("Ctrl+Shift+A"), QStringLiteral("lock"), false, [this] { toggleArmed(); } });
    all.push_back({ acts, tr("Live or paused"), {}, QStringLiteral("live"), false, [this] { m_scale->setLive(!m_scale->live()); } });
    all.push_back({ acts, tr("UTC or local time"), QStringLiteral("U"), QStringLiteral("clock"), false, [this] { m_scale->setUtc(!m_scale->utc()); } });
    all.push_back({ acts, tr("Add source"), tr("Settings"), QStringLiteral("plug"), false, [this] { go(SettingsPlace, QStringLiteral("new:prometheus")); } });
    all.push_back({ acts, tr("Import samples or a dashboard"), tr("Explore"), QStringLiteral("download"), false, [this] { go(Explore, QStringLiteral("import:")); } });
    if (LayoutDesk *desk = m_console.layouts()) {
        for (const LayoutStore::Entry &entry : desk->layouts())
            all.push_back({ tr("Views and dashboards"), oneLine(entry.title, 120), tr("Explore"), QStringLiteral("explore"), false,
                [this, id = entry.id] { go(Explore, QStringLiteral("layout:%1").arg(id)); } });
    }
    all.push_back({ acts, tr("Messages of this run"), QStringLiteral("Ctrl+Shift+M"), QStringLiteral("note"), false, [this] { openMessages(); } });
    all.push_back({ acts, tr("Keys of this page"), QStringLiteral("?"), QStringLiteral("keyboard"), false, [this] { showKeys(); } });
    all.push_back({ acts, tr("Dark or light theme"), {}, QStringLiteral("palette"), false, [this] {
        (void)m_settings.set(QLatin1String(setting::theme.key), m_theme.dark() ? QStringLiteral("light") : QStringLiteral("dark"));
    } });
    for (const Run &run : m_console.runs()) {
        if (run.state == RunState::Succeeded && !run.plan.rollback.empty())
            all.push_back({ acts, tr("Roll back: %1").arg(run.plan.title), tr("Actions"), QStringLiteral("undo"), true, [this, id = run.plan.id] { go(Actions, id); } });
        else if (!isOver(run.state))
            all.push_back({ acts, run.plan.title, tr("Actions"), QStringLiteral("actions"), false, [this, id = run.plan.id] { go(Actions, id); } });
    }
    for (const Incident &incident : m_console.incidents())
        all.push_back({ tr("Incidents"), text::incident(incident.id) + QLatin1Char(' ') + incident.title, text::day(incident.onset), QStringLiteral("incidents"),
            false, [this, id = incident.id] { go(Incidents, QString::number(id)); } });
    for (const ServiceState &service : m_console.health().services)
        all.push_back({ tr("Services"), QString::fromStdString(service.service), service.reason, QStringLiteral("health"), false,
            [this, name = QString::fromStdString(service.service)] { go(Health, name); } });
    for (const ModelVersion &model : m_console.models()) {
        if (model.stage == ModelStage::Active)
            all.push_back({ tr("Models"), model.name, QStringLiteral("v%1").arg(model.version), QStringLiteral("models"), false,
                [this, name = model.name] { go(Models, name); } });
    }
    return all;
}

void MainWindow::findMetrics(const QString &typed)
{
    if (typed.trimmed().size() < 2)
        return;
    m_console.findSeries(typed.trimmed(), mostMetrics, m_palette, [this, typed](Result<std::vector<SeriesInfo>> found) {
        if (!found)
            return;
        std::vector<Command> metrics;
        for (const SeriesInfo &series : *found) {
            const QString expr = QString::fromStdString(series.labels.text());
            metrics.push_back({ tr("Metrics"), seriesTitle(series.labels.with("source", {}).with("job", {})), {}, QStringLiteral("explore"), false, [this, expr] { go(Explore, expr); } });
        }
        m_palette->add(typed, std::move(metrics));
    });
}

} // namespace lepto
