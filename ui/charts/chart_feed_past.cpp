#include "ui/charts/change_feed.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/console.h"
#include "ui/time_scale.h"

#include <algorithm>

namespace lepto {

namespace {

/// The past is dashed, which costs many times a plain line: it gets a column every few pixels, each with its minimum and maximum.
constexpr int mostPastColumns = 300;

QString withShift(const QString &name, TimeMs shift)
{
    constexpr TimeMs week = 7 * 24 * 3'600'000;
    return shift == week ? ChartFeed::tr("%1, the week before").arg(name) : ChartFeed::tr("%1, the day before").arg(name);
}

} // namespace

void ChartFeed::askPast(Entry &entry)
{
    if (entry.shift == 0)
        return;
    const quint64 serial = entry.serial;
    ChartRequest request;
    request.from = entry.panel->chart()->from() - entry.shift;
    request.to = std::min(entry.panel->chart()->to() - entry.shift, m_time.now());
    request.columns = std::min(entry.panel->chart()->columns(), mostPastColumns);
    if (entry.subject.series.empty()) {
        ++entry.open;
        m_console.query(entry.subject.expr, request.from, request.to, request.columns, this,
            [this, serial](auto answer) { receivePast(serial, std::move(answer)); });
        return;
    }
    entry.open += entry.asked;
    for (int i = 0; i < entry.asked && entry.serial == serial; ++i) {
        request.labels = entry.subject.series[std::size_t(i)];
        m_console.chart(request, this, [this, serial, labels = request.labels](Result<ChartAnswer> answer) {
            std::vector<std::pair<Labels, Columns>> series;
            if (answer)
                series.emplace_back(labels, std::move(answer->data));
            receivePast(serial, std::move(series));
        });
    }
}

/// A series that was not there yet has no past to compare with: no error.
void ChartFeed::receivePast(quint64 serial, Result<std::vector<std::pair<Labels, Columns>>> answer)
{
    Entry *entry = take(serial);
    if (!entry)
        return;
    if (answer)
        std::move(answer->begin(), answer->end(), std::back_inserter(entry->past));
    if (--entry->open == 0)
        finish(*entry);
}

void ChartFeed::mergePast(Entry &entry)
{
    std::map<Labels, Columns *> known;
    for (auto &[labels, data] : entry.past)
        known.emplace(labels, &data);
    const std::size_t present = entry.building.lines.size();
    for (std::size_t i = 0; i < present; ++i) {
        const auto found = known.find(entry.building.lines[i].labels);
        if (found == known.end() || found->second->columns.empty())
            continue;
        ChartLine line;
        line.labels = entry.building.lines[i].labels;
        line.name = withShift(entry.building.lines[i].name, entry.shift);
        line.slot = entry.building.lines[i].slot;
        line.shift = entry.shift;
        line.data = std::move(*found->second);
        for (Column &column : line.data.columns)
            column.t += entry.shift;
        entry.building.lines.push_back(std::move(line));
    }
    entry.past.clear();
}

void ChartFeed::showChanges(Entry &entry)
{
    if (!entry.panel)
        return;
    std::vector<Change> ours;
    for (const Change &change : m_changes->changes()) {
        if (concerns(change, entry.panel->chart()->content()))
            ours.push_back(change);
    }
    entry.panel->chart()->setChanges(std::move(ours));
}

} // namespace lepto
