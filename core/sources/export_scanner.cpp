#include "core/sources/export_scanner.h"

#include "core/base/text.h"
#include "core/sources/decimal.h"
#include "core/sources/json_text.h"
#include "core/sources/metric_json.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <limits>

namespace lepto {

namespace {

using json::Outcome;
using json::Text;

constexpr std::size_t longestLine = 16 << 20, mostSamples = 6'000'000;

std::string_view takeWord(Text &text)
{
    const char *const begin = text.at;
    const auto isEnd = [](char c) { return c == ',' || c == ']' || c == ' ' || c == '\t'; };
    text.at = std::find_if(text.at, text.end, isEnd);
    return { begin, std::size_t(text.at - begin) };
}

std::optional<double> valueOf(std::string_view word)
{
    if (word == "null")
        return staleMarker();
    if (word.size() > 2 && word.front() == '"') // infinities are no numbers of JSON
        word = word.substr(1, word.size() - 2);
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc() && end == word.data() + word.size())
        return value;
    return parseDecimal(word);
}

template <typename T, typename Read>
bool readList(Text &text, std::vector<T> &out, Read read)
{
    char c = 0;
    out.clear();
    if (json::expect(text, '[') != Outcome::Ok)
        return false;
    while (json::peek(text, c) == Outcome::Ok && c != ']') {
        const auto value = read(takeWord(text));
        if (!value || json::peek(text, c) != Outcome::Ok || (c != ',' && c != ']'))
            return false;
        out.push_back(*value);
        text.at += c == ',';
    }
    return json::expect(text, ']') == Outcome::Ok;
}

} // namespace

ExportScanner::ExportScanner(std::size_t maxSeries, LabelCache *cache, std::vector<Labels::Pair> target)
    : m_maxSeries(maxSeries)
    , m_cache(cache)
    , m_target(std::move(target))
{
}

bool ExportScanner::fail(std::string reason, ErrorCode code)
{
    if (!m_reason) {
        m_reason = std::move(reason);
        m_code = code;
    }
    return false;
}

bool ExportScanner::push(std::string_view bytes)
{
    m_bytes += qint64(bytes.size());
    for (std::size_t end = bytes.find('\n'); end != std::string_view::npos && !m_reason; end = bytes.find('\n')) {
        const std::string_view part = bytes.substr(0, end);
        bytes.remove_prefix(end + 1);
        if (m_pending.empty()) {
            takeLine(part);
        } else {
            m_pending.append(part);
            takeLine(m_pending);
            m_pending.clear();
        }
    }
    m_pending.append(bytes);
    if (m_pending.size() > longestLine)
        fail(utf8(QCoreApplication::translate("PrometheusClient", "line %1 of the export is longer than %2 MiB").arg(m_line + 1).arg(longestLine >> 20)), ErrorCode::Exhausted);
    return !m_reason;
}

bool ExportScanner::takeLine(std::string_view line)
{
    ++m_line;
    if (line.find_first_not_of(" \r\t") == std::string_view::npos)
        return true;
    if (!readLine(line) || m_values.size() != m_times.size())
        return fail(utf8(QCoreApplication::translate("PrometheusClient", "line %1 of the export is not as documented").arg(m_line)));
    auto place = m_places.find(m_labels);
    if (place == m_places.end() && m_answer.series.size() >= m_maxSeries) {
        m_capped = true;
        return true;
    }
    if (place == m_places.end()) {
        place = m_places.emplace(m_labels, m_answer.series.size()).first;
        m_answer.series.push_back({ m_labels, {}, {} });
    }
    m_samples += m_times.size();
    if (m_samples > mostSamples)
        return fail(utf8(QCoreApplication::translate("PrometheusClient", "the answer has more than %1 samples").arg(mostSamples)), ErrorCode::Exhausted);
    std::vector<Sample> &samples = m_answer.series[place->second].samples;
    samples.reserve(samples.size() + m_times.size());
    for (std::size_t i = 0; i < m_times.size(); ++i)
        samples.push_back({ m_times[i], m_values[i] });
    return true;
}

bool ExportScanner::readLine(std::string_view line)
{
    Text text { line.data(), line.data() + line.size() };
    std::string key;
    char c = 0;
    m_values.clear();
    m_times.clear();
    m_labels = Labels();
    if (json::expect(text, '{') != Outcome::Ok)
        return false;
    do {
        bool good = json::readString(text, key) == Outcome::Ok && json::expect(text, ':') == Outcome::Ok;
        if (key == "metric")
            good = good && readMetric(text, m_cache, m_target, m_labels) == Outcome::Ok;
        else if (key == "values")
            good = good && readList(text, m_values, valueOf);
        else if (key == "timestamps")
            good = good && readList(text, m_times, parseInteger);
        else
            good = good && json::skipValue(text) == Outcome::Ok;
        if (!good || json::peek(text, c) != Outcome::Ok)
            return false;
        ++text.at;
    } while (c == ',');
    return c == '}';
}

Result<QueryAnswer> ExportScanner::finish()
{
    if (!m_pending.empty() && !m_reason)
        takeLine(m_pending);
    if (m_reason)
        return Error { m_code, {}, *m_reason };
    for (QuerySeries &series : m_answer.series) { // the parts of a series come in any order
        const auto earlier = [](const Sample &a, const Sample &b) { return a.t < b.t; };
        auto &samples = series.samples;
        if (!std::is_sorted(samples.begin(), samples.end(), earlier))
            std::stable_sort(samples.begin(), samples.end(), earlier);
        samples.erase(std::unique(samples.begin(), samples.end(), [](const Sample &a, const Sample &b) { return a.t == b.t; }), samples.end());
    }
    m_answer.bytes = m_bytes;
    if (m_cache)
        m_cache->endPage();
    return std::move(m_answer);
}

} // namespace lepto
