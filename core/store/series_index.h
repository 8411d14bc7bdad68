#pragma once

#include "core/store/byte_codec.h"
#include "core/store/matcher_set.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace lepto {

/// Which series there are: labels to id, id to labels, and for each label value the series that carry it.
/// Not thread-safe; the owner locks.
class SeriesIndex {
public:
    using Values = std::map<std::string, std::set<SeriesId>, std::less<>>; ///< of one label: who carries which

    void add(SeriesInfo series);
    void remove(SeriesId id);
    void clear() { *this = SeriesIndex(); }

    std::optional<SeriesId> find(const Labels &labels) const;
    const Labels *labels(SeriesId id) const;
    std::size_t size() const { return m_labels.size(); }
    SeriesId highest() const { return m_highest; }
    const std::unordered_map<SeriesId, Labels> &all() const { return m_labels; }
    const std::map<std::string, Values, std::less<>> &names() const { return m_names; }
    std::set<SeriesId> carrying(std::string_view name, std::string_view value) const;

    std::vector<SeriesInfo> select(const MatcherSet &matchers) const; ///< in no order
    std::vector<std::string> labelNames() const;
    std::vector<std::string> labelValues(std::string_view name, std::size_t limit) const;

private:
    std::vector<SeriesId> candidates(const MatcherSet &matchers, bool &known) const;

    std::unordered_map<Labels, SeriesId> m_ids;
    std::unordered_map<SeriesId, Labels> m_labels;
    std::map<std::string, Values, std::less<>> m_names;
    SeriesId m_highest = 0;
};

Bytes encodeLabels(const Labels &labels);
/// Nothing where the bytes are broken.
std::optional<Labels> decodeLabels(ByteView data);

} // namespace lepto
