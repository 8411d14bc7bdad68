#pragma once

#include "ui/models/attention_model.h"

#include <QListView>

class QTimer;

namespace lepto {

/// The list "Needs attention": two lines a row; the selected row carries the verdict keys. T F E W M give a verdict, A acknowledges,
/// O or Enter opens. Rows do not move while the pointer does.
class AttentionList : public QListView {
    Q_OBJECT
public:
    explicit AttentionList(QWidget *parent = nullptr);

    void setItems(std::vector<AttentionItem> items);
    const AttentionItem *currentItem() const;
    const AttentionModel &attention() const { return *m_model; }

    struct Key {
        QRect rect;                   ///< in the viewport
        Qt::Key key;
        QString cap, word;
    };
    /// The verdict keys of a row as they are painted; empty for rows that are not selected or have no incident.
    std::vector<Key> keysOf(const QModelIndex &index, const QRect &row) const;

Q_SIGNALS:
    void verdictGiven(qint64 incident, lepto::Verdict verdict);
    void acknowledged(qint64 incident);
    void opened(const lepto::AttentionItem &item);
    void serviceChosen(const QString &service);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool press(Qt::Key key);

    AttentionModel *m_model;
    QTimer *m_still;                  ///< runs out when the pointer has rested for two seconds
    QString m_selected;
};

/// The verdict that a key gives; None where there is none.
Verdict verdictOfKey(int key);

} // namespace lepto
