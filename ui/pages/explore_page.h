#pragma once

#include "core/health/health.h"
#include "core/layouts/layout.h"
#include "ui/pages/page.h"

#include <map>
#include <vector>

class QScrollArea;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace lepto {

class ChartFeed;
class ChartPanel;
class Console;
class DashboardView;
class EmptyNote;
class ExampleList;
class ExplainPanel;
class ExploreInspector;
class HistoryPopup;
class ImportPanel;
class LabelDesk;
class LabelLane;
class QueryRow;
class SavedViews;
class SeriesTree;
class TimeScale;
class TimeStrip;
struct ChartSubject;

/// Ask and compare: queries, their charts on one time axis, labels, and the values at the crosshair. In place of the charts
/// stands an imported dashboard, or the import of files, while one is open.
class ExplorePage : public Page {
    Q_OBJECT
public:
    ExplorePage(Console &console, TimeScale &time, QWidget *parent = nullptr);

    bool hasTimeAxis() const override { return true; }
    std::vector<Key> pageKeys() const override;
    /// An expression; "service:NAME" for the signals of a service; "layout:ID" for a kept view or dashboard; "import:PATH" for a
    /// file, where a dashboard is told by its name's end.
    void open(const QString &object) override;
    QWidget *filter() const override;

    int queryCount() const { return int(m_queries.size()); }
    QueryRow *row(int index) const { return m_queries[std::size_t(index)].row; }
    ChartPanel *panel(int index) const { return m_queries[std::size_t(index)].panel; }
    static constexpr int mostQueries = 8;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Query {
        QueryRow *row = nullptr;
        ChartPanel *panel = nullptr;
        QString expr; ///< as last run
    };
    enum Sheet { Charts, Dashboard, Import };

    QWidget *makeSide();
    QWidget *makeCharts();
    void makeSheets();
    void makeKeys();
    void followTree();
    void followViews();

    Query &addQuery(const QString &expr);
    void followRow(QueryRow *row);
    void removeQuery(QueryRow *row);
    void moveQuery(QueryRow *row, int by);
    void setQueries(const QStringList &exprs);
    void runQuery(QueryRow *row);
    void cancelQuery(QueryRow *row);
    void showQuery(const QString &expr, bool newRow);
    void addMatcher(const QString &metric, const QString &label, const QString &value);
    void receive(ChartPanel *panel, const QString &error, qint64 tookMs, int series);
    ChartSubject subjectOf(const QString &expr) const;
    QString titleOf(const QString &expr) const;
    void estimate(QueryRow *row);
    void explain(QueryRow *row);
    void showHistory(QueryRow *row);
    Query *find(const QObject *part);

    void showService(const QString &service);
    void openLayout(const ExploreLayout &layout);
    void saveView(const QString &name);
    void importFile(const QString &path);
    void showSheet(Sheet sheet);
    void arrange();
    void showValues();
    void showLabels();
    void showExamples();
    void askWeek();

    Console &m_console;
    TimeScale &m_time;
    ChartFeed *m_feed;
    LabelDesk *m_desk;
    SeriesTree *m_tree;
    SavedViews *m_views = nullptr; ///< null where the console keeps none
    QStackedWidget *m_sheets;
    DashboardView *m_dashboard = nullptr; ///< made when first needed, as is the next
    ImportPanel *m_import = nullptr;
    TimeStrip *m_strip;
    QVBoxLayout *m_rows;
    ExplainPanel *m_explain;
    LabelLane *m_lane;
    QSplitter *m_columns, *m_stack;
    QScrollArea *m_stackArea; ///< the stack scrolls where its charts would be too low
    QWidget *m_nothing;
    EmptyNote *m_empty;
    ExampleList *m_examples;
    ExploreInspector *m_inspector;
    HistoryPopup *m_history = nullptr; ///< child of the window
    std::vector<Query> m_queries;
    QueryRow *m_current = nullptr; ///< that was written in last; one of m_queries, or null
    QueryRow *m_explained = nullptr; ///< the same
    std::map<QString, SignalState> m_known; ///< expression of a signal -> what is known of it
    bool m_narrow = false; ///< the columns beside the charts are at their least
    QString m_week; ///< selector and hour of the strip's line
};

} // namespace lepto
