#pragma once

#include "core/sources/exposition_parser.h"
#include "core/sources/query_answer.h"
#include "ml/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lepto {

/// Reads VictoriaMetrics' /api/v1/export while it arrives: one JSON object a line with `metric`, `values` and `timestamps` (ms), raw
/// samples. A series may come in several lines; `null` is a stale marker, since that server keeps no other NaN. Not thread-safe.
class ExportScanner {
public:
    explicit ExportScanner(std::size_t maxSeries = 250'000, LabelCache *cache = nullptr, std::vector<Labels::Pair> target = {});

    /// False once the bytes turned out wrong.
    bool push(std::string_view bytes);
    /// Series with samples in time order, each time once. Errors: BadInput with the line, Exhausted.
    Result<QueryAnswer> finish();
    bool wasCapped() const { return m_capped; }

private:
    bool takeLine(std::string_view line);
    bool readLine(std::string_view line);
    bool fail(std::string reason, ErrorCode code = ErrorCode::BadInput);

    std::size_t m_maxSeries;
    LabelCache *m_cache;
    std::vector<Labels::Pair> m_target;
    std::string m_pending;
    std::unordered_map<Labels, std::size_t> m_places;
    std::vector<double> m_values;
    std::vector<TimeMs> m_times;
    Labels m_labels;
    QueryAnswer m_answer;
    std::optional<std::string> m_reason;
    ErrorCode m_code = ErrorCode::BadInput;
    std::size_t m_samples = 0;
    int m_line = 0;
    qint64 m_bytes = 0;
    bool m_capped = false;
};

} // namespace lepto
