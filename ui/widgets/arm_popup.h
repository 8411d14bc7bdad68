#pragma once

#include "ui/widgets/popup.h"

class QLineEdit;
class QPushButton;

namespace lepto {

class SegmentedButtons;

/// Asks for the reason and the minutes of write mode. In place, not a dialog.
class ArmPopup : public Popup {
    Q_OBJECT
public:
    explicit ArmPopup(QWidget *window);
    void open(QWidget *anchor);

Q_SIGNALS:
    void armed(int minutes, const QString &reason);

private:
    void submit();
    QLineEdit *m_reason;
    SegmentedButtons *m_minutes;
    QPushButton *m_arm;
};

} // namespace lepto
