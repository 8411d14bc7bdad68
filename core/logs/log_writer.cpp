#include "core/logs/log_writer.h"

#include "core/base/text.h"
#include "core/logs/log_block.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr std::int64_t kFull = 255;     ///< rank of a block that is not packed again
constexpr std::size_t kRun = 16;        ///< so many blocks of one rank become one of the next
constexpr std::int64_t kChecksum = 4;

TimeMs bucketOf(TimeMs t, TimeMs step)
{
    return t - ((t % step) + step) % step;
}

bool isFull(std::size_t lines, std::int64_t bytes)
{
    return lines >= LogWriter::kFullLines || bytes >= LogWriter::kFullBytes;
}

std::int64_t textBytes(std::span<const LogLine> lines)
{
    std::int64_t bytes = 0;
    for (const LogLine &line : lines)
        bytes += std::int64_t(line.text.size());
    return bytes;
}

} // namespace

Result<void> LogWriter::append(const LogAppend &batch)
{
    WriteTransaction transaction(*m_db);
    const std::int64_t source = sourceId(utf8(batch.source));
    writeLines(source, batch.lines);
    writeTally(source, batch.lines);
    writePatterns(source, batch.patterns);
    writePositions(source, batch.positions);
    if (!batch.lines.empty())
        packSmall(source);
    return transaction.commit();
}

std::int64_t LogWriter::sourceId(const std::string &name)
{
    Query(*m_db, "INSERT OR IGNORE INTO source(name, lines) VALUES(?, 0)").bind(std::string_view(name)).run();
    Query query(*m_db, "SELECT id FROM source WHERE name=?");
    query.bind(std::string_view(name));
    return query.next() ? query.integer(0) : 0;
}

void LogWriter::writeLines(std::int64_t source, const std::vector<LogLine> &lines)
{
    if (lines.empty())
        return;
    std::int64_t number = 0;
    {
        Query query(*m_db, "SELECT lines FROM source WHERE id=?");
        query.bind(source);
        number = query.next() ? query.integer(0) : 0;
    }
    for (std::size_t from = 0; from < lines.size();) {
        std::size_t to = from;
        std::int64_t bytes = 0;
        for (; to < lines.size() && !isFull(to - from, bytes); ++to)
            bytes += std::int64_t(lines[to].text.size());
        writeBlock(source, isFull(to - from, bytes) ? kFull : 0, number, std::span(lines).subspan(from, to - from));
        number += std::int64_t(to - from);
        from = to;
    }
    Query(*m_db, "UPDATE source SET lines=? WHERE id=?").bind(number, source).run();
}

void LogWriter::writeBlock(std::int64_t source, std::int64_t rank, std::int64_t first, std::span<const LogLine> lines)
{
    TimeMs t0 = lines.front().t, t1 = t0;
    std::int64_t levels = 0;
    PatternCounts counts;
    for (const LogLine &line : lines) {
        t0 = std::min(t0, line.t);
        t1 = std::max(t1, line.t);
        levels |= 1 << int(line.level);
        ++counts[line.pattern];
    }
    const Bytes data = packLines(lines), head = packHead(counts);
    const std::int64_t bytes = unpackedSize(ByteView(data).first(data.size() - kChecksum));
    Query(*m_db, "INSERT INTO block(source, rank, first, lines, t0, t1, levels, bytes, head, data) VALUES(?,?,?,?,?,?,?,?,?,?)")
        .bind(source, rank, first, std::int64_t(lines.size()), t0, t1, levels, bytes, head, data)
        .run();
}

void LogWriter::writeTally(std::int64_t source, const std::vector<LogLine> &lines)
{
    std::map<std::tuple<TimeMs, TimeMs, LogLevel>, std::int64_t> counts;
    for (const LogLine &line : lines) {
        for (const TimeMs step : { kFineStep, kCoarseStep })
            ++counts[{ step, bucketOf(line.t, step), line.level }];
    }
    Query query(*m_db, "INSERT INTO tally VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET lines=lines+excluded.lines");
    for (const auto &[key, count] : counts)
        query.bind(std::get<0>(key), std::get<1>(key), source, int(std::get<2>(key)), count).run();
}

void LogWriter::writePatterns(std::int64_t source, const std::vector<LogPattern> &patterns)
{
    Query query(*m_db, "INSERT OR REPLACE INTO pattern VALUES(?,?,?,?,?,?,?,?)");
    for (const LogPattern &p : patterns) {
        query.bind(source, std::int64_t(p.id), int(p.level), std::string_view(p.service), std::string_view(p.text), p.firstSeen, p.lastSeen, p.lines)
            .run();
    }
}

void LogWriter::writePositions(std::int64_t source, const std::map<std::string, std::string> &positions)
{
    for (const auto &[key, value] : positions) {
        if (value.empty())
            Query(*m_db, "DELETE FROM position WHERE source=? AND key=?").bind(source, std::string_view(key)).run();
        else
            Query(*m_db, "INSERT OR REPLACE INTO position VALUES(?,?,?)").bind(source, std::string_view(key), std::string_view(value)).run();
    }
}

std::vector<LogWriter::Block> LogWriter::newestRun(std::int64_t source)
{
    Query query(*m_db, "SELECT id, rank, lines, bytes FROM block WHERE source=? ORDER BY first DESC LIMIT 64");
    query.bind(source);
    std::vector<Block> run;
    while (query.next()) {
        const Block block { query.integer(0), query.integer(1), query.integer(2), query.integer(3) };
        if (block.rank == kFull || (!run.empty() && block.rank != run.front().rank))
            break;
        run.push_back(block);
    }
    std::reverse(run.begin(), run.end());
    return run;
}

void LogWriter::packSmall(std::int64_t source)
{
    for (bool again = true; again && !m_db->failed();) {
        const std::vector<Block> run = newestRun(source);
        std::int64_t lines = 0, bytes = 0;
        for (const Block &block : run) {
            lines += block.lines;
            bytes += block.bytes;
        }
        again = run.size() > 1 && (run.size() >= kRun || isFull(std::size_t(lines), bytes)) && merge(source, run);
    }
}

std::optional<std::vector<LogLine>> LogWriter::linesOf(const Block &block, std::int64_t &first)
{
    Query query(*m_db, "SELECT first, data FROM block WHERE id=?");
    query.bind(block.id);
    if (!query.next())
        return std::nullopt;
    first = first < 0 ? query.integer(0) : first;
    return unpackLines(query.blob(1), block.bytes);
}

bool LogWriter::merge(std::int64_t source, const std::vector<Block> &run)
{
    std::vector<LogLine> all;
    std::int64_t first = -1;
    for (const Block &block : run) {
        auto lines = linesOf(block, first);
        if (!lines) { // left as it is, for the reader to count
            Query(*m_db, "UPDATE block SET rank=255 WHERE id=?").bind(block.id).run();
            return false;
        }
        all.insert(all.end(), std::make_move_iterator(lines->begin()), std::make_move_iterator(lines->end()));
    }
    for (const Block &block : run)
        Query(*m_db, "DELETE FROM block WHERE id=?").bind(block.id).run();
    writeBlock(source, isFull(all.size(), textBytes(all)) ? kFull : run.front().rank + 1, first, all);
    return !m_db->failed();
}

std::int64_t LogWriter::usedBytes()
{
    return (m_db->ask("PRAGMA page_count") - m_db->ask("PRAGMA freelist_count")) * m_db->ask("PRAGMA page_size");
}

TimeMs LogWriter::dropOldest(std::int64_t maxBytes)
{
    TimeMs gone = 0;
    while (!m_db->failed() && usedBytes() > maxBytes) {
        std::int64_t id = -1;
        {
            Query oldest(*m_db, "SELECT id, t1 FROM block ORDER BY t1 LIMIT 1");
            if (!oldest.next())
                break;
            id = oldest.integer(0);
            gone = oldest.integer(1);
        }
        Query(*m_db, "DELETE FROM block WHERE id=?").bind(id).run();
    }
    return gone;
}

Result<void> LogWriter::maintain(TimeMs keepFrom, std::int64_t maxBytes)
{
    WriteTransaction transaction(*m_db);
    Query(*m_db, "DELETE FROM block WHERE t1 < ?").bind(keepFrom).run();
    const TimeMs from = std::max(keepFrom, dropOldest(maxBytes));
    const TimeMs newest = m_db->ask("SELECT max(t1) FROM block");
    Query(*m_db, "DELETE FROM tally WHERE step=? AND t < ?").bind(kFineStep, std::max(from - kFineStep, newest - kFineKept)).run();
    Query(*m_db, "DELETE FROM tally WHERE step=? AND t < ?").bind(kCoarseStep, from - kCoarseStep).run();
    Query(*m_db, "DELETE FROM pattern WHERE last_seen < ?").bind(keepFrom).run();
    auto done = transaction.commit();
    if (done)
        m_db->exec("PRAGMA incremental_vacuum(1000)");
    (void)m_db->result(); // giving space back is no part of the promise
    return done;
}

} // namespace lepto
