#pragma once

#include "ui/console.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace lepto {

class CellModel;
class PaneHead;
class RowTable;

/// Runs the test of a source with the values that are being edited, and shows each step as it finishes.
class ConnectionTestView : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionTestView(Console &console, QWidget *parent = nullptr);
    void run(const SourceConfig &config, const QString &secret);
    void clear();
    bool running() const { return m_run != nullptr; }
    void retranslate();

Q_SIGNALS:
    void finished(bool good);

private:
    void addStep(const QString &step, bool good, qint64 ms, const QString &words);
    void finish(const Result<bool> &result);
    void show();

    struct Step {
        QString code, words;
        bool good = true;
        qint64 ms = 0;
    };
    Console &m_console;
    QObject *m_run = nullptr;         ///< context of the running test; deleting it drops late answers
    std::vector<Step> m_steps;
    QString m_source, m_verdict;
    bool m_good = true, m_done = false;
    PaneHead *m_head;
    QPushButton *m_stop;
    CellModel *m_model;
    RowTable *m_table;
    QProgressBar *m_progress;
    QLabel *m_result, *m_note;
};

} // namespace lepto
