#include "ui/pages/settings_page.h"

#include "core/settings/settings.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/key_settings.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/setting_form.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int railWidth = 210;

QWidget *topOf(QWidget *content, PaneHead *head)
{
    auto *holder = new QWidget;
    auto *column = flatColumn(holder);
    head->setFixedHeight(44);
    column->addWidget(head);
    column->addWidget(horizontalLine());
    column->addWidget(scrolled(content), 1);
    return holder;
}

} // namespace

QString SettingsPage::sectionName(Section section)
{
    const QString names[] = { tr("Sources"), tr("Rules and runbooks"), tr("Watching"), tr("Changes and logs"), tr("Policy and approval"), tr("Storage"),
        tr("Models and telemetry"), tr("Appearance"), tr("Keyboard") };
    return names[section];
}

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
    auto *about = makeButton(ButtonKind::Link, QStringLiteral("help"));
    about->setObjectName(QStringLiteral("settingsAbout"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 10);
    row->addWidget(m_filter);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(about);
    foot->addStretch();
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(m_sections, 1);
    column->addLayout(foot);
    connect(m_sections, &RowTable::keyChanged, this, [this](const QString &key) { showSection(key.toInt()); });
    connect(m_filter, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_filter, &QLineEdit::returnPressed, this, &SettingsPage::goToFirst);
    connect(about, &QPushButton::clicked, this, [this] { Q_EMIT goTo(QStringLiteral("about"), {}); });
    words([this, title, about] {
        title->setText(tr("Settings"));
        about->setText(tr("About this console"));
        m_sections->setAccessibleName(tr("Section"));
        m_filter->setPlaceholderText(tr("Find a setting"));
        m_filter->setAccessibleName(tr("Find a setting"));
        m_filter->setAccessibleDescription(tr("Enter goes to the first one found"));
    });
    return rail;
}

void SettingsPage::sayRail()
{
    const char *pictures[] = { "plug", "bell", "health", "note", "actions", "host", "models", "palette", "keyboard" };
    const QString wanted = m_filter->text().trimmed();
    std::vector<CellModel::Row> rows;
    for (int i = 0; i < SectionCount; ++i) {
        const int hits = wanted.isEmpty() ? 0 : found(Section(i), wanted);
        const Cell name { .text = sectionName(Section(i)), .tone = wanted.isEmpty() || hits ? "text.primary" : "text.muted", .icon = QLatin1String(pictures[i]) };
        const QString count = !wanted.isEmpty() ? (hits ? QString::number(hits) : QString()) : i == Sources ? QString::number(m_console.sources().size()) : QString();
        rows.push_back({ QString::number(i), { name, Cell { .text = count, .mono = true, .right = true, .tone = "text.muted" } } });
    }
    m_sectionModel->setColumns({ { tr("Section"), -1 }, { tr("Count"), 44, true } });
    m_sectionModel->setRows(std::move(rows));
}

QWidget *SettingsPage::buildGroup(Section section)
{
    auto *form = new SettingForm(m_settings, groupsOf(section));
    m_forms[section] = form;
    auto *head = new PaneHead;
    words([head, section] {
        head->setTitle(sectionName(section));
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
    column->addSpacing(8);
    column->addWidget(folders);
    column->addWidget(why);
    column->addStretch();
    const auto say = [this, folders] {
        const auto path = [](const QString &folder) { return folder.isEmpty() ? tr("built in") : folder; };
        folders->setRows({ { tr("Rules"), path(m_console.rulesFolder()), true }, { tr("Runbooks"), path(m_console.runbooksFolder()), true } });
    };
    connect(&m_console, &Console::stateChanged, folders, [this, say, known = QString()]() mutable {
        if (std::exchange(known, m_console.rulesFolder()) != m_console.rulesFolder())
            say();
    });
    words([say, head, why] {
        say();
        head->setTitle(sectionName(Rules));
        why->setText(tr("Health rules and runbooks are files. Change them with any editor; a file with a mistake is named in a message and the last "
                        "good one stays in force."));
    });
    return topOf(content, head);
}

QWidget *SettingsPage::buildKeyboard()
{
    m_keys = new KeySettings(m_settings);
    auto *head = new PaneHead;
    words([head] {
        head->setTitle(sectionName(Keyboard));
        head->setMeta(tr("no single key runs, approves, deletes or rolls back"));
    });
    return topOf(m_keys, head);
}

/// What the search found, section by section, ready to be changed in place.
QWidget *SettingsPage::buildFound()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    m_nothing = plainLabel(Theme::Type::Body, "muted");
    m_nothing->setObjectName(QStringLiteral("settingNothing"));
    m_nothing->setContentsMargins(14, 14, 14, 6);
    m_sourceHits = wrappedLabel(Theme::Type::Body, "primary");
    m_sourceHits->setContentsMargins(14, 2, 14, 8);
    column->addWidget(m_nothing);
    for (const Section section : { Sources, Watching, Changes, Policy, Storage, Models, Appearance, Keyboard }) {
        Hits hits { section, new QWidget, new PaneHead, nullptr, nullptr };
        if (section == Keyboard)
            hits.keys = new KeySettings(m_settings, QStringLiteral("found."));
        else if (section != Sources)
            hits.form = new SettingForm(m_settings, groupsOf(section), QStringLiteral("found."));
        auto *there = makeButton(ButtonKind::Link);
        hits.head->addRight(there);
        auto *part = flatColumn(hits.place);
        part->addWidget(hits.head);
        part->addWidget(hits.form ? static_cast<QWidget *>(hits.form) : hits.keys ? static_cast<QWidget *>(hits.keys) : m_sourceHits);
        part->addWidget(horizontalLine());
        column->addWidget(hits.place);
        connect(there, &QPushButton::clicked, this, [this, section] {
            m_sections->selectKey(QString::number(section));
            showSection(section);
        });
        words([there, section] {
            there->setText(tr("Go there"));
            there->setAccessibleName(tr("Go to %1").arg(sectionName(section)));
        });
        m_hits.push_back(hits);
    }
    column->addStretch();
    auto *page = scrolled(content);
    page->setObjectName(QStringLiteral("settingsFound"));
    return page;
}

} // namespace lepto
