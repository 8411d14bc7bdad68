#include "ui/models/series_model.h"

#include "core/base/text.h"
#include "ui/models/query_text.h"
#include "ui/models/series_words.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int portion = 100, nameLimit = 200;

// internalId: the rows above, each plus one: group in bits 0-19, metric in 20-43, label in 44-63. A group has 0.
constexpr int metricShift = 20, labelShift = 44;
constexpr quintptr groupMask = 0xfffff, metricMask = 0xffffff;

int groupRow(quintptr id)
{
    return int(id & groupMask) - 1;
}

int metricRow(quintptr id)
{
    return int(id >> metricShift & metricMask) - 1;
}

int labelRow(quintptr id)
{
    return int(id >> labelShift) - 1;
}

std::string_view groupName(std::string_view metric)
{
    const std::size_t at = metric.find_first_of("_:");
    return at == 0 || at == std::string_view::npos ? metric : metric.substr(0, at);
}

QString plain(std::string_view text)
{
    return oneLine(qstr(text), nameLimit);
}

} // namespace

void SeriesModel::show(std::shared_ptr<const NameIndex> index, const std::vector<std::uint32_t> &places)
{
    beginResetModel();
    m_index = std::move(index);
    m_groups.clear();
    m_shown.clear();
    m_metrics = int(places.size());
    std::map<std::string_view, std::vector<std::uint32_t>> sorted;
    for (const std::uint32_t place : places)
        sorted[groupName(m_index->metrics()[place].name)].push_back(place);
    for (auto &[name, metrics] : sorted)
        m_groups.push_back({ name, std::move(metrics) });
    endResetModel();
}

SeriesModel::Level SeriesModel::levelOf(const QModelIndex &index)
{
    const quintptr id = index.internalId();
    return id == 0 ? Level::Group : metricRow(id) < 0 ? Level::Metric : labelRow(id) < 0 ? Level::Label : Level::Value;
}

const NameIndex::Metric *SeriesModel::metric(const QModelIndex &index) const
{
    if (!index.isValid() || levelOf(index) == Level::Group)
        return nullptr;
    const int row = levelOf(index) == Level::Metric ? index.row() : metricRow(index.internalId());
    return &m_index->metrics()[m_groups[std::size_t(groupRow(index.internalId()))].metrics[std::size_t(row)]];
}

const NameIndex::Label *SeriesModel::label(const QModelIndex &index) const
{
    if (!index.isValid() || levelOf(index) < Level::Label)
        return nullptr;
    const int row = levelOf(index) == Level::Label ? index.row() : labelRow(index.internalId());
    return &metric(index)->labels[std::size_t(row)];
}

/// The identity that the children of a row carry.
static quintptr below(const QModelIndex &parent)
{
    const quintptr id = parent.internalId(), row = quintptr(parent.row()) + 1;
    return id == 0 ? row : metricRow(id) < 0 ? id | row << metricShift : id | row << labelShift;
}

QModelIndex SeriesModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, parent.isValid() ? below(parent) : quintptr(0))
                                         : QModelIndex();
}

QModelIndex SeriesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const quintptr id = child.internalId();
    if (levelOf(child) == Level::Metric)
        return createIndex(groupRow(id), 0, quintptr(0));
    if (levelOf(child) == Level::Label)
        return createIndex(metricRow(id), 0, id & groupMask);
    return createIndex(labelRow(id), 0, id & (groupMask | metricMask << metricShift));
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    switch (levelOf(parent)) {
    case Level::Group:
        return int(m_groups[std::size_t(parent.row())].metrics.size());
    case Level::Metric:
        return int(metric(parent)->labels.size());
    case Level::Label: {
        const auto shown = m_shown.find(below(parent));
        return shown == m_shown.end() ? 0 : shown->second;
    }
    case Level::Value:
        break;
    }
    return 0;
}

bool SeriesModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_groups.empty();
    return levelOf(parent) == Level::Metric ? !metric(parent)->labels.empty() : levelOf(parent) != Level::Value;
}

bool SeriesModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && levelOf(parent) == Level::Label && rowCount(parent) < int(label(parent)->values.size());
}

void SeriesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int had = rowCount(parent), next = std::min(int(label(parent)->values.size()), had + portion);
    beginInsertRows(parent, had, next - 1);
    m_shown[below(parent)] = next;
    endInsertRows();
}

QString SeriesModel::textOf(const QModelIndex &index) const
{
    switch (levelOf(index)) {
    case Level::Group:
        return plain(m_groups[std::size_t(index.row())].name);
    case Level::Metric:
        return plain(metric(index)->name);
    case Level::Label:
        return plain(label(index)->name);
    case Level::Value:
        break;
    }
    return plain(label(index)->values[std::size_t(index.row())]);
}

QVariant SeriesModel::countOf(const QModelIndex &index) const
{
    switch (levelOf(index)) {
    case Level::Group:
        return int(m_groups[std::size_t(index.row())].metrics.size());
    case Level::Metric:
        return int(metric(index)->series);
    case Level::Label:
        return int(label(index)->values.size());
    case Level::Value:
        break;
    }
    return {};
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Level level = levelOf(index);
    const QString name = level == Level::Group ? QString() : qstr(metric(index)->name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(index);
    case Qt::FontRole:
        return Theme::of().font(level == Level::Group ? Theme::Type::Control : Theme::Type::Number);
    case CountRole:
        return countOf(index);
    case KindRole:
        if (level != Level::Metric)
            return {};
        return name.endsWith(QLatin1String("_bucket")) ? QStringLiteral("H")
            : isCounter(name)                          ? QStringLiteral("C")
                                                       : QStringLiteral("G");
    case MetricRole:
        return name;
    case LabelRole:
        return label(index) ? qstr(label(index)->name) : QString();
    case ValueRole:
        return level == Level::Value ? qstr(label(index)->values[std::size_t(index.row())]) : QString();
    case QueryRole:
        if (level == Level::Metric)
            return isCounter(name) ? QStringLiteral("rate(%1[5m])").arg(name) : name;
        return level == Level::Value
            ? selectorQuery(name, qstr(label(index)->name), qstr(label(index)->values[std::size_t(index.row())]))
            : QString();
    default:
        return {};
    }
}

} // namespace lepto
