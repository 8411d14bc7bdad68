#pragma once

#include "ui/models/name_index.h"

#include <QAbstractItemModel>

#include <map>

namespace lepto {

/// Names of a history as a tree: group (first word of the metric's name), metric, label, value. Texts are made as they are shown
/// and values handed out in portions, so that it opens at once however many series there are.
class SeriesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Roles {
        QueryRole = Qt::UserRole + 1, ///< of metrics and values: what shows it
        KindRole, ///< of metrics: H, C or G
        CountRole, ///< of groups: metrics; of metrics: series; of labels: values
        MetricRole,
        LabelRole,
        ValueRole ///< as stored; empty above their level
    };
    using QAbstractItemModel::QAbstractItemModel;

    /// Shows the metrics at these places of the index.
    void show(std::shared_ptr<const NameIndex> index, const std::vector<std::uint32_t> &places);
    int metricCount() const { return m_metrics; }
    /// The metric that a row belongs to; null for groups.
    const NameIndex::Metric *metric(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Group {
        std::string_view name; ///< in the index
        std::vector<std::uint32_t> metrics;
    };
    enum class Level { Group, Metric, Label, Value };
    static Level levelOf(const QModelIndex &index);
    const NameIndex::Label *label(const QModelIndex &index) const; ///< of labels and values
    QVariant countOf(const QModelIndex &index) const;
    QString textOf(const QModelIndex &index) const;

    std::shared_ptr<const NameIndex> m_index = std::make_shared<NameIndex>();
    std::vector<Group> m_groups;
    std::map<quintptr, int> m_shown; ///< values handed out, by the identity of the label's children
    int m_metrics = 0;
};

} // namespace lepto
