#include "core/logs/log_reader.h"

#include "core/base/text.h"
#include "core/logs/log_scan.h"
#include "core/logs/log_writer.h"

#include <QElapsedTimer>

#include <algorithm>

namespace lepto {

namespace {

/// The newest rows of those that are offered, at most `limit`.
class Newest {
public:
    explicit Newest(std::size_t limit)
        : m_limit(limit)
    { }
    bool isFull() const { return m_rows.size() >= m_limit; }
    bool wants(const LogMark &mark) const { return m_limit > 0 && (!isFull() || mark > m_rows.front().mark); }
    TimeMs oldest() const { return m_rows.front().mark.t; }
    void add(LogRow row)
    {
        if (isFull()) {
            std::pop_heap(m_rows.begin(), m_rows.end(), isNewer);
            m_rows.pop_back();
        }
        m_rows.push_back(std::move(row));
        std::push_heap(m_rows.begin(), m_rows.end(), isNewer);
    }
    std::vector<LogRow> take()
    {
        std::sort(m_rows.begin(), m_rows.end(), isNewer);
        return std::move(m_rows);
    }

private:
    static bool isNewer(const LogRow &a, const LogRow &b) { return a.mark > b.mark; }
    std::size_t m_limit;
    std::vector<LogRow> m_rows;
};

TimeMs bucketOf(TimeMs t, TimeMs step)
{
    return t - ((t % step) + step) % step;
}

/// Whether the block has the pattern that is asked for; true where none is.
bool mayHavePattern(LogScan &scan, const LogScan::Block &block, const LogQuery &query)
{
    if (!query.pattern)
        return true;
    const auto counts = scan.head(block);
    return counts && counts->contains(*query.pattern);
}

using Buckets = std::map<TimeMs, std::array<std::int64_t, kLogLevels>>;

LogBuckets inOrder(const Buckets &buckets, TimeMs step, bool cutShort)
{
    LogBuckets out { step, {}, cutShort };
    for (const auto &[t, lines] : buckets)
        out.buckets.push_back({ t, lines });
    return out;
}

LogBuckets tallied(Database &db, const LogQuery &query, const LogFilter &filter, TimeMs wanted)
{
    const TimeMs fineFrom = db.ask("SELECT min(t) FROM tally WHERE step=10000"), from = db.ask("SELECT min(t) FROM tally WHERE step=600000");
    const bool coarse = wanted >= LogWriter::kCoarseStep || std::max(query.from, from) < fineFrom - LogWriter::kCoarseStep;
    const TimeMs kept = coarse ? LogWriter::kCoarseStep : LogWriter::kFineStep;
    const TimeMs step = std::max<TimeMs>(1, (wanted + kept - 1) / kept) * kept;
    const LogScan scan(db, query);
    Buckets buckets;
    Query rows(db, "SELECT t, source, level, lines FROM tally WHERE step=? AND t >= ? AND t <= ?");
    rows.bind(kept, query.from > 0 ? bucketOf(query.from, kept) : query.from, query.to);
    while (rows.next()) {
        const std::int64_t level = rows.integer(2);
        if (scan.sources().contains(rows.integer(1)) && level >= 0 && level < kLogLevels && filter.mayMatch(1 << level))
            buckets[bucketOf(rows.integer(0), step)][std::size_t(level)] += rows.integer(3);
    }
    return inOrder(buckets, step, false);
}

LogBuckets searched(Database &db, const LogQuery &query, const LogFilter &filter, TimeMs step)
{
    QElapsedTimer clock;
    clock.start();
    LogScan scan(db, query);
    Buckets buckets;
    bool cutShort = false;
    scan.blocks([&](const LogScan::Block &block) {
        cutShort = clock.elapsed() > query.budgetMs;
        if (cutShort || !filter.mayMatch(block.levels) || !mayHavePattern(scan, block, query))
            return !cutShort;
        if (const auto found = scan.lines(block)) {
            for (const LogLine &line : found->lines) {
                if (filter.matches(line))
                    ++buckets[bucketOf(line.t, step)][std::size_t(line.level)];
            }
        }
        return true;
    });
    return inOrder(buckets, step, cutShort);
}

LogPattern patternFrom(const Query &row)
{
    LogPattern pattern;
    pattern.id = std::uint64_t(row.integer(0));
    pattern.level = row.integer(1) >= 0 && row.integer(1) < kLogLevels ? LogLevel(row.integer(1)) : LogLevel::Unknown;
    pattern.service = row.text(2);
    pattern.text = row.text(3);
    pattern.firstSeen = row.integer(4);
    pattern.lastSeen = row.integer(5);
    pattern.lines = row.integer(6);
    return pattern;
}

using SourceCounts = std::map<std::int64_t, PatternCounts>;

SourceCounts countPatterns(LogScan &scan, const LogQuery &query)
{
    SourceCounts counts;
    scan.blocks([&](const LogScan::Block &block) {
        PatternCounts &known = counts[block.source];
        if (block.t0 >= query.from && block.t1 <= query.to) {
            if (const auto head = scan.head(block)) {
                for (const auto &[id, lines] : *head)
                    known[id] += lines;
            }
        } else if (const auto found = scan.lines(block)) {
            for (const LogLine &line : found->lines) {
                if (line.t >= query.from && line.t <= query.to)
                    ++known[line.pattern];
            }
        }
        return true;
    });
    return counts;
}

} // namespace

Result<LogPage> LogReader::query(const LogQuery &query) const
{
    auto view = m_pool.view();
    const auto filter = LogFilter::compile(query);
    if (!view || !filter)
        return view ? filter.error() : view.error();
    QElapsedTimer clock;
    clock.start();
    LogScan scan(view->db(), query);
    Newest newest(std::min(query.limit, LogQuery::kMostRows));
    LogPage page;
    std::optional<TimeMs> unsearched;
    scan.blocks([&](const LogScan::Block &block) {
        if (newest.isFull() && block.t1 < newest.oldest())
            return false;
        if (page.scanned > 0 && clock.elapsed() > query.budgetMs) {
            unsearched = block.t1;
            return false;
        }
        if (!filter->mayMatch(block.levels) || !mayHavePattern(scan, block, query))
            return true;
        auto found = scan.lines(block);
        if (!found)
            return true;
        page.scanned += std::int64_t(found->lines.size());
        for (std::size_t i = 0; i < found->lines.size(); ++i) {
            LogLine &line = found->lines[i];
            const LogMark mark { line.t, block.source, found->first + std::int64_t(i) };
            if ((!query.before || mark < *query.before) && newest.wants(mark) && filter->matches(line))
                newest.add({ mark, scan.sources().at(block.source), std::move(line) });
        }
        return true;
    });
    page.damagedBlocks = scan.damaged();
    page.more = newest.isFull() || unsearched;
    page.rows = newest.take();
    if (unsearched) { // rows at or before it may have neighbours that nobody has looked at
        page.cutShort = true;
        std::erase_if(page.rows, [&](const LogRow &row) { return row.mark.t <= *unsearched; });
        page.searchedTo = LogMark { *unsearched, std::numeric_limits<std::int64_t>::max(), 0 };
    } else if (!page.rows.empty()) {
        page.searchedTo = page.rows.back().mark;
    }
    if (auto read = view->db().result(); !read)
        return read.error();
    return page;
}

Result<std::vector<LogRow>> LogReader::arrivals(const LogQuery &query, std::map<QString, std::int64_t> &after) const
{
    auto view = m_pool.view();
    const auto filter = LogFilter::compile(query);
    if (!view || !filter)
        return view ? filter.error() : view.error();
    LogScan scan(view->db(), query);
    std::vector<LogRow> rows;
    for (const auto &[id, name] : scan.sources()) {
        const auto [known, fresh] = after.try_emplace(name, 0);
        if (fresh) {
            Query end(view->db(), "SELECT lines FROM source WHERE id=?");
            end.bind(id);
            known->second = end.next() ? end.integer(0) : 0;
        }
        scan.blocksFrom(id, known->second, [&, source = id, label = name, next = known](const LogScan::Block &block) {
            auto found = scan.lines(block);
            for (std::size_t i = 0; found && i < found->lines.size() && rows.size() < query.limit; ++i) {
                const std::int64_t number = found->first + std::int64_t(i);
                if (number < next->second)
                    continue;
                next->second = number + 1;
                if (filter->matches(found->lines[i]))
                    rows.push_back({ { found->lines[i].t, source, number }, label, std::move(found->lines[i]) });
            }
            return rows.size() < query.limit;
        });
    }
    std::sort(rows.begin(), rows.end(), [](const LogRow &a, const LogRow &b) { return a.mark < b.mark; });
    if (auto read = view->db().result(); !read)
        return read.error();
    return rows;
}

Result<LogBuckets> LogReader::counts(const LogQuery &query, TimeMs step) const
{
    auto view = m_pool.view();
    const auto filter = LogFilter::compile(query);
    if (!view || !filter)
        return view ? filter.error() : view.error();
    step = std::max<TimeMs>(step, 1);
    auto buckets = filter->isPlain() ? tallied(view->db(), query, *filter, step) : searched(view->db(), query, *filter, step);
    if (auto read = view->db().result(); !read)
        return read.error();
    return buckets;
}

Result<std::vector<PatternRow>> LogReader::patterns(const LogQuery &query) const
{
    auto view = m_pool.view();
    if (!view)
        return view.error();
    LogScan scan(view->db(), query);
    std::vector<PatternRow> rows;
    for (const auto &[source, counts] : countPatterns(scan, query)) {
        Query known(view->db(), "SELECT id, level, service, text, first_seen, last_seen, lines FROM pattern WHERE source=?");
        known.bind(source);
        while (known.next()) {
            const LogPattern pattern = patternFrom(known);
            const auto lines = counts.find(pattern.id);
            if (lines == counts.end() || pattern.level < query.atLeast || (!query.service.empty() && query.service != pattern.service))
                continue;
            const bool isNew = pattern.firstSeen >= query.from && pattern.firstSeen <= query.to;
            rows.push_back({ pattern, scan.sources().at(source), lines->second, isNew });
        }
    }
    std::sort(rows.begin(), rows.end(), [](const PatternRow &a, const PatternRow &b) {
        return std::tuple(-a.linesInRange, a.source, a.pattern.id) < std::tuple(-b.linesInRange, b.source, b.pattern.id);
    });
    rows.resize(std::min(rows.size(), query.limit));
    if (auto read = view->db().result(); !read)
        return read.error();
    return rows;
}

Result<std::vector<LogPattern>> LogReader::patternsOf(const QString &source) const
{
    auto view = m_pool.view();
    if (!view)
        return view.error();
    std::vector<LogPattern> patterns;
    const std::string name = utf8(source);
    Query rows(view->db(),
        "SELECT p.id, level, service, text, first_seen, last_seen, p.lines FROM pattern p JOIN source s ON s.id=p.source WHERE name=? "
        "ORDER BY last_seen, p.id");
    rows.bind(std::string_view(name));
    while (rows.next())
        patterns.push_back(patternFrom(rows));
    if (auto read = view->db().result(); !read)
        return read.error();
    return patterns;
}

Result<std::map<std::string, std::string>> LogReader::positions(const QString &source) const
{
    auto view = m_pool.view();
    if (!view)
        return view.error();
    std::map<std::string, std::string> positions;
    const std::string name = utf8(source);
    Query rows(view->db(), "SELECT key, value FROM position p JOIN source s ON s.id=p.source WHERE name=?");
    rows.bind(std::string_view(name));
    while (rows.next())
        positions.emplace(rows.text(0), rows.text(1));
    if (auto read = view->db().result(); !read)
        return read.error();
    return positions;
}

Result<QStringList> LogReader::sources() const
{
    auto view = m_pool.view();
    if (!view)
        return view.error();
    QStringList names;
    Query rows(view->db(), "SELECT name FROM source ORDER BY name");
    while (rows.next())
        names += qstr(rows.text(0));
    if (auto read = view->db().result(); !read)
        return read.error();
    return names;
}

Result<LogStats> LogReader::stats() const
{
    auto view = m_pool.view();
    if (!view)
        return view.error();
    Database &db = view->db();
    LogStats stats;
    stats.blocks = db.ask("SELECT count(*) FROM block");
    stats.lines = db.ask("SELECT sum(lines) FROM block");
    stats.rawBytes = db.ask("SELECT sum(bytes) FROM block");
    stats.packedBytes = db.ask("SELECT sum(length(data)) FROM block");
    stats.oldest = db.ask("SELECT min(t0) FROM block");
    stats.newest = db.ask("SELECT max(t1) FROM block");
    stats.patterns = db.ask("SELECT count(*) FROM pattern");
    stats.bytesOnDisk = db.ask("PRAGMA page_count") * db.ask("PRAGMA page_size");
    if (auto read = db.result(); !read)
        return read.error();
    return stats;
}

} // namespace lepto
