#include "ui/widgets/setting_form.h"

#include "core/base/text.h"
#include "core/settings/settings.h"
#include "ui/setting_words.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>

namespace lepto {

namespace {

constexpr int fieldWidth = 230, wordsWidth = 380;

bool fits(const SettingInfo &setting, const QStringList &groups, const QString &text)
{
    const bool ours = std::ranges::any_of(groups, [&](const QString &group) { return setting.key.startsWith(group); });
    return ours && (text::settingDoc(setting).contains(text, Qt::CaseInsensitive) || setting.key.contains(text, Qt::CaseInsensitive));
}

} // namespace

SettingForm::SettingForm(Settings &settings, QStringList groups, QString prefix, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_groups(std::move(groups))
    , m_prefix(std::move(prefix))
{
    // Queued: a change of language rebuilds this form while its control still speaks.
    connect(&settings, &Settings::changed, this, qOverload<const QString &>(&SettingForm::say), Qt::QueuedConnection);
    rebuild();
}

int SettingForm::matches(const QStringList &groups, const QString &text)
{
    return int(std::ranges::count_if(settingTable(), [&](const SettingInfo &setting) { return fits(setting, groups, text); }));
}

int SettingForm::setFilter(const QString &text)
{
    m_filter = text;
    int shown = 0;
    for (const Row &row : m_rows) {
        const bool on = fits(*row.setting, m_groups, text);
        row.place->setVisible(on);
        shown += on;
    }
    m_none->setVisible(shown == 0);
    return shown;
}

QString SettingForm::firstKey() const
{
    const auto found = std::ranges::find_if(m_rows, [this](const Row &row) { return fits(*row.setting, m_groups, m_filter); });
    return found == m_rows.end() ? QString() : found->setting->key;
}

void SettingForm::focusOn(const QString &key)
{
    const Row *row = find(key);
    if (!row)
        return;
    row->field->setFocus(Qt::ShortcutFocusReason);
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(row->place);
    }
}

const SettingForm::Row *SettingForm::find(const QString &key) const
{
    const auto found = std::ranges::find_if(m_rows, [&key](const Row &row) { return row.setting->key == key; });
    return found == m_rows.end() ? nullptr : &*found;
}

void SettingForm::rebuild()
{
    m_rows.clear();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto *column = flatColumn(this);
    for (const SettingInfo &setting : settingTable()) {
        if (fits(setting, m_groups, {}))
            column->addWidget(makeRow(setting));
    }
    m_none = plainLabel(Theme::Type::Body, "muted", tr("No setting fits"));
    m_none->setContentsMargins(14, 6, 14, 6);
    column->addWidget(m_none);
    column->addStretch();
    for (const Row &row : m_rows)
        say(row);
    setFilter(m_filter);
}

QWidget *SettingForm::makeRow(const SettingInfo &setting)
{
    Row row { &setting, nullptr, new QWidget, wrappedLabel(Theme::Type::Caption, "critical"), new Chip(MarkCode::Label), makeButton(ButtonKind::Link), {} };
    row.field = control(setting, row.put);
    const QString doc = text::settingDoc(setting), range = text::settingRange(setting);
    row.field->setObjectName(m_prefix + QStringLiteral("setting.") + setting.key);
    row.field->setAccessibleName(doc);
    row.field->setAccessibleDescription(range);
    row.field->setFixedWidth(fieldWidth);
    row.wrong->setObjectName(m_prefix + QStringLiteral("wrong.") + setting.key);
    row.reset->setObjectName(m_prefix + QStringLiteral("reset.") + setting.key);
    row.reset->setText(tr("Reset"));
    row.reset->setAccessibleName(tr("Reset: %1").arg(doc));
    connect(row.reset, &QPushButton::clicked, this, [this, key = setting.key] { reset(key); });
    auto *words = wrappedLabel(Theme::Type::Body, "primary", doc);
    words->setFixedWidth(wordsWidth);
    auto *caption = wrappedLabel(Theme::Type::Caption, "muted", setting.key + QStringLiteral(" · ") + range);
    caption->setFixedWidth(wordsWidth);
    auto *grid = new QGridLayout(row.place);
    grid->setContentsMargins(14, 7, 14, 7);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(1);
    grid->addWidget(words, 0, 0);
    grid->addWidget(caption, 1, 0, Qt::AlignTop);
    grid->addWidget(row.field, 0, 1, 2, 1, Qt::AlignTop);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(row.changed);
    state->addWidget(row.reset);
    state->addStretch();
    grid->addLayout(state, 0, 2, 2, 1, Qt::AlignTop);
    grid->addWidget(row.wrong, 2, 0, 1, 3);
    grid->setColumnStretch(2, 1);
    m_rows.push_back(row);
    return row.place;
}

QWidget *SettingForm::control(const SettingInfo &setting, std::function<void(const QVariant &)> &put)
{
    const QString key = setting.key, unit = text::settingUnit(setting.key);
    const QString suffix = unit.isEmpty() ? QString() : QLatin1Char(' ') + unit;
    if (setting.type == SettingInfo::Type::Flag) {
        auto *box = new QCheckBox(tr("On"));
        put = [box](const QVariant &value) { box->setChecked(value.toBool()); };
        connect(box, &QCheckBox::toggled, this, [=, this](bool on) { store(key, on); });
        return box;
    }
    if (setting.type == SettingInfo::Type::Integer) {
        auto *spin = new QSpinBox;
        spin->setRange(setting.min.toInt(), setting.max.toInt());
        spin->setKeyboardTracking(false);
        spin->setSuffix(suffix);
        put = [spin](const QVariant &value) { spin->setValue(value.toInt()); };
        connect(spin, &QSpinBox::valueChanged, this, [=, this](int n) { store(key, n); });
        return spin;
    }
    if (setting.type == SettingInfo::Type::Number) {
        auto *spin = new QDoubleSpinBox;
        spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        spin->setLocale(QLocale::c());
        spin->setRange(setting.min.toDouble(), setting.max.toDouble());
        spin->setKeyboardTracking(false);
        spin->setSuffix(suffix);
        put = [spin](const QVariant &value) { spin->setValue(value.toDouble()); };
        connect(spin, &QDoubleSpinBox::valueChanged, this, [=, this](double n) { store(key, n); });
        return spin;
    }
    if (!setting.choices.isEmpty()) {
        auto *combo = new QComboBox;
        for (const QString &choice : setting.choices)
            combo->addItem(text::settingChoice(choice), choice);
        put = [combo](const QVariant &value) { combo->setCurrentIndex(std::max(0, combo->findData(value))); };
        connect(combo, &QComboBox::activated, this, [=, this] { store(key, combo->currentData()); });
        return combo;
    }
    auto *line = new QLineEdit;
    put = [line](const QVariant &value) { line->setText(value.toString()); };
    connect(line, &QLineEdit::editingFinished, this, [=, this] { store(key, line->text()); });
    return line;
}

void SettingForm::say(const QString &key)
{
    if (const Row *row = find(key))
        say(*row);
}

void SettingForm::say(const Row &row, const QString &problem)
{
    QString wrong = problem;
    for (const Error &error : m_settings.problems()) {
        if (wrong.isEmpty() && qstr(error.subject) == row.setting->key)
            wrong = text::of(Error { error.code, {}, error.reason });
    }
    if (problem.isEmpty()) {
        m_showing = true;
        row.put(m_settings.value(row.setting->key));
        m_showing = false;
    }
    const bool changed = m_settings.isSet(row.setting->key);
    row.changed->show(MarkCode::Label, tr("changed"));
    row.changed->setVisible(changed);
    row.reset->setVisible(changed);
    row.wrong->setText(wrong);
    row.wrong->setVisible(!wrong.isEmpty());
}

void SettingForm::store(const QString &key, const QVariant &value)
{
    if (m_showing)
        return;
    QMetaObject::invokeMethod(this, [this, key, value] {
        if (m_settings.value(key) == value)
            return;
        const Result<void> done = m_settings.set(key, value);
        const Row *row = find(key);
        if (row && !done)
            say(*row, text::of(done.error()));
    }, Qt::QueuedConnection);
}

void SettingForm::reset(const QString &key)
{
    const Result<void> done = m_settings.reset(key);
    const Row *row = find(key);
    if (row && !done)
        say(*row, text::of(done.error()));
}

} // namespace lepto
