#pragma once

#include "core/store/summary.h"

#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>

namespace lepto {

/// The pyramid below its stored levels: summaries of 16 samples inside chunks that were decoded lately, in memory only.
/// A chart that is drawn again does not decode again. Thread-safe; bounded to some 20 MB.
class FineCache {
public:
    using Summaries = std::shared_ptr<const std::vector<Summary>>;

    static Summaries summarise(std::span<const Sample> samples);
    Summaries find(const Summary &chunk);
    void keep(const Summary &chunk, Summaries fine);

private:
    struct Entry {
        Summary chunk; ///< a row may be cut by retention: the summary says whether it is still the same
        Summaries fine;
    };
    using Entries = std::unordered_map<std::int64_t, Entry>;
    static constexpr std::size_t kHalf = 8192; ///< chunks in each of the two generations

    std::mutex m_mutex;
    Entries m_young, m_old; ///< what is used moves to the young; a full young generation replaces the old one
};

} // namespace lepto
