#include "promqltest_script.h"

#include "histogram_notation.h"

#include "core/promql/duration_expr.h"
#include "core/promql/lexer.h"
#include "core/promql/parser.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace lepto::test {

namespace {

using namespace promql;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    std::istringstream stream { std::string(text) };
    for (std::string line; std::getline(stream, line);) {
        line = trimmed(line);
        lines.push_back(line.starts_with('#') ? std::string() : line);
    }
    return lines;
}

TimeMs timeOf(const std::string &text)
{
    if (const auto ms = parseDuration(text))
        return *ms;
    return TimeMs(std::llround(std::stod(text) * 1000));
}

double numberOf(std::string_view text)
{
    const auto parsed = parse(text);
    if (!parsed)
        throw std::runtime_error("not a number: " + std::string(text));
    const Node *node = &parsed->root();
    double sign = 1;
    while (const auto *unary = std::get_if<Unary>(&node->what)) {
        sign = unary->negative ? -sign : sign;
        node = unary->expr.get();
    }
    return sign * std::get<NumberLiteral>(node->what).value;
}

/// `1+2x3`: 1 3 5 7; `1x3`: 1 1 1 1; `_x3`: three steps without a value.
void appendItem(SeriesLine &line, const std::string &item)
{
    if (item.find("{{") != std::string::npos) {
        for (NativeHistogram &histogram : histogramItem(item))
            line.values.push_back({ {}, std::move(histogram) });
        return;
    }
    const auto times = item.find('x') != std::string::npos && !item.starts_with("0x") ? item.find('x')
        : item.starts_with("0x")                                                      ? std::size_t(1)
                                                                                      : std::string::npos;
    const std::string head = item.substr(0, times);
    const int count = times == std::string::npos ? 0 : std::stoi(item.substr(times + 1));
    if (head == "_") {
        line.values.insert(line.values.end(), times == std::string::npos ? 1 : std::size_t(count), StepValue());
        return;
    }
    if (head == "stale") {
        line.values.push_back({ staleMarker(), {} });
        return;
    }
    std::size_t sign = std::string::npos;
    for (std::size_t i = 1; times != std::string::npos && i < head.size(); ++i) {
        if ((head[i] == '+' || head[i] == '-') && head[i - 1] != 'e' && head[i - 1] != 'E') {
            sign = i;
            break;
        }
    }
    const double first = numberOf(head.substr(0, sign));
    const double step = sign == std::string::npos ? 0 : numberOf(head.substr(head[sign] == '+' ? sign + 1 : sign));
    double value = first;
    for (int i = 0; i <= count; ++i) {
        line.values.push_back({ value, {} });
        value += step;
    }
}

std::vector<std::string> itemsOf(std::string_view text)
{
    std::vector<std::string> items;
    std::string item;
    int depth = 0;
    for (char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0 && (c == ' ' || c == '\t')) {
            if (!item.empty())
                items.push_back(std::move(item));
            item.clear();
        } else {
            item += c;
        }
    }
    if (!item.empty())
        items.push_back(std::move(item));
    return items;
}

/// End of the metric at the start of a line: after its braces, else at the first blank.
std::size_t metricEnd(const std::string &line)
{
    char quote = 0;
    const auto brace = line.find('{');
    if (brace == std::string::npos || line.substr(0, brace).find_first_of(" \t") != std::string::npos)
        return std::min(line.find_first_of(" \t"), line.size());
    for (std::size_t i = brace; i < line.size(); ++i) {
        if (quote && line[i] == '\\')
            ++i;
        else if (quote)
            quote = line[i] == quote ? char(0) : quote;
        else if (line[i] == '"' || line[i] == '\'' || line[i] == '`')
            quote = line[i];
        else if (line[i] == '}')
            return i + 1;
    }
    return line.size();
}

Labels labelsOf(const std::string &metric)
{
    if (metric == "{}")
        return {};
    // An extra matcher makes even {a=""} a valid selector.
    const auto brace = metric.find('{');
    std::string selector = brace == std::string::npos ? metric + "{" : metric.substr(0, metric.size() - 1);
    const char last = selector.back();
    selector += (last == '{' || last == ',' ? "" : ",") + std::string("__filler__=\"x\"}");
    const auto parsed = parse(selector);
    if (!parsed)
        throw std::runtime_error("not a metric: " + metric + ": " + parsed.error().text());
    std::vector<Labels::Pair> pairs;
    for (const Matcher &matcher : std::get<VectorSelector>(parsed->root().what).matchers) {
        if (matcher.name != "__filler__")
            pairs.emplace_back(matcher.name, matcher.value);
    }
    return Labels(std::move(pairs));
}

SeriesLine seriesLine(const std::string &line)
{
    const std::size_t end = metricEnd(line);
    SeriesLine result;
    result.labels = labelsOf(line.substr(0, end));
    for (const std::string &item : itemsOf(line.substr(end)))
        appendItem(result, item);
    return result;
}

void expectation(ScriptCommand &command, std::string rest)
{
    const auto take = [&](std::string_view word) {
        if (!rest.starts_with(word))
            return false;
        rest = trimmed(std::string_view(rest).substr(word.size()));
        return true;
    };
    if (take("string")) {
        command.string = unquote(rest, 0);
        return;
    }
    if (take("range vector")) {
        std::istringstream stream(rest);
        std::string word, start, end, step;
        stream >> word >> start >> word >> end >> word >> step;
        command.expectFrom = timeOf(start);
        command.step = timeOf(step);
        return;
    }
    if (take("ordered"))
        command.ordered = true;
    else if (take("fail"))
        command.fails = true;
    else if (take("no_warn"))
        command.noWarning = true;
    else if (take("no_info"))
        command.noInfo = true;
    else if (take("warn"))
        command.warns = true;
    else if (take("info"))
        command.informs = true;
    else
        throw std::runtime_error("unknown expectation: " + rest);
    command.messageIsRegex = rest.starts_with("regex:");
    if (rest.starts_with("msg:") || command.messageIsRegex)
        command.message = trimmed(std::string_view(rest).substr(rest.find(':') + 1));
}

ScriptCommand evalCommand(const std::string &line)
{
    ScriptCommand command;
    std::istringstream stream(line);
    std::string word, kind, from, to, step;
    stream >> word >> kind;
    command.fails = word == "eval_fail";
    if (kind == "instant") {
        command.kind = ScriptCommand::Kind::Instant;
        stream >> word >> from;
    } else {
        command.kind = ScriptCommand::Kind::Range;
        stream >> word >> from >> word >> to >> word >> step;
        command.to = timeOf(to);
        command.step = timeOf(step);
    }
    command.at = timeOf(from);
    std::getline(stream, command.query);
    command.query = trimmed(command.query);
    return command;
}

void expectedLine(ScriptCommand &command, const std::string &line)
{
    if (line.starts_with("expect "))
        return expectation(command, trimmed(std::string_view(line).substr(7)));
    const bool number = line.find_first_of("{ \t") == std::string::npos
        && (line.find_first_of("0123456789") == 0 || line.starts_with('-') || line.starts_with('+') || line == "NaN"
            || line == "Inf");
    if (number)
        command.scalar = numberOf(line);
    else
        command.series.push_back(seriesLine(line));
}

} // namespace

std::vector<ScriptCommand> parseScript(std::string_view text)
{
    std::vector<ScriptCommand> commands;
    const std::vector<std::string> lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string &line = lines[i];
        if (line.empty())
            continue;
        ScriptCommand command;
        const int number = int(i) + 1;
        const bool load = line.starts_with("load");
        if (line.starts_with("clear")) {
            command.kind = ScriptCommand::Kind::Clear;
        } else if (load) {
            command.kind = ScriptCommand::Kind::Load;
            command.withNative = line.starts_with("load_with_nhcb");
            command.step = timeOf(trimmed(std::string_view(line).substr(line.find(' '))));
        } else if (line.starts_with("eval")) {
            command = evalCommand(line);
        } else {
            throw std::runtime_error("line " + std::to_string(number) + ": " + line);
        }
        command.line = number;
        while (command.kind != ScriptCommand::Kind::Clear && i + 1 < lines.size() && !lines[i + 1].empty()) {
            ++i;
            load ? command.series.push_back(seriesLine(lines[i])) : expectedLine(command, lines[i]);
        }
        commands.push_back(std::move(command));
    }
    return commands;
}

} // namespace lepto::test
