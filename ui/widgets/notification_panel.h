#pragma once

#include "ui/widgets/popup.h"

class QLabel;
class QPushButton;

namespace lepto {

class CellModel;
class EmptyNote;
class NotificationLog;
class PaneHead;
class RowTable;

/// All messages of this run over the window: newest first, the chosen one in full below, with the way to what it is about.
/// Up and down choose (and so read), Enter goes there, Esc closes.
class NotificationPanel : public Popup {
    Q_OBJECT
public:
    NotificationPanel(NotificationLog &log, QWidget *window);
    void open();

Q_SIGNALS:
    void goTo(const QString &page, const QString &object);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildFull();
    void say();
    void show();
    void showFull();
    void choose(const QString &key);
    void follow();

    NotificationLog &m_log;
    PaneHead *m_head;
    QPushButton *m_allRead, *m_close, *m_go;
    CellModel *m_model;
    RowTable *m_table;
    EmptyNote *m_empty;
    QWidget *m_full;
    QLabel *m_what, *m_why;
};

} // namespace lepto
