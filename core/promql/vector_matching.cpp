#include "core/promql/vector_matching.h"

#include "core/promql/binary_operators.h"
#include "core/promql/evaluation.h"
#include "core/promql/histogram_operators.h"
#include "core/promql/number_text.h"

#include <algorithm>

namespace lepto::promql {

namespace {

using Card = VectorMatching::Card;

std::string labelsText(const Labels &labels)
{
    std::string text;
    for (const Labels::Pair &pair : labels.pairs())
        text += (text.empty() ? "" : ", ") + pair.first + "=" + quoted(pair.second);
    return "{" + text + "}";
}

Labels resultLabels(const Binary &binary, const Labels &many, const Labels &one)
{
    const VectorMatching &matching = binary.matching;
    const bool dropName = !isComparison(binary.op) || binary.returnBool;
    if (matching.card == Card::OneToOne) {
        if (!matching.on)
            return dropLabels(many, matching.labels, dropName);
        const Labels kept = keepLabels(many, matching.labels);
        return dropName ? withoutName(kept) : kept;
    }
    Labels labels = dropName ? withoutName(many) : many;
    for (const std::string &name : matching.include)
        labels = labels.with(name, one.get(name));
    return labels;
}

/// Matches rows of a "many" side with rows of a "one" side; for one-to-one, many is the left side.
class Matching {
public:
    Matching(Evaluation &evaluation, const Binary &binary, const Block &left, const Block &right, const Grid &grid)
        : m_evaluation(evaluation)
        , m_binary(binary)
        , m_swapped(binary.matching.card == Card::OneToMany)
        , m_many(m_swapped ? right : left)
        , m_one(m_swapped ? left : right)
        , m_grid(grid)
    { }

    Block run()
    {
        const Groups manyGroups = groupRows(m_binary.matching, m_many), oneGroups = groupRows(m_binary.matching, m_one);
        if (m_many.empty() || m_one.empty())
            return {};
        for (const auto &[key, rows] : oneGroups)
            checkOneSide(key, rows);
        // In the order of the many side, so that a result does not depend on hashing.
        for (std::size_t i = 0; i < m_many.size(); ++i) {
            const Labels key = matchKey(m_binary.matching, m_many[i].labels);
            const auto partners = oneGroups.find(key);
            if (partners == oneGroups.end())
                continue;
            const auto &siblings = manyGroups.at(key);
            if (m_binary.matching.card == Card::OneToOne && siblings.size() > 1 && siblings.front() == i)
                checkManySide(siblings, partners->second);
            for (std::size_t partner : partners->second)
                combine(m_many[i], m_one[partner]);
        }
        if (m_binary.matching.card != Card::OneToOne)
            checkResults();
        return mergeRows(std::move(m_result), kNotUnique);
    }

private:
    static constexpr std::string_view kNotUnique = "multiple matches for labels: grouping labels must ensure unique matches";

    int presentAt(const Block &block, const std::vector<std::size_t> &rows, std::size_t step) const
    {
        return int(std::count_if(rows.begin(), rows.end(), [&](std::size_t row) { return isPresent(block[row].values[step]); }));
    }

    void checkOneSide(const Labels &key, const std::vector<std::size_t> &rows) const
    {
        if (rows.size() < 2)
            return;
        for (std::size_t step = 0; step < std::size_t(m_grid.count); ++step) {
            const bool asked
                = std::any_of(m_many.begin(), m_many.end(), [&](const Row &row) { return isPresent(row.values[step]); });
            if (asked && presentAt(m_one, rows, step) > 1)
                refuseOneSide(key, rows, step);
        }
    }

    [[noreturn]] void refuseOneSide(const Labels &key, const std::vector<std::size_t> &rows, std::size_t step) const
    {
        std::vector<Labels> duplicates;
        for (std::size_t row : rows) {
            if (isPresent(m_one[row].values[step]))
                duplicates.push_back(m_one[row].labels);
        }
        std::sort(duplicates.begin(), duplicates.end());
        fail("found duplicate series for the match group " + labelsText(key) + " on the " + (m_swapped ? "left" : "right")
            + " hand-side of the operation: [" + labelsText(duplicates[0]) + ", " + labelsText(duplicates[1])
            + "];many-to-many matching not allowed: matching labels must be unique on one side");
    }

    void checkManySide(const std::vector<std::size_t> &many, const std::vector<std::size_t> &one) const
    {
        for (std::size_t step = 0; step < std::size_t(m_grid.count); ++step) {
            if (presentAt(m_one, one, step) > 0 && presentAt(m_many, many, step) > 1)
                fail("multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
        }
    }

    /// Two results may not share labels at one step, even where a filter would have removed one of them.
    void checkResults() const
    {
        Block candidates;
        for (std::size_t i = 0; i < m_result.size(); ++i)
            candidates.push_back({ m_result[i].labels, m_matched[i] });
        mergeRows(std::move(candidates), kNotUnique);
    }

    void combine(const Row &many, const Row &one)
    {
        const bool filters = isComparison(m_binary.op) && !m_binary.returnBool;
        const Row &left = m_swapped ? one : many, &right = m_swapped ? many : one;
        Row result = emptyRow({}, m_grid);
        Row matched = m_binary.matching.card == Card::OneToOne ? Row() : result;
        bool any = false;
        if (!left.histograms.empty() || !right.histograms.empty()) {
            any = combineWithHistograms(m_evaluation, m_binary, left, right, result, matched);
        } else
            withOperator(m_binary.op, [&](auto apply) {
                for (std::size_t i = 0; i < result.values.size(); ++i) {
                    const double a = left.values[i], b = right.values[i];
                    if (isAbsent(a) || isAbsent(b))
                        continue;
                    any = true;
                    const double v = double(apply(a, b));
                    result.values[i] = !filters ? v : v != 0 ? a : absent();
                    if (!matched.values.empty())
                        matched.values[i] = 1;
                }
            });
        if (!any)
            return;
        result.labels = resultLabels(m_binary, many.labels, one.labels);
        m_result.push_back(std::move(result));
        m_matched.push_back(std::move(matched.values));
    }

    Evaluation &m_evaluation;
    const Binary &m_binary;
    const bool m_swapped;
    const Block &m_many, &m_one;
    const Grid &m_grid;
    Block m_result;
    std::vector<std::vector<double>> m_matched; ///< beside m_result: where both sides had a value
};

} // namespace

Labels matchKey(const VectorMatching &matching, const Labels &labels)
{
    return matching.on ? keepLabels(labels, matching.labels) : dropLabels(labels, matching.labels, true);
}

Groups groupRows(const VectorMatching &matching, const Block &block)
{
    Groups groups;
    for (std::size_t i = 0; i < block.size(); ++i)
        groups[matchKey(matching, block[i].labels)].push_back(i);
    return groups;
}

Block matchVectors(Evaluation &evaluation, const Binary &binary, const Block &left, const Block &right, const Grid &grid)
{
    evaluation.budget().chargeRows(std::max(left.size(), right.size()), grid);
    return Matching(evaluation, binary, left, right, grid).run();
}

} // namespace lepto::promql
