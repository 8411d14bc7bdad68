#pragma once

#include <QWidget>

class QLabel;

namespace lepto {

class Settings;
struct SettingInfo;

/// One row a setting of some groups of the table ("ui.", "store."), each with the control of its type. Saves at once; a refused value says why
/// below its row.
class SettingForm : public QWidget {
    Q_OBJECT
public:
    SettingForm(Settings &settings, QStringList groups, QWidget *parent = nullptr);
    /// Again in another language, or after the file changed.
    void rebuild();
    void setFilter(const QString &text);   ///< only rows whose meaning or key contains it

private:
    QWidget *control(const SettingInfo &setting, QLabel *wrong);
    void store(const QString &key, const QVariant &value, QLabel *wrong);

    Settings &m_settings;
    QStringList m_groups;
    QString m_filter;
};

} // namespace lepto
