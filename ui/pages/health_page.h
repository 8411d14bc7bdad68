#pragma once

#include "core/health/health.h"
#include "ui/pages/page.h"

#include <array>

class QSplitter;

namespace lepto {

class AttentionList;
class CapacityTable;
class ChangeTable;
class ChartFeed;
class ChartPanel;
class Console;
class EmptyNote;
class HealthMap;
class LabelDesk;
class PaneHead;
class StateChips;
class SuggestionList;
class TimeScale;
class ElidedLabel;
struct AttentionItem;

/// Is the service all right, what is worst, what happens next. Everything shown is the console's present snapshot.
class HealthPage : public Page {
    Q_OBJECT
public:
    HealthPage(Console &console, TimeScale &time, QWidget *parent = nullptr);

    bool hasTimeAxis() const override { return true; }
    std::vector<Key> pageKeys() const override;
    void open(const QString &service) override;
    QString service() const { return m_service; } ///< whose signals the charts show

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFleet();
    QWidget *makeCharts();
    QWidget *makeSide();
    void connectConsole();
    void showHealth();
    void fitMap();
    void showAttention();
    void showCharts();
    void showChart(std::size_t place, const ServiceState &service, const SignalState *signal);
    void showLive(std::size_t place, const SignalState &signal);
    void chooseService(const QString &service);
    void openItem(const AttentionItem &item);

    Console &m_console;
    TimeScale &m_time;
    QSplitter *m_splitter;
    ElidedLabel *m_headline;
    StateChips *m_chips;
    PaneHead *m_fleetHead, *m_attentionHead, *m_actionsHead, *m_changesHead;
    HealthMap *m_map;
    QWidget *m_fleet;
    std::array<ChartPanel *, 4> m_charts {};
    std::array<Labels, 4> m_shown;
    AttentionList *m_attention;
    EmptyNote *m_quiet;
    SuggestionList *m_suggestions;
    ChangeTable *m_changes;
    CapacityTable *m_capacity = nullptr;
    ChartFeed *m_feed;
    LabelDesk *m_desk;
    QString m_service;
    bool m_sideMoved = false;         ///< a person set the width of the right column
    bool m_chosen = false;            ///< a person chose the service; the page follows the worst one until then
};

} // namespace lepto
