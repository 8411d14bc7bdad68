#pragma once

#include "core/health/health.h"
#include "ui/pages/page.h"

#include <map>
#include <vector>

class QSplitter;
class QTimer;
class QVBoxLayout;

namespace lepto {

class ChartFeed;
class ChartPanel;
class Console;
class EmptyNote;
class KeyValues;
class LabelDesk;
class LabelLane;
class PaneHead;
class QueryRow;
class SeriesTree;
class TimeScale;
class ValueTable;
struct ChartSubject;

/// Ask and compare: queries, their charts on one time axis, labels, and the values at the crosshair.
class ExplorePage : public Page {
    Q_OBJECT
public:
    ExplorePage(Console &console, TimeScale &time, QWidget *parent = nullptr);

    bool hasTimeAxis() const override { return true; }
    std::vector<Key> pageKeys() const override;
    /// An expression, or "service:NAME" for the signals of a service.
    void open(const QString &object) override;
    QWidget *filter() const override;

    int queryCount() const { return int(m_queries.size()); }
    QueryRow *row(int index) const { return m_queries[std::size_t(index)].row; }
    ChartPanel *panel(int index) const { return m_queries[std::size_t(index)].panel; }
    static constexpr int mostQueries = 8;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;

private:
    struct Query {
        QueryRow *row = nullptr;
        ChartPanel *panel = nullptr;
        QString expr;                 ///< as last run
    };

    QWidget *makeCentre();
    QWidget *makeInspector();
    Query &addQuery(const QString &expr);
    void removeQuery(QueryRow *row);
    void runQuery(QueryRow *row);
    void receive(ChartPanel *panel, const QString &error, qint64 tookMs, int series);
    ChartSubject subjectOf(const QString &expr) const;
    void showService(const QString &service);
    void arrange();
    void showValues();
    void showLabels();
    void showFacts();
    Query *find(const QObject *part);

    Console &m_console;
    TimeScale &m_time;
    ChartFeed *m_feed;
    LabelDesk *m_desk;
    SeriesTree *m_tree;
    QVBoxLayout *m_rows;
    LabelLane *m_lane;
    QSplitter *m_stack;
    EmptyNote *m_empty;
    PaneHead *m_valuesHead, *m_factsHead;
    ValueTable *m_values;
    KeyValues *m_facts;
    QTimer *m_soon;                   ///< the value table follows the crosshair a moment later
    std::vector<Query> m_queries;
    std::map<QString, SignalState> m_known; ///< expression of a signal -> what is known of it
};

} // namespace lepto
