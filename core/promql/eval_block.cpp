#include "core/promql/eval_block.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace lepto::promql {

void fail(std::string reason)
{
    throw EvalError { { ErrorCode::BadInput, "query", std::move(reason) } };
}

bool isEmptyRow(const Row &row)
{
    return std::all_of(row.values.begin(), row.values.end(), isAbsent);
}

void Row::setHistogram(std::size_t step, HistogramPtr histogram)
{
    if (histograms.empty())
        histograms.resize(values.size());
    histograms[step] = std::move(histogram);
    values[step] = std::numeric_limits<double>::quiet_NaN();
}

bool hasHistograms(const Block &block)
{
    return std::any_of(block.begin(), block.end(), [](const Row &row) { return !row.histograms.empty(); });
}

Block floatsOf(Block block, bool *dropped)
{
    for (Row &row : block) {
        for (std::size_t i = 0; i < row.histograms.size(); ++i) {
            if (!row.histogramAt(i))
                continue;
            row.values[i] = absent();
            if (dropped)
                *dropped = true;
        }
        row.histograms.clear();
    }
    return block;
}

Labels withoutName(const Labels &labels)
{
    return labels.has("__name__") ? labels.with("__name__", {}) : labels;
}

Labels keepLabels(const Labels &labels, const std::vector<std::string> &names)
{
    std::vector<Labels::Pair> kept;
    for (const std::string &name : names) {
        const std::string_view value = labels.get(name);
        if (!value.empty())
            kept.emplace_back(name, value);
    }
    return Labels(std::move(kept));
}

Labels dropLabels(const Labels &labels, const std::vector<std::string> &names, bool dropName)
{
    std::vector<Labels::Pair> kept;
    for (const Labels::Pair &pair : labels.pairs()) {
        const bool dropped
            = (dropName && pair.first == "__name__") || std::find(names.begin(), names.end(), pair.first) != names.end();
        if (!dropped)
            kept.push_back(pair);
    }
    return Labels(std::move(kept));
}

Block mergeRows(Block block, std::string_view reason)
{
    std::unordered_map<Labels, std::size_t> places;
    places.reserve(block.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const auto [place, fresh] = places.try_emplace(block[i].labels, kept);
        if (fresh) {
            if (kept != i)
                block[kept] = std::move(block[i]);
            ++kept;
            continue;
        }
        std::vector<double> &into = block[place->second].values;
        for (std::size_t step = 0; step < into.size(); ++step) {
            const double v = block[i].values[step];
            if (isAbsent(v))
                continue;
            if (isPresent(into[step]))
                fail(std::string(reason));
            if (block[i].histogramAt(step))
                block[place->second].setHistogram(step, std::move(block[i].histograms[step]));
            else
                into[step] = v;
        }
    }
    block.resize(kept);
    return block;
}

} // namespace lepto::promql
