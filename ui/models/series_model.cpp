#include "ui/models/series_model.h"

#include "core/base/text.h"
#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace lepto {

namespace {

constexpr int portion = 100;

// internalId: 0 for a group, group + 1 for a metric, (metric + 1) << 24 | group + 1 for a series.
quintptr metricId(int group)
{
    return quintptr(group) + 1;
}

quintptr seriesId(int group, int metric)
{
    return (quintptr(metric) + 1) << 24 | (quintptr(group) + 1);
}

int groupOf(quintptr id)
{
    return int(id & 0xffffff) - 1;
}

int metricOf(quintptr id)
{
    return int(id >> 24) - 1;
}

QString groupName(const QString &metric)
{
    static const QRegularExpression separator(QStringLiteral("[_:]"));
    const qsizetype at = metric.indexOf(separator);
    return at > 0 ? metric.left(at) : metric;
}

QString leafText(const Labels &labels)
{
    const QString braces = oneLine(qstr(labels.with("__name__", "").text()), 200);
    return braces.isEmpty() ? QStringLiteral("{}") : braces;
}

} // namespace

void SeriesModel::setSeries(std::vector<SeriesInfo> series)
{
    beginResetModel();
    m_series = std::move(series);
    m_groups.clear();
    std::map<QString, std::map<QString, std::vector<std::size_t>>> sorted;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const QString name = oneLine(qstr(m_series[i].labels.name()), 200);
        sorted[groupName(name)][name].push_back(i);
    }
    for (auto &[group, metrics] : sorted) {
        m_groups.push_back({ group, {} });
        for (auto &[name, members] : metrics)
            m_groups.back().metrics.push_back({ name, std::move(members), 0 });
    }
    endResetModel();
}

QStringList SeriesModel::metricNames() const
{
    QStringList names;
    for (const Group &group : m_groups) {
        for (const Metric &metric : group.metrics)
            names.append(metric.name);
    }
    return names;
}

SeriesModel::Metric *SeriesModel::metric(const QModelIndex &index)
{
    return const_cast<Metric *>(std::as_const(*this).metric(index));
}

const SeriesModel::Metric *SeriesModel::metric(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const int group = groupOf(index.internalId());
    const int place = metricOf(index.internalId()) < 0 ? index.row() : metricOf(index.internalId());
    return &m_groups[std::size_t(group)].metrics[std::size_t(place)];
}

const SeriesInfo *SeriesModel::series(const QModelIndex &index) const
{
    const Metric *of = index.isValid() && metricOf(index.internalId()) >= 0 ? metric(index) : nullptr;
    return of ? &m_series[of->series[std::size_t(index.row())]] : nullptr;
}

QModelIndex SeriesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (parent.internalId() == 0)
        return createIndex(row, column, metricId(parent.row()));
    return createIndex(row, column, seriesId(groupOf(parent.internalId()), parent.row()));
}

QModelIndex SeriesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const int group = groupOf(child.internalId()), metric = metricOf(child.internalId());
    return metric < 0 ? createIndex(group, 0, quintptr(0)) : createIndex(metric, 0, metricId(group));
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() == 0)
        return int(m_groups[std::size_t(parent.row())].metrics.size());
    return metricOf(parent.internalId()) < 0 ? metric(parent)->shown : 0;
}

bool SeriesModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_groups.empty();
    return metricOf(parent.internalId()) < 0;
}

bool SeriesModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.internalId() == 0 || metricOf(parent.internalId()) >= 0)
        return false;
    const Metric *of = metric(parent);
    return of->shown < int(of->series.size());
}

void SeriesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Metric *of = metric(parent);
    const int next = std::min(int(of->series.size()), of->shown + portion);
    beginInsertRows(parent, of->shown, next - 1);
    of->shown = next;
    endInsertRows();
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Metric *of = metric(index);
    const SeriesInfo *leaf = series(index);
    if (role == Qt::FontRole)
        return Theme::of().font(of ? Theme::Type::Number : Theme::Type::Control);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return leaf ? leafText(leaf->labels) : of ? of->name : m_groups[std::size_t(index.row())].name;
    if (role == CountRole) {
        if (leaf)
            return {};
        return of ? int(of->series.size()) : int(m_groups[std::size_t(index.row())].metrics.size());
    }
    if (role == KindRole && of && !leaf)
        return of->name.endsWith(QLatin1String("_bucket")) ? QStringLiteral("H")
            : isCounter(of->name)                          ? QStringLiteral("C")
                                                           : QStringLiteral("G");
    if (role == QueryRole && of) {
        const QString selector = leaf ? qstr(leaf->labels.text()) : of->name;
        return isCounter(of->name) ? QStringLiteral("rate(%1[5m])").arg(selector) : selector;
    }
    return {};
}

} // namespace lepto
