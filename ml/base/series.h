#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lepto {

/// Milliseconds since 1970-01-01 UTC. The only form of time inside the console.
using TimeMs = std::int64_t;

struct Sample {
    TimeMs t = 0;
    double v = 0.0;

    friend bool operator==(const Sample &, const Sample &) = default;
};

/// NaN with the payload that Prometheus uses to say "this series has ended" (0x7ff0000000000002).
double staleMarker();
bool isStaleMarker(double v);

/// The identity of a series: name and value pairs, sorted by name, no empty values, `__name__` among them.
/// Values are untrusted UTF-8. Immutable after construction; a plain value, safe to share between threads.
class Labels {
public:
    using Pair = std::pair<std::string, std::string>;

    Labels() = default;
    /// Sorts, drops pairs with an empty value and keeps the last of repeated names.
    explicit Labels(std::vector<Pair> pairs);

    std::string_view get(std::string_view name) const;   ///< empty where absent
    std::string_view name() const { return get("__name__"); }
    bool has(std::string_view name) const { return !get(name).empty(); }
    const std::vector<Pair> &pairs() const { return m_pairs; }
    bool empty() const { return m_pairs.empty(); }

    Labels with(std::string_view name, std::string_view value) const; ///< set, or remove where value is empty

    /// `name{a="b",c="d"}` with Prometheus escaping: canonical, parseable as a selector.
    std::string text() const;
    /// 64-bit FNV-1a over the pairs; equal labels hash equal on every machine.
    std::uint64_t hash() const;

    friend bool operator==(const Labels &, const Labels &) = default;
    friend auto operator<=>(const Labels &, const Labels &) = default;

private:
    std::vector<Pair> m_pairs;
};

struct LabelledSample {
    Labels labels;
    Sample sample;
};

} // namespace lepto

template <>
struct std::hash<lepto::Labels> {
    std::size_t operator()(const lepto::Labels &labels) const noexcept { return labels.hash(); }
};
