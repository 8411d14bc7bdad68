#pragma once

#include "ui/desks/layout_desk.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace lepto {

class PaneHead;

/// The kept pages of charts: views saved here, which Ctrl+1 to Ctrl+9 open in this order, then imported dashboards. Enter opens,
/// F2 renames in place, Delete removes with a way back. What cannot be done is said below the list.
class SavedViews : public QWidget {
    Q_OBJECT
public:
    explicit SavedViews(LayoutDesk &desk, QWidget *parent = nullptr);

    /// Asks for a name and then for what to save under it (saveAsked).
    void askName(const QString &proposal);
    /// Keeps it as a view of its own.
    void save(ExploreLayout layout);
    void importFile(const QString &file);
    void openNumber(int number); ///< 1 is the first view
    QListWidget *list() const { return m_list; }
    QString note() const;
    static bool isView(const QString &origin);

Q_SIGNALS:
    void opened(const lepto::ExploreLayout &layout);
    void saveAsked(const QString &name);
    void proposalAsked(); ///< the button: the page knows a good name

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    void fill();
    void open();
    void rename();
    void remove();
    void undo();
    void takeName();
    void tell(const QString &words, bool canUndo = false);
    qint64 currentId() const;

    LayoutDesk &m_desk;
    PaneHead *m_head;
    QListWidget *m_list;
    QLineEdit *m_name;
    QWidget *m_noteRow;
    QLabel *m_note;
    QPushButton *m_add, *m_import, *m_undo;
    qint64 m_renaming = 0; ///< 0: the name is for a new view
    std::optional<ExploreLayout> m_removed;
};

} // namespace lepto
