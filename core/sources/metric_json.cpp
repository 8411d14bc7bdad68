#include "core/sources/metric_json.h"

#include "core/sources/target_labels.h"

namespace lepto {

namespace {

using json::Outcome;
using json::Text;

Labels labelsOf(std::string_view object, const std::vector<Labels::Pair> &target)
{
    std::vector<Labels::Pair> pairs;
    Text text { object.data() + 1, object.data() + object.size() };
    Labels::Pair pair;
    while (json::readString(text, pair.first) == Outcome::Ok && json::expect(text, ':') == Outcome::Ok
        && json::readOptionalString(text, pair.second) == Outcome::Ok) {
        pairs.push_back(pair);
        if (json::expect(text, ',') != Outcome::Ok)
            break;
    }
    addTargetLabels(pairs, target);
    return Labels(std::move(pairs));
}

} // namespace

Outcome readMetric(Text &text, LabelCache *cache, const std::vector<Labels::Pair> &target, Labels &out)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    const char *const begin = text.at;
    if (c != '{')
        return Outcome::Bad;
    if (const Outcome outcome = json::skipValue(text); outcome != Outcome::Ok)
        return outcome;
    const std::string_view object(begin, std::size_t(text.at - begin));
    out = cache ? cache->get(object, [&] { return labelsOf(object, target); }) : labelsOf(object, target);
    return Outcome::Ok;
}

} // namespace lepto
