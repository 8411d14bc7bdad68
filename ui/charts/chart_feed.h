#pragma once

#include "ui/charts/chart_content.h"

#include <QObject>
#include <QPointer>

#include <map>

class QTimer;

namespace lepto {

class ChangeFeed;
class ChartPanel;
class Console;
class TimeScale;

/// What a chart is about: named series, or an expression that finds them.
struct ChartSubject {
    QString unit;
    std::vector<Labels> series;       ///< asked one by one, with bands and anomalies
    QString expr;                     ///< asked instead when `series` is empty, or none of it is stored
    std::vector<ChartLimit> limits;
    bool forecast = true, expected = true; ///< bands; `expected` false also keeps an expression an expression
    int slot = 0;                     ///< colour of the only line; several lines take 0, 1, 2 ...
};

/// Keeps the charts of one page fed, with changes marked and, where a view wants it, the past beside the present: asks the console for what visible charts show, drops answers that a newer question has
/// overtaken, and applies all that arrived from one single-shot timer, so that a screen full of charts changes at most eight times
/// a second however fast samples come. GUI thread.
class ChartFeed : public QObject {
    Q_OBJECT
public:
    ChartFeed(Console &console, TimeScale &time, QObject *parent);

    /// Feeds `panel` from now on, until it dies or is dropped. A new subject overtakes the one before.
    void watch(ChartPanel *panel, ChartSubject subject);
    void drop(ChartPanel *panel);
    const ChartSubject *subject(const ChartPanel *panel) const;
    /// The series that the last answer found, also before it is applied.
    std::vector<Labels> seriesOf(const ChartPanel *panel) const;
    /// Asks for a better description of the same picture, which stays until the answer is there.
    void refine(ChartPanel *panel, ChartSubject subject);
    /// Asks for all again, at once.
    void askAll();
    /// Shows a label that was just saved before the console repeats it.
    void addLabel(const LabelRegion &label);
    void removeLabel(qint64 id);
    qint64 droppedAnswers() const { return m_dropped; }

Q_SIGNALS:
    void applied();                   ///< some panels have new content
    void answered(lepto::ChartPanel *panel, const QString &error, qint64 tookMs, int series);

private:
    struct Entry {
        QPointer<ChartPanel> panel;
        ChartSubject subject;
        quint64 serial = 0;           ///< of the newest question
        int open = 0, asked = 0, failed = 0, found = 0;
        bool again = false, ready = false, shown = false;
        qint64 askedAt = -10'000;     ///< monotonic ms
        ChartContent building;
        std::vector<std::pair<Labels, Columns>> past; ///< what the comparison has brought, times still its own
        TimeMs shift = 0;             ///< of the newest question
        QString error;
        QPointer<QObject> question;   ///< context of an open query: its end cancels the query
    };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void ask(Entry &entry);
    void askShown();
    void askSoon();                   ///< all, once, however many signals of one change arrive
    void cancel(Entry &entry);        ///< what it asked is not wanted any more
    void wait(Entry &entry);          ///< a person waits: the old picture fades until the answer is there
    void askSeries(Entry &entry, std::size_t line);
    void askExpression(Entry &entry);
    void takeSeries(Entry &entry, std::vector<std::pair<Labels, Columns>> answer);
    void askPast(Entry &entry);       ///< the same before `shift`; counts what is open
    void receivePast(quint64 serial, Result<std::vector<std::pair<Labels, Columns>>> answer);
    static void mergePast(Entry &entry);
    void showChanges(Entry &entry);
    Entry *take(quint64 serial);       ///< null, and counted, when the answer is overtaken
    void receive(Entry &entry, std::size_t line, Result<ChartAnswer> answer);
    void finish(Entry &entry);
    void apply();
    void show(Entry &entry);
    void tick();
    Entry *entryOf(const ChartPanel *panel);
    const Entry *entryOf(const ChartPanel *panel) const;
    bool visible(const Entry &entry) const;
    std::size_t total(const Entry &entry) const; ///< series there are, drawn or not
    TimeMs restBetween(const Entry &entry) const;

    Console &m_console;
    TimeScale &m_time;
    QTimer *m_apply, *m_tick;
    ChangeFeed *m_changes;
    std::map<quint64, Entry> m_entries;
    std::vector<LabelRegion> m_labels; ///< saved here, perhaps not yet in answers
    quint64 m_nextKey = 1, m_nextSerial = 1;
    qint64 m_dropped = 0;
    bool m_asksSoon = false;
};

} // namespace lepto
