#pragma once

#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/summary.h"

#include <functional>
#include <span>
#include <vector>

namespace lepto {

/// The min/max pyramid of sealed chunks: level 0 has one summary a chunk, each further level one for 16 of the level below.
/// Source of the idea: U. Jugel et al., "M4: A visualization-oriented time series data aggregation", VLDB 2014.
/// All functions work inside the caller's transaction on the caller's connection; failures stay in the connection.
class Pyramid {
public:
    static constexpr int kTop = 4; ///< 16^4 chunks in one summary

    explicit Pyramid(Database &db)
        : m_db(db)
    { }

    /// Adds the summaries of new chunks, later than all before them.
    void append(SeriesId series, std::span<const Summary> chunks) { append(series, 0, chunks); }

    /// Takes out everything that reaches to `from` or beyond, at all levels, and puts these chunks there instead.
    void replaceFrom(SeriesId series, TimeMs from, std::span<const Summary> chunks);

    /// Summaries of one level that touch [from, to], in time order.
    std::vector<Summary> read(SeriesId series, int level, TimeMs from, TimeMs to) const;
    std::optional<TimeMs> lastPage(SeriesId series) const; ///< since when the last summaries are, up to 64
    std::optional<Summary> oldest(SeriesId series) const;
    std::optional<Summary> newest(SeriesId series) const;

    /// Takes out everything before `keepFrom`. `survivor` is asked for each chunk that begins before it: the summary of what is
    /// left of the chunk, or nothing.
    using Survivor = std::function<std::optional<Summary>(const Summary &)>;
    void dropBefore(SeriesId series, TimeMs keepFrom, const Survivor &survivor);

    /// What covers [from, to] at the coarsest fit: `whole` for summaries at most `span` long inside the range, `decode` for
    /// chunks that are longer or cross its border; both in time order.
    void cover(SeriesId series, TimeMs from, TimeMs to, TimeMs span, const std::function<void(const Summary &)> &whole,
        const std::function<void(const Summary &)> &decode) const;

private:
    struct Cover;
    struct Page {
        std::int64_t row = 0, base = 0;
        SummaryPage page;
    };
    void append(SeriesId series, int level, std::span<const Summary> summaries);
    std::optional<Page> tail(SeriesId series, int level) const;
    void write(SeriesId series, int level, Page &page);
    void cutTail(SeriesId series, int level, TimeMs from);
    void dropLevel(SeriesId series, int level, TimeMs keepFrom, const Survivor &survivor);
    std::optional<SummaryPage> decoded(ByteView data) const;
    int startLevel(SeriesId series, TimeMs to, TimeMs span) const;

    Database &m_db;
};

} // namespace lepto
