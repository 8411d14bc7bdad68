#include "core/store/pyramid.h"

#include "core/store/checksum.h"

#include <sqlite3.h>

namespace lepto {

std::optional<SummaryPage> Pyramid::decoded(ByteView data) const
{
    const auto content = checkedBlob(data);
    auto page = content ? SummaryPage::decode(*content) : std::nullopt;
    if (!page || page->entries().empty()) {
        m_db.fail(SQLITE_CORRUPT);
        return std::nullopt;
    }
    return page;
}

std::optional<Pyramid::Page> Pyramid::tail(SeriesId series, int level) const
{
    Query query(m_db, "SELECT id, base, data FROM summary WHERE series=? AND level=? ORDER BY t0 DESC LIMIT 1");
    if (!query.bind(series, level).next())
        return std::nullopt;
    auto page = decoded(query.blob(2));
    if (!page)
        return std::nullopt;
    return Page { query.integer(0), query.integer(1), std::move(*page) };
}

void Pyramid::write(SeriesId series, int level, Page &page)
{
    const auto &entries = page.page.entries();
    Bytes data = page.page.bytes();
    appendChecksum(data);
    if (page.row == 0) {
        Query insert(m_db, "INSERT INTO summary(series, level, t0, t1, base, data) VALUES(?,?,?,?,?,?)");
        insert.bind(series, level, entries.front().t0, entries.back().t1, page.base, data).run();
        page.row = m_db.lastRowId();
    } else {
        Query update(m_db, "UPDATE summary SET t0=?, t1=?, base=?, data=? WHERE id=?");
        update.bind(entries.front().t0, entries.back().t1, page.base, data, page.row).run();
    }
}

void Pyramid::append(SeriesId series, int level, std::span<const Summary> summaries)
{
    if (summaries.empty() || m_db.failed())
        return;
    Page page = tail(series, level).value_or(Page());
    std::vector<Summary> parents;
    bool dirty = false;
    for (const Summary &summary : summaries) {
        const std::int64_t ordinal = page.base + std::int64_t(page.page.entries().size());
        if (ordinal % SummaryPage::kCapacity == 0 && !page.page.entries().empty()) {
            if (dirty)
                write(series, level, page);
            page = { 0, ordinal, {} };
        }
        page.page.append(summary);
        dirty = true;
        const auto &entries = page.page.entries();
        if ((ordinal + 1) % SummaryPage::kFanOut == 0 && entries.size() >= SummaryPage::kFanOut && level < kTop) {
            Summary parent;
            for (auto child = entries.end() - SummaryPage::kFanOut; child != entries.end(); ++child)
                parent.add(*child);
            parents.push_back(parent);
        }
    }
    write(series, level, page);
    append(series, level + 1, parents);
}

void Pyramid::replaceFrom(SeriesId series, TimeMs from, std::span<const Summary> chunks)
{
    for (int level = 0; level <= kTop; ++level)
        cutTail(series, level, from);
    append(series, chunks);
}

void Pyramid::cutTail(SeriesId series, int level, TimeMs from)
{
    std::vector<Page> touched;
    {
        Query query(m_db,
            "SELECT id, base, data FROM summary WHERE series=?1 AND level=?2 AND t0>="
            "coalesce((SELECT max(t0) FROM summary WHERE series=?1 AND level=?2 AND t0<=?3), ?3)");
        query.bind(series, level, from);
        while (query.next()) {
            const auto page = decoded(query.blob(2));
            if (!page)
                return;
            Page kept { query.integer(0), query.integer(1), {} };
            for (const Summary &summary : page->entries())
                if (summary.t1 < from)
                    kept.page.append(summary);
            if (kept.page.entries().size() < page->entries().size())
                touched.push_back(std::move(kept));
        }
    }
    for (Page &page : touched) {
        if (!page.page.entries().empty())
            write(series, level, page);
        else
            Query(m_db, "DELETE FROM summary WHERE id=?").bind(page.row).run();
    }
}

std::vector<Summary> Pyramid::read(SeriesId series, int level, TimeMs from, TimeMs to) const
{
    std::vector<Summary> found;
    Query query(m_db,
        "SELECT data FROM summary WHERE series=?1 AND level=?2 AND t0<=?4 AND t0>="
        "coalesce((SELECT max(t0) FROM summary WHERE series=?1 AND level=?2 AND t0<=?3), ?3) ORDER BY t0");
    query.bind(series, level, from, to);
    while (query.next()) {
        const auto page = decoded(query.blob(0));
        if (!page)
            return {};
        for (const Summary &summary : page->entries()) {
            const bool later = found.empty() || summary.t0 > found.back().t1; // a hostile file may hold pages that overlap
            if (summary.t1 >= from && summary.t0 <= to && later)
                found.push_back(summary);
        }
    }
    return found;
}

std::optional<Summary> Pyramid::oldest(SeriesId series) const
{
    Query query(m_db, "SELECT data FROM summary WHERE series=? AND level=0 ORDER BY t0 LIMIT 1");
    if (!query.bind(series).next())
        return std::nullopt;
    const auto page = decoded(query.blob(0));
    return page ? std::optional(page->entries().front()) : std::nullopt;
}

std::optional<TimeMs> Pyramid::lastPage(SeriesId series) const
{
    Query query(m_db, "SELECT max(t0) FROM summary WHERE series=? AND level=0");
    return query.bind(series).next() && query.integer(0) != 0 ? std::optional(query.integer(0)) : std::nullopt;
}

std::optional<Summary> Pyramid::newest(SeriesId series) const
{
    const auto page = tail(series, 0);
    return page ? std::optional(page->page.entries().back()) : std::nullopt;
}

void Pyramid::dropBefore(SeriesId series, TimeMs keepFrom, const Survivor &survivor)
{
    dropLevel(series, 0, keepFrom, survivor);
    for (int level = 1; level <= kTop; ++level)
        dropLevel(series, level, keepFrom, [](const Summary &) { return std::nullopt; });
}

void Pyramid::dropLevel(SeriesId series, int level, TimeMs keepFrom, const Survivor &survivor)
{
    std::vector<Page> changed;
    Query query(m_db, "SELECT id, base, data FROM summary WHERE series=? AND level=? AND t0<? ORDER BY t0");
    query.bind(series, level, keepFrom);
    while (query.next()) {
        const auto page = decoded(query.blob(2));
        if (!page)
            return;
        Page kept { query.integer(0), query.integer(1), {} };
        for (const Summary &summary : page->entries()) {
            if (const auto rest = summary.t0 >= keepFrom ? std::optional(summary) : survivor(summary))
                kept.page.append(*rest);
            else
                ++kept.base;
        }
        changed.push_back(std::move(kept));
    }
    for (Page &page : changed) {
        if (!page.page.entries().empty())
            write(series, level, page);
        else
            Query(m_db, "DELETE FROM summary WHERE id=?").bind(page.row).run();
    }
}

/// A walk down from one level: whole summaries where they fit, the level below for the rest.
struct Pyramid::Cover {
    const Pyramid &pyramid;
    SeriesId series;
    TimeMs from, to, span;
    const std::function<void(const Summary &)> &whole, &decode;

    void walk(int level, TimeMs a, TimeMs b) const
    {
        if (a > b || level < 0)
            return;
        TimeMs open = a; // nothing of [open, next summary) has been answered yet
        for (const Summary &summary : pyramid.read(series, level, a, b)) {
            const bool inside = summary.t0 >= from && summary.t1 <= to;
            if (inside && summary.t1 - summary.t0 <= span) {
                walk(level - 1, open, summary.t0 - 1);
                whole(summary);
                open = summary.t1 + 1;
            } else if (level == 0) {
                decode(summary);
            }
        }
        walk(level - 1, open, b);
    }
};

void Pyramid::cover(SeriesId series, TimeMs from, TimeMs to, TimeMs span, const std::function<void(const Summary &)> &whole,
    const std::function<void(const Summary &)> &decode) const
{
    Cover { *this, series, from, to, span, whole, decode }.walk(startLevel(series, to, span), from, to);
}

int Pyramid::startLevel(SeriesId series, TimeMs to, TimeMs span) const
{
    Query query(m_db, "SELECT data FROM summary WHERE series=? AND level=0 AND t0<=? ORDER BY t0 DESC LIMIT 1");
    if (!query.bind(series, to).next())
        return 0;
    const auto page = decoded(query.blob(0));
    if (!page)
        return 0;
    TimeMs length = page->entries().back().t1 - page->entries().back().t0;
    int level = 0;
    for (; level < kTop && length * SummaryPage::kFanOut <= span; ++level)
        length *= SummaryPage::kFanOut;
    return level;
}

} // namespace lepto
