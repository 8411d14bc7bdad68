#include "core/edge/edge_messages.h"

namespace lepto {

namespace {

constexpr std::size_t kLongest = 300;

void put(ByteWriter &to, const std::string &text) { to.text(std::string_view(text).substr(0, kLongest)); }
void put(ByteWriter &to, TimeMs v) { to.signedNumber(v); }
void put(ByteWriter &to, std::uint64_t v) { to.number(v); }
void put(ByteWriter &to, bool v) { to.number(v ? 1 : 0); }

void get(ByteReader &in, std::string &text) { text = std::string(in.text().substr(0, kLongest)); }
void get(ByteReader &in, TimeMs &v) { v = in.signedNumber(); }
void get(ByteReader &in, std::uint64_t &v) { v = in.number(); }
void get(ByteReader &in, bool &v) { v = in.number() != 0; }

template <typename... Fields>
void append(Bytes &out, FrameKind kind, const Fields &...fields)
{
    Bytes body;
    ByteWriter to(body);
    (put(to, fields), ...);
    appendFrame(out, kind, body);
}

template <typename Message, typename... Fields>
std::optional<Message> read(ByteView body, Fields Message::*...fields)
{
    ByteReader in(body);
    Message message;
    (get(in, message.*fields), ...);
    return in.good() ? std::optional(message) : std::nullopt;
}

} // namespace

std::optional<EdgeHello> EdgeHello::read(ByteView body)
{
    return lepto::read(body, &EdgeHello::program, &EdgeHello::host, &EdgeHello::spool);
}

void EdgeHello::append(Bytes &out) const
{
    lepto::append(out, FrameKind::Hello, program, host, spool);
}

std::optional<EdgeStatus> EdgeStatus::read(ByteView body)
{
    return lepto::read(body, &EdgeStatus::clock, &EdgeStatus::echo, &EdgeStatus::spoolBytes, &EdgeStatus::spoolLimit, &EdgeStatus::waitingBytes,
        &EdgeStatus::dropped, &EdgeStatus::collecting);
}

void EdgeStatus::append(Bytes &out) const
{
    lepto::append(out, FrameKind::Status, clock, echo, spoolBytes, spoolLimit, waitingBytes, dropped, collecting);
}

std::optional<EdgeRefusal> EdgeRefusal::read(ByteView body)
{
    return lepto::read(body, &EdgeRefusal::sentence);
}

void EdgeRefusal::append(Bytes &out) const
{
    lepto::append(out, FrameKind::Refusal, sentence);
}

std::optional<EdgeGreeting> EdgeGreeting::read(ByteView body)
{
    return lepto::read(body, &EdgeGreeting::program, &EdgeGreeting::console, &EdgeGreeting::host);
}

void EdgeGreeting::append(Bytes &out) const
{
    lepto::append(out, FrameKind::Greeting, program, console, host);
}

std::optional<EdgeAck> EdgeAck::read(ByteView body)
{
    return lepto::read(body, &EdgeAck::seq);
}

void EdgeAck::append(Bytes &out) const
{
    lepto::append(out, FrameKind::Ack, seq);
}

std::optional<EdgePing> EdgePing::read(ByteView body)
{
    return lepto::read(body, &EdgePing::clock);
}

void EdgePing::append(Bytes &out) const
{
    lepto::append(out, FrameKind::Ping, clock);
}

} // namespace lepto
