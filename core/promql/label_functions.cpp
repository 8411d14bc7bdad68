#include "core/promql/evaluation.h"
#include "core/promql/label_regex.h"
#include "core/promql/number_text.h"

namespace lepto::promql {

namespace {

void checkLabelName(const std::string &name, std::string_view function)
{
    if (name.empty() || !isValidUtf8(name))
        fail("invalid label name in " + std::string(function) + "(): " + quoted(name));
}

Block replaceLabel(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const std::string &target = evaluation.string(*call.args[1]), &replacement = evaluation.string(*call.args[2]);
    const std::string &source = evaluation.string(*call.args[3]), &pattern = evaluation.string(*call.args[4]);
    const auto regex = LabelRegex::compile(pattern);
    if (!regex)
        fail("invalid regular expression in label_replace(): " + pattern);
    checkLabelName(target, "label_replace");
    Block block = evaluation.vector(*call.args[0], grid);
    for (Row &row : block) {
        if (const auto value = regex->expand(row.labels.get(source), replacement))
            row.labels = row.labels.with(target, *value);
    }
    return mergeRows(std::move(block));
}

Block joinLabels(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    const std::string &target = evaluation.string(*call.args[1]), &separator = evaluation.string(*call.args[2]);
    checkLabelName(target, "label_join");
    Block block = evaluation.vector(*call.args[0], grid);
    for (Row &row : block) {
        std::string joined;
        for (std::size_t i = 3; i < call.args.size(); ++i) {
            const std::string &source = evaluation.string(*call.args[i]);
            checkLabelName(source, "label_join");
            joined += (i > 3 ? separator : std::string()) + std::string(row.labels.get(source));
        }
        row.labels = row.labels.with(target, joined);
    }
    return mergeRows(std::move(block));
}

} // namespace

Block callLabel(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    return call.function->name == "label_join" ? joinLabels(evaluation, call, grid) : replaceLabel(evaluation, call, grid);
}

} // namespace lepto::promql
