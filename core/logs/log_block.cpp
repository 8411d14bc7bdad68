#include "core/logs/log_block.h"

#include "core/store/checksum.h"

#include <zstd.h>

#include <algorithm>
#include <unordered_map>

namespace lepto {

namespace {

constexpr int kEffort = 3;                            ///< zstd's own default
constexpr std::int64_t kLargestBlock = 256LL << 20;   ///< unpacked; a row that claims more is hostile
constexpr std::uint64_t kMostLines = 1 << 22;

/// Texts that repeat, each written once, with its place for each line.
class Names {
public:
    std::uint64_t placeOf(const std::string &name)
    {
        const auto [at, fresh] = m_places.try_emplace(name, m_names.size());
        if (fresh)
            m_names.push_back(name);
        return at->second;
    }
    void write(ByteWriter &out) const
    {
        out.number(m_names.size());
        for (const std::string &name : m_names)
            out.text(name);
    }

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint64_t> m_places;
};

std::optional<std::vector<std::string>> readNames(ByteReader &in)
{
    const std::uint64_t count = in.number();
    if (count > in.left())
        return std::nullopt;
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < count && in.good(); ++i)
        names.emplace_back(in.text());
    return in.good() ? std::optional(std::move(names)) : std::nullopt;
}

Bytes columnsOf(std::span<const LogLine> lines)
{
    Bytes raw;
    ByteWriter out(raw);
    out.number(lines.size());
    TimeMs before = 0;
    for (const LogLine &line : lines) {
        out.signedNumber(line.t - before);
        before = line.t;
    }
    Names services, origins;
    std::vector<std::uint64_t> patterns;
    std::unordered_map<std::uint64_t, std::uint64_t> places;
    Bytes rows;
    ByteWriter row(rows);
    for (const LogLine &line : lines) {
        const auto [place, fresh] = places.try_emplace(line.pattern, patterns.size());
        if (fresh)
            patterns.push_back(line.pattern);
        row.number(std::uint64_t(line.level) << 1 | std::uint64_t(line.cut));
        row.number(place->second);
        row.number(services.placeOf(line.service));
        row.number(origins.placeOf(line.origin));
    }
    services.write(out);
    origins.write(out);
    out.number(patterns.size());
    for (const std::uint64_t pattern : patterns)
        out.number(pattern);
    raw.insert(raw.end(), rows.begin(), rows.end());
    for (const LogLine &line : lines)
        out.text(line.text);
    return raw;
}

std::optional<std::vector<LogLine>> readColumns(ByteView raw)
{
    ByteReader in(raw);
    const std::uint64_t count = in.number();
    if (count > kMostLines || count > raw.size())
        return std::nullopt;
    std::vector<LogLine> lines(count);
    TimeMs t = 0;
    for (LogLine &line : lines)
        line.t = t = TimeMs(std::uint64_t(t) + std::uint64_t(in.signedNumber()));
    const auto services = readNames(in), origins = services ? readNames(in) : std::nullopt;
    const std::uint64_t known = in.number();
    if (!origins || known > in.left())
        return std::nullopt;
    std::vector<std::uint64_t> patterns(known);
    for (std::uint64_t &pattern : patterns)
        pattern = in.number();
    for (LogLine &line : lines) {
        const std::uint64_t mark = in.number(), pattern = in.number(), service = in.number(), origin = in.number();
        if (!in.good() || (mark >> 1) >= kLogLevels || pattern >= known || service >= services->size() || origin >= origins->size())
            return std::nullopt;
        line.level = LogLevel(mark >> 1);
        line.cut = mark & 1;
        line.pattern = patterns[pattern];
        line.service = (*services)[service];
        line.origin = (*origins)[origin];
    }
    for (LogLine &line : lines)
        line.text = in.text();
    return in.good() && in.atEnd() ? std::optional(std::move(lines)) : std::nullopt;
}

} // namespace

Bytes packLines(std::span<const LogLine> lines)
{
    const Bytes raw = columnsOf(lines);
    Bytes packed(ZSTD_compressBound(raw.size()));
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), raw.data(), raw.size(), kEffort);
    packed.resize(ZSTD_isError(size) ? 0 : size);
    appendChecksum(packed);
    return packed;
}

std::int64_t unpackedSize(ByteView data)
{
    const auto size = ZSTD_getFrameContentSize(data.data(), data.size());
    return size > std::uint64_t(kLargestBlock) ? -1 : std::int64_t(size); // the two error values are larger than any size
}

std::optional<std::vector<LogLine>> unpackLines(ByteView data, std::int64_t bytes)
{
    const auto packed = checkedBlob(data);
    if (!packed || bytes < 0 || bytes > kLargestBlock || unpackedSize(*packed) != bytes)
        return std::nullopt;
    Bytes raw(static_cast<std::size_t>(bytes));
    const std::size_t size = ZSTD_decompress(raw.data(), raw.size(), packed->data(), packed->size());
    return ZSTD_isError(size) || size != raw.size() ? std::nullopt : readColumns(raw);
}

Bytes packHead(const PatternCounts &counts)
{
    Bytes head;
    ByteWriter out(head);
    out.number(counts.size());
    for (const auto &[pattern, lines] : counts) {
        out.number(pattern);
        out.number(std::uint64_t(lines));
    }
    appendChecksum(head);
    return head;
}

std::optional<PatternCounts> unpackHead(ByteView data)
{
    const auto blob = checkedBlob(data);
    if (!blob)
        return std::nullopt;
    ByteReader in(*blob);
    PatternCounts counts;
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left) {
        const std::uint64_t pattern = in.number();
        counts[pattern] = std::int64_t(in.number());
    }
    return in.good() && in.atEnd() ? std::optional(std::move(counts)) : std::nullopt;
}

} // namespace lepto
