#include "core/sources/remote_read.h"

#include <snappy.h>

namespace lepto {

namespace {

ByteView viewOf(std::string_view text)
{
    return { reinterpret_cast<const std::uint8_t *>(text.data()), text.size() };
}

/// Writes the few fields that a request has.
class ProtoWriter {
public:
    void number(int field, std::uint64_t value)
    {
        m_out.number(std::uint64_t(field) << 3);
        m_out.number(value);
    }
    void bytes(int field, ByteView data)
    {
        m_out.number(std::uint64_t(field) << 3 | 2);
        m_out.bytes(data);
    }
    void text(int field, std::string_view text) { bytes(field, viewOf(text)); }
    ByteView view() const { return m_bytes; }

private:
    Bytes m_bytes;
    ByteWriter m_out { m_bytes };
};

std::uint64_t wireKind(Matcher::Kind kind)
{
    switch (kind) {
    case Matcher::Kind::Equal: return 0;
    case Matcher::Kind::NotEqual: return 1;
    case Matcher::Kind::Regex: return 2;
    case Matcher::Kind::NotRegex: return 3;
    }
    return 0;
}

} // namespace

QByteArray encodeReadRequest(const RemoteReadQuery &query)
{
    ProtoWriter inner;
    inner.number(1, std::uint64_t(query.from));
    inner.number(2, std::uint64_t(query.to));
    for (const Matcher &matcher : query.matchers) {
        ProtoWriter one;
        one.number(1, wireKind(matcher.kind));
        one.text(2, matcher.name);
        one.text(3, matcher.value);
        inner.bytes(3, one.view());
    }
    ProtoWriter request;
    request.bytes(1, inner.view());
    const std::uint8_t accepted[] = { 1, 0 }; // streamed XOR chunks before samples
    request.bytes(2, accepted);
    std::string packed;
    const ByteView plain = request.view();
    snappy::Compress(reinterpret_cast<const char *>(plain.data()), plain.size(), &packed);
    return QByteArray::fromStdString(packed);
}

} // namespace lepto
