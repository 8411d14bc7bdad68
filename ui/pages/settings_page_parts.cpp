#include "ui/pages/settings_page.h"

#include "core/settings/settings.h"
#include "ui/models/source_rows.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/key_overlay.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/setting_form.h"
#include "ui/widgets/source_form.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int railWidth = 210, testWidth = 400;

QWidget *topOf(QWidget *content, PaneHead *head)
{
    auto *holder = new QWidget;
    auto *column = flatColumn(holder);
    column->addSpacing(4);
    column->addWidget(head);
    column->addWidget(horizontalLine());
    column->addSpacing(8);
    column->addWidget(scrolled(content), 1);
    return holder;
}

} // namespace

QWidget *SettingsPage::buildRail()
{
    auto *rail = makePane();
    rail->setFixedWidth(railWidth);
    auto *column = flatColumn(rail);
    auto *title = plainLabel(Theme::Type::PageTitle);
    title->setContentsMargins(14, 10, 14, 6);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("settingFilter"));
    m_filter->setClearButtonEnabled(true);
    m_sections = new RowTable(m_sectionModel);
    m_sections->setObjectName(QStringLiteral("settingSections"));
    m_sections->horizontalHeader()->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 10);
    row->addWidget(m_filter);
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(m_sections, 1);
    connect(m_sections, &RowTable::keyChanged, this, [this](const QString &key) { showSection(key.toInt()); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (SettingForm *form : m_forms)
            form->setFilter(text);
        if (!text.isEmpty() && m_stack->currentIndex() == Sources)
            m_sections->selectKey(QString::number(Watching));
    });
    words([this, title] {
        title->setText(tr("Settings"));
        m_sections->setAccessibleName(tr("Section"));
        m_filter->setPlaceholderText(tr("Find a setting"));
        m_filter->setAccessibleName(tr("Find a setting"));
    });
    return rail;
}

void SettingsPage::sayRail()
{
    const QString names[] = { tr("Sources"), tr("Rules and runbooks"), tr("Watching"), tr("Policy and approval"), tr("Storage"),
        tr("Models and telemetry"), tr("Appearance"), tr("Keyboard"), tr("About") };
    const char *icons[] = { "plug", "bell", "health", "actions", "host", "models", "palette", "keyboard", "help" };
    std::vector<CellModel::Row> rows;
    for (int i = 0; i < SectionCount; ++i) {
        Cell name { .text = names[i], .icon = QLatin1String(icons[i]) };
        Cell count { .text = i == Sources ? QString::number(m_console.sources().size()) : QString(), .mono = true, .right = true, .tone = "text.muted" };
        rows.push_back({ QString::number(i), { name, count } });
    }
    m_sectionModel->setColumns({ { tr("Section"), -1 }, { tr("Count"), 40, true } });
    m_sectionModel->setRows(std::move(rows));
}

QWidget *SettingsPage::buildSources()
{
    auto *holder = new QWidget;
    auto *column = flatColumn(holder);
    m_sourcesHead = new PaneHead;
    m_add = makeButton(ButtonKind::Primary, QStringLiteral("plus"));
    m_add->setObjectName(QStringLiteral("addSource"));
    m_sourcesHead->addRight(m_add);
    m_sourcesHead->setFixedHeight(44);
    m_table = new RowTable(m_sourceModel);
    m_table->setObjectName(QStringLiteral("sourcesTable"));
    column->addWidget(m_sourcesHead);
    column->addWidget(m_table);
    column->addWidget(horizontalLine());
    m_test = new ConnectionTestView(m_console);
    m_test->setMinimumWidth(260);
    auto *split = m_split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(scrolled(buildForm()));
    split->addWidget(m_test);
    split->setStretchFactor(0, 1);
    split->setSizes({ 800, testWidth });
    column->addWidget(split, 1);
    connect(m_add, &QPushButton::clicked, this, [this] { newSource(SourceConfig::Kind::Prometheus); });
    connect(m_table, &RowTable::keyChanged, this, &SettingsPage::selectSource);
    words([this] {
        m_sourceModel->setColumns(sourceColumns());
        m_sourcesHead->setTitle(tr("Sources"));
        m_table->setAccessibleName(tr("Sources"));
        m_add->setText(tr("Add source"));
        m_add->setToolTip(QStringLiteral("Ctrl+N"));
    });
    return holder;
}

QWidget *SettingsPage::buildForm()
{
    auto *holder = new QWidget;
    auto *column = flatColumn(holder);
    m_formHead = new PaneHead;
    m_unsaved = new ElidedLabel(Theme::Type::Caption, "muted");
    m_formHead->addRight(m_unsaved);
    m_form = new SourceForm;
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->setContentsMargins(14, 0, 14, 4);
    m_wrong->setObjectName(QStringLiteral("sourceWrong"));
    m_wrong->hide();
    auto *buttons = new QWidget;
    auto *row = flatRow(buttons);
    row->setSpacing(8);
    m_save = makeButton(ButtonKind::Primary);
    m_save->setObjectName(QStringLiteral("saveSource"));
    m_testButton = makeButton(ButtonKind::Normal, QStringLiteral("plug"));
    m_testButton->setObjectName(QStringLiteral("testSource"));
    m_discard = makeButton(ButtonKind::Normal);
    m_remove = makeButton(ButtonKind::Risky);
    m_remove->setObjectName(QStringLiteral("removeSource"));
    row->addWidget(m_save);
    row->addWidget(m_testButton);
    row->addWidget(m_discard);
    row->addStretch();
    row->addWidget(m_remove);
    m_question = new InPlaceQuestion(buttons);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 6, 14, 14);
    foot->addWidget(buttons);
    foot->addWidget(m_question);
    column->addWidget(m_formHead);
    column->addWidget(m_form);
    column->addWidget(m_wrong);
    column->addLayout(foot);
    column->addStretch();
    connect(m_form, &SourceForm::edited, this, &SettingsPage::keepDraft);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_testButton, &QPushButton::clicked, this, &SettingsPage::test);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    connect(m_remove, &QPushButton::clicked, this, &SettingsPage::askRemove);
    connect(m_question, &InPlaceQuestion::confirmed, this, &SettingsPage::remove);
    words([this] {
        m_save->setText(tr("Save"));
        m_testButton->setText(tr("Test connection"));
        m_testButton->setToolTip(QStringLiteral("Ctrl+T"));
        m_discard->setText(tr("Discard"));
        m_remove->setText(tr("Remove source"));
    });
    return holder;
}

QWidget *SettingsPage::buildGroup(Section section)
{
    static const QStringList groups[] = { {}, {}, { QStringLiteral("health."), QStringLiteral("sources."), QStringLiteral("incidents."), QStringLiteral("notify.") },
        { QStringLiteral("remediate.") }, { QStringLiteral("store.") }, { QStringLiteral("worker."), QStringLiteral("telemetry.") },
        { QStringLiteral("ui.") } };
    auto *form = new SettingForm(m_settings, groups[section]);
    m_forms.push_back(form);
    auto *head = new PaneHead;
    words([head, section] {
        const QString titles[] = { {}, {}, tr("Watching"), tr("Policy and approval"), tr("Storage"), tr("Models and telemetry"), tr("Appearance") };
        head->setTitle(titles[section]);
        head->setMeta(tr("saved at once"));
    });
    return topOf(form, head);
}

QWidget *SettingsPage::buildRules()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    auto *head = new PaneHead;
    auto *folders = new KeyValues(KeyValues::Side::Left);
    auto *why = wrappedLabel();
    why->setContentsMargins(14, 4, 14, 4);
    why->setMaximumWidth(720);
    column->addWidget(folders);
    column->addWidget(why);
    column->addStretch();
    words([this, head, folders, why] {
        head->setTitle(tr("Rules and runbooks"));
        const auto path = [](const QString &folder) { return folder.isEmpty() ? tr("built in") : folder; };
        folders->setRows({ { tr("Rules"), path(m_console.rulesFolder()), true }, { tr("Runbooks"), path(m_console.runbooksFolder()), true } });
        why->setText(tr("Health rules and runbooks are files. Change them with any editor; a file with a mistake is named in a message and the last "
                        "good one stays in force."));
    });
    return topOf(content, head);
}

QWidget *SettingsPage::buildKeyboard()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    auto *head = new PaneHead;
    auto *keys = new KeyValues(KeyValues::Side::Left);
    column->addWidget(keys);
    column->addStretch();
    words([head, keys] {
        head->setTitle(tr("Keyboard"));
        head->setMeta(tr("no single key runs, approves, deletes or rolls back"));
        std::vector<KeyValues::Row> rows;
        for (const Key &key : KeyOverlay::globalKeys())
            rows.push_back({ key.keys, key.does });
        keys->setRows(rows);
    });
    return topOf(content, head);
}

QWidget *SettingsPage::buildAbout()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    auto *head = new PaneHead;
    auto *facts = new KeyValues(KeyValues::Side::Left);
    column->addWidget(facts);
    column->addStretch();
    words([this, head, facts] {
        head->setTitle(tr("About"));
        const ConsoleState &state = m_console.state();
        facts->setRows({ { tr("Leptoscope"), QCoreApplication::applicationVersion(), true }, { tr("Licence"), tr("GPL-3.0 or later") },
            { tr("Qt"), QLatin1String(qVersion()), true }, { tr("User"), state.user, true }, { tr("Training device"), text::device(state.device), true },
            { tr("Series"), text::count(state.store.series), true }, { tr("Samples"), text::count(state.store.samples), true },
            { tr("History on disk"), text::bytes(state.store.bytesOnDisk), true },
            { tr("Leaves this machine"), tr("only what your sources ask; no account, no telemetry to anyone") } });
    });
    return topOf(content, head);
}

} // namespace lepto
