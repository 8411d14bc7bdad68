#pragma once

#include "core/files/byte_file.h"
#include "core/files/series_source.h"

#include <vector>

namespace lepto {

/// One series as the index of a block has it.
struct TsdbSeries {
    std::uint64_t ref = 0; ///< by which tombstones name it
    Labels labels;
    std::vector<ChunkSpan> chunks; ///< place: segment in the upper, offset in the lower 32 bits
};

/// The `index` file of a Prometheus block, version 1 or 2: table of contents, symbols and series, every checksum verified.
/// Source: Prometheus, "Index Disk Format". Untrusted bytes: what is read is bounded by the file. One thread.
class TsdbIndex {
public:
    /// Errors: Damaged with file and place.
    static Result<TsdbIndex> open(ByteFile file);

    int version() const { return m_version; }
    /// The next series in label order; false at the end. Errors: Damaged, after which nothing more comes.
    Result<bool> next(TsdbSeries &series);
    double progress() const;

    /// Verifies what a walk over the series does not touch: label indices, postings and their offset tables.
    Result<void> checkTables();

private:
    struct Contents {
        std::uint64_t symbols = 0, series = 0, labelIndices = 0, labelTable = 0, postings = 0, postingsTable = 0;
    };
    explicit TsdbIndex(ByteFile file)
        : m_file(std::move(file))
    { }

    void readContents();
    void readSymbols();
    bool readNext(TsdbSeries &series);
    void readSeries(ByteCursor entry, TsdbSeries &series);
    std::string_view symbol(std::uint64_t ref, const ByteCursor &at) const;
    ByteCursor section(std::uint64_t at);
    void checkTable(std::uint64_t table, int names);

    ByteFile m_file;
    int m_version = 0;
    Contents m_contents;
    Bytes m_symbols;                             ///< the strings with their lengths
    std::uint64_t m_symbolsAt = 0;               ///< where they lie in the file: version 1 names them by that
    std::vector<std::uint32_t> m_symbolOffsets;  ///< into m_symbols, by number: version 2 names them by that
    std::uint64_t m_at = 0, m_end = 0;           ///< of the series
    Labels m_before;
    bool m_failed = false;
};

} // namespace lepto
