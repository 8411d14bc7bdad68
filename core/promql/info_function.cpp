#include "core/promql/evaluation.h"
#include "core/promql/label_regex.h"
#include "core/promql/number_text.h"

#include <algorithm>
#include <map>

namespace lepto::promql {

namespace {

/// Labels by which a series finds its info series.
constexpr std::string_view kIdentifying[] = { "instance", "job" };

bool isIdentifying(std::string_view label)
{
    return std::find(std::begin(kIdentifying), std::end(kIdentifying), label) != std::end(kIdentifying);
}

Labels identityOf(const Labels &labels)
{
    return keepLabels(labels, { std::begin(kIdentifying), std::end(kIdentifying) });
}

CompiledMatcher compiled(const Matcher &matcher)
{
    auto result = CompiledMatcher::compile(matcher);
    if (!result)
        throw EvalError { result.error() };
    return std::move(*result);
}

/// The second argument of info(): which info series, and which of their labels.
struct InfoSelector {
    std::vector<Matcher> matchers; ///< as they are selected
    std::vector<CompiledMatcher> names; ///< on the metric's name
    std::vector<std::string> wanted; ///< labels to take over; empty: all
    bool emptyAllowed = true; ///< a series without info series stays

    explicit InfoSelector(const Call &call)
    {
        bool named = false, chosen = false; // by any matcher, by one that says what it is
        const auto *selector = call.args.size() > 1 ? std::get_if<VectorSelector>(&unwrapped(*call.args[1]).what) : nullptr;
        for (const Matcher &matcher : selector ? selector->matchers : std::vector<Matcher>()) {
            matchers.push_back(matcher);
            if (matcher.name == "__name__") {
                named = true;
                chosen = chosen || matcher.kind == Matcher::Kind::Equal || matcher.kind == Matcher::Kind::Regex;
                names.push_back(compiled(matcher));
                continue;
            }
            wanted.push_back(matcher.name);
            emptyAllowed = emptyAllowed && compiled(matcher).matchesValue("");
        }
        if (chosen)
            return;
        matchers.push_back(named ? Matcher { Matcher::Kind::Regex, "__name__", ".+_info" }
                                 : Matcher { Matcher::Kind::Equal, "__name__", "target_info" });
        names.push_back(compiled(matchers.back()));
    }

    bool isInfoMetric(const Labels &labels) const
    {
        return std::all_of(
            names.begin(), names.end(), [&](const CompiledMatcher &matcher) { return matcher.matchesValue(labels.name()); });
    }
    bool takes(const std::string &label) const
    {
        return label != "__name__" && !isIdentifying(label)
            && (wanted.empty() || std::find(wanted.begin(), wanted.end(), label) != wanted.end());
    }
};

/// The info series of one identity, with the time of each one's sample by step.
struct InfoSeries {
    std::vector<const Row *> rows;
};
using InfoByIdentity = std::unordered_map<Labels, InfoSeries>;

/// Of info series with the same name, the one with the newest sample counts.
std::map<std::string_view, const Row *> newestAt(const InfoSeries &info, std::size_t step)
{
    std::map<std::string_view, const Row *> newest;
    for (const Row *row : info.rows) {
        if (isAbsent(row->values[step]))
            continue;
        const Row *&best = newest[row->labels.name()];
        if (best && best->values[step] == row->values[step])
            fail("found duplicate series for info metric " + quoted(row->labels.name()));
        if (!best || best->values[step] < row->values[step])
            best = row;
    }
    return newest;
}

/// The series' labels with those of its info series. Nothing where the selector asks for a label that no info series has.
std::optional<Labels> enriched(const Labels &labels, const InfoSeries &info, const InfoSelector &selector, std::size_t step)
{
    std::map<std::string, std::string> added;
    const auto newest = newestAt(info, step);
    for (const auto &[name, row] : newest) {
        for (const Labels::Pair &pair : row->labels.pairs()) {
            if (!selector.takes(pair.first) || labels.has(pair.first))
                continue;
            const auto [known, fresh] = added.emplace(pair);
            if (!fresh && known->second != pair.second)
                fail("conflicting label: " + quoted(pair.first));
        }
    }
    if (newest.empty() && !selector.emptyAllowed)
        return std::nullopt;
    std::vector<Labels::Pair> pairs = labels.pairs();
    pairs.insert(pairs.end(), added.begin(), added.end());
    return Labels(std::move(pairs));
}

/// One row of the argument becomes one for each set of labels that it has over the steps.
void enrichRow(
    Evaluation &evaluation, Row row, const InfoSeries &info, const InfoSelector &selector, const Grid &grid, Block &result)
{
    std::unordered_map<Labels, std::size_t> places;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (isAbsent(row.values[i]))
            continue;
        const auto labels = enriched(row.labels, info, selector, i);
        if (!labels)
            continue;
        const auto [place, fresh] = places.try_emplace(*labels, result.size());
        if (fresh) {
            evaluation.budget().chargeRows(1, grid);
            result.push_back(emptyRow(*labels, grid));
        }
        if (row.histogramAt(i))
            result[place->second].setHistogram(i, row.histograms[i]);
        else
            result[place->second].values[i] = row.values[i];
    }
}

/// Info series are looked up where the argument looks: at its @ and with its offset, as far as it has one selector.
TimeShift shiftOf(const Node &node)
{
    const auto *selector = std::get_if<VectorSelector>(&unwrapped(node).what);
    return selector ? selector->shift : TimeShift();
}

} // namespace

Block callInfo(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const InfoSelector selector(call);
    Block base = evaluation.vector(*call.args[0], grid);
    VectorSelector infoSelector;
    infoSelector.matchers = selector.matchers;
    infoSelector.shift = shiftOf(*call.args[0]);
    // Every histogram would come as the time of its sample, so the values tell what it is.
    if (hasHistograms(evaluation.select(infoSelector, call.args[0]->at, grid)))
        fail("an info metric must have float samples, not histograms");
    const Block times = evaluation.select(infoSelector, call.args[0]->at, grid, true);
    InfoByIdentity infos;
    for (const Row &row : times)
        infos[identityOf(row.labels)].rows.push_back(&row);
    Block result;
    const InfoSeries none;
    for (Row &row : base) {
        evaluation.budget().checkTime();
        if (selector.isInfoMetric(row.labels)) {
            result.push_back(std::move(row));
            continue;
        }
        const auto found = infos.find(identityOf(row.labels));
        const bool known = found != infos.end() && !found->first.empty();
        enrichRow(evaluation, std::move(row), known ? found->second : none, selector, grid, result);
    }
    return mergeRows(std::move(result));
}

} // namespace lepto::promql
