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

Labels::Labels(std::vector<Pair> pairs) : m_pairs(std::move(pairs))
{
    const auto byName = [](const Pair &a, const Pair &b) { return a.first < b.first; };
    if (!std::is_sorted(m_pairs.begin(), m_pairs.end(), byName))
        std::stable_sort(m_pairs.begin(), m_pairs.end(), byName);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const bool repeatedLater = i + 1 < m_pairs.size() && m_pairs[i + 1].first == m_pairs[i].first;
        if (repeatedLater || m_pairs[i].second.empty())
            continue;
        if (kept != i)
            m_pairs[kept] = std::move(m_pairs[i]);
        ++kept;
    }
    m_pairs.resize(kept);
}

std::string_view Labels::get(std::string_view name) const
{
    const auto at = std::lower_bound(m_pairs.begin(), m_pairs.end(), name,
                                     [](const Pair &p, std::string_view n) { return p.first < n; });
    return at != m_pairs.end() && at->first == name ? std::string_view(at->second) : std::string_view();
}

Labels Labels::with(std::string_view name, std::string_view value) const
{
    std::vector<Pair> pairs = m_pairs;
    std::erase_if(pairs, [name](const Pair &p) { return p.first == name; });
    pairs.emplace_back(name, value);
    return Labels(std::move(pairs));
}

std::string Labels::text() const
{
    std::string out(name());
    bool first = true;
    for (const auto &[key, value] : m_pairs) {
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
    std::uint64_t h = 14695981039346656037ULL;
    const auto mix = [&h](std::string_view text) {
        for (const unsigned char c : text)
            h = (h ^ c) * 1099511628211ULL;
        h = (h ^ 0xff) * 1099511628211ULL;
    };
    for (const auto &[key, value] : m_pairs) {
        mix(key);
        mix(value);
    }
    return h;
}

} // namespace lepto
