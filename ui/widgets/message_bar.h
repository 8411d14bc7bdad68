#pragma once

#include "ui/theme/marks.h"
#include "ui/widgets/notification_log.h"

#include <QFrame>

#include <deque>
#include <functional>

class QLabel;
class QPushButton;

namespace lepto {

class ElidedLabel;
class MarkLabel;

/// One line at the top of the pages, hidden when there is nothing to say; pushes the page down, never covers it.
/// Messages with one key are one message: a newer one replaces the older. The rest waits behind "3 more", which asks for the list of all
/// messages of this run.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    struct Message {
        QString key;                  ///< what it is about; empty: its own words
        Severity severity = Severity::Info;
        QString what, why;            ///< plain text
        QString action = {};          ///< text of the button
        std::function<void()> act = {};
        QString page = {}, object = {}; ///< where it can be looked at; without an action the button goes there
        bool grows = false;           ///< the next with this key is the same message with more in it
    };
    void post(Message message);
    void withdraw(const QString &key); ///< the state has ended
    int waiting() const { return int(m_messages.size()); }
    QString what() const;
    NotificationLog &log() { return m_log; }

Q_SIGNALS:
    void listWanted();
    void goTo(const QString &page, const QString &object);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showFirst();
    void act();
    std::deque<Message> m_messages;
    NotificationLog m_log;
    MarkLabel *m_mark;
    QLabel *m_what;
    ElidedLabel *m_why;
    QPushButton *m_action, *m_more, *m_close;
};

} // namespace lepto
