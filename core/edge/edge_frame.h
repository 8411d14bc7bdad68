#pragma once

#include "core/store/byte_codec.h"

#include <optional>
#include <string_view>

namespace lepto {

/// What a frame is about. Those the reader does not know are skipped; a change of one that exists is a new protocol version.
enum class FrameKind : std::uint8_t {
    Hello = 1,     ///< edge: who it is
    Samples = 2,   ///< edge: one record; the only kind in a spool segment
    Status = 3,    ///< edge: how it is doing, now and then and as the answer to Ping
    Refusal = 4,   ///< edge: one sentence, then the end
    Greeting = 16, ///< console: who it is; samples flow after it
    Ack = 17,      ///< console: stored up to this number
    Ping = 18      ///< console: alive
};

struct Frame {
    FrameKind kind = FrameKind::Hello;
    Bytes body;
};

/// Both directions of the link, and the segments of a spool, begin with one line that names protocol and version; frames follow.
inline constexpr std::string_view edgeProtocol = "leptoscope-edge";
inline constexpr std::string_view spoolFormat = "leptoscope-spool";
inline constexpr int edgeVersion = 1;
inline constexpr std::size_t maxFrameBytes = 16u << 20;   ///< of one body, packed or not
inline constexpr std::size_t maxPreambleBytes = 64u << 10; ///< what a login shell may say before the first line of ours

/// Appends one frame: length (u32) and CRC-32C (u32) of what follows, kind (u8), packing (u8: 0 none, 1 zstd), body. Little endian.
/// `body` holds at most maxFrameBytes.
void appendFrame(Bytes &out, FrameKind kind, ByteView body);
void appendPreamble(Bytes &out, std::string_view protocol);

/// What stands at the beginning of some bytes.
struct Parsed {
    enum class State { Complete, Incomplete, Bad };
    State state = State::Incomplete;
    std::size_t used = 0;          ///< bytes to drop when Complete
    Frame frame;
    const char *reason = "";       ///< of Bad: English, pass through QCoreApplication::translate("Edge", reason)
    int version = 0;               ///< of a preamble, also when Bad because of it
};

/// Reads one frame. A pure function; never reads past `bytes`, never allocates more than maxFrameBytes.
Parsed parseFrame(ByteView bytes);
/// Finds `protocol/VERSION\n` at the beginning of a line among the first maxPreambleBytes.
Parsed parsePreamble(ByteView bytes, std::string_view protocol);

/// Cuts a stream that arrives in pieces into frames. After Bad it stays bad: behind a broken frame nothing can be trusted.
class FrameReader {
public:
    explicit FrameReader(std::string_view protocol) : m_protocol(protocol) {}

    void feed(ByteView bytes) { m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end()); }
    /// The next frame; nothing when more bytes are needed or the stream is bad.
    std::optional<Frame> next();
    bool isBad() const { return m_last.state == Parsed::State::Bad; }
    bool opened() const { return m_opened; }          ///< the preamble was there
    const Parsed &problem() const { return m_last; }
    std::uint64_t consumed() const { return m_consumed; } ///< bytes of the stream up to the end of the last frame

private:
    void compact();

    std::string_view m_protocol;
    Bytes m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_consumed = 0;
    bool m_opened = false;
    Parsed m_last;
};

} // namespace lepto
