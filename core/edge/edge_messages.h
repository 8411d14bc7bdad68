#pragma once

#include "core/edge/edge_frame.h"
#include "core/edge/record_codec.h"

namespace lepto {

/// The small messages of the link. Each reads itself from a frame's body (nothing for bytes that are not one) and appends itself as a
/// frame. Texts are cut to 300 characters, bytes behind the known fields are a later version's and skipped.
struct EdgeHello {
    std::string program;       ///< name and version
    std::string host;          ///< the edge's name for itself: `instance` where a series has none
    std::string spool;         ///< identity of the spool
    static std::optional<EdgeHello> read(ByteView body);
    void append(Bytes &out) const;
};

struct EdgeStatus {
    TimeMs clock = 0;          ///< of the edge
    TimeMs echo = 0;           ///< console's clock of the Ping this answers; 0: none
    std::uint64_t spoolBytes = 0, spoolLimit = 0;
    std::uint64_t waitingBytes = 0; ///< on disk, not acknowledged
    std::uint64_t dropped = 0; ///< samples that the console can never get, since the spool was made
    bool collecting = false;
    static std::optional<EdgeStatus> read(ByteView body);
    void append(Bytes &out) const;
};

struct EdgeRefusal {
    std::string sentence;
    static std::optional<EdgeRefusal> read(ByteView body);
    void append(Bytes &out) const;
};

struct EdgeGreeting {
    std::string program;
    std::string console;       ///< random for each console process and source: its newer connection ends its older one
    std::string host;
    static std::optional<EdgeGreeting> read(ByteView body);
    void append(Bytes &out) const;
};

struct EdgeAck {
    std::uint64_t seq = 0;     ///< everything up to this record is stored
    static std::optional<EdgeAck> read(ByteView body);
    void append(Bytes &out) const;
};

struct EdgePing {
    TimeMs clock = 0;          ///< of the console
    static std::optional<EdgePing> read(ByteView body);
    void append(Bytes &out) const;
};

} // namespace lepto
