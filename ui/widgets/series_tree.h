#pragma once

#include "core/store/store.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;
class QTreeView;

namespace lepto {

class Console;
class PaneHead;
class SeriesModel;

/// The metric browser: filter, tree, and how much of the whole is shown. Asks the console a moment after the last key; an answer that
/// was overtaken is dropped, so typing never waits.
class SeriesTree : public QWidget {
    Q_OBJECT
public:
    explicit SeriesTree(Console &console, QWidget *parent = nullptr);
    QLineEdit *filter() const { return m_filter; }
    QTreeView *view() const { return m_view; }
    SeriesModel *model() const { return m_model; }
    QString note() const;
    void ask();
    static constexpr int mostSeries = 2000;

Q_SIGNALS:
    void chosen(const QString &query, bool newRow); ///< Enter or double click: new row with Ctrl
    void answered();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    void show(Result<std::vector<SeriesInfo>> answer);

    Console &m_console;
    PaneHead *m_head;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_note;
    SeriesModel *m_model;
    QTimer *m_pause;
    quint64 m_asked = 0;
    bool m_known = false;
};

} // namespace lepto
