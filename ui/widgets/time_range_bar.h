#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace lepto {

class Popup;
class TimeScale;

/// Back, range, forward, live, UTC. The range button opens presets, two fields and the way back.
class TimeRangeBar : public QWidget {
    Q_OBJECT
public:
    explicit TimeRangeBar(TimeScale &scale, QWidget *parent = nullptr);
    void openRange();
    void setCompact(bool compact);    ///< without the forecast's length

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();
    void buildPopup();
    void applyFields();
    QString rangeText() const;

    TimeScale &m_scale;
    QPushButton *m_earlier, *m_range, *m_later, *m_live, *m_utc;
    bool m_compact = false;
    Popup *m_popup = nullptr;
    QLineEdit *m_from = nullptr, *m_to = nullptr;
    QLabel *m_wrong = nullptr;
};

} // namespace lepto
