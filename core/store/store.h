#pragma once

#include "core/store/cardinality.h"
#include "core/store/encoded_chunk.h"
#include "core/store/retention_policy.h"
#include "ml/base/native_histogram.h"
#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lepto {

using SeriesId = std::int64_t;

struct SeriesInfo {
    SeriesId id = 0;
    Labels labels;
};

/// Samples of one series in time order, for imports.
struct SeriesRun {
    Labels labels;
    std::span<const Sample> samples;
};

/// A label matcher with PromQL's meaning; regular expressions are anchored at both ends, an absent label reads as "".
struct Matcher {
    enum class Kind { Equal, NotEqual, Regex, NotRegex };
    Kind kind = Kind::Equal;
    std::string name;
    std::string value;
};

/// One pixel column of a chart: what happened in [t, next column's t). Empty columns are left out (a gap is a gap).
struct Column {
    TimeMs t = 0;
    double min = 0, max = 0, first = 0, last = 0;
};

struct Columns {
    std::vector<Column> columns;
    std::int64_t samples = 0; ///< raw samples in the range
    std::int64_t reduced = 1; ///< N of "drawn min/max 1:N"; 1 = every sample is there
    TimeMs interval = 0; ///< usual spacing of the samples, ms; a hole over 2.5 intervals is a gap
    TimeMs resolution = 0; ///< 0: as fine as the samples; else some of it is kept in buckets of this many ms only
};

struct StoreStats {
    std::int64_t series = 0, samples = 0, chunks = 0, headSamples = 0; ///< samples are floats
    std::int64_t histograms = 0; ///< native histograms
    std::int64_t bytesOnDisk = 0, chunkBytes = 0;
    TimeMs oldest = 0, newest = 0;
    TimeMs rawSince = 0; ///< older samples are kept in buckets; 0: none are
};

/// The history of samples, `history.db`. Appends are durable against a killed process when `append` returns
/// (journal blob per batch); sealed into Prometheus XOR chunks with a min/max pyramid beside them.
/// Thread-safe: any thread may append or read; writes are serialised inside, reads do not wait for them.
/// Stale markers are kept as samples of `range` (see isStaleMarker) and end a line in `columns`.
class Store {
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// ReadWrite takes the collector lock beside the file and creates or migrates the database; ReadOnly may be opened by
    /// several processes while another one collects, and sees what that one has made durable.
    /// Errors: Conflict (another collector holds it, with its process id), Damaged (not ours, or a failed check), Unavailable.
    static Result<std::unique_ptr<Store>> open(const QString &file, Mode mode);
    virtual ~Store() = default;

    /// Adds samples; ids come back in the same order, 0 for a series that a limit refuses. Out-of-order and duplicate times (same
    /// series) are dropped and counted. Errors: Exhausted on a full disk (nothing of the batch is kept), Unavailable, Refused
    /// (read-only).
    virtual Result<std::vector<SeriesId>> append(std::span<const LabelledSample> batch) = 0;

    /// The same for whole stretches of series, much faster for imports: what fills chunks is sealed at once. Unlike `append`
    /// takes history older than what is stored, and fills gaps; where a time is there already, what is stored stays.
    virtual Result<std::vector<SeriesId>> appendRuns(std::span<const SeriesRun> runs);

    /// Adopts finished chunks without encoding them again; they cost one decoding. Order and durability as appendRuns.
    virtual Result<ChunksAppended> appendChunks(std::span<const ChunkRun> runs);

    /// Adds native histograms, beside the samples of the same series; order and durability as appendRuns. Ids come back in the
    /// same order, 0 where a histogram contradicts itself (spans and counts differ) or its time is none.
    virtual Result<std::vector<SeriesId>> appendHistograms(std::span<const LabelledHistogram> batch);
    /// Histograms with from <= t <= to, in time order.
    virtual Result<std::vector<HistogramSample>> histogramRange(SeriesId id, TimeMs from, TimeMs to) const;

    /// Series that match all matchers and have samples or histograms in [from, to], sorted by labels, at most `limit`.
    virtual Result<std::vector<SeriesInfo>> select(
        std::span<const Matcher> matchers, TimeMs from, TimeMs to, std::size_t limit = 10'000) const = 0;
    virtual std::optional<SeriesInfo> series(SeriesId id) const = 0;
    virtual std::optional<SeriesId> find(const Labels &labels) const = 0;

    /// Raw samples with from <= t <= to, in time order.
    virtual Result<std::vector<Sample>> range(SeriesId id, TimeMs from, TimeMs to) const = 0;
    /// At most `columns` columns over [from, to]; cost does not grow with the range (pyramid).
    virtual Result<Columns> columns(SeriesId id, TimeMs from, TimeMs to, int columns) const = 0;
    virtual std::optional<Sample> last(SeriesId id) const = 0;

    /// From now on new series beyond the limits are refused: their id is 0, their samples are dropped and counted. The first
    /// refusal is no error: the other series of a batch are stored.
    virtual void setLimits(const SeriesLimits &) { }
    /// What the series are made of and what was refused; `top` entries of each list.
    virtual Cardinality cardinality(std::size_t /*top*/ = 10) const { return {}; }

    virtual std::vector<std::string> labelNames() const = 0;
    virtual std::vector<std::string> labelValues(std::string_view name, std::size_t limit = 10'000) const = 0;

    /// Seals what can be sealed, packs what has come to rest, and lets history age as the policy says. Progress 0..1 may return
    /// false to cancel; what is done until then stays done.
    virtual Result<UpkeepReport> age(const RetentionPolicy &policy, const std::function<bool(double)> &progress = {});
    /// The same where the only wish is to remove samples older than `keepFrom`.
    virtual Result<void> maintain(TimeMs keepFrom, const std::function<bool(double)> &progress = {}) = 0;
    virtual Result<void> check() const = 0; ///< Damaged with the place of the first broken row
    virtual Result<void> backup(const QString &file) const = 0; ///< online copy, written beside and renamed
    virtual StoreStats stats() const = 0;
};

} // namespace lepto
