#pragma once

#include "core/incidents/incident.h"

#include <QAbstractListModel>

#include <vector>

namespace lepto {

enum class TimelineFilter : quint8 { All, Signals, People };

/// The entries of an incident in time order, filtered.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<TimelineEntry> entries);
    void setFilter(TimelineFilter filter);
    void setUtc(bool utc);
    bool utc() const { return m_utc; }
    const TimelineEntry *entry(int row) const;
    int total() const { return int(m_all.size()); }
    int rowAt(TimeMs t) const;        ///< the last entry at or before t; -1 before the first
    int nextAnomaly(int row, int step) const; ///< the row itself when there is none

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void arrange();

    std::vector<TimelineEntry> m_all, m_rows;
    TimelineFilter m_filter = TimelineFilter::All;
    bool m_utc = true;
};

} // namespace lepto
