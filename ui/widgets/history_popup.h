#pragma once

#include "ui/widgets/popup.h"

class QLineEdit;
class QListWidget;

namespace lepto {

/// The queries that were run, newest first, with a filter. Enter takes one, Esc closes.
class HistoryPopup : public Popup {
    Q_OBJECT
public:
    explicit HistoryPopup(QWidget *window);
    void open(const QStringList &newestFirst, QWidget *anchor);

Q_SIGNALS:
    void chosen(const QString &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();

    QStringList m_queries;
    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace lepto
