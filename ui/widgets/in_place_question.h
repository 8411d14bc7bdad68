#pragma once

#include <QWidget>

class QPushButton;

namespace lepto {

class ElidedLabel;

/// A question where a dialog would be: it stands in place of the row of buttons until it is answered. Focus on "Keep", Esc keeps.
class InPlaceQuestion : public QWidget {
    Q_OBJECT
public:
    explicit InPlaceQuestion(QWidget *buttons);      ///< the row that it replaces
    void ask(const QString &question, const QString &action, const QString &keep);

Q_SIGNALS:
    void confirmed();
    void kept();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer(bool yes);
    QWidget *m_buttons;
    ElidedLabel *m_question;
    QPushButton *m_yes, *m_keep;
};

} // namespace lepto
