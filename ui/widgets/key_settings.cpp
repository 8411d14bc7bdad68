#include "ui/widgets/key_settings.h"

#include "core/settings/settings.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>
#include <QKeySequenceEdit>

#include <algorithm>

namespace lepto {

namespace {

constexpr int wordsWidth = 280, editWidth = 170;

bool fits(const KeyAction &action, const QString &text)
{
    return action.text().contains(text, Qt::CaseInsensitive) || QLatin1String(action.keys).contains(text, Qt::CaseInsensitive);
}

} // namespace

KeySettings::KeySettings(Settings &settings, QString prefix, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_prefix(std::move(prefix))
{
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(setting::keys.key))
            show();
    });
    rebuild();
}

int KeySettings::matches(const QString &text)
{
    return int(std::ranges::count_if(keyActions(), [&text](const KeyAction &action) { return fits(action, text); }));
}

int KeySettings::setFilter(const QString &text)
{
    m_filter = text;
    int shown = 0;
    for (const Row &row : m_rows) {
        const bool on = fits(*row.action, text);
        row.place->setVisible(on);
        shown += on;
    }
    return shown;
}

void KeySettings::rebuild()
{
    m_rows.clear();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto *column = flatColumn(this);
    for (const KeyAction &action : keyActions())
        column->addWidget(makeRow(action));
    column->addStretch();
    show();
    setFilter(m_filter);
}

QWidget *KeySettings::makeRow(const KeyAction &action)
{
    const QString id = QLatin1String(action.id);
    Row row { &action, new QWidget, new QKeySequenceEdit, plainLabel(Theme::Type::Caption, "critical"), new Chip(MarkCode::Label), makeButton(ButtonKind::Link) };
    row.edit->setObjectName(m_prefix + QStringLiteral("key.") + id);
    row.edit->setAccessibleName(action.text());
    row.edit->setAccessibleDescription(tr("Press the new key"));
    row.edit->setFixedWidth(editWidth);
    row.wrong->setObjectName(m_prefix + QStringLiteral("keyWrong.") + id);
    row.reset->setObjectName(m_prefix + QStringLiteral("keyReset.") + id);
    row.reset->setText(tr("Reset"));
    row.reset->setAccessibleName(tr("Reset: %1").arg(action.text()));
    auto *words = wrappedLabel(Theme::Type::Body, "primary", action.text());
    words->setFixedWidth(wordsWidth);
    auto *line = new QHBoxLayout(row.place);
    line->setContentsMargins(14, 4, 14, 4);
    line->setSpacing(14);
    for (QWidget *part : std::initializer_list<QWidget *> { words, row.edit, row.changed, row.reset, row.wrong })
        line->addWidget(part);
    line->addStretch();
    connect(row.edit, &QKeySequenceEdit::editingFinished, this, [this, id, edit = row.edit] { take(id, edit->keySequence()); });
    connect(row.reset, &QPushButton::clicked, this, [this, id] { take(id, {}); });
    m_rows.push_back(row);
    return row.place;
}

KeySettings::Row *KeySettings::find(const QString &id)
{
    const auto found = std::ranges::find_if(m_rows, [&id](const Row &row) { return id == QLatin1String(row.action->id); });
    return found == m_rows.end() ? nullptr : &*found;
}

void KeySettings::take(const QString &id, const QKeySequence &keys)
{
    Row *row = find(id);
    if (!row)
        return;
    if (!keys.isEmpty() && m_keys.keysOf(id).contains(keys)) {
        row->wrong->hide();
        return;
    }
    QString wrong = keys.isEmpty() ? QString() : m_keys.objection(id, keys);
    KeyMap map = m_keys;
    map.set(id, keys);
    if (wrong.isEmpty()) {
        if (const auto done = m_settings.set(QLatin1String(setting::keys.key), map.stored()); !done)
            wrong = text::of(done.error());
    }
    if (wrong.isEmpty())
        return; // the settings say that they changed
    row->wrong->setText(tr("%1 is not kept. %2", "keys, reason").arg(keys.toString(QKeySequence::NativeText), wrong));
    row->wrong->show();
}

void KeySettings::show()
{
    m_keys = KeyMap(m_settings.get(setting::keys));
    for (const Row &row : m_rows) {
        const QString id = QLatin1String(row.action->id);
        const auto keys = m_keys.keysOf(id);
        row.edit->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.front());
        row.changed->show(MarkCode::Label, tr("changed"));
        row.changed->setVisible(m_keys.isChanged(id));
        row.reset->setVisible(m_keys.isChanged(id));
        row.wrong->hide();
    }
}

} // namespace lepto
