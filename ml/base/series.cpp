#include "ml/base/series.h"

#include <algorithm>
#include <bit>

namespace lepto {

namespace {

constexpr std::uint64_t kStaleBits = 0x7ff0000000000002ULL;

void appendEscaped(std::string &out, std::string_view value)
{
    for (const char c : value) {
        if (c == '\\' || c == '"')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
}

} // namespace

double staleMarker() { return std::bit_cast<double>(kStaleBits); }
bool isStaleMarker(double v) { return std::bit_cast<std::uint64_t>(v) == kStaleBits; }

Labels::Labels(std::vector<Pair> pairs)
{
    const auto byName = [](const Pair &a, const Pair &b) { return a.first < b.first; };
    if (!std::is_sorted(pairs.begin(), pairs.end(), byName))
        std::stable_sort(pairs.begin(), pairs.end(), byName);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const bool repeatedLater = i + 1 < pairs.size() && pairs[i + 1].first == pairs[i].first;
        if (repeatedLater || pairs[i].second.empty())
            continue;
        if (kept != i)
            pairs[kept] = std::move(pairs[i]);
        ++kept;
    }
    pairs.resize(kept);
    if (pairs.empty())
        return;
    auto body = std::make_shared<Body>();
    body->pairs = std::move(pairs);
    m_body = std::move(body);
}

const std::vector<Labels::Pair> &Labels::noPairs()
{
    static const std::vector<Pair> none;
    return none;
}

std::string_view Labels::get(std::string_view name) const
{
    const auto at = std::lower_bound(pairs().begin(), pairs().end(), name,
                                     [](const Pair &p, std::string_view n) { return p.first < n; });
    return at != pairs().end() && at->first == name ? std::string_view(at->second) : std::string_view();
}

Labels Labels::with(std::string_view name, std::string_view value) const
{
    std::vector<Pair> copy = pairs();
    std::erase_if(copy, [name](const Pair &p) { return p.first == name; });
    copy.emplace_back(name, value);
    return Labels(std::move(copy));
}

std::string Labels::text() const
{
    std::string out(name());
    bool first = true;
    for (const auto &[key, value] : pairs()) {
        if (key == "__name__")
            continue;
        out += first ? '{' : ',';
        first = false;
        out += key;
        out += "=\"";
        appendEscaped(out, value);
        out += '"';
    }
    if (!first)
        out += '}';
    else if (out.empty())
        out = "{}";
    return out;
}

std::uint64_t Labels::hash() const
{
    if (const std::uint64_t known = m_body ? m_body->hash.load(std::memory_order_relaxed) : 0)
        return known;
    std::uint64_t h = 14695981039346656037ULL;
    const auto mix = [&h](std::string_view text) {
        for (const unsigned char c : text)
            h = (h ^ c) * 1099511628211ULL;
        h = (h ^ 0xff) * 1099511628211ULL;
    };
    for (const auto &[key, value] : pairs()) {
        mix(key);
        mix(value);
    }
    if (m_body)
        m_body->hash.store(h, std::memory_order_relaxed);
    return h;
}

} // namespace lepto
