#include "core/edge/edge_frame.h"

#include "core/store/checksum.h"

#include <QtGlobal>

#include <charconv>
#include <memory>

#include <zstd.h>

namespace lepto {

namespace {

constexpr std::size_t kHead = 8, kTags = 2, kWorthPacking = 128;
constexpr int kLevel = 3;
enum Packing : std::uint8_t { Plain, Zstd };

void put32(Bytes &out, std::size_t at, std::uint32_t v)
{
    for (int i = 0; i < 4; ++i)
        out[at + std::size_t(i)] = std::uint8_t(v >> (8 * i));
}

std::uint32_t get32(ByteView bytes, std::size_t at)
{
    std::uint32_t v = 0;
    for (int i = 0; i < 4; ++i)
        v |= std::uint32_t(bytes[at + std::size_t(i)]) << (8 * i);
    return v;
}

/// The packed body at the end of `out`, or nothing where that would not be shorter.
bool pack(Bytes &out, ByteView body)
{
    struct Free {
        void operator()(ZSTD_CCtx *c) const { ZSTD_freeCCtx(c); }
    };
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    const std::size_t at = out.size();
    out.resize(at + ZSTD_compressBound(body.size()));
    const std::size_t size = ZSTD_compressCCtx(context.get(), out.data() + at, out.size() - at, body.data(), body.size(), kLevel);
    const bool good = !ZSTD_isError(size) && size < body.size();
    out.resize(good ? at + size : at);
    return good;
}

bool unpack(Bytes &out, ByteView packed)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > maxFrameBytes)
        return false;
    out.resize(std::size_t(size));
    return ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size()) == size;
}

Parsed bad(const char *reason)
{
    Parsed parsed;
    parsed.state = Parsed::State::Bad;
    parsed.reason = reason;
    return parsed;
}

} // namespace

void appendFrame(Bytes &out, FrameKind kind, ByteView body)
{
    const std::size_t at = out.size();
    out.resize(at + kHead + kTags);
    out[at + kHead] = std::uint8_t(kind);
    const bool packed = body.size() >= kWorthPacking && pack(out, body);
    out[at + kHead + 1] = packed ? Zstd : Plain;
    if (!packed)
        out.insert(out.end(), body.begin(), body.end());
    const ByteView covered = ByteView(out).subspan(at + kHead);
    put32(out, at, std::uint32_t(covered.size()));
    put32(out, at + 4, crc32c(covered));
}

void appendPreamble(Bytes &out, std::string_view protocol)
{
    const std::string line = std::string(protocol) + '/' + std::to_string(edgeVersion) + '\n';
    out.insert(out.end(), line.begin(), line.end());
}

Parsed parseFrame(ByteView bytes)
{
    if (bytes.size() < kHead)
        return {};
    const std::size_t length = get32(bytes, 0);
    if (length < kTags || length > maxFrameBytes + kTags)
        return bad(QT_TRANSLATE_NOOP("Edge", "the length of a message cannot be right"));
    if (bytes.size() - kHead < length)
        return {};
    const ByteView covered = bytes.subspan(kHead, length), body = covered.subspan(kTags);
    if (crc32c(covered) != get32(bytes, 4))
        return bad(QT_TRANSLATE_NOOP("Edge", "the checksum of a message is wrong"));
    Parsed parsed;
    parsed.frame.kind = FrameKind(covered[0]);
    if (covered[1] == Plain)
        parsed.frame.body.assign(body.begin(), body.end());
    else if (covered[1] != Zstd || !unpack(parsed.frame.body, body))
        return bad(QT_TRANSLATE_NOOP("Edge", "a message cannot be unpacked"));
    parsed.state = Parsed::State::Complete;
    parsed.used = kHead + length;
    return parsed;
}

Parsed parsePreamble(ByteView bytes, std::string_view protocol)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), std::min(bytes.size(), maxPreambleBytes));
    const std::string wanted = std::string(protocol) + '/';
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t end = text.find('\n', line);
        if (end == std::string_view::npos)
            break;
        const std::string_view words = text.substr(line, end - line);
        line = end + 1;
        if (!words.starts_with(wanted))
            continue;
        Parsed parsed;
        const char *last = words.data() + words.size();
        const auto number = std::from_chars(words.data() + wanted.size(), last, parsed.version);
        parsed.state = number.ec == std::errc() && number.ptr == last && parsed.version == edgeVersion ? Parsed::State::Complete : Parsed::State::Bad;
        parsed.reason = QT_TRANSLATE_NOOP("Edge", "it speaks version %1 of the protocol, this program speaks version %2");
        parsed.used = line;
        return parsed;
    }
    return bytes.size() < maxPreambleBytes ? Parsed() : bad(QT_TRANSLATE_NOOP("Edge", "what answers is not a relay of this program"));
}

std::optional<Frame> FrameReader::next()
{
    if (isBad())
        return std::nullopt;
    const auto step = [this](Parsed parsed) {
        m_last = std::move(parsed);
        if (m_last.state != Parsed::State::Complete)
            return false;
        m_at += m_last.used;
        m_consumed += m_last.used;
        return true;
    };
    if (!m_opened && !(m_opened = step(parsePreamble(ByteView(m_buffer).subspan(m_at), m_protocol))))
        return std::nullopt;
    const bool complete = step(parseFrame(ByteView(m_buffer).subspan(m_at)));
    compact();
    return complete ? std::optional(std::move(m_last.frame)) : std::nullopt;
}

void FrameReader::compact()
{
    if (m_at < m_buffer.size() && m_at < (256u << 10))
        return;
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + std::ptrdiff_t(m_at));
    m_at = 0;
}

} // namespace lepto
