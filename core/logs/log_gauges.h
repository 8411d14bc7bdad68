#pragma once

#include "core/logs/line_digest.h"

#include <array>
#include <map>

namespace lepto {

/// Counts the lines of one source in intervals, as series that charts and detectors read:
///   leptoscope:log_lines{source,service,level}             lines in the interval that ends at the sample's time
///   leptoscope:log_pattern{source,service,level,pattern}   the same for the most frequent patterns; pattern="rest" is all others
/// A line counts by its own time. An interval is told once, when no line of it is expected any more; it is told as 0 where nothing came, for
/// an hour. Lines more than an hour old are in the log store only. Not thread-safe.
class LogGauges {
public:
    static constexpr TimeMs kStep = 10'000;
    static constexpr TimeMs kGrace = 10'000;         ///< lines may be so late
    static constexpr TimeMs kReach = 3'600'000;
    static constexpr std::size_t kPatterns = 40;     ///< with a series of their own
    static constexpr std::size_t kServices = 50;     ///< further ones are "other"

    explicit LogGauges(std::string source)
        : m_source(std::move(source))
    { }
    void add(const std::vector<LogLine> &lines, TimeMs now);
    /// Samples of the intervals that are over, in time order.
    std::vector<LabelledSample> due(TimeMs now, const LineDigest &digest);
    std::int64_t late() const { return m_late; }     ///< lines of intervals that had been told already

private:
    using LevelKey = std::pair<std::string, LogLevel>;
    struct Interval {
        std::map<LevelKey, std::int64_t> levels;
        std::map<std::uint64_t, std::int64_t> patterns;
    };
    struct Series {
        Labels labels;
        TimeMs lastSeen = 0;
    };
    struct Weighed {
        double weight = 0;
        Series series;
        bool shown = false;
    };
    void tell(TimeMs end, const Interval &interval, const LineDigest &digest, std::vector<LabelledSample> &out);
    void tellLevels(TimeMs end, const Interval &interval, std::vector<LabelledSample> &out);
    void tellPatterns(TimeMs end, const Interval &interval, const LineDigest &digest, std::vector<LabelledSample> &out);
    void show(std::uint64_t id, const LineDigest &digest, TimeMs end, std::vector<LabelledSample> &out);
    Labels patternLabels(std::uint64_t id, const LineDigest &digest) const;
    std::string serviceOf(const std::string &service);

    std::string m_source;
    std::map<TimeMs, Interval> m_open;               ///< by begin
    TimeMs m_told = 0;                               ///< begin of the first interval that is not told; 0: none yet
    std::map<LevelKey, Series> m_levels;
    std::map<std::uint64_t, Weighed> m_patterns;
    std::size_t m_shown = 0;
    Series m_rest;
    std::map<std::string, bool> m_services;
    std::int64_t m_late = 0;
};

} // namespace lepto
