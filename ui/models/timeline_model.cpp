#include "ui/models/timeline_model.h"

#include "core/base/text.h"
#include "ui/text.h"

#include <algorithm>

namespace lepto {

namespace {

using Kind = TimelineEntry::Kind;

bool matches(const TimelineEntry &entry, TimelineFilter filter)
{
    const bool fromSignal = entry.kind == Kind::Anomaly || entry.kind == Kind::Health || entry.kind == Kind::Opened;
    return filter == TimelineFilter::All || fromSignal == (filter == TimelineFilter::Signals);
}

bool same(const TimelineEntry &a, const TimelineEntry &b)
{
    return a.at == b.at && a.kind == b.kind && a.text == b.text && a.actor == b.actor;
}

} // namespace

void TimelineModel::setEntries(std::vector<TimelineEntry> entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return a.at < b.at; });
    if (std::equal(entries.begin(), entries.end(), m_all.begin(), m_all.end(), same))
        return;
    m_all = std::move(entries);
    arrange();
}

void TimelineModel::setFilter(TimelineFilter filter)
{
    if (std::exchange(m_filter, filter) != filter)
        arrange();
}

void TimelineModel::setUtc(bool utc)
{
    if (std::exchange(m_utc, utc) != utc && !m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void TimelineModel::arrange()
{
    std::vector<TimelineEntry> next;
    std::copy_if(
        m_all.begin(), m_all.end(), std::back_inserter(next), [this](const TimelineEntry &e) { return matches(e, m_filter); });
    // What is new stands at the end as a rule: rows that are there do not move.
    const bool grows = next.size() > m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), next.begin(), same);
    if (grows) {
        beginInsertRows({}, int(m_rows.size()), int(next.size()) - 1);
        m_rows = std::move(next);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_rows = std::move(next);
    endResetModel();
}

const TimelineEntry *TimelineModel::entry(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

int TimelineModel::rowAt(TimeMs t) const
{
    const auto after
        = std::upper_bound(m_rows.begin(), m_rows.end(), t, [](TimeMs at, const TimelineEntry &e) { return at < e.at; });
    return int(after - m_rows.begin()) - 1;
}

int TimelineModel::nextAnomaly(int row, int step) const
{
    for (int at = row + step; at >= 0 && at < int(m_rows.size()); at += step) {
        if (m_rows[std::size_t(at)].kind == Kind::Anomaly)
            return at;
    }
    return row;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineEntry &entry = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return oneLine(entry.text.isEmpty() ? text::of(entry.kind) : entry.text, 300);
    if (role == Qt::AccessibleTextRole)
        return QStringList(
            { text::time(entry.at, m_utc), text::of(entry.kind), oneLine(entry.text, 300), oneLine(entry.actor, 60) })
            .join(QLatin1String(", "));
    return {};
}

} // namespace lepto
