#pragma once

#include "ui/console.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace lepto {

class ElidedLabel;
class TimeRangeBar;
class TimeScale;

/// Scope and its tag, palette, time, write mode, stop. Says what it is told; acts through signals.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(TimeScale &scale, QWidget *parent = nullptr);
    struct Scope {
        QString environment;          ///< from the settings; empty: the sources are named
        bool production = true;
    };
    void show(const ConsoleState &state, const Scope &scope, bool actionsExist);
    void setTimeVisible(bool visible);
    QPushButton *modeButton() const { return m_mode; }
    TimeRangeBar *timeRange() const { return m_time; }

Q_SIGNALS:
    void paletteWanted();
    void modePressed();
    void stopPressed();
    void leaveBundle();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void say();
    void sayScope();
    void sayMode();
    ConsoleState m_state;
    Scope m_scope;
    bool m_actionsExist = false;
    ElidedLabel *m_name;
    QLabel *m_tag;
    ElidedLabel *m_paletteWords;
    QPushButton *m_leave, *m_palette, *m_mode, *m_stop;
    std::vector<QWidget *> m_caps;
    TimeRangeBar *m_time;
};

} // namespace lepto
