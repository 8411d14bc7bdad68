#pragma once

#include <QFrame>
#include <QPointer>

namespace lepto {

/// A panel over the window, child of it (no native pop-up window: those lose the focus under Wayland). Esc or a click beside closes it
/// and gives the focus back.
class Popup : public QFrame {
    Q_OBJECT
public:
    explicit Popup(QWidget *window);
    /// Below the anchor, inside the window; focuses `first`.
    void openBelow(QWidget *anchor, QWidget *first = nullptr);
    void openAtTop(int top, QWidget *first = nullptr);   ///< centred
    void close();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void appear(QWidget *first);
    QPointer<QWidget> m_before, m_anchor;
};

} // namespace lepto
