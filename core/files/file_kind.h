#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// What a path holds for an import.
enum class FileKind { Csv, PrometheusText, OpenMetrics, Tsdb };

QString nameOf(FileKind kind); ///< csv, text, openmetrics, tsdb

/// Tells it from a folder's content or a file's first bytes. Errors: NotFound, Unavailable, BadInput saying what it is instead (packed,
/// a bundle, a part of a block, no text).
Result<FileKind> detectFileKind(const QString &path);
/// The same for the beginning of a file.
Result<FileKind> fileKindOf(std::string_view head, const QString &name);
/// Which of the two forms a file of metrics has: OpenMetrics ends with "# EOF".
FileKind expositionKindOf(const QString &path);

} // namespace lepto
