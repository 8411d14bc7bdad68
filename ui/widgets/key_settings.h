#pragma once

#include "ui/key_map.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;

namespace lepto {

class Chip;
class Settings;

/// The window's keys, one row an action: press another key to change it. A key that is taken says by what and is not kept.
class KeySettings : public QWidget {
    Q_OBJECT
public:
    /// `prefix` stands before the object names of its widgets, where a page has the same key twice.
    explicit KeySettings(Settings &settings, QString prefix = {}, QWidget *parent = nullptr);
    void rebuild();                   ///< in another language
    /// Only actions whose words or key contain it; says how many there are.
    int setFilter(const QString &text);
    static int matches(const QString &text);

private:
    struct Row {
        const KeyAction *action;
        QWidget *place;
        QKeySequenceEdit *edit;
        QLabel *wrong;
        Chip *changed;
        QPushButton *reset;
    };
    QWidget *makeRow(const KeyAction &action);
    void take(const QString &id, const QKeySequence &keys);
    void show();
    Row *find(const QString &id);

    Settings &m_settings;
    KeyMap m_keys;
    std::vector<Row> m_rows;
    QString m_filter, m_prefix;
};

} // namespace lepto
