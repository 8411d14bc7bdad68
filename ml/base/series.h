#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
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
/// Copies share one body, so copying costs a reference count and comparing copies costs nothing.
class Labels {
public:
    using Pair = std::pair<std::string, std::string>;

    Labels() = default;
    /// Sorts, drops pairs with an empty value and keeps the last of repeated names.
    explicit Labels(std::vector<Pair> pairs);

    std::string_view get(std::string_view name) const;   ///< empty where absent
    std::string_view name() const { return get("__name__"); }
    bool has(std::string_view name) const { return !get(name).empty(); }
    const std::vector<Pair> &pairs() const { return m_body ? m_body->pairs : noPairs(); }
    bool empty() const { return pairs().empty(); }
    bool sharesBodyWith(const Labels &other) const { return m_body == other.m_body; } ///< true implies equal; false says nothing

    Labels with(std::string_view name, std::string_view value) const; ///< set, or remove where value is empty

    /// `name{a="b",c="d"}` with Prometheus escaping: canonical, parseable as a selector.
    std::string text() const;
    /// 64-bit FNV-1a over the pairs; equal labels hash equal on every machine.
    std::uint64_t hash() const;

    friend bool operator==(const Labels &a, const Labels &b) { return a.m_body == b.m_body || a.pairs() == b.pairs(); }
    friend auto operator<=>(const Labels &a, const Labels &b) { return a.pairs() <=> b.pairs(); }

private:
    struct Body {
        std::vector<Pair> pairs;
        mutable std::atomic<std::uint64_t> hash = 0; ///< 0 until it is asked for
    };
    static const std::vector<Pair> &noPairs();

    std::shared_ptr<const Body> m_body;
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
