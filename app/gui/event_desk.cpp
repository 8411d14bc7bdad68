#include "app/gui/event_desk.h"

#include "app/gui/engine.h"
#include "app/gui/open_bundle.h"
#include "core/base/text.h"
#include "core/changes/change_store.h"

namespace lepto {

namespace {

constexpr std::size_t kMostFresh = 50;

Result<LogCounts> readCounts(const QString &file, const LogQuery &query, TimeMs step)
{
    const auto store = LogStore::open(file, LogStore::Mode::ReadOnly);
    if (!store)
        return store.error();
    LogCounts counts;
    auto buckets = (*store)->counts(query, step);
    if (!buckets)
        return buckets.error();
    counts.buckets = *std::move(buckets);
    const auto patterns = (*store)->patterns(query);
    if (!patterns)
        return patterns.error();
    for (const PatternRow &row : *patterns) {
        if (row.isNew && counts.fresh.size() < kMostFresh)
            counts.fresh.push_back(row.pattern);
    }
    return counts;
}

} // namespace

EngineEventDesk::EngineEventDesk(Engine &engine, QObject *parent)
    : EventDesk(parent)
    , m_engine(engine)
{ }

void EngineEventDesk::wire(Services &services)
{
    connect(&services.changes(), &ChangeStore::changed, this, &EventDesk::changesChanged, Qt::QueuedConnection);
}

void EngineEventDesk::setBundle(std::shared_ptr<OpenBundle> bundle)
{
    m_bundle = std::move(bundle);
    Q_EMIT changesChanged();
}

void EngineEventDesk::changes(TimeMs from, TimeMs to, QObject *context, Answer<std::vector<Change>> answer)
{
    if (!m_bundle) {
        m_engine.ask<std::vector<Change>>(
            [from, to](Services &services) {
                return services.changes().list({ from, to, {}, {}, {} });
            },
            context, std::move(answer));
        return;
    }
    std::vector<Change> inside;
    for (const Change &change : m_bundle->documents().changes) {
        if (std::max(change.from, change.to) >= from && change.from <= to)
            inside.push_back(change);
    }
    answer(std::move(inside));
}

void EngineEventDesk::logCounts(
    TimeMs from, TimeMs to, TimeMs step, const QString &service, QObject *context, Answer<LogCounts> answer)
{
    if (m_bundle) {
        answer(Error { ErrorCode::NotFound, {}, utf8(tr("a bundle holds no log lines")) });
        return;
    }
    LogQuery query;
    query.from = from;
    query.to = to;
    query.service = utf8(service);
    query.budgetMs = 1500;
    m_engine.read<LogCounts>([query, step](Services &services) { return readCounts(services.home().logsDb(), query, step); }, context,
        std::move(answer));
}

} // namespace lepto
