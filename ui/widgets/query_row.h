#pragma once

#include "core/promql/estimate.h"
#include "ui/models/query_text.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace lepto {

class QueryEdit;

/// One query: letter in the colour of its line, text, cost before and after the run, eye, menu. What is wrong stands below in one
/// sentence, its place underlined in the text. While it runs the button cancels it.
class QueryRow : public QWidget {
    Q_OBJECT
public:
    explicit QueryRow(int slot, QWidget *parent = nullptr);

    QueryEdit *edit() const { return m_edit; }
    int slot() const { return m_slot; }
    QString letter() const;
    bool shown() const; ///< the eye is open
    bool running() const { return m_running; }
    /// Marks what is wrong with the text as it stands; false where it cannot be run.
    bool checkText();
    void setRunning();
    void setCancelled();
    /// Puts back what stood there before a run.
    void setIdle();
    void setAnswer(const QString &error, qint64 tookMs, int series);
    void setEstimate(const promql::Estimate &estimate);
    void setPlace(bool first, bool last); ///< among the rows: what can be moved and removed
    QString error() const;
    QString cost() const;
    QPushButton *runButton() const { return m_run; }

Q_SIGNALS:
    void runAsked();
    void cancelAsked();
    void duplicateAsked();
    void removeAsked();
    void explainAsked();
    void historyAsked();
    void moveAsked(int rows);
    void shownChanged(bool shown);
    void wellFormed(); ///< the text has rested and can be run

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;

private:
    void say();
    void sayRun();
    void format();
    void showFaults(const std::vector<QueryFault> &faults);
    void openMenu();

    int m_slot;
    QueryEdit *m_edit;
    QLabel *m_cost, *m_error;
    QPushButton *m_run, *m_eye, *m_menu;
    QTimer *m_rest;
    QString m_ran; ///< the text of the run under way or last answered
    bool m_running = false, m_first = true, m_last = true;
};

} // namespace lepto
