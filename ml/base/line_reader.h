#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace lepto::ml {

/// Cuts a byte stream into lines without ever holding more than `limit` bytes: a longer line is reported once, and dropped up to
/// its end. The last line needs its newline. Not thread-safe.
class LineReader {
public:
    explicit LineReader(std::size_t limit) : m_limit(limit) {}

    /// `line` is called for each complete line (without its newline), `oversize` once for each that was dropped.
    void feed(std::string_view bytes, const std::function<void(std::string_view)> &line, const std::function<void()> &oversize);

private:
    std::size_t m_limit;
    std::string m_pending;
    bool m_dropping = false;
};

} // namespace lepto::ml
