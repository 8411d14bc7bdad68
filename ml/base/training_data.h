#pragma once

#include "ml/base/result.h"
#include "ml/base/series.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lepto::ml {

/// What is known about one row; bits.
enum RowFlag : std::uint8_t {
    RowExcluded = 1,  ///< not to be learnt from (bad data, maintenance, unknown)
    RowAbnormal = 2   ///< labelled as part of an incident: positive for evaluation, never learnt from
};

/// A regular grid of samples, the bulk data that travels between console and worker in a file:
/// "LEPTOTD1", u32 bytes of the header, header (JSON: rows, columns, start, step), rows x columns float32 (row = time, NaN =
/// missing), rows x u8 flags; little endian; the file ends there.
struct TrainingData {
    std::vector<std::string> columns;  ///< canonical label texts
    TimeMs start = 0, step = 0;        ///< ms; row i is at start + i * step
    std::vector<float> values;         ///< row after row
    std::vector<std::uint8_t> flags;   ///< one a row

    std::size_t rows() const { return flags.size(); }
    float at(std::size_t row, std::size_t column) const { return values[row * columns.size() + column]; }
    TimeMs timeOf(std::size_t row) const { return start + TimeMs(row) * step; }
};

/// Errors: BadInput where sizes do not fit together, Exhausted, Unavailable.
Result<void> writeTrainingData(const std::string &path, const TrainingData &data);
/// Errors: NotFound, Damaged (with the reason), Exhausted (over 4 GiB).
Result<TrainingData> readTrainingData(const std::string &path);

} // namespace lepto::ml
