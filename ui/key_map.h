#pragma once

#include <QKeySequence>
#include <QMap>
#include <QString>

#include <span>
#include <vector>

namespace lepto {

/// What a key of the whole window does.
struct KeyAction {
    const char *id;                   ///< in settings.json: "palette"
    const char *words;                ///< marked for translation, context "Keys"
    const char *keys;                 ///< usual keys, several separated by a blank
    bool guarded = false;             ///< changes what may act: never on a single key
    QString text() const;
};
std::span<const KeyAction> keyActions();
const KeyAction *findKeyAction(const QString &id);

/// The window's keys: the usual ones but for those that the user chose. A plain value.
class KeyMap {
public:
    KeyMap() = default;
    /// From the setting: "palette=Ctrl+P;help=F1". What it cannot use is left out.
    explicit KeyMap(const QString &stored);
    QString stored() const;

    QList<QKeySequence> keysOf(const QString &id) const;
    bool isChanged(const QString &id) const { return m_own.contains(id); }
    /// A sentence why `keys` cannot stand for `id`: another action has it, or a single key may not do this. Empty: it can.
    QString objection(const QString &id, const QKeySequence &keys) const;
    void set(const QString &id, const QKeySequence &keys);  ///< empty: the usual ones again

private:
    QMap<QString, QKeySequence> m_own;
};

} // namespace lepto
