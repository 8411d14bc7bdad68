#include "core/logs/log_gauges.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr double kFade = 0.95;        ///< of a pattern's weight, each interval
constexpr double kTakeOver = 2.0;     ///< so much heavier must a pattern be to take another one's place
constexpr std::size_t kWeighed = 4096;

TimeMs beginOf(TimeMs t)
{
    return t - ((t % LogGauges::kStep) + LogGauges::kStep) % LogGauges::kStep;
}

} // namespace

std::string LogGauges::serviceOf(const std::string &service)
{
    if (m_services.size() < kServices)
        m_services.try_emplace(service, true);
    return m_services.contains(service) ? service : "other";
}

void LogGauges::add(const std::vector<LogLine> &lines, TimeMs now)
{
    const TimeMs reach = beginOf(now - kReach);
    for (const LogLine &line : lines) {
        const TimeMs begin = beginOf(line.t);
        if (begin < std::max(reach, m_told)) {
            m_late += begin >= reach;
            continue;
        }
        Interval &interval = m_open[begin];
        ++interval.levels[{ serviceOf(line.service), line.level }];
        if (line.pattern)
            ++interval.patterns[line.pattern];
    }
}

std::vector<LabelledSample> LogGauges::due(TimeMs now, const LineDigest &digest)
{
    std::vector<LabelledSample> out;
    const TimeMs end = beginOf(now - kGrace);
    if (m_told == 0) {
        if (m_open.empty())
            return out;
        m_told = m_open.begin()->first;
    }
    m_told = std::max(m_told, beginOf(now - kReach));
    m_open.erase(m_open.begin(), m_open.lower_bound(m_told));
    for (; m_told < end; m_told += kStep) {
        const auto open = m_open.find(m_told);
        tell(m_told + kStep, open == m_open.end() ? Interval() : open->second, digest, out);
        if (open != m_open.end())
            m_open.erase(open);
    }
    return out;
}

void LogGauges::tell(TimeMs end, const Interval &interval, const LineDigest &digest, std::vector<LabelledSample> &out)
{
    tellLevels(end, interval, out);
    tellPatterns(end, interval, digest, out);
}

void LogGauges::tellLevels(TimeMs end, const Interval &interval, std::vector<LabelledSample> &out)
{
    for (const auto &[key, lines] : interval.levels) {
        Series &series = m_levels[key];
        series.lastSeen = end;
        if (series.labels.empty())
            series.labels = Labels({ { "__name__", "leptoscope:log_lines" }, { "source", m_source }, { "service", key.first },
                { "level", std::string(logLevelText(key.second)) } });
    }
    for (auto it = m_levels.begin(); it != m_levels.end();) {
        const bool gone = end - it->second.lastSeen > kReach;
        const auto lines = interval.levels.find(it->first);
        out.push_back({ it->second.labels, { end, gone ? staleMarker() : lines == interval.levels.end() ? 0.0 : double(lines->second) } });
        it = gone ? m_levels.erase(it) : std::next(it);
    }
}

Labels LogGauges::patternLabels(std::uint64_t id, const LineDigest &digest) const
{
    const LogPattern *pattern = digest.pattern(id);
    return Labels({ { "__name__", "leptoscope:log_pattern" }, { "source", m_source }, { "service", pattern ? pattern->service : std::string() },
        { "level", std::string(logLevelText(pattern ? pattern->level : LogLevel::Unknown)) }, { "pattern", patternIdText(id) } });
}

/// Gives the pattern a series of its own where there is room, or where it has grown clearly heavier than the lightest one.
void LogGauges::show(std::uint64_t id, const LineDigest &digest, TimeMs end, std::vector<LabelledSample> &out)
{
    Weighed &own = m_patterns[id];
    if (m_shown >= kPatterns) {
        auto lightest = m_patterns.end();
        for (auto it = m_patterns.begin(); it != m_patterns.end(); ++it) {
            if (it->second.shown && (lightest == m_patterns.end() || it->second.weight < lightest->second.weight))
                lightest = it;
        }
        if (own.weight < kTakeOver * lightest->second.weight)
            return;
        out.push_back({ lightest->second.series.labels, { end, staleMarker() } });
        lightest->second.shown = false;
        --m_shown;
    }
    own.shown = true;
    own.series.labels = patternLabels(id, digest);
    ++m_shown;
}

void LogGauges::tellPatterns(TimeMs end, const Interval &interval, const LineDigest &digest, std::vector<LabelledSample> &out)
{
    for (auto &[id, weighed] : m_patterns)
        weighed.weight *= kFade;
    for (const auto &[id, lines] : interval.patterns) {
        Weighed &weighed = m_patterns[id];
        weighed.weight += double(lines);
        weighed.series.lastSeen = end;
    }
    for (const auto &[id, lines] : interval.patterns) {
        if (!m_patterns[id].shown)
            show(id, digest, end, out);
    }
    double rest = 0;
    for (const auto &[id, lines] : interval.patterns)
        rest += m_patterns[id].shown ? 0.0 : double(lines);
    for (auto &[id, weighed] : m_patterns) {
        if (!weighed.shown)
            continue;
        const auto lines = interval.patterns.find(id);
        const bool gone = end - weighed.series.lastSeen > kReach;
        out.push_back({ weighed.series.labels, { end, gone ? staleMarker() : lines == interval.patterns.end() ? 0.0 : double(lines->second) } });
        weighed.shown = !gone;
        m_shown -= gone;
    }
    std::erase_if(m_patterns, [&](const auto &entry) { return !entry.second.shown && (end - entry.second.series.lastSeen > kReach || m_patterns.size() > kWeighed); });
    if (rest > 0 || !m_rest.labels.empty()) {
        if (m_rest.labels.empty())
            m_rest.labels = Labels({ { "__name__", "leptoscope:log_pattern" }, { "source", m_source }, { "pattern", "rest" } });
        out.push_back({ m_rest.labels, { end, rest } });
    }
}

} // namespace lepto
