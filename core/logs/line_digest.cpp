#include "core/logs/line_digest.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace lepto {

namespace {

constexpr std::size_t kLongestName = 100;

/// A label's value: UTF-8, not endless.
std::string labelText(const std::string &text)
{
    const std::string head = text.substr(0, kLongestName);
    const bool ascii = std::all_of(head.begin(), head.end(), [](char c) { return std::uint8_t(c) < 0x80 && std::uint8_t(c) >= 0x20; });
    return ascii ? head : utf8(oneLine(qstr(head)));
}

} // namespace

LineDigest::LineDigest(QString source, const PatternOptions &options)
    : m_source(std::move(source))
    , m_name(utf8(m_source))
    , m_options(options)
    , m_tree(options)
{
}

void LineDigest::restore(const std::vector<LogPattern> &patterns)
{
    const std::size_t skipped = patterns.size() - std::min(patterns.size(), m_options.maxPatterns);
    for (std::size_t i = skipped; i < patterns.size(); ++i) {
        m_tree.restore(patterns[i].id, patterns[i].text);
        m_patterns.emplace(patterns[i].id, patterns[i]);
        m_lines += patterns[i].lines;
    }
}

const LogPattern *LineDigest::pattern(std::uint64_t id) const
{
    const auto found = m_patterns.find(id);
    return found == m_patterns.end() ? nullptr : &found->second;
}

LogLine LineDigest::lineOf(const RawLine &raw, const ClockContext &context, std::string &message)
{
    ParsedLine parsed = parseLogLine(raw.bytes, context);
    LogLine line;
    const bool indented = raw.bytes.starts_with(' ') || raw.bytes.starts_with('\t');
    // A line that names no time goes with the one before it where it arrived with it, or reads as its continuation.
    const bool continues = !parsed.t && raw.origin == m_lastOrigin && m_lastTime > 0 && (indented || m_lastRead == context.now);
    line.t = raw.t ? raw.t : parsed.t ? *parsed.t : continues ? m_lastTime : context.now;
    if (line.t > context.now + kAhead)
        line.t = context.now;
    line.level = raw.level != LogLevel::Unknown ? raw.level : parsed.level;
    if (line.level == LogLevel::Unknown && continues && indented) // of a stack trace
        line.level = m_lastLevel;
    m_lastOrigin = raw.origin;
    m_lastTime = line.t;
    m_lastRead = context.now;
    m_lastLevel = line.level;
    line.service = labelText(!raw.service.empty() ? raw.service : !parsed.service.empty() ? parsed.service : m_name);
    line.origin = raw.origin;
    line.text = raw.bytes;
    line.cut = raw.cut;
    message = std::move(parsed.message);
    return line;
}

void LineDigest::notePattern(const LogLine &line, const PatternTree::Match &match, Digested &out)
{
    const auto [at, unknown] = m_patterns.try_emplace(match.id);
    LogPattern &pattern = at->second;
    if (unknown) {
        pattern = { match.id, line.level, line.service, m_tree.text(match.id), line.t, line.t, 0 };
        if (m_lines >= kLearning)
            out.found.push_back({ m_source, pattern, line.text });
    } else if (match.changed) {
        pattern.text = m_tree.text(match.id);
    }
    pattern.firstSeen = std::min(pattern.firstSeen, line.t);
    pattern.lastSeen = std::max(pattern.lastSeen, line.t);
    ++pattern.lines;
}

LineDigest::Digested LineDigest::digest(const LogBatch &batch, TimeMs zoneOffset)
{
    Digested out;
    out.append.source = batch.source;
    out.append.positions = batch.positions;
    out.append.lines.reserve(batch.lines.size());
    const ClockContext context { batch.at, zoneOffset };
    std::set<std::uint64_t> touched;
    std::string message;
    for (const RawLine &raw : batch.lines) {
        LogLine line = lineOf(raw, context, message);
        const PatternTree::Match match = m_tree.add(message);
        line.pattern = match.id;
        if (match.id) {
            notePattern(line, match, out);
            touched.insert(match.id);
        }
        ++m_lines;
        out.append.lines.push_back(std::move(line));
    }
    for (const std::uint64_t id : touched)
        out.append.patterns.push_back(m_patterns.at(id));
    forgetOld();
    return out;
}

void LineDigest::forgetOld()
{
    if (m_patterns.size() > 2 * m_options.maxPatterns)
        std::erase_if(m_patterns, [this](const auto &entry) { return m_tree.text(entry.first).empty(); });
}

} // namespace lepto
