#pragma once

#include "core/sources/exposition_parser.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lepto {

/// Collects the samples of one look at the host; labels are built once per series and shared afterwards.
class HostMetrics {
public:
    using Label = std::pair<std::string_view, std::string_view>;

    explicit HostMetrics(std::vector<Labels::Pair> target) : m_target(std::move(target)) {}

    void begin(TimeMs at);
    void add(std::string_view name, double value, std::initializer_list<Label> labels = {});
    std::vector<LabelledSample> take(); ///< ends the look; series that were not added are forgotten

private:
    std::vector<Labels::Pair> m_target;
    LabelCache m_cache;
    std::vector<LabelledSample> m_samples;
    std::string m_key;
    TimeMs m_at = 0;
};

} // namespace lepto
