#pragma once

#include "core/health/health.h"
#include "core/incidents/incident.h"
#include "ui/theme/marks.h"

#include <QAbstractListModel>

#include <vector>

namespace lepto {

/// One thing that waits for a person.
struct AttentionItem {
    QString key;                      ///< identity over updates
    MarkCode mark = MarkCode::None;
    Severity severity = Severity::Info;
    QString service, what, detail;    ///< untrusted, one line each
    QString value, note;              ///< right side: value now, expectation and time
    qint64 incident = 0;              ///< 0: no incident, verdicts are off
    bool acknowledged = false;
    TimeMs since = 0;
};

/// What needs attention, worst first: open incidents, then services off target or silent that no incident covers. Pure.
std::vector<AttentionItem> attentionItems(const HealthSnapshot &health, const std::vector<Incident> &incidents, TimeMs now, bool utc);

/// Those items as rows. A row never moves while `held`: new ones are appended and the order mends when the hold ends.
class AttentionModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<AttentionItem> items);
    void setHeld(bool held);
    int waiting() const { return m_waiting; } ///< new rows that stand out of order
    const AttentionItem *item(int row) const;
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void arrange();

    std::vector<AttentionItem> m_items, m_latest;
    bool m_held = false;
    int m_waiting = 0;
};

} // namespace lepto
