#pragma once

#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace lepto {

/// One line of Grafana Loki.
struct LokiEntry {
    std::int64_t ns = 0;                ///< since 1970
    Labels stream;
    std::string line;
    Labels metadata;                    ///< structured metadata and parsed fields, where the server tells them apart
};

/// A pattern that the server itself has found.
struct LokiPattern {
    std::string text, level;
    std::vector<std::pair<std::int64_t, std::int64_t>> samples; ///< seconds, lines
};

/// What an answer of the HTTP API holds; each path fills its own part. Unknown keys are ignored.
struct LokiAnswer {
    std::vector<LokiEntry> entries;     ///< query_range and tail, in the order of the answer
    std::int64_t dropped = 0;           ///< tail: lines the server left out
    QStringList names;                  ///< labels and label values
    std::vector<Labels> series;
    std::vector<LokiPattern> patterns;
    QStringList warnings;               ///< plain text
};

/// Reads the JSON of `query_range` and `query` (streams), `tail`, `labels`, `label/NAME/values`, `series` and `patterns`.
/// Errors: BadInput where it is none of these (a matrix among them), with the reason.
Result<LokiAnswer> parseLokiAnswer(const QByteArray &body);

} // namespace lepto
