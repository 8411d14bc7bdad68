#include "core/sources/decimal.h"
#include "core/sources/exposition_parser.h"
#include "core/sources/label_text.h"
#include "core/sources/metric_family.h"

#include <cmath>
#include <map>
#include <memory>
#include <set>

namespace lepto {

namespace {

using Kind = ExpositionLine::Kind;

std::string nameOf(const ExpositionLine &line)
{
    std::string name(line.name);
    if (line.quotedName)
        unescapeTo(line.name, name);
    return name;
}

/// OpenMetrics: families one after another, none interrupted, no name in two of them.
class OpenMetricsLinter {
public:
    explicit OpenMetricsLinter(std::vector<ExpositionIssue> &issues) : m_issues(issues) {}

    void take(const ExpositionLine &line);
    void finish(int line);

private:
    void report(int line, const std::optional<std::string> &problem);
    void enter(const std::string &family, int line);
    void leave(int line);
    void claimNames(int line);

    std::vector<ExpositionIssue> &m_issues;
    std::unique_ptr<MetricFamily> m_family;
    std::map<std::string, std::string, std::less<>> m_owners; ///< sample name to family
    std::set<std::string> m_families;
};

void OpenMetricsLinter::report(int line, const std::optional<std::string> &problem)
{
    if (problem)
        m_issues.push_back({ line, true, (m_family ? m_family->name() + ": " : std::string()) + *problem });
}

void OpenMetricsLinter::claimNames(int line)
{
    for (const std::string &name : m_family->sampleNames()) {
        const auto [it, fresh] = m_owners.emplace(name, m_family->name());
        if (!fresh && it->second != m_family->name())
            report(line, "the name " + name + " belongs to the family " + it->second);
    }
}

void OpenMetricsLinter::leave(int line)
{
    if (m_family) {
        report(line, m_family->finish());
        claimNames(line);
    }
    m_family.reset();
}

void OpenMetricsLinter::enter(const std::string &family, int line)
{
    if (m_family && m_family->name() == family)
        return;
    leave(line);
    m_family = std::make_unique<MetricFamily>(family);
    if (!m_families.insert(family).second)
        report(line, "the family is interrupted by another one");
}

void OpenMetricsLinter::take(const ExpositionLine &line)
{
    if (line.kind == Kind::Eof)
        return;
    const std::string name = nameOf(line);
    if (line.kind != Kind::Sample) {
        enter(name, line.number);
        return report(line.number, m_family->setMetadata(line.kind, line.text));
    }
    auto suffix = m_family ? m_family->suffixOf(name) : std::nullopt;
    if (!suffix) {
        if (m_family && m_family->name() == name)
            return report(line.number, "the sample lacks the suffix that its type asks for");
        enter(name, line.number);
        suffix = "";
    }
    report(line.number, m_family->add(line, *suffix));
}

void OpenMetricsLinter::finish(int line)
{
    leave(line);
}

/// Text 0.0.4: far less is promised, so far less can be broken.
class TextLinter {
public:
    explicit TextLinter(std::vector<ExpositionIssue> &issues) : m_issues(issues) {}
    void take(const ExpositionLine &line);

private:
    void takeMetadata(const ExpositionLine &line, const std::string &name);
    void takeSample(const ExpositionLine &line, const std::string &name);
    void error(int line, std::string reason) { m_issues.push_back({ line, true, std::move(reason) }); }

    std::vector<ExpositionIssue> &m_issues;
    std::map<std::string, std::string, std::less<>> m_types;
    std::set<std::string> m_helped, m_sampled, m_series;
};

void TextLinter::takeMetadata(const ExpositionLine &line, const std::string &name)
{
    if (line.kind == Kind::Help) {
        if (!line.text.empty() && !m_helped.insert(name).second)
            error(line.number, name + ": HELP is given twice");
        return;
    }
    constexpr std::string_view words[] = { "counter", "gauge", "histogram", "summary", "untyped", "gauge_histogram", "gaugehistogram" };
    if (std::find(std::begin(words), std::end(words), line.text) == std::end(words))
        return error(line.number, name + ": the type is none that the text format knows");
    if (!m_types.emplace(name, line.text).second)
        error(line.number, name + ": TYPE is given twice");
    else if (m_sampled.contains(name))
        error(line.number, name + ": TYPE must stand before the samples");
}

void TextLinter::takeSample(const ExpositionLine &line, const std::string &name)
{
    m_sampled.insert(name);
    for (const std::string_view suffix : { "", "_bucket", "_count", "_sum" }) {
        if (!name.ends_with(suffix))
            continue;
        const std::string base = name.substr(0, name.size() - suffix.size());
        const auto type = m_types.find(base);
        if (type == m_types.end())
            continue;
        m_sampled.insert(base);
        const bool histogram = type->second == "histogram" && !suffix.empty();
        if (histogram && suffix != "_sum" && !(line.value >= 0))
            error(line.number, base + ": counts are not negative");
        const std::string_view own = histogram && suffix == "_bucket" ? "le" : type->second == "summary" && suffix.empty() ? "quantile" : "";
        for (const RawLabel &label : line.labels) {
            if (label.name == own && !parseDecimal(label.value))
                error(line.number, base + ": the label " + std::string(own) + " is not a number");
        }
    }
    if (line.time.empty() && !m_series.insert(std::string(line.series)).second)
        m_issues.push_back({ line.number, false, name + ": the sample is given twice" });
}

void TextLinter::take(const ExpositionLine &line)
{
    if (line.kind == Kind::Help || line.kind == Kind::Type)
        takeMetadata(line, nameOf(line));
    if (line.kind != Kind::Sample)
        return;
    for (const RawLabel &label : line.labels) {
        if (label.value.find('\n') != std::string_view::npos)
            error(line.number, "a label value has a raw line break");
    }
    if (line.series.find(",,") != std::string_view::npos)
        m_issues.push_back({ line.number, false, "Prometheus refuses an empty place between commas" });
    takeSample(line, nameOf(line));
}

template <typename Linter>
int lintLines(ExpositionLexer &lexer, Linter &linter, std::vector<ExpositionIssue> &issues, std::size_t maxIssues)
{
    ExpositionLine line;
    while (issues.size() < maxIssues) {
        const auto step = lexer.next(line);
        if (step == ExpositionLexer::Step::End)
            break;
        if (step == ExpositionLexer::Step::Bad)
            issues.push_back({ line.number, true, lexer.reason() });
        else
            linter.take(line);
    }
    return line.number;
}

} // namespace

std::vector<ExpositionIssue> lintExposition(std::string_view page, ExpositionFormat format, std::size_t maxIssues)
{
    std::vector<ExpositionIssue> issues;
    ExpositionLexer lexer(page, format);
    if (format == ExpositionFormat::Text) {
        TextLinter linter(issues);
        const int last = lintLines(lexer, linter, issues, maxIssues);
        if (!page.empty() && page.back() != '\n')
            issues.push_back({ last, true, "the last line does not end with a line break" });
        return issues;
    }
    OpenMetricsLinter linter(issues);
    const int last = lintLines(lexer, linter, issues, maxIssues);
    linter.finish(last);
    if (!lexer.sawEof())
        issues.push_back({ last, true, "the page does not end with # EOF" });
    if (page.find('\r') != std::string_view::npos)
        issues.push_back({ 1, false, "lines end with CR LF, the format asks for LF" });
    return issues;
}

} // namespace lepto
