#pragma once

#include "ui/charts/chart_copy.h"
#include "ui/charts/chart_header.h"
#include "ui/charts/time_chart.h"

#include <QSet>

class QLabel;
class QPushButton;

namespace lepto {

class ChartLegend;
class ElidedLabel;

/// A chart as the pages show it: header with its menu, live value where the page wants one, plot, legend table where the view wants one,
/// and the way out of its states. Keeps its size in every look. The view and what is hidden stay over new contents; the owner keeps the
/// view beyond the panel's life.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChartPanel(TimeScale &time, QWidget *parent = nullptr);

    TimeChart *chart() const { return m_chart; }
    ChartHeader *header() const { return m_header; }

    void setTitle(const QString &title, const QString &meta = QString());
    /// The large number under the header; an empty number hides the row.
    void setLiveValue(const QString &number, const QString &unit, const QString &note);
    void setContent(const ChartContent &content); ///< its view is the panel's
    const ChartView &view() const { return m_view; }
    void setView(const ChartView &view);
    /// All other series are hidden, or all are shown where that is so already; `key` as lineKey().
    void isolate(const QString &key);
    void toggle(const QString &key);
    void setPanelLook(PanelLook look, const QString &words = QString(), const QString &detail = QString());
    /// Says the age of the newest sample again; called by a slow clock.
    void tick(TimeMs now, bool live);
    /// When the newest sample was taken, where the page knows better than the columns do; 0: it does not.
    void setSampleTime(TimeMs at) { m_sampleAt = at; }

    void copyPicture() const;
    void copySvg() const;
    void copyCsv() const;
    void showTable();

Q_SIGNALS:
    void retryAsked();
    void viewChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say();
    void describe();
    QString spokenState() const;
    void showContent(ChartContent content);
    void showLegend();
    void openMenu(const QPoint &at);

    TimeScale &m_time;
    ChartHeader *m_header;
    QWidget *m_valueRow;
    QLabel *m_number, *m_unit;
    ElidedLabel *m_note;
    TimeChart *m_chart;
    ChartLegend *m_legend;
    QPushButton *m_retry, *m_more;
    ChartView m_view;
    QSet<QString> m_hidden;           ///< lineKey() of series that are not drawn
    TimeMs m_newest = 0, m_interval = 0, m_sampleAt = 0;
};

} // namespace lepto
