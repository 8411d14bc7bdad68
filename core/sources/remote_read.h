#pragma once

#include "core/sources/chunk_batch.h"
#include "core/sources/exposition_parser.h"
#include "core/sources/query_answer.h"
#include "core/store/byte_codec.h"
#include "core/store/store.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lepto {

/// Prometheus' remote read protocol (0.1.0), the fast lane for raw history: real times and stale markers, no evaluation.
/// Messages after prompb/remote.proto and prompb/types.proto, read and written by hand.

struct RemoteReadQuery {
    TimeMs from = 0, to = 0;
    std::vector<Matcher> matchers;
};

/// Body of the POST, snappy-packed; asks for streamed XOR chunks and accepts plain samples.
QByteArray encodeReadRequest(const RemoteReadQuery &query);

/// Reads either kind of answer while it arrives. Not thread-safe.
class RemoteReadDecoder {
public:
    struct Options {
        TimeMs from = 0, to = 0;                 ///< chunks bring whole blocks of samples, which are clipped to this
        std::size_t maxSeries = 250'000;
        std::size_t maxUnpackedBytes = 64 << 20; ///< of a snappy answer
        std::size_t maxSamples = 6'000'000;      ///< without a sink; a histogram counts as many
        LabelCache *cache = nullptr;
        std::vector<Labels::Pair> target;
        HistorySink *sink = nullptr;             ///< takes the chunks as they come instead of the answer; must outlive the decoder
        TimeMs skipBefore = 0;                   ///< with a sink: chunks that begin earlier were taken already
    };
    RemoteReadDecoder(bool streamed, Options options);

    /// False once the bytes turned out wrong.
    bool push(std::string_view bytes);
    /// Series in the server's order. Errors: Damaged with what is wrong (checksum, cut frame, broken chunk), Exhausted.
    Result<QueryAnswer> finish();
    bool wasCapped() const { return m_capped; }
    /// Chunks that were handed on or left out as known.
    qint64 chunks() const { return m_chunks; }

private:
    bool fail(const char *reason, ErrorCode code = ErrorCode::Damaged);
    bool count(std::size_t samples, std::size_t histograms);
    std::size_t readFrames(std::string_view bytes);
    bool readChunkedResponse(ByteView message);
    bool readChunkedSeries(ByteView message);
    bool readChunk(ByteView message, const Labels &labels);
    bool handOver(const Result<void> &done);
    bool takeFloats(ByteView chunk);
    bool takeHistograms(std::uint64_t type, ByteView chunk);
    bool readSamplesAnswer();
    bool startSeries(const Labels &labels);
    bool handOverAnswer();
    bool readTimeSeries(ByteView message);
    bool readSample(ByteView message);
    void keep(const Labels &labels);
    Labels labelsOf(std::string_view key, std::vector<Labels::Pair> pairs);

    bool m_streamed;
    std::optional<ChunkBatch> m_batch;
    std::optional<Labels> m_current;             ///< with a sink: the series that comes
    std::size_t m_series = 0;                    ///< handed on
    qint64 m_chunks = 0;
    std::size_t m_weight = 0;
    Options m_options;
    std::string m_pending, m_key;
    std::vector<Sample> m_samples;
    std::vector<HistogramSample> m_histograms;
    QueryAnswer m_answer;
    std::optional<std::string> m_reason;
    ErrorCode m_code = ErrorCode::Damaged;
    bool m_capped = false;
};

} // namespace lepto
