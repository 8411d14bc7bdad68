#include "core/sources/exposition_parser.h"

#include "core/sources/decimal.h"
#include "core/sources/label_text.h"
#include "core/sources/target_labels.h"

#include <algorithm>

namespace lepto {

namespace {

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

Labels decode(const ExpositionLine &line, const std::vector<Labels::Pair> &target, std::string_view suffix)
{
    std::vector<Labels::Pair> pairs;
    pairs.reserve(line.labels.size() + target.size() + 1);
    pairs.emplace_back("__name__", "");
    if (line.quotedName)
        unescapeTo(line.name, pairs.back().second);
    else
        pairs.back().second = line.name;
    pairs.back().second += suffix;
    for (const RawLabel &label : line.labels) {
        pairs.emplace_back();
        if (label.quotedName)
            unescapeTo(label.name, pairs.back().first);
        else
            pairs.back().first = label.name;
        unescapeTo(label.value, pairs.back().second);
    }
    addTargetLabels(pairs, target);
    return Labels(std::move(pairs));
}

bool repeatsALabel(const ExpositionLine &line)
{
    for (std::size_t i = 1; i < line.labels.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (line.labels[i].name == line.labels[k].name)
                return true;
        }
    }
    return false;
}

bool isTypeKnown(std::string_view type, ExpositionFormat format)
{
    constexpr std::string_view shared[] = { "counter", "gauge", "histogram", "gaugehistogram", "summary", "info", "stateset", "unknown" };
    if (std::find(std::begin(shared), std::end(shared), type) != std::end(shared))
        return true;
    return format == ExpositionFormat::Text && (type == "untyped" || type == "gauge_histogram");
}

bool isUnitOf(std::string_view unit, std::string_view name)
{
    return unit.empty() || (name.size() > unit.size() && name.ends_with(unit) && name[name.size() - unit.size() - 1] == '_');
}

class Page {
public:
    Page(const ExpositionOptions &options, LabelCache *cache)
        : m_options(options)
        , m_cache(cache)
    {
    }

    void take(const ExpositionLine &line);
    void refuse(int line, std::string reason);
    bool isFull() const { return m_page.full; }
    ExpositionPage &&result() { return std::move(m_page); }

private:
    void add(const ExpositionLine &line, std::string_view suffix, double value);
    void addNative(const ExpositionLine &line);

    const ExpositionOptions &m_options;
    LabelCache *m_cache;
    std::string m_key;
    ExpositionPage m_page;
};

void Page::refuse(int line, std::string reason)
{
    ++m_page.refusedLines;
    if (m_page.issues.size() < m_options.maxIssues)
        m_page.issues.push_back({ line, true, std::move(reason) });
}

void Page::take(const ExpositionLine &line)
{
    using Kind = ExpositionLine::Kind;
    if (line.kind == Kind::Type && !isTypeKnown(line.text, m_options.format))
        return refuse(line.number, "the type is none that this format knows");
    if (line.kind == Kind::Unit && !isUnitOf(line.text, line.name))
        return refuse(line.number, "the metric name does not end in its unit");
    if (line.kind != Kind::Sample)
        return;
    if (repeatsALabel(line))
        return refuse(line.number, "a label is given twice");
    if (line.native.empty())
        return add(line, {}, line.value);
    addNative(line);
}

void Page::add(const ExpositionLine &line, std::string_view suffix, double value)
{
    if (m_page.samples.size() >= m_options.maxSamples) {
        m_page.full = true;
        return;
    }
    const auto make = [&] { return decode(line, m_options.target, suffix); };
    std::string_view key = line.series;
    if (m_cache && !suffix.empty())
        key = m_key.assign(suffix).append("\n").append(line.series);
    m_page.ownTimes += !line.time.empty();
    m_page.samples.push_back({ m_cache ? m_cache->get(key, make) : make(), { line.time.empty() ? m_options.at : line.t, value } });
}

void Page::addNative(const ExpositionLine &line)
{
    bool found = false;
    for (const auto &[field, suffix] : { std::pair<std::string_view, std::string_view>("count:", "_count"), { "sum:", "_sum" } }) {
        const std::size_t at = line.native.starts_with(field) ? 0 : line.native.find(std::string(",") + std::string(field));
        if (at == std::string_view::npos)
            continue;
        const std::size_t begin = at + field.size() + (at > 0);
        const auto value = parseDecimal(line.native.substr(begin, line.native.find(',', begin) - begin));
        if (value)
            add(line, suffix, *value);
        found = found || value;
    }
    if (!found)
        refuse(line.number, "the native histogram has no readable count");
}

} // namespace

void LabelCache::endPage()
{
    std::erase_if(m_entries, [this](const auto &entry) { return entry.second.page != m_page; });
    ++m_page;
}

ExpositionFormat expositionFormat(std::string_view contentType, std::string_view page)
{
    if (contains(contentType, "openmetrics"))
        return ExpositionFormat::OpenMetrics;
    if (contains(contentType, "text/plain"))
        return ExpositionFormat::Text;
    const bool ended = page.empty() || page.starts_with("# EOF") || contains(page, "\n# EOF");
    return ended ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
}

ExpositionPage parseExposition(std::string_view text, const ExpositionOptions &options, LabelCache *cache)
{
    ExpositionLexer lexer(text, options.format);
    ExpositionLine line;
    Page page(options, cache);
    while (!page.isFull()) {
        const auto step = lexer.next(line);
        if (step == ExpositionLexer::Step::End)
            break;
        if (step == ExpositionLexer::Step::Line)
            page.take(line);
        else
            page.refuse(line.number, lexer.reason());
    }
    if (options.format == ExpositionFormat::OpenMetrics && !lexer.sawEof() && !page.isFull())
        page.refuse(line.number, "the page does not end with # EOF, it may be cut short");
    if (cache && !page.isFull())
        cache->endPage();
    return page.result();
}

} // namespace lepto
