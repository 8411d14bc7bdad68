#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

#include <QMap>

class QLabel;
class QLineEdit;

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace lepto {

class CellModel;
class ConnectionTestView;
class ElidedLabel;
class InPlaceQuestion;
class PaneHead;
class RowTable;
class SettingForm;
class Settings;
class SourceForm;
class TimeScale;

/// Connect, test, tune. Sources with their form and test; every other setting of the table by group; keys; what this is.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Console &console, Settings &settings, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    /// A source's name, or "new:prometheus", "new:exporter".
    void open(const QString &object) override;
    QWidget *filter() const override;

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Section { Sources, Rules, Watching, Actions, Storage, Models, Appearance, Keyboard, About, SectionCount };
    QWidget *buildRail();
    QWidget *buildSources();
    QWidget *buildForm();
    QWidget *buildGroup(Section section);
    QWidget *buildRules();
    QWidget *buildKeyboard();
    QWidget *buildAbout();
    void buildKeys();
    void showSection(int section);
    void sayRail();
    void showTable();
    void showForm();
    void selectSource(const QString &name);
    void newSource(SourceConfig::Kind kind);
    void keepDraft();
    void save();
    void test();
    void discard();
    void askRemove();
    void remove();
    const SourceConfig *find(const QString &name) const;
    QStringList otherNames() const;

    struct Draft {
        SourceConfig config;
        QString secret;
    };

    Console &m_console;
    Settings &m_settings;
    QMap<QString, Draft> m_drafts;    ///< by the source's name; "" is the new one
    QString m_selected;
    bool m_fresh = false, m_showing = false;
    CellModel *m_sectionModel, *m_sourceModel;
    RowTable *m_sections, *m_table;
    QLineEdit *m_filter;
    QStackedWidget *m_stack;
    QSplitter *m_split;
    PaneHead *m_sourcesHead, *m_formHead;
    SourceForm *m_form;
    ConnectionTestView *m_test;
    ElidedLabel *m_unsaved;
    QLabel *m_wrong;
    QPushButton *m_add, *m_save, *m_testButton, *m_discard, *m_remove;
    InPlaceQuestion *m_question;
    std::vector<SettingForm *> m_forms;
};

} // namespace lepto
