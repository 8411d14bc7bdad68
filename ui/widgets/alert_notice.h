#pragma once

#include "ui/theme/marks.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace lepto {

class MarkLabel;

/// One sentence of a page about itself, with at most one button, in a line that pushes the content down.
class AlertNotice : public QFrame {
    Q_OBJECT
public:
    explicit AlertNotice(bool closable, QWidget *parent = nullptr);
    void say(MarkCode mark, const QString &sentence, const QString &action = {}, const QString &whyNot = {});
    QString sentence() const;

Q_SIGNALS:
    void acted();

private:
    MarkLabel *m_mark;
    QLabel *m_words;
    QPushButton *m_action, *m_close;
};

} // namespace lepto
