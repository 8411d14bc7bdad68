#pragma once

#include "ui/theme/marks.h"

#include <QFrame>

#include <deque>
#include <functional>

class QLabel;
class QPushButton;

namespace lepto {

class ElidedLabel;
class MarkLabel;

/// One line at the top of the pages, hidden when there is nothing to say; pushes the page down, never covers it.
/// Messages with one key are one message: a newer one replaces the older. The rest waits behind "3 more".
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
    };
    void post(Message message);
    void withdraw(const QString &key); ///< the state has ended
    int waiting() const { return int(m_messages.size()); }
    QString what() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showFirst();
    std::deque<Message> m_messages;
    MarkLabel *m_mark;
    QLabel *m_what;
    ElidedLabel *m_why;
    QPushButton *m_action, *m_more, *m_close;
};

} // namespace lepto
