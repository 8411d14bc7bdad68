#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/series.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace lepto {

/// A place in the stream of an edge: the record `seq` and all samples up to its end. Both only ever grow.
struct EdgePosition {
    std::uint64_t seq = 0;     ///< 0: before the first record
    std::uint64_t samples = 0; ///< collected since the spool was made

    friend bool operator==(const EdgePosition &, const EdgePosition &) = default;
};

/// One scrape of an edge, or a part of a very large one. `before` is where the collector stood when it wrote the record, so that a reader
/// sees exactly how many samples were dropped on the way.
struct EdgeRecord {
    EdgePosition before;
    TimeMs at = 0;
    std::string source; ///< at the edge
    std::vector<LabelledSample> samples;

    EdgePosition end() const { return { before.seq + 1, before.samples + samples.size() }; }
};

/// Writes records of one stream (a connection, a spool segment). Labels are sent once and named by number afterwards; a value is the XOR
/// with the former value of its series. Numbers are LEB128, texts have their length in front (`ByteWriter`):
/// flags (1: the dictionary begins anew), seq, samples before, at, source, count of new label sets, each as count and name, value pairs;
/// count of samples, their series numbers as difference to the expected one, times as difference to `at`, values.
class RecordWriter {
public:
    /// Appends one record with as many of the samples as one frame takes; answers how many. A sample whose labels are beyond all reason
    /// (over 256 KiB of text) is left out of the record, which the reader sees as dropped.
    std::size_t write(Bytes &out, const EdgeRecord &head, std::span<const LabelledSample> samples);

private:
    struct Known {
        std::uint32_t number = 0;
        double last = 0;
        std::size_t bytes = 0; ///< of its labels
    };
    struct Chosen {
        Known *series = nullptr;
        Sample sample;
    };
    bool startAnew();
    std::size_t gather(std::span<const LabelledSample> samples);

    std::unordered_map<Labels, Known> m_known;
    std::vector<Chosen> m_chosen;
    std::vector<const Labels *> m_fresh;
    std::size_t m_labelBytes = 0;
};

/// The counterpart, for bytes from anywhere: counts and the dictionary are bounded.
class RecordReader {
public:
    using Relabel = std::function<Labels(const Labels &)>;
    /// `relabel` is applied once to every label set of the dictionary.
    explicit RecordReader(Relabel relabel = {}) : m_relabel(std::move(relabel)) {}

    /// Nothing for bytes that are not a record; the reader is of no use afterwards.
    std::optional<EdgeRecord> read(ByteView body);

private:
    struct Known {
        Labels labels;
        double last = 0;
    };
    bool readLabels(ByteReader &in);
    bool readSamples(ByteReader &in, EdgeRecord &record);

    Relabel m_relabel;
    std::vector<Known> m_known;
    std::size_t m_labelBytes = 0;
};

} // namespace lepto
