#pragma once

#include "core/store/store.h"

#include <QAbstractItemModel>

#include <vector>

namespace lepto {

/// Series as a tree: group (first word of the metric's name), metric, series. Series of a metric are handed out in portions when a
/// view asks, so that a metric with thousands of them opens at once.
class SeriesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Roles { QueryRole = Qt::UserRole + 1, KindRole, CountRole };
    using QAbstractItemModel::QAbstractItemModel;

    void setSeries(std::vector<SeriesInfo> series);
    int seriesCount() const { return int(m_series.size()); }
    QStringList metricNames() const;
    /// The series of a leaf; null for groups and metrics.
    const SeriesInfo *series(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Metric {
        QString name;
        std::vector<std::size_t> series;
        int shown = 0;
    };
    struct Group {
        QString name;
        std::vector<Metric> metrics;
    };
    Metric *metric(const QModelIndex &index);
    const Metric *metric(const QModelIndex &index) const;

    std::vector<SeriesInfo> m_series;
    std::vector<Group> m_groups;
};

} // namespace lepto
