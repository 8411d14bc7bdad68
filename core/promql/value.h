#pragma once

#include "core/store/store.h"
#include "ml/base/native_histogram.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace lepto::promql {

enum class ValueType { Scalar, String, Vector, Matrix };

/// Evaluation shares histograms instead of copying them: they are large beside a Sample.
using HistogramPtr = std::shared_ptr<const NativeHistogram>;

struct HistogramPoint {
    TimeMs t = 0;
    HistogramPtr value; ///< never null
};

/// One series with its samples in time order, contiguous. A series may have floats and histograms, but not at one time.
struct Series {
    Labels labels;
    std::vector<Sample> samples;
    std::vector<HistogramPoint> histograms = {};

    bool empty() const { return samples.empty() && histograms.empty(); }
};

/// Where the evaluator gets raw samples: every series that matches all matchers and has samples in [from, to] (both ends
/// included), stale markers among them, in any order of series.
class SeriesProvider {
public:
    using Visitor = std::function<void(Series &&)>;

    virtual ~SeriesProvider() = default;
    virtual Result<std::vector<Series>> select(std::span<const Matcher> matchers, TimeMs from, TimeMs to) = 0;
    /// The same one by one, so that a long range need not be in memory at once. What the visitor throws goes through.
    virtual Result<void> visit(std::span<const Matcher> matchers, TimeMs from, TimeMs to, const Visitor &visitor);
};

/// Remarks about a result that is still a result; the words are Prometheus's so that people find them again.
struct Annotations {
    std::vector<std::string> warnings, infos; ///< each text once, with line:column in the query
};

struct VectorSample {
    Labels labels;
    double value = 0; ///< NaN where the element is a histogram
    HistogramPtr histogram = {};
};

/// Result over a range: series sorted by labels, one sample for each step that has a value.
struct Matrix {
    std::vector<Series> series;
    Annotations annotations;
};

/// Result at one time. Only the member that `type` names is filled.
struct Value {
    ValueType type = ValueType::Scalar;
    TimeMs at = 0;
    double scalar = 0;
    std::string string;
    std::vector<VectorSample> vector; ///< in the order of sort() and topk(), else by labels
    std::vector<Series> matrix; ///< of a range selector such as `up[5m]`
    Annotations annotations;
};

/// What one evaluation may cost, and the engine's few settings. A passed limit is one error: Exhausted.
struct Limits {
    std::size_t maxSamples = 50'000'000; ///< raw samples and values held by one evaluation
    std::size_t maxSeries = 100'000; ///< of one selector
    int maxSteps = 11'000; ///< of evaluateRange
    int timeoutMs = 120'000;
    TimeMs lookback = 300'000; ///< how long a sample stays valid for an instant selector
    TimeMs subqueryStep = 60'000; ///< of a subquery that names none
    const std::atomic<bool> *cancelled = nullptr; ///< set it from any thread: the evaluation ends with Cancelled
};

} // namespace lepto::promql
