#pragma once

#include "core/sources/exposition_parser.h"
#include "core/sources/json_text.h"
#include "core/sources/query_answer.h"
#include "ml/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace lepto {

/// Reads the JSON answer of `query` and `query_range` while it arrives: matrix, vector, scalar or string, times to int64 milliseconds
/// without a detour through double, values exactly rounded. Unknown keys are skipped, any order of keys is fine.
/// Push pieces, then finish. Not thread-safe; no allocation per point beyond the result.
class QueryRangeScanner {
public:
    /// With a cache, repeated answers share their labels; `target` is put onto every series (see ExpositionOptions::target).
    explicit QueryRangeScanner(std::size_t maxSeries = 250'000, LabelCache *cache = nullptr, std::vector<Labels::Pair> target = {});

    /// False once the bytes turned out wrong; the rest need not be pushed.
    bool push(std::string_view bytes);
    /// The whole answer. Errors: BadInput with byte position where it is not JSON of this kind or ends early; what the server itself
    /// answered as an error (BadInput for bad_data and execution, Unavailable for the others).
    Result<QueryAnswer> finish();
    /// Refuses answers with more samples than this; 6 million take a hundred megabytes.
    void setMaxSamples(std::size_t samples) { m_maxSamples = samples; }
    bool wasCapped() const { return m_capped; }   ///< more series came than `maxSeries`; they are left out

private:
    enum class Place { Root, RootKey, RootNext, DataKey, DataNext, Item, ItemNext, SeriesKey, SeriesNext, Points, Histograms, Done };

    std::size_t advance(std::string_view bytes);
    json::Outcome step(json::Text &text);
    json::Outcome openRoot(json::Text &text);
    json::Outcome rootKey(json::Text &text);
    json::Outcome dataKey(json::Text &text);
    json::Outcome openResult(json::Text &text);
    json::Outcome item(json::Text &text);
    json::Outcome seriesKey(json::Text &text);
    json::Outcome next(json::Text &text, char closer, Place again, Place after);
    json::Outcome strings(json::Text &text, QStringList &out);
    json::Outcome takeKey(json::Text &text);
    json::Outcome goTo(Place place, json::Outcome outcome);

    std::string m_pending;                        ///< bytes that are not complete yet
    std::size_t m_wanted = 0;                     ///< pending bytes before it is tried again
    std::size_t m_read = 0;                       ///< bytes done with
    Place m_place = Place::Root;
    std::size_t m_maxSeries;
    LabelCache *m_cache;
    std::vector<Labels::Pair> m_target;
    std::size_t m_maxSamples = 6'000'000, m_samples = 0;
    bool m_capped = false, m_tooMany = false, m_tooLong = false;
    std::optional<std::size_t> m_badAt;
    std::string m_key, m_word;
    std::string m_status, m_error, m_errorType, m_type;
    QuerySeries m_series;
    QueryAnswer m_answer;
};

/// Error of an API answer `{"status":"error",...}`: the code by errorType and text, the server's words as reason.
Error apiError(std::string_view errorType, std::string_view words);

} // namespace lepto
