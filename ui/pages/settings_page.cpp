#include "ui/pages/settings_page.h"

#include "core/settings/settings.h"
#include "ui/models/source_rows.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/setting_form.h"
#include "ui/widgets/source_form.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int roomyWidth = 1100;

} // namespace

SettingsPage::SettingsPage(Console &console, Settings &settings, TimeScale &, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_settings(settings)
    , m_sectionModel(new CellModel(this))
    , m_sourceModel(new CellModel(this))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *row = flatRow(this);
    row->addWidget(buildRail());
    row->addWidget(verticalLine());
    row->addWidget(m_stack, 1);
    m_stack->addWidget(buildSources());
    m_stack->addWidget(buildRules());
    for (const Section section : { Watching, Actions, Storage, Models, Appearance })
        m_stack->addWidget(buildGroup(section));
    m_stack->addWidget(buildKeyboard());
    m_stack->addWidget(buildAbout());
    buildKeys();
    connect(&console, &Console::stateChanged, this, &SettingsPage::showTable);
    words([this] { sayRail(); });
    showTable();
    m_sections->selectKey(QStringLiteral("0"));
    if (m_console.sources().empty())
        newSource(SourceConfig::Kind::Prometheus);
    else
        m_table->selectKey(m_console.sources().front().name);
}

void SettingsPage::showSection(int section)
{
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
    key(Qt::CTRL | Qt::Key_N, [this] { newSource(SourceConfig::Kind::Prometheus); });
    key(Qt::CTRL | Qt::Key_T, [this] { test(); });
    key(Qt::CTRL | Qt::Key_S, [this] { save(); });
    auto *del = new QShortcut(Qt::Key_Delete, m_table);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &SettingsPage::askRemove);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const auto way = width() > roomyWidth ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == way)
        return;
    m_split->setOrientation(way);
    m_split->setSizes(way == Qt::Horizontal ? QList<int> { 800, 400 } : QList<int> { 600, 300 });
}

void SettingsPage::refresh()
{
    m_form->retranslate();
    m_test->retranslate();
    for (SettingForm *form : m_forms)
        form->rebuild();
    showTable();
    showForm();
}

const SourceConfig *SettingsPage::find(const QString &name) const
{
    const auto &sources = m_console.sources();
    const auto found = std::ranges::find(sources, name, &SourceConfig::name);
    return found == sources.end() ? nullptr : &*found;
}

QStringList SettingsPage::otherNames() const
{
    QStringList names;
    for (const SourceConfig &config : m_console.sources()) {
        if (m_fresh || config.name != m_selected)
            names << config.name;
    }
    return names;
}

void SettingsPage::showTable()
{
    const ConsoleState &state = m_console.state();
    const auto live = std::ranges::count(state.sources, SourceState::Code::Live, &SourceState::code);
    const auto &sources = m_console.sources();
    m_sourcesHead->setMeta(sources.empty() ? tr("none yet")
                                           : tr("%1 of %2 live, %3 series").arg(live).arg(sources.size()).arg(text::count(state.store.series)));
    m_sourceModel->setRows(sourceRows(sources, state));
    m_table->setVisible(!sources.empty());
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + int(std::clamp<std::size_t>(sources.size(), 1, 8)) * Theme::of().rowHeight() + 6);
    if (!m_fresh && !m_selected.isEmpty() && !find(m_selected))
        sources.empty() ? newSource(SourceConfig::Kind::Prometheus) : m_table->selectKey(sources.front().name);
    sayRail();
}

void SettingsPage::keepDraft()
{
    if (m_showing)
        return;
    const QString key = m_fresh ? QString() : m_selected;
    if (m_form->unsaved() > 0)
        m_drafts[key] = { m_form->config(), m_form->secret() };
    else
        m_drafts.remove(key);
    showForm();
}

void SettingsPage::selectSource(const QString &name)
{
    const SourceConfig *config = find(name);
    if (!config || (name == m_selected && !m_fresh))
        return;
    m_selected = name;
    m_fresh = false;
    m_showing = true;
    m_form->edit(*config, false, otherNames());
    if (const auto draft = m_drafts.constFind(name); draft != m_drafts.constEnd())
        m_form->setDraft(draft->config, draft->secret);
    m_showing = false;
    m_test->clear();
    m_wrong->hide();
    showForm();
}

void SettingsPage::newSource(SourceConfig::Kind kind)
{
    m_sections->selectKey(QStringLiteral("0"));
    m_fresh = true;
    m_selected.clear();
    m_table->clearSelection();
    m_showing = true;
    SourceConfig config;
    config.kind = kind;
    m_form->edit(config, true, otherNames());
    if (const auto draft = m_drafts.constFind(QString()); draft != m_drafts.constEnd())
        m_form->setDraft(draft->config, draft->secret);
    m_showing = false;
    m_test->clear();
    m_wrong->hide();
    showForm();
    if (auto *address = m_form->findChild<QLineEdit *>(QStringLiteral("sourceName")))
        address->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::showForm()
{
    const int unsaved = m_form->unsaved();
    m_formHead->setTitle(m_fresh ? tr("New source") : m_selected);
    m_formHead->setMeta(text::of(m_form->config().kind));
    m_unsaved->setText(unsaved > 0 ? tr("%n unsaved changes", nullptr, unsaved) : QString());
    m_unsaved->updateGeometry();
    const bool valid = m_form->valid();
    m_save->setEnabled(valid && unsaved > 0);
    m_save->setAccessibleDescription(m_save->isEnabled() ? QString() : valid ? tr("disabled: nothing has changed") : tr("disabled: name and address first"));
    m_save->setToolTip(m_save->accessibleDescription());
    m_testButton->setEnabled(valid);
    m_discard->setEnabled(unsaved > 0);
    m_remove->setVisible(!m_fresh);
}

void SettingsPage::save()
{
    if (!m_save->isEnabled())
        return;
    const SourceConfig config = m_form->config();
    const QString key = m_fresh ? QString() : m_selected;
    m_console.saveSource(config, m_form->secret(), this, [this, config, key](Result<bool> done) {
        m_wrong->setVisible(!done);
        if (!done) {
            m_wrong->setText(text::of(done.error()));
            return;
        }
        m_drafts.remove(key);
        m_fresh = true; // makes the selection below take the saved values
        showTable();
        m_table->selectKey(config.name);
        selectSource(config.name);
    });
}

void SettingsPage::test()
{
    if (m_testButton->isEnabled())
        m_test->run(m_form->config(), m_form->secret());
}

void SettingsPage::discard()
{
    const QString selected = m_selected;
    m_drafts.remove(m_fresh ? QString() : selected);
    if (m_fresh) {
        newSource(SourceConfig::Kind::Prometheus);
        return;
    }
    m_selected.clear();
    selectSource(selected);
}

void SettingsPage::askRemove()
{
    if (!m_fresh && !m_selected.isEmpty())
        m_question->ask(tr("Remove %1? Its samples stay.").arg(m_selected), tr("Remove %1").arg(m_selected), tr("Keep"));
}

void SettingsPage::remove()
{
    m_drafts.remove(m_selected);
    m_console.removeSource(m_selected, this, [this](Result<bool> done) {
        m_wrong->setVisible(!done);
        if (!done)
            m_wrong->setText(text::of(done.error()));
    });
}

void SettingsPage::open(const QString &object)
{
    if (object == QLatin1String("new:prometheus"))
        newSource(SourceConfig::Kind::Prometheus);
    else if (object == QLatin1String("new:exporter"))
        newSource(SourceConfig::Kind::Exporter);
    else if (object == QLatin1String("new:alertmanager"))
        newSource(SourceConfig::Kind::Alertmanager);
    else
        m_table->selectKey(object);
}

} // namespace lepto
