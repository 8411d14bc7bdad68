#include "ui/pages/settings_page.h"

#include "core/base/text.h"
#include "core/settings/settings.h"
#include "ui/text.h"
#include "ui/widgets/key_settings.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/setting_form.h"
#include "ui/widgets/source_settings.h"

#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace lepto {

SettingsPage::SettingsPage(Console &console, Settings &settings, TimeScale &, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_settings(settings)
    , m_sectionModel(new CellModel(this))
    , m_stack(new QStackedWidget)
    , m_file(new LookBar)
    , m_sources(new SourceSettings(console))
    , m_forms(SectionCount, nullptr)
{
    setObjectName(QStringLiteral("settingsPage"));
    m_file->setObjectName(QStringLiteral("settingsFile"));
    auto *row = flatRow(this);
    row->addWidget(buildRail());
    row->addWidget(verticalLine());
    auto *main = new QWidget;
    auto *column = flatColumn(main);
    column->addWidget(m_file);
    column->addWidget(m_stack, 1);
    row->addWidget(main, 1);
    m_stack->addWidget(m_sources);
    m_stack->addWidget(buildRules());
    for (const Section section : { Watching, Changes, Policy, Storage, Models, Appearance })
        m_stack->addWidget(buildGroup(section));
    m_stack->addWidget(buildKeyboard());
    m_foundPage = buildFound();
    m_stack->addWidget(m_foundPage);
    buildKeys();
    connect(m_sources, &SourceSettings::aboutWanted, this, [this] { Q_EMIT goTo(QStringLiteral("about"), {}); });
    connect(&console, &Console::stateChanged, this, &SettingsPage::sayRail);
    connect(&settings, &Settings::changed, this, &SettingsPage::sayFile);
    words([this] { sayRail(); });
    sayFile();
    m_sections->selectKey(QStringLiteral("0"));
}

QStringList SettingsPage::groupsOf(Section section)
{
    switch (section) {
    case Watching: return { QStringLiteral("health."), QStringLiteral("sources."), QStringLiteral("incidents."), QStringLiteral("notify.") };
    case Changes: return { QStringLiteral("changes."), QStringLiteral("logs.") };
    case Policy: return { QStringLiteral("remediate.") };
    case Storage: return { QStringLiteral("store."), QStringLiteral("ops.") };
    case Models: return { QStringLiteral("worker."), QStringLiteral("telemetry.") };
    case Appearance: return { QStringLiteral("ui.") };
    case Keyboard: return { QStringLiteral("keys.") };
    default: return {};
    }
}

void SettingsPage::showSection(int section)
{
    if (!m_filter->text().isEmpty())
        m_filter->clear();
    m_stack->setCurrentIndex(section);
}

QWidget *SettingsPage::filter() const
{
    return m_filter;
}

std::vector<Page::Key> SettingsPage::pageKeys() const
{
    return { { QStringLiteral("Ctrl N"), tr("Add source") }, { QStringLiteral("Ctrl T"), tr("Test connection") },
        { QStringLiteral("Ctrl S"), tr("Save") }, { QStringLiteral("Del"), tr("Remove source") }, { QStringLiteral("/"), tr("Find a setting") } };
}

void SettingsPage::buildKeys()
{
    const auto key = [this](QKeyCombination keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_N, [this] { open(QStringLiteral("new:prometheus")); });
    key(Qt::CTRL | Qt::Key_T, [this] { m_sources->test(); });
    key(Qt::CTRL | Qt::Key_S, [this] { m_sources->save(); });
}

void SettingsPage::refresh()
{
    m_sources->retranslate();
    m_keys->rebuild();
    for (SettingForm *form : m_forms) {
        if (form)
            form->rebuild();
    }
    for (const Hits &hits : m_hits) {
        if (hits.form)
            hits.form->rebuild();
        else if (hits.keys)
            hits.keys->rebuild();
    }
    sayFile();
    search(m_filter->text());
}

int SettingsPage::found(Section section, const QString &text) const
{
    if (section == Sources)
        return int(std::ranges::count_if(m_console.sources(), [&text](const SourceConfig &config) {
            return config.name.contains(text, Qt::CaseInsensitive) || config.url.contains(text, Qt::CaseInsensitive);
        }));
    return section == Keyboard ? KeySettings::matches(text) : SettingForm::matches(groupsOf(section), text);
}

void SettingsPage::search(const QString &text)
{
    sayRail();
    if (text.trimmed().isEmpty()) {
        if (m_stack->currentWidget() == m_foundPage)
            m_stack->setCurrentIndex(std::max(0, m_sections->currentKey().toInt()));
        return;
    }
    const QString wanted = text.trimmed();
    bool any = false;
    for (const Hits &hits : m_hits) {
        const int count = hits.form ? hits.form->setFilter(wanted) : hits.keys ? hits.keys->setFilter(wanted) : found(hits.section, wanted);
        hits.place->setVisible(count > 0);
        hits.head->setTitle(sectionName(hits.section));
        any = any || count > 0;
    }
    QStringList names;
    for (const SourceConfig &config : m_console.sources()) {
        if (config.name.contains(wanted, Qt::CaseInsensitive) || config.url.contains(wanted, Qt::CaseInsensitive))
            names << config.name;
    }
    m_sourceHits->setText(names.join(tr(", ")));
    m_nothing->setText(tr("No setting fits “%1”").arg(oneLine(wanted, 60)));
    m_nothing->setVisible(!any);
    m_stack->setCurrentWidget(m_foundPage);
}

/// Enter in the search.
void SettingsPage::goToFirst()
{
    const QString wanted = m_filter->text().trimmed();
    for (const Hits &hits : m_hits) {
        if (wanted.isEmpty() || hits.place->isHidden())
            continue;
        const QString key = hits.form ? hits.form->firstKey() : QString(), source = m_sourceHits->text().section(tr(", "), 0, 0);
        m_sections->selectKey(QString::number(hits.section));
        showSection(hits.section);
        if (hits.section == Sources)
            m_sources->select(source);
        else if (!key.isEmpty())
            m_forms[hits.section]->focusOn(key);
        return;
    }
}

void SettingsPage::goToSetting(const QString &key)
{
    for (int section = 0; section < SectionCount; ++section) {
        if (!m_forms[std::size_t(section)] || SettingForm::matches(groupsOf(Section(section)), key) == 0)
            continue;
        m_sections->selectKey(QString::number(section));
        showSection(section);
        m_forms[std::size_t(section)]->focusOn(key);
    }
}

void SettingsPage::sayFile()
{
    QStringList unknown;
    for (const Error &error : m_settings.problems()) {
        if (error.code == ErrorCode::NotFound)
            unknown << qstr(error.subject);
    }
    const bool writable = m_settings.isWritable();
    for (SettingForm *form : m_forms) {
        if (form)
            form->setEnabled(writable);
    }
    m_keys->setEnabled(writable);
    const auto problem = m_settings.problem();
    if (!writable)
        m_file->show(PanelLook::NotAllowed, tr("The settings cannot be changed: their folder is read-only."), tr("Whoever owns %1 can allow it.").arg(m_settings.file()));
    else if (problem && problem->code == ErrorCode::Damaged)
        m_file->show(PanelLook::Error, tr("settings.json is broken, defaults are used."), text::of(Error { problem->code, {}, problem->reason }));
    else if (!unknown.isEmpty())
        m_file->show(PanelLook::Partial, tr("settings.json holds what this version does not know."), tr("Kept, not used: %1").arg(oneLine(unknown.join(tr(", ")), 300)));
    else
        m_file->show(PanelLook::Good);
}

void SettingsPage::open(const QString &object)
{
    const QString what = object.section(QLatin1Char(':'), 0, 0), name = object.section(QLatin1Char(':'), 1);
    if (what == QLatin1String("setting"))
        return goToSetting(name);
    m_sections->selectKey(QString::number(Sources));
    showSection(Sources);
    if (what == QLatin1String("new")) {
        const auto kind = sourceKindFrom(name);
        m_sources->add(kind ? *kind : SourceConfig::Kind::Prometheus);
    } else if (what != QLatin1String("section")) {
        m_sources->select(object);
    }
}

} // namespace lepto
