#pragma once

#include "ui/desks/query_desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QModelIndex;
class QTimer;
class QTreeView;

namespace lepto {

class Console;
class PaneHead;
class SeriesModel;

/// The browser of metrics, labels and values: filter, tree, what is known of the chosen metric, and how much of the whole is
/// shown. Searches run off this thread a moment after the last key; an answer that was overtaken is dropped, so typing never
/// waits.
class SeriesTree : public QWidget {
    Q_OBJECT
public:
    explicit SeriesTree(Console &console, QWidget *parent = nullptr);
    QLineEdit *filter() const { return m_filter; }
    QTreeView *view() const { return m_view; }
    SeriesModel *model() const { return m_model; }
    /// The names of the whole history, as last heard; never null.
    std::shared_ptr<const NameIndex> names() const { return m_names; }
    QString note() const;
    void ask();
    static constexpr int mostSeries = 2000; ///< of a console without a desk for queries

Q_SIGNALS:
    void chosen(const QString &query, bool newRow); ///< Enter or double click on a metric; in the same row with Ctrl
    void matcherChosen(const QString &metric, const QString &label, const QString &value); ///< the same on a label's value
    void answered();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    void askConsole(quint64 serial);
    void show(std::shared_ptr<const NameIndex> index, const std::vector<std::uint32_t> &places);
    void choose(const QModelIndex &index, bool newRow);
    void showFacts(const QModelIndex &index);

    Console &m_console;
    PaneHead *m_head;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_facts, *m_note;
    SeriesModel *m_model;
    QTimer *m_pause;
    std::shared_ptr<const NameIndex> m_names = std::make_shared<NameIndex>();
    quint64 m_asked = 0;
    qint64 m_known = -1; ///< series in the history when the names were read; -1: never
};

} // namespace lepto
