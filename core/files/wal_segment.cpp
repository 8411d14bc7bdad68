#include "core/files/wal_segment.h"

#include "core/store/checksum.h"

#include <snappy.h>
#include <zstd.h>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::uint64_t kPage = 32 << 10, kHeader = 7;
constexpr std::size_t kLargestRecord = 256 << 20; ///< bytes, packed or not: a first scrape of a million series stays below
constexpr std::size_t kSnappyRatio = 64;          ///< more than snappy can reach; above it a length lies

enum FragmentType : std::uint8_t { PageEnd = 0, Full = 1, First = 2, Middle = 3, Last = 4 };
constexpr std::uint8_t kTypeMask = 7, kSnappy = 8, kZstd = 16;

class SegmentReader {
public:
    SegmentReader(ByteFile &file, const std::function<void(ByteView)> &take)
        : m_file(file)
        , m_take(take)
    { }

    void read()
    {
        while (m_at < m_file.size())
            readFragment();
        if (m_pending)
            throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "the last record is cut") };
    }

private:
    void readFragment();
    void skipPage();
    void join(std::uint8_t head, ByteView data);
    void finish(std::uint8_t head);
    void unpackSnappy();
    void unpackZstd();

    ByteFile &m_file;
    const std::function<void(ByteView)> &m_take;
    std::uint64_t m_at = 0;
    bool m_pending = false; ///< a record has begun
    Bytes m_record, m_plain;
};

void SegmentReader::skipPage()
{
    const std::uint64_t end = std::min((m_at / kPage + 1) * kPage, m_file.size());
    const ByteView rest = m_file.read(m_at, end - m_at);
    if (std::any_of(rest.begin(), rest.end(), [](std::uint8_t b) { return b != 0; }))
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "the rest of the page is not empty") };
    m_at = end;
}

void SegmentReader::readFragment()
{
    const std::uint64_t room = kPage - m_at % kPage;
    const std::uint8_t head = m_file.read(m_at, 1)[0];
    if (head == PageEnd || room < kHeader)
        return skipPage();
    ByteCursor header(m_file.read(m_at, kHeader), m_at);
    header.byte();
    const std::uint64_t high = header.byte(), size = high << 8 | header.byte();
    const std::uint32_t checksum = header.be32();
    if (size > room - kHeader)
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies") };
    const ByteView data = m_file.read(m_at + kHeader, size);
    if (crc32c(data) != checksum)
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "the checksum does not match") };
    join(head, data);
    m_at += kHeader + size;
}

void SegmentReader::join(std::uint8_t head, ByteView data)
{
    const std::uint8_t type = head & kTypeMask;
    const bool begins = type == Full || type == First;
    if (type > Last || head > (kTypeMask | kSnappy | kZstd) || begins == m_pending)
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "the parts of a record do not fit together") };
    if (begins)
        m_record.clear();
    if (data.size() > kLargestRecord - m_record.size())
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "a record is far too large") };
    m_record.insert(m_record.end(), data.begin(), data.end());
    m_pending = type == First || type == Middle;
    if (!m_pending)
        finish(head);
}

void SegmentReader::finish(std::uint8_t head)
{
    if (head & kZstd)
        unpackZstd();
    else if (head & kSnappy)
        unpackSnappy();
    m_take(head & (kSnappy | kZstd) ? m_plain : m_record);
}

void SegmentReader::unpackSnappy()
{
    const auto *packed = reinterpret_cast<const char *>(m_record.data());
    std::size_t size = 0;
    if (!snappy::GetUncompressedLength(packed, m_record.size(), &size) || size > kLargestRecord || size > kSnappyRatio * m_record.size())
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "a packed record is broken") };
    m_plain.resize(size);
    if (!snappy::RawUncompress(packed, m_record.size(), reinterpret_cast<char *>(m_plain.data())))
        throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "a packed record is broken") };
}

/// By the stream: a frame's own word about its size is not trusted.
void SegmentReader::unpackZstd()
{
    const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream *)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
    ZSTD_inBuffer in { m_record.data(), m_record.size(), 0 };
    m_plain.clear();
    for (std::size_t left = 1; left != 0;) {
        const std::size_t had = m_plain.size();
        m_plain.resize(had + ZSTD_DStreamOutSize());
        ZSTD_outBuffer out { m_plain.data() + had, m_plain.size() - had, 0 };
        left = ZSTD_decompressStream(stream.get(), &out, &in);
        m_plain.resize(had + out.pos);
        if (ZSTD_isError(left) || m_plain.size() > kLargestRecord || (left != 0 && in.pos == in.size && out.pos < out.size))
            throw FileFault { m_at, QT_TRANSLATE_NOOP("Files", "a packed record is broken") };
    }
}

} // namespace

void readWalSegment(ByteFile &segment, const std::function<void(ByteView)> &take) { SegmentReader(segment, take).read(); }

} // namespace lepto
