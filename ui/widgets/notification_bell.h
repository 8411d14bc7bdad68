#pragma once

#include <QPushButton>

namespace lepto {

/// Opens the messages; carries how many are unread.
class NotificationBell : public QPushButton {
    Q_OBJECT
public:
    explicit NotificationBell(QWidget *parent = nullptr);
    void setUnread(int unread);
    int unread() const { return m_unread; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say();
    int m_unread = 0;
};

} // namespace lepto
