#pragma once

#include "core/store/database.h"
#include "core/store/head.h"
#include "core/store/histogram_table.h"

#include <functional>
#include <span>

namespace lepto {

struct JournalEntry {
    SeriesId series = 0;
    Sample sample;
};

struct HeadPart {
    SeriesId series = 0;
    const HeadSeries *head = nullptr;
};

/// The unsealed samples on disk: one row a batch. Now and then one row with all open chunks replaces what came before, so the
/// journal stays as small as the head. Works inside the caller's transaction; failures stay in the connection.
class Journal {
public:
    explicit Journal(Database &db)
        : m_db(db)
    { }

    using Histograms = std::map<SeriesId, std::vector<HistogramSample>>;

    std::int64_t append(std::span<const JournalEntry> batch); ///< bytes written
    std::int64_t append(const Histograms &batch); ///< bytes written
    /// All that is open, except the histograms of the `sealed` series; bytes written.
    std::int64_t replaceWith(std::span<const HeadPart> heads, const HistogramHead &histograms, std::span<const SeriesId> sealed);

    /// What replay calls for every entry; false: it cannot be.
    struct Puts {
        std::function<bool(const JournalEntry &)> sample;
        std::function<bool(SeriesId, HistogramSample)> histogram;
    };
    /// Calls `puts` for every entry of the rows after `seq`; answers the last row's number. A row that does not decode fails
    /// the connection as damaged.
    std::int64_t replay(std::int64_t seq, const Puts &puts) const;
    bool replayRow(std::int64_t seq, const Puts &puts) const; ///< one row; false where it is missing or does not decode

private:
    std::int64_t nextSeq() const;
    void insert(std::int64_t seq, int kind, Bytes &data);

    Database &m_db;
};

} // namespace lepto
