#pragma once

#include "core/logs/log_line.h"

#include <functional>
#include <string_view>

namespace lepto {

/// Cuts a byte stream into lines. A line longer than the limit is given at once, cut there and marked; its rest is read over.
/// Holds at most `limit` bytes. Not thread-safe.
class LineCutter {
public:
    using Take = std::function<void(std::string_view line, bool cut)>;

    explicit LineCutter(std::size_t limit = kLongestLine, bool inLongLine = false)
        : m_limit(limit)
        , m_dropping(inLongLine)
    { }

    void feed(std::string_view bytes, const Take &take);
    /// The last line has no end and gets none: gives what there is of it.
    void finish(const Take &take);
    std::size_t pending() const { return m_pending.size(); } ///< bytes of the line that is not complete
    bool inLongLine() const { return m_dropping; }           ///< reading over the rest of one

private:
    void give(std::string_view line, bool cut, const Take &take);

    std::size_t m_limit;
    bool m_dropping;
    std::string m_pending;
};

} // namespace lepto
