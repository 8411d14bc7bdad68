#pragma once

#include "core/sources/exposition_lexer.h"
#include "ml/base/native_histogram.h"
#include "ml/base/series.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lepto {

/// One thing wrong with one line of a page.
struct ExpositionIssue {
    int line = 0;
    bool error = true;           ///< false: worth knowing, nothing is lost
    std::string reason;          ///< plain text, no full stop
};

/// Format by Content-Type; where that is silent, a page with a line "# EOF" means to be OpenMetrics, and so does an empty one.
ExpositionFormat expositionFormat(std::string_view contentType, std::string_view page);

/// Labels of series that were seen before, by their text on the page, so that a repeated scrape allocates nothing for them
/// and the store recognises them by their shared body. Not thread-safe.
class LabelCache {
public:
    /// Labels of the series; `decode` runs only for a new text. Entries that a whole page did not use are dropped by endPage().
    template <typename Decode>
    const Labels &get(std::string_view series, Decode decode)
    {
        auto it = m_entries.find(series);
        if (it == m_entries.end())
            it = m_entries.emplace(std::string(series), Entry { decode(), 0 }).first;
        it->second.page = m_page;
        return it->second.labels;
    }
    void endPage();
    std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        Labels labels;
        std::uint64_t page = 0;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> m_entries;
    std::uint64_t m_page = 0;
};

struct ExpositionOptions {
    ExpositionFormat format = ExpositionFormat::Text;
    TimeMs at = 0;                                   ///< time of samples that carry none
    std::vector<Labels::Pair> target;                ///< source, job, instance: set where the page has none; `source` always wins
    std::size_t maxSamples = 500'000;
    std::size_t maxIssues = 100;                     ///< later ones are only counted
};

struct ExpositionPage {
    std::vector<LabelledSample> samples;             ///< in page order; native histograms of a text page as their _count and _sum
    std::vector<LabelledHistogram> histograms;       ///< of a protobuf page
    std::size_t ownTimes = 0;                        ///< samples that brought their own timestamp
    std::vector<ExpositionIssue> issues;
    std::size_t refusedLines = 0;
    bool full = false;                               ///< maxSamples was reached, the rest was not read
};

/// Reads what a scraper would read: accepts every page that Prometheus accepts, and of any other page all lines that are good.
/// `cache` may be null. Any thread.
ExpositionPage parseExposition(std::string_view page, const ExpositionOptions &options, LabelCache *cache = nullptr);

/// Everything a strict reader finds wrong: OpenMetrics 1.0 with its families, types and groups, or the text format 0.0.4.
/// A page is good when no issue is an error. At most `maxIssues`.
std::vector<ExpositionIssue> lintExposition(std::string_view page, ExpositionFormat format, std::size_t maxIssues = 1000);

} // namespace lepto
