#pragma once

#include "core/files/series_source.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace lepto {

/// What a folder of Prometheus' storage holds: blocks, newest last, and behind them the write-ahead log as one more source.
struct TsdbFolder {
    std::vector<std::unique_ptr<SeriesSource>> sources;
    int blocks = 0;
    std::int64_t samples = 0;     ///< that blocks promise and the log holds; those in both count twice
    std::vector<Error> problems;  ///< what could not be read and is left out
};

/// Opens one block, a snapshot or a data folder (blocks beside `wal`, its newest checkpoint, `wbl`). A record that was being written when
/// the server died is left out without a word. The log is read at once, packed in memory.
/// `goesOn` is asked now and then; false cancels. Errors: NotFound, BadInput (no storage in it), Exhausted (a log beyond 2 GiB packed),
/// Cancelled. Blocks that are broken become problems, unless nothing else is there.
Result<TsdbFolder> openTsdb(const QString &folder, const std::function<bool()> &goesOn = {});

/// Whether the folder looks like one of these.
bool isTsdbBlock(const QString &folder);
bool isTsdbFolder(const QString &folder);

} // namespace lepto
