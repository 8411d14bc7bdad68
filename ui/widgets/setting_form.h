#pragma once

#include <QVariant>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace lepto {

class Chip;
class Settings;
struct SettingInfo;

/// One row a setting of some groups of the table ("ui.", "store."), each with the control of its type, its unit, range and default, and the way
/// back to the default where it was changed. Saves at once; a refused value, and one that the file has wrong, says why below its row.
class SettingForm : public QWidget {
    Q_OBJECT
public:
    /// `prefix` stands before the object names of its widgets, where a page has the same setting twice.
    SettingForm(Settings &settings, QStringList groups, QString prefix = {}, QWidget *parent = nullptr);
    /// Again in another language.
    void rebuild();
    /// Only rows whose meaning or key contains it; says how many there are.
    int setFilter(const QString &text);
    QString firstKey() const;              ///< of the rows that are shown; empty: none
    void focusOn(const QString &key);
    static int matches(const QStringList &groups, const QString &text);

private:
    struct Row {
        const SettingInfo *setting;
        QWidget *field, *place;            ///< place: the whole row
        QLabel *wrong;
        Chip *changed;
        QPushButton *reset;
        std::function<void(const QVariant &)> put;
    };
    QWidget *makeRow(const SettingInfo &setting);
    QWidget *control(const SettingInfo &setting, std::function<void(const QVariant &)> &put);
    void say(const Row &row, const QString &problem = {});
    void say(const QString &key);
    void store(const QString &key, const QVariant &value);
    void reset(const QString &key);
    const Row *find(const QString &key) const;

    Settings &m_settings;
    QStringList m_groups;
    QString m_filter, m_prefix;
    std::vector<Row> m_rows;
    QLabel *m_none = nullptr;
    bool m_showing = false;
};

} // namespace lepto
