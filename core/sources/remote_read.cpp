#include "core/sources/remote_read.h"

#include "core/sources/histogram_chunk.h"
#include "core/sources/histogram_proto.h"
#include "core/sources/proto_reader.h"
#include "core/sources/target_labels.h"
#include "core/store/checksum.h"
#include "core/store/xor_chunk.h"

#include <QCoreApplication>

#include <snappy.h>

namespace lepto {

namespace {

constexpr std::size_t largestFrame = 32 << 20, largestChunk = 1 << 20; // servers send a megabyte and a few kilobytes
constexpr std::size_t histogramWeight = 64;


ByteView viewOf(std::string_view text)
{
    return { reinterpret_cast<const std::uint8_t *>(text.data()), text.size() };
}

template <typename T>
void appendLater(std::vector<T> &known, const std::vector<T> &more)
{
    for (const T &one : more) {
        if (known.empty() || one.t > known.back().t)
            known.push_back(one);
    }
}

/// The length of the message as a varint, its big-endian CRC-32C, the message.
struct Frame {
    ByteView message;
    std::uint32_t checksum = 0;
    std::size_t size = 0;      ///< of the whole frame; 0 while it is not complete
    bool tooLong = false;
};

Frame cutFrame(std::string_view bytes)
{
    constexpr std::size_t checksumBytes = 4, longestVarint = 5;
    Frame frame;
    std::uint64_t length = 0;
    std::size_t at = 0;
    for (bool more = true; more; ++at) {
        if (at == longestVarint || at == bytes.size()) {
            frame.tooLong = at == longestVarint;
            return frame;
        }
        const auto byte = static_cast<unsigned char>(bytes[at]);
        length |= std::uint64_t(byte & 0x7F) << (7 * at);
        more = byte & 0x80;
    }
    frame.tooLong = length > largestFrame;
    if (frame.tooLong || bytes.size() - at < length + checksumBytes)
        return frame;
    const ByteView crc = viewOf(bytes.substr(at, checksumBytes));
    frame.checksum = std::uint32_t(crc[0]) << 24 | std::uint32_t(crc[1]) << 16 | std::uint32_t(crc[2]) << 8 | crc[3];
    frame.message = viewOf(bytes.substr(at + checksumBytes, std::size_t(length)));
    frame.size = at + checksumBytes + std::size_t(length);
    return frame;
}

} // namespace

RemoteReadDecoder::RemoteReadDecoder(bool streamed, Options options)
    : m_streamed(streamed)
    , m_options(std::move(options))
{
    if (m_options.sink)
        m_batch.emplace(*m_options.sink);
}

bool RemoteReadDecoder::fail(const char *reason, ErrorCode code)
{
    if (!m_reason) {
        m_reason = QCoreApplication::translate("RemoteRead", reason).toStdString();
        m_code = code;
    }
    return false;
}

bool RemoteReadDecoder::count(std::size_t samples, std::size_t histograms)
{
    m_weight += samples + histogramWeight * histograms;
    return m_weight <= m_options.maxSamples || fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer has too many samples"), ErrorCode::Exhausted);
}

bool RemoteReadDecoder::handOver(const Result<void> &done)
{
    if (!done && !m_reason) {
        m_reason = done.error().text();
        m_code = done.error().code;
    }
    return bool(done);
}

bool RemoteReadDecoder::push(std::string_view bytes)
{
    if (m_reason)
        return false;
    if (!m_streamed || !m_pending.empty()) {
        if (!m_streamed && m_pending.size() + bytes.size() > m_options.maxUnpackedBytes / 2)
            return fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer is too large"), ErrorCode::Exhausted);
        m_pending.append(bytes);
        if (m_streamed)
            m_pending.erase(0, readFrames(m_pending));
    } else {
        m_pending.assign(bytes.substr(readFrames(bytes)));
    }
    return !m_reason;
}

std::size_t RemoteReadDecoder::readFrames(std::string_view bytes)
{
    std::size_t at = 0;
    for (;;) {
        const Frame frame = cutFrame(bytes.substr(at));
        if (frame.tooLong) {
            fail(QT_TRANSLATE_NOOP("RemoteRead", "a frame of the remote read answer is impossibly long"));
        } else if (frame.size > 0) {
            if (crc32c(frame.message) != frame.checksum)
                fail(QT_TRANSLATE_NOOP("RemoteRead", "a frame of the remote read answer has a wrong checksum"));
            else if (!readChunkedResponse(frame.message))
                fail(QT_TRANSLATE_NOOP("RemoteRead", "a frame of the remote read answer cannot be read"));
            else if (m_batch)
                handOver(m_batch->flushFull());
        }
        if (m_reason || frame.size == 0)
            return at;
        at += frame.size;
    }
}

bool RemoteReadDecoder::readChunkedResponse(ByteView message)
{
    ProtoReader reader(message);
    while (reader.next()) {
        if (reader.field() == 1 && !readChunkedSeries(reader.bytes()))
            return false;
    }
    return reader.good();
}

bool RemoteReadDecoder::readChunkedSeries(ByteView message)
{
    ProtoReader reader(message);
    std::vector<Labels::Pair> pairs;
    m_key.clear();
    m_samples.clear();
    m_histograms.clear();
    std::vector<ByteView> chunks;
    while (reader.next()) {
        if (reader.field() == 1) {
            m_key.append(reader.text());
            if (!readLabelPair(reader.bytes(), pairs.emplace_back()))
                return false;
        } else if (reader.field() == 2) {
            chunks.push_back(reader.bytes());
        }
    }
    if (!reader.good())
        return false;
    const Labels labels = labelsOf(m_key, std::move(pairs));
    if (m_batch && !startSeries(labels))
        return true;
    for (const ByteView chunk : chunks) {
        if (!readChunk(chunk, labels))
            return false;
    }
    if (!m_batch && !count(m_samples.size(), m_histograms.size()))
        return false;
    if (!m_batch)
        keep(labels);
    else if (!m_histograms.empty())
        m_batch->addHistograms(labels, std::move(m_histograms));
    return true;
}

// False for a series beyond the limit.
bool RemoteReadDecoder::startSeries(const Labels &labels)
{
    if (m_current == labels) // a long series comes in several frames
        return true;
    m_capped = m_capped || m_series >= m_options.maxSeries;
    if (m_capped)
        return false;
    ++m_series;
    m_current = labels;
    return true;
}

bool RemoteReadDecoder::readChunk(ByteView message, const Labels &labels)
{
    ProtoReader reader(message);
    TimeMs t0 = 0, t1 = 0;
    std::uint64_t type = 0;
    ByteView data;
    while (reader.next()) {
        switch (reader.field()) {
        case 1: t0 = reader.signedNumber(); break;
        case 2: t1 = reader.signedNumber(); break;
        case 3: type = reader.number(); break;
        case 4: data = reader.bytes(); break;
        default: break;
        }
    }
    constexpr std::uint64_t floats = 1, integerHistograms = 2, floatHistograms = 3;
    if (!reader.good() || data.size() > largestChunk)
        return false;
    ++m_chunks;
    if (m_batch && (t1 < m_options.from || t0 < m_options.skipBefore))
        return true;
    if (type == floats && m_batch) {
        m_batch->addChunk(labels, t0, t1, data);
        return true;
    }
    if (type == floats)
        return takeFloats(data);
    if (type == integerHistograms || type == floatHistograms)
        return takeHistograms(type, data);
    ++m_answer.histogramsLeftOut;
    return true;
}

bool RemoteReadDecoder::takeFloats(ByteView chunk)
{
    XorDecoder decoder(chunk);
    Sample sample;
    while (decoder.next(sample)) {
        // Overlapping chunks repeat samples; the first one wins.
        if (sample.t >= m_options.from && sample.t <= m_options.to && (m_samples.empty() || sample.t > m_samples.back().t))
            m_samples.push_back(sample);
    }
    return decoder.good();
}

bool RemoteReadDecoder::takeHistograms(std::uint64_t type, ByteView chunk)
{
    auto decoded = decodeHistogramChunk(chunk, type == 2 ? ChunkEncoding::Histogram : ChunkEncoding::FloatHistogram);
    for (std::size_t i = 0; decoded && i < decoded->size(); ++i) {
        HistogramSample &sample = (*decoded)[i];
        if (sample.t >= m_options.from && sample.t <= m_options.to && (m_histograms.empty() || sample.t > m_histograms.back().t))
            m_histograms.push_back(std::move(sample));
    }
    return decoded.has_value();
}

Labels RemoteReadDecoder::labelsOf(std::string_view key, std::vector<Labels::Pair> pairs)
{
    const auto make = [&] {
        addTargetLabels(pairs, m_options.target);
        return Labels(std::move(pairs));
    };
    return m_options.cache ? m_options.cache->get(key, make) : make();
}

void RemoteReadDecoder::keep(const Labels &labels)
{
    if (m_samples.empty() && m_histograms.empty())
        return;
    auto &series = m_answer.series;
    if (!series.empty() && series.back().labels == labels) { // a long series comes in several frames
        appendLater(series.back().samples, m_samples);
        appendLater(series.back().histograms, m_histograms);
    } else if (series.size() < m_options.maxSeries) {
        const std::size_t usual = m_samples.size();
        series.push_back({ labels, std::move(m_samples), std::move(m_histograms) });
        m_samples = {};
        m_samples.reserve(usual);
        m_histograms = {};
    } else {
        m_capped = true;
    }
}

bool RemoteReadDecoder::readSamplesAnswer()
{
    std::size_t size = 0;
    if (!snappy::GetUncompressedLength(m_pending.data(), m_pending.size(), &size))
        return fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer is not snappy"));
    if (size > m_options.maxUnpackedBytes)
        return fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer is too large when unpacked"), ErrorCode::Exhausted);
    std::string plain;
    if (!snappy::Uncompress(m_pending.data(), m_pending.size(), &plain))
        return fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer is broken snappy"));
    bool good = true;
    ProtoReader response(viewOf(plain));
    while (good && response.next()) {
        if (response.field() != 1)
            continue;
        ProtoReader result(response.bytes());
        while (good && result.next())
            good = result.field() != 1 || readTimeSeries(result.bytes());
        good = good && result.good();
    }
    return (good && response.good()) || fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer cannot be read"));
}

bool RemoteReadDecoder::readSample(ByteView message)
{
    Sample sample;
    ProtoReader fields(message);
    while (fields.next()) {
        if (fields.field() == 1)
            sample.v = fields.real();
        else if (fields.field() == 2)
            sample.t = fields.signedNumber();
    }
    if (fields.good() && sample.t >= m_options.from && sample.t <= m_options.to)
        m_samples.push_back(sample);
    return fields.good();
}

bool RemoteReadDecoder::readTimeSeries(ByteView message)
{
    ProtoReader reader(message);
    std::vector<Labels::Pair> pairs;
    m_key.clear();
    m_samples.clear();
    m_histograms.clear();
    while (reader.next()) {
        if (reader.field() == 1) {
            m_key.append(reader.text());
            if (!readLabelPair(reader.bytes(), pairs.emplace_back()))
                return false;
        } else if (reader.field() == 2) {
            if (!readSample(reader.bytes()))
                return false;
        } else if (reader.field() == 4) {
            auto histogram = readRemoteHistogram(reader.bytes());
            if (!histogram)
                ++m_answer.histogramsLeftOut;
            else if (histogram->t >= m_options.from && histogram->t <= m_options.to)
                m_histograms.push_back(*std::move(histogram));
        }
    }
    if (reader.good())
        keep(labelsOf(m_key, std::move(pairs)));
    return reader.good();
}

// A server that sends plain samples.
bool RemoteReadDecoder::handOverAnswer()
{
    std::vector<SeriesRun> runs;
    for (QuerySeries &series : m_answer.series) {
        runs.push_back({ series.labels, series.samples });
        m_batch->addHistograms(series.labels, std::move(series.histograms));
    }
    const bool good = (runs.empty() || handOver(m_options.sink->takeRuns(runs))) && handOver(m_batch->flush());
    m_answer.series.clear();
    return good;
}

Result<QueryAnswer> RemoteReadDecoder::finish()
{
    if (!m_reason && m_streamed && !m_pending.empty())
        fail(QT_TRANSLATE_NOOP("RemoteRead", "the remote read answer is cut short"));
    if (!m_reason && !m_streamed)
        readSamplesAnswer();
    if (!m_reason && m_batch && (handOver(m_batch->flush())))
        handOverAnswer();
    if (m_reason)
        return Error { m_code, {}, *m_reason };
    if (m_options.cache)
        m_options.cache->endPage();
    return std::move(m_answer);
}

} // namespace lepto
