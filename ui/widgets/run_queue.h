#pragma once

#include "core/remediate/run.h"

#include <QListView>

class QStandardItemModel;

namespace lepto {

/// Suggestions and runs by what they ask of you: decisions first, then what runs, what is proposed, what is over.
class RunQueue : public QListView {
    Q_OBJECT
public:
    explicit RunQueue(QWidget *parent = nullptr);
    void show(const std::vector<Run> &runs, bool openOnly, TimeMs now, bool utc);
    QString current() const;
    void select(const QString &plan);
    int shown() const;

Q_SIGNALS:
    void chosen(const QString &plan);

private:
    void addSection(const QString &title, const std::vector<Run> &runs, TimeMs now, bool utc, bool (*belongs)(RunState));
    QStandardItemModel *m_model;
    bool m_filling = false;
};

} // namespace lepto
