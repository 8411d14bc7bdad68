#include "core/logs/log_scan.h"

#include "core/base/text.h"

namespace lepto {

LogScan::LogScan(Database &db, const LogQuery &query)
    : m_db(db)
    , m_query(query)
{
    Query rows(db, "SELECT id, name FROM source");
    while (rows.next()) {
        const QString name = qstr(rows.text(1));
        if (query.sources.isEmpty() || query.sources.contains(name))
            m_sources.emplace(rows.integer(0), name);
    }
}

void LogScan::blocks(const std::function<bool(const Block &)> &visit)
{
    const TimeMs last = m_query.before ? std::min(m_query.to, m_query.before->t) : m_query.to;
    Query rows(m_db, "SELECT id, t1, t0, source, levels FROM block WHERE t1 >= ? AND t0 <= ? ORDER BY t1 DESC, id DESC");
    rows.bind(m_query.from, last);
    while (rows.next()) {
        Block block;
        block.id = rows.integer(0);
        block.t1 = rows.integer(1);
        block.t0 = rows.integer(2);
        block.source = rows.integer(3);
        block.levels = rows.integer(4);
        if (m_sources.contains(block.source) && !visit(block))
            return;
    }
}

void LogScan::blocksFrom(std::int64_t source, std::int64_t number, const std::function<bool(const Block &)> &visit)
{
    Query rows(m_db,
        "SELECT id FROM block WHERE source=?1 AND first >= coalesce((SELECT max(first) FROM block WHERE source=?1 AND first <= ?2), 0) ORDER BY first");
    rows.bind(source, number);
    while (rows.next()) {
        Block block;
        block.id = rows.integer(0);
        block.source = source;
        if (!visit(block))
            return;
    }
}

std::optional<LogScan::Lines> LogScan::lines(const Block &block)
{
    Query row(m_db, "SELECT bytes, first, data FROM block WHERE id=?");
    row.bind(block.id);
    if (!row.next())
        return std::nullopt;
    auto lines = unpackLines(row.blob(2), row.integer(0));
    m_damaged += !lines;
    return lines ? std::optional<Lines>({ row.integer(1), *std::move(lines) }) : std::nullopt;
}

std::optional<PatternCounts> LogScan::head(const Block &block)
{
    Query row(m_db, "SELECT head FROM block WHERE id=?");
    row.bind(block.id);
    if (!row.next())
        return std::nullopt;
    auto counts = unpackHead(row.blob(0));
    m_damaged += !counts;
    return counts;
}

} // namespace lepto
