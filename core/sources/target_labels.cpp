#include "core/sources/target_labels.h"

#include <algorithm>

namespace lepto {

void addTargetLabels(std::vector<Labels::Pair> &pairs, const std::vector<Labels::Pair> &target)
{
    for (const Labels::Pair &label : target) {
        const auto own = std::find_if(pairs.begin(), pairs.end(), [&](const Labels::Pair &pair) { return pair.first == label.first; });
        if (own == pairs.end()) {
            pairs.push_back(label);
        } else if (label.first == "source") {
            own->first = "exported_source";
            pairs.push_back(label);
        } else if (own->second.empty()) {
            own->second = label.second;
        }
    }
}

} // namespace lepto
