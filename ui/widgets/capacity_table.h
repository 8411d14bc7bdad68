#pragma once

#include "ui/charts/sparkline.h"
#include "ui/widgets/row_table.h"

#include <map>

class QTimer;

namespace lepto {

class TimeScale;

/// The fullest resources: used, seven days back and three ahead, when the limit is reached with its interval, and how often the band
/// held. Asks the console for a forecast of each row once a minute while visible.
class CapacityTable : public RowTable {
    Q_OBJECT
public:
    CapacityTable(Console &console, TimeScale &time, QWidget *parent = nullptr);
    void setHealth(const HealthSnapshot &health);
    static constexpr std::size_t mostRows = 4;

Q_SIGNALS:
    void counted(int rows);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Known {
        Sparkline line;
        ChartAnswer answer;
    };
    void say();
    void askAll();
    void fill();
    Cell fullCell(const SignalState &signal, const Known *known) const;
    static QString keyOf(const SignalState &signal);

    Console &m_console;
    TimeScale &m_time;
    std::vector<SignalState> m_signals;
    std::map<QString, Known> m_known;
    QTimer *m_minute;
    QString m_asked;
};

} // namespace lepto
