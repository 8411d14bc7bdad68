#include "ui/key_map.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

constexpr std::array actions {
    KeyAction { "palette", QT_TRANSLATE_NOOP("Keys", "Find anything, run any command"), "Ctrl+K" },
    KeyAction { "filter", QT_TRANSLATE_NOOP("Keys", "Filter the list in front of you"), "/" },
    KeyAction { "help", QT_TRANSLATE_NOOP("Keys", "All keys of this page"), "?" },
    KeyAction { "earlier", QT_TRANSLATE_NOOP("Keys", "Back in time by half a range"), "[ ," },
    KeyAction { "later", QT_TRANSLATE_NOOP("Keys", "Forward in time by half a range"), "] ." },
    KeyAction { "zoomIn", QT_TRANSLATE_NOOP("Keys", "Zoom in"), "+ =" },
    KeyAction { "zoomOut", QT_TRANSLATE_NOOP("Keys", "Zoom out"), "-" },
    KeyAction { "reset", QT_TRANSLATE_NOOP("Keys", "Default range"), "0" },
    KeyAction { "live", QT_TRANSLATE_NOOP("Keys", "Live or paused"), "Space" },
    KeyAction { "utc", QT_TRANSLATE_NOOP("Keys", "UTC or local time"), "U" },
    KeyAction { "back", QT_TRANSLATE_NOOP("Keys", "Earlier range"), "Alt+Left" },
    KeyAction { "forward", QT_TRANSLATE_NOOP("Keys", "Later range"), "Alt+Right" },
    KeyAction { "nextPane", QT_TRANSLATE_NOOP("Keys", "Next pane"), "F6" },
    KeyAction { "previousPane", QT_TRANSLATE_NOOP("Keys", "Previous pane"), "Shift+F6" },
    KeyAction { "messages", QT_TRANSLATE_NOOP("Keys", "Messages of this run"), "Ctrl+Shift+M", true },
    KeyAction { "arm", QT_TRANSLATE_NOOP("Keys", "Arm or disarm write mode"), "Ctrl+Shift+A", true },
    KeyAction { "stop", QT_TRANSLATE_NOOP("Keys", "Stop all actions"), "Ctrl+Shift+K", true },
};

/// Keys of single pages and verdicts, which stay as they are.
constexpr std::array taken { "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "E", "F", "J", "K", "L", "M", "N", "O", "T", "W", "Esc", "Return", "Tab" };

QList<QKeySequence> usual(const KeyAction &action)
{
    QList<QKeySequence> keys;
    for (const QString &one : QString::fromLatin1(action.keys).split(QLatin1Char(' ')))
        keys << QKeySequence(one, QKeySequence::PortableText);
    return keys;
}

bool isSingleKey(const QKeySequence &keys)
{
    return keys.count() == 1 && !(keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

QString KeyAction::text() const { return QCoreApplication::translate("Keys", words); }

std::span<const KeyAction> keyActions() { return actions; }

const KeyAction *findKeyAction(const QString &id)
{
    const auto found = std::ranges::find_if(actions, [&id](const KeyAction &action) { return id == QLatin1String(action.id); });
    return found == actions.end() ? nullptr : &*found;
}

KeyMap::KeyMap(const QString &stored)
{
    for (const QString &part : stored.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString id = part.section(QLatin1Char('='), 0, 0).trimmed();
        const QKeySequence keys(part.section(QLatin1Char('='), 1).trimmed(), QKeySequence::PortableText);
        if (findKeyAction(id) && !keys.isEmpty() && objection(id, keys).isEmpty())
            m_own.insert(id, keys);
    }
}

QString KeyMap::stored() const
{
    QStringList parts;
    for (auto it = m_own.begin(); it != m_own.end(); ++it)
        parts << it.key() + QLatin1Char('=') + it.value().toString(QKeySequence::PortableText);
    return parts.join(QLatin1Char(';'));
}

QList<QKeySequence> KeyMap::keysOf(const QString &id) const
{
    if (m_own.contains(id))
        return { m_own.value(id) };
    const KeyAction *action = findKeyAction(id);
    return action ? usual(*action) : QList<QKeySequence>();
}

QString KeyMap::objection(const QString &id, const QKeySequence &keys) const
{
    const KeyAction *action = findKeyAction(id);
    if (keys.count() > 1)
        return Words::tr("One press only");
    if (action && action->guarded && isSingleKey(keys))
        return Words::tr("A single key may not do this");
    for (const KeyAction &other : actions) {
        if (id != QLatin1String(other.id) && keysOf(QLatin1String(other.id)).contains(keys))
            return Words::tr("Taken by: %1").arg(other.text());
    }
    const QString text = keys.toString(QKeySequence::PortableText);
    if (std::ranges::any_of(taken, [&text](const char *key) { return text == QLatin1String(key); }))
        return Words::tr("Taken by the pages");
    return {};
}

void KeyMap::set(const QString &id, const QKeySequence &keys)
{
    const KeyAction *action = findKeyAction(id);
    if (!action || keys.isEmpty() || usual(*action).contains(keys))
        m_own.remove(id);
    else
        m_own.insert(id, keys);
}

} // namespace lepto
