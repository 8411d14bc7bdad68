#pragma once

#include "ui/console.h"

#include <QMap>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;

namespace lepto {

class CellModel;
class ConnectionTestView;
class ElidedLabel;
class InPlaceQuestion;
class LookBar;
class PaneHead;
class RowTable;
class SourceForm;

/// All sources with their state, the form of the chosen one, its connection test, and what left this machine. What is typed and not saved is
/// kept as a draft until it is saved or discarded. Removal asks in place and can be undone.
class SourceSettings : public QWidget {
    Q_OBJECT
public:
    explicit SourceSettings(Console &console, QWidget *parent = nullptr);
    void select(const QString &name);
    void add(SourceConfig::Kind kind);
    void save();
    void test();
    void retranslate();

Q_SIGNALS:
    void aboutWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Draft {
        SourceConfig config;
        QString secret;
    };
    void buildTable();
    QWidget *buildForm();
    QWidget *buildTraffic();
    void wire();
    void sayColumns();
    void show();
    void showTable();
    void showForm();
    void showAllowed();
    void showTraffic();
    void choose(const QString &name);
    void keepDraft();
    void discard();
    void askRemove();
    void remove();
    void undo();
    bool allowed() const;
    const SourceConfig *find(const QString &name) const;
    QStringList otherNames() const;

    Console &m_console;
    QMap<QString, Draft> m_drafts;     ///< by the source's name; "" is the new one
    std::optional<SourceConfig> m_removed;
    QString m_selected, m_problem;
    bool m_fresh = false, m_showing = false;
    CellModel *m_model, *m_trafficModel;
    RowTable *m_table, *m_traffic;
    QSplitter *m_split;
    PaneHead *m_head, *m_formHead, *m_trafficHead;
    LookBar *m_rule, *m_undo;
    SourceForm *m_form;
    ConnectionTestView *m_test;
    ElidedLabel *m_unsaved;
    QLabel *m_wrong;
    QPushButton *m_add, *m_save, *m_testButton, *m_discard, *m_remove, *m_about;
    QWidget *m_trafficPane;
    InPlaceQuestion *m_question;
};

} // namespace lepto
