#pragma once

#include "core/store/byte_codec.h"
#include "ml/base/series.h"

#include <optional>
#include <vector>

namespace lepto {

/// What a stretch of one series looks like from afar. Stale markers and NaN count as samples but are never plotted.
struct Summary {
    TimeMs t0 = 0, t1 = 0; ///< first and last sample
    std::int64_t n = 0; ///< samples, plotted or not
    bool plotted = false; ///< the four values hold something
    double min = 0, max = 0, first = 0, last = 0;
    std::int64_t chunk = 0; ///< level 0: row of the chunk

    void add(Sample sample);
    void add(const Summary &later);
};

/// Up to 64 summaries of one series and level in one blob: times as distances, values as XOR with a near value.
class SummaryPage {
public:
    static constexpr int kCapacity = 64; ///< summaries in a page
    static constexpr int kFanOut = 16; ///< summaries of one level under one of the next

    SummaryPage() = default;
    /// Nothing where the bytes are broken or the times do not advance.
    static std::optional<SummaryPage> decode(ByteView data);

    void append(const Summary &summary);
    const std::vector<Summary> &entries() const { return m_entries; }
    const Bytes &bytes() const { return m_bytes; }

private:
    std::vector<Summary> m_entries;
    Bytes m_bytes;
};

} // namespace lepto
