#pragma once

#include "ui/charts/chart_content.h"
#include "ui/widgets/labels.h"

#include <QFrame>

class QPushButton;

namespace lepto {

/// The look of a pane that is no chart, as one line above it: mark or padlock, what, why, at most one button. Good hides it, so a pane
/// that is in order carries nothing. Texts are plain and may be untrusted.
class LookBar : public QFrame {
    Q_OBJECT
public:
    explicit LookBar(QWidget *parent = nullptr);
    void show(PanelLook look, const QString &what = {}, const QString &why = {}, const QString &action = {});
    PanelLook look() const { return m_look; }

Q_SIGNALS:
    void acted();

private:
    void draw();
    PanelLook m_look = PanelLook::Good;
    QLabel *m_picture, *m_what;
    QLabel *m_why;
    QPushButton *m_action;
};

} // namespace lepto
