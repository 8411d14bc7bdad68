#pragma once

#include "core/files/csv_layout.h"
#include "core/files/file_kind.h"
#include "core/files/store_writer.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace lepto {

struct ImportOptions {
    std::optional<FileKind> kind;     ///< empty: told from each path
    QString source;                   ///< the label `source` of what comes in; empty: the name of the file
    CsvHints csv;
    std::vector<Matcher> match;       ///< of the labels in the file; empty: all
    TimeSpan range { std::numeric_limits<TimeMs>::min(), std::numeric_limits<TimeMs>::max() };
};

/// What one path brought.
struct ImportReport {
    QString path, source;
    FileKind kind = FileKind::Csv;
    ImportCounts counts;
    std::int64_t rows = 0, badRows = 0; ///< of a CSV file, lines of a dump
    std::int64_t repeated = 0;          ///< samples at a time that an earlier row of the same series has; left out
    QString firstBad;                   ///< why the first of them was refused
    int blocks = 0;                     ///< of a storage folder
    bool stopped = false;               ///< before the end; what is stored by then stays
    TimeMs at = 0;                      ///< the time that samples without one got; 0: all had their own
    bool isClean() const { return !stopped && counts.problems == 0 && counts.refused == 0 && badRows == 0 && repeated == 0 && counts.histogramsNotStored == 0; }
};

/// Progress 0..1 of one path; false stops the import, what is stored by then stays.
using ImportProgress = std::function<bool(double)>;

/// Reads a file or folder into the store. Damaged parts and bad rows are left out, counted and named. Importing the same again adds
/// nothing, so an import that was stopped or killed is finished by starting it again. Any thread; other threads may use the store.
/// Errors: those of detectFileKind and openTsdb, BadInput for a layout that cannot be told, and the store's.
Result<ImportReport> importFile(Store &store, const QString &path, const ImportOptions &options, const ImportProgress &progress);

/// The source that a path is given where the user names none: a letters-and-digits form of its last part.
QString importSourceOf(const QString &path);
/// The beginning of a file as it would be read. Errors as importFile.
Result<CsvPreview> previewFile(const QString &path, const CsvHints &hints, int rows);

} // namespace lepto
