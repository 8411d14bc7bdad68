#pragma once

#include "core/incidents/incident.h"
#include "ui/pages/page.h"

class QLineEdit;
class QStackedWidget;

namespace lepto {

class Console;
class EmptyNote;
class IncidentDetail;
class IncidentModel;
class PaneHead;
class RowTable;
class SegmentedButtons;
class TimeScale;

/// The incidents as a table; Enter opens one, Esc returns. Verdicts work in both places with one key.
class IncidentsPage : public Page {
    Q_OBJECT
public:
    IncidentsPage(Console &console, TimeScale &time, QWidget *parent = nullptr);

    bool hasTimeAxis() const override { return true; }
    std::vector<Key> pageKeys() const override;
    void open(const QString &incident) override;
    QWidget *filter() const override;

    qint64 shown() const;             ///< the incident in the detail view; 0: the table
    qint64 selected() const;          ///< the incident that keys act on; 0: none
    IncidentDetail *detail() const { return m_detail; }

protected:
    void refresh() override;

private:
    QWidget *makeTable();
    void makeKeys();
    void showTable();
    void showRows();
    void openIncident(qint64 id);
    const Incident *find(qint64 id) const;

    Console &m_console;
    TimeScale &m_time;
    QStackedWidget *m_stack;
    PaneHead *m_head;
    QLineEdit *m_filter;
    SegmentedButtons *m_which;
    IncidentModel *m_model;
    RowTable *m_table;
    EmptyNote *m_empty;
    IncidentDetail *m_detail;
};

} // namespace lepto
