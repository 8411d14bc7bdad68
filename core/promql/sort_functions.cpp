#include "core/promql/evaluation.h"

#include <algorithm>
#include <cmath>

namespace lepto::promql {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Compares with runs of digits as numbers: a2 before a10.
int naturalOrder(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a[0]) && isDigit(b[0])) {
            a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
            b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
            const auto digits = [](std::string_view text) {
                return std::size_t(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
            };
            const std::size_t lengthA = digits(a), lengthB = digits(b);
            if (lengthA != lengthB)
                return lengthA < lengthB ? -1 : 1;
            if (const int order = a.substr(0, lengthA).compare(b.substr(0, lengthB)))
                return order;
            a.remove_prefix(lengthA);
            b.remove_prefix(lengthB);
            continue;
        }
        if (a[0] != b[0])
            return a[0] < b[0] ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return int(!a.empty()) - int(!b.empty());
}

void sortByValue(Block &block, bool descending)
{
    std::stable_sort(block.begin(), block.end(), [&](const Row &a, const Row &b) {
        const double left = a.values[0], right = b.values[0];
        if (std::isnan(left) || std::isnan(right))
            return !std::isnan(left) && std::isnan(right); // NaN last either way
        return descending ? left > right : left < right;
    });
}

void sortByLabels(Block &block, const std::vector<std::string> &names, bool descending)
{
    std::stable_sort(block.begin(), block.end(), [&](const Row &a, const Row &b) {
        for (const std::string &name : names) {
            if (const int order = naturalOrder(a.labels.get(name), b.labels.get(name)))
                return descending ? order > 0 : order < 0;
        }
        return descending ? b.labels < a.labels : a.labels < b.labels;
    });
}

} // namespace

Block callSort(Evaluation &evaluation, const Call &call, std::size_t at, const Grid &grid)
{
    const bool byValue = !call.function->name.starts_with("sort_by");
    Block block = evaluation.vector(*call.args[0], grid);
    if (byValue)
        block = floatsOf(std::move(block));
    if (evaluation.isRange()) {
        evaluation.warn("sort is ineffective for range queries since results are always ordered by labels", at);
        return block;
    }
    if (grid.count != 1)
        return block;
    std::erase_if(block, isEmptyRow);
    const bool descending = call.function->name.ends_with("desc");
    if (byValue) {
        sortByValue(block, descending);
        return block;
    }
    std::vector<std::string> names;
    for (std::size_t i = 1; i < call.args.size(); ++i)
        names.push_back(evaluation.string(*call.args[i]));
    sortByLabels(block, names, descending);
    return block;
}

} // namespace lepto::promql
