#include "ui/widgets/setting_form.h"

#include "core/settings/settings.h"
#include "ui/setting_words.h"
#include "ui/text.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace lepto {

namespace {

constexpr int fieldWidth = 240;

} // namespace

SettingForm::SettingForm(Settings &settings, QStringList groups, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_groups(std::move(groups))
{
    rebuild();
}

void SettingForm::setFilter(const QString &text)
{
    m_filter = text;
    rebuild();
}

void SettingForm::rebuild()
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 4, 14, 14);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const SettingInfo &setting : settingTable()) {
        const bool ours = std::ranges::any_of(m_groups, [&](const QString &group) { return setting.key.startsWith(group); });
        const QString doc = text::settingDoc(setting);
        if (!ours || (!doc.contains(m_filter, Qt::CaseInsensitive) && !setting.key.contains(m_filter, Qt::CaseInsensitive)))
            continue;
        QLabel *wrong = plainLabel(Theme::Type::Caption, "critical");
        wrong->hide();
        QWidget *field = control(setting, wrong);
        field->setObjectName(QStringLiteral("setting.") + setting.key);
        field->setAccessibleName(doc);
        field->setFixedWidth(fieldWidth);
        grid->addWidget(plainLabel(Theme::Type::Body, "primary", doc), row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(plainLabel(Theme::Type::Number, "muted", setting.key), row++, 2);
        grid->addWidget(wrong, row++, 1, 1, 2);
    }
    if (row == 0)
        grid->addWidget(plainLabel(Theme::Type::Body, "muted", tr("No setting fits")), 0, 0);
    grid->setRowStretch(row, 1);
}

QWidget *SettingForm::control(const SettingInfo &setting, QLabel *wrong)
{
    const QVariant value = m_settings.value(setting.key);
    const QString key = setting.key;
    if (setting.type == SettingInfo::Type::Flag) {
        auto *box = new QCheckBox(tr("On"));
        box->setChecked(value.toBool());
        connect(box, &QCheckBox::toggled, this, [=, this](bool on) { store(key, on, wrong); });
        return box;
    }
    if (setting.type == SettingInfo::Type::Integer) {
        auto *spin = new QSpinBox;
        spin->setRange(setting.min.toInt(), setting.max.toInt());
        spin->setValue(value.toInt());
        spin->setKeyboardTracking(false);
        connect(spin, &QSpinBox::valueChanged, this, [=, this](int n) { store(key, n, wrong); });
        return spin;
    }
    if (setting.type == SettingInfo::Type::Number) {
        auto *spin = new QDoubleSpinBox;
        spin->setLocale(QLocale::c());
        spin->setRange(setting.min.toDouble(), setting.max.toDouble());
        spin->setValue(value.toDouble());
        spin->setKeyboardTracking(false);
        connect(spin, &QDoubleSpinBox::valueChanged, this, [=, this](double n) { store(key, n, wrong); });
        return spin;
    }
    if (!setting.choices.isEmpty()) {
        auto *combo = new QComboBox;
        for (const QString &choice : setting.choices)
            combo->addItem(text::settingChoice(choice), choice);
        combo->setCurrentIndex(std::max(0, combo->findData(value)));
        connect(combo, &QComboBox::activated, this, [=, this] { store(key, combo->currentData(), wrong); });
        return combo;
    }
    auto *line = new QLineEdit(value.toString());
    connect(line, &QLineEdit::editingFinished, this, [=, this] { store(key, line->text(), wrong); });
    return line;
}

void SettingForm::store(const QString &key, const QVariant &value, QLabel *wrong)
{
    // Queued: a change of language rebuilds this form while its control still speaks.
    QMetaObject::invokeMethod(this, [this, key, value, label = QPointer<QLabel>(wrong)] {
        if (m_settings.value(key) == value)
            return;
        const Result<void> done = m_settings.set(key, value);
        if (!label)
            return;
        label->setVisible(!done);
        if (!done)
            label->setText(text::of(done.error()));
    }, Qt::QueuedConnection);
}

} // namespace lepto
