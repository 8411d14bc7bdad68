#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace lepto {

class CellModel;
class KeySettings;
class LookBar;
class PaneHead;
class RowTable;
class SettingForm;
class Settings;
class SourceSettings;
class TimeScale;

/// Connect, test, tune. Sources with their form and test; every other setting of the table by section; keys. "/" finds a setting in any
/// section, Enter goes to the first one found.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Console &console, Settings &settings, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    /// A source's name; "new:prometheus", "new:loki" ...; "section:storage"; "setting:store.rawDays".
    void open(const QString &object) override;
    QWidget *filter() const override;

    enum Section { Sources, Rules, Watching, Changes, Policy, Storage, Models, Appearance, Keyboard, SectionCount };
    /// Beginnings of the keys whose settings stand in a section.
    static QStringList groupsOf(Section section);

protected:
    void refresh() override;

private:
    QWidget *buildRail();
    QWidget *buildGroup(Section section);
    QWidget *buildRules();
    QWidget *buildKeyboard();
    QWidget *buildFound();
    void buildKeys();
    void showSection(int section);
    void search(const QString &text);
    void goToFirst();
    void goToSetting(const QString &key);
    void sayRail();
    void sayFile();
    int found(Section section, const QString &text) const;
    static QString sectionName(Section section);

    Console &m_console;
    Settings &m_settings;
    CellModel *m_sectionModel;
    RowTable *m_sections;
    QLineEdit *m_filter;
    QStackedWidget *m_stack;
    LookBar *m_file;
    SourceSettings *m_sources;
    KeySettings *m_keys;
    std::vector<SettingForm *> m_forms; ///< by section; null where it has none
    struct Hits {
        Section section;
        QWidget *place;
        PaneHead *head;
        SettingForm *form;             ///< null for sources and keys
        KeySettings *keys;
    };
    std::vector<Hits> m_hits;          ///< of the search
    QLabel *m_nothing, *m_sourceHits;
    QWidget *m_foundPage;
};

} // namespace lepto
