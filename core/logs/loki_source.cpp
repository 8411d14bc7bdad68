#include "core/logs/loki_source.h"

#include "core/base/text.h"
#include "core/logs/pattern_tokens.h"

#include <QDateTime>

#include <algorithm>
#include <charconv>

namespace lepto {

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kFirst = 15LL * 60 * 1000 * kMs;
constexpr std::int64_t kAhead = 10'000 * kMs;  ///< a server's clock may be ahead of ours
constexpr int kFirstLimit = 1000, kMostLimit = 5000;
constexpr int kPagesAPoll = 20;

LogLevel levelOf(const LokiEntry &entry)
{
    for (const char *name : { "detected_level", "level", "severity" }) {
        for (const Labels *labels : { &entry.metadata, &entry.stream }) {
            if (const auto level = logLevelFrom(labels->get(name)))
                return *level;
        }
    }
    return LogLevel::Unknown;
}

RawLine lineOf(LokiEntry entry)
{
    RawLine line;
    line.t = entry.ns / kMs;
    line.level = levelOf(entry);
    line.service = serviceOfStream(entry.stream);
    line.origin = entry.stream.text();
    line.bytes = std::move(entry.line);
    line.cut = line.bytes.size() > kLongestLine;
    line.bytes.resize(std::min(line.bytes.size(), kLongestLine));
    return line;
}

} // namespace

bool LokiSeen::add(const LokiEntry &entry)
{
    const std::uint64_t hash = patternHash(entry.line) ^ (entry.stream.hash() * 31);
    if (entry.ns < m_floor || !m_lines.emplace(entry.ns, hash).second)
        return false;
    m_newest = std::max(m_newest, entry.ns);
    return true;
}

std::int64_t LokiSeen::from() const
{
    return std::max(m_newest - kOverlap, m_floor);
}

void LokiSeen::forgetBefore(std::int64_t ns)
{
    m_lines.erase(m_lines.begin(), m_lines.lower_bound({ ns, 0 }));
    m_floor = std::max(m_floor, ns);
    while (m_lines.size() > kMost) { // what is forgotten is not asked for again
        m_floor = m_lines.begin()->first + 1;
        m_lines.erase(m_lines.begin(), m_lines.lower_bound({ m_floor, 0 }));
    }
}

std::string LokiSeen::text() const
{
    std::string text = std::to_string(m_newest);
    for (auto it = m_lines.lower_bound({ m_newest, 0 }); it != m_lines.end() && text.size() < 32'000; ++it)
        text += ' ' + std::to_string(it->second);
    return text;
}

LokiSeen LokiSeen::parse(const std::string &text)
{
    LokiSeen seen;
    const char *at = text.data(), *const end = at + text.size();
    const auto time = std::from_chars(at, end, seen.m_newest);
    seen.m_floor = seen.m_newest;
    for (at = time.ptr; at < end && *at == ' ';) {
        std::uint64_t hash = 0;
        const auto read = std::from_chars(at + 1, end, hash);
        if (read.ec != std::errc())
            break;
        seen.m_lines.emplace(seen.m_newest, hash);
        at = read.ptr;
    }
    return seen;
}

std::string serviceOfStream(const Labels &stream)
{
    for (const char *name : { "service_name", "service", "app", "job", "container", "unit" }) {
        if (stream.has(name))
            return std::string(stream.get(name));
    }
    return {};
}

LokiSource::LokiSource(const SourceConfig &config, const QString &secret, QObject *parent)
    : LogSource(config, parent)
    , m_client(config, secret)
    , m_limit(kFirstLimit)
{
}

void LokiSource::resumeFrom(const std::map<std::string, std::string> &positions)
{
    if (const auto seen = positions.find("seen"); seen != positions.end())
        m_seen = LokiSeen::parse(seen->second);
}

void LokiSource::poll()
{
    m_pages = 0;
    m_lines = 0;
    m_more = false;
    m_warnings.clear();
    if (isHeld())
        return finish({}, {});
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch() * kMs;
    const std::int64_t fresh = m_seen.newest() == 0 ? now - kFirst : m_seen.from();
    ask(m_goOn ? std::exchange(m_goOn, 0) : fresh);
}

void LokiSource::ask(std::int64_t from)
{
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch() * kMs;
    const LokiRange range { config().query, from, std::max(now + kAhead, from + 1), m_limit, true };
    m_client.queryRange(range, this, [this, from](const Result<LokiAnswer> &answer, std::optional<qint64> offset) {
        if (!answer)
            return fail(answer.error());
        m_clockOffset = offset.value_or(m_clockOffset);
        take(*answer, from);
    });
}

void LokiSource::take(const LokiAnswer &answer, std::int64_t from)
{
    std::vector<LokiEntry> entries = answer.entries;
    std::stable_sort(entries.begin(), entries.end(), [](const LokiEntry &a, const LokiEntry &b) { return a.ns < b.ns; });
    for (const QString &warning : answer.warnings) {
        if (!m_warnings.contains(warning))
            m_warnings += warning;
    }
    const std::int64_t last = entries.empty() ? from : entries.back().ns;
    const bool full = int(entries.size()) >= m_limit;
    LogBatch batch;
    for (LokiEntry &entry : entries) {
        if (m_seen.add(entry))
            batch.lines.push_back(lineOf(std::move(entry)));
    }
    m_seen.forgetBefore(m_seen.from());
    m_lines += qint64(batch.lines.size());
    if (!batch.lines.empty())
        batch.positions["seen"] = m_seen.text();
    give(std::move(batch));
    if (!full)
        return done();
    m_more = ++m_pages >= kPagesAPoll || isHeld();
    if (m_more) { // not from the overlap again, which may be as long as all these pages
        m_goOn = last;
        return done();
    }
    if (last > from)
        return ask(last);
    if (m_limit < kMostLimit) { // a whole page at one time: only a larger one can get past it
        m_limit = kMostLimit;
        return ask(from);
    }
    m_warnings += tr("more than %n lines carry the same time, some of them cannot be asked for", nullptr, kMostLimit);
    ask(last + 1);
}

void LokiSource::done()
{
    ScrapeReport report;
    report.items = m_lines;
    report.more = m_more;
    report.clockOffsetMs = m_clockOffset;
    report.warnings = m_warnings;
    report.partial = !m_warnings.isEmpty();
    finish({}, report);
}

} // namespace lepto
