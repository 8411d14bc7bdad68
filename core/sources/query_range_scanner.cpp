#include "core/sources/query_range_scanner.h"

#include "core/base/text.h"
#include "core/sources/histogram_json.h"
#include "core/sources/metric_json.h"
#include "core/sources/point_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

using json::Outcome;
using json::Text;

constexpr std::size_t longestPiece = 16 << 20; // of a text, a metric or what is skipped

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrometheusClient)
};

QueryAnswer::Type typeFrom(std::string_view word)
{
    if (word == "vector")
        return QueryAnswer::Type::Vector;
    if (word == "scalar")
        return QueryAnswer::Type::Scalar;
    return word == "string" ? QueryAnswer::Type::String : QueryAnswer::Type::Matrix;
}

} // namespace

QueryRangeScanner::QueryRangeScanner(std::size_t maxSeries, LabelCache *cache, std::vector<Labels::Pair> target)
    : m_maxSeries(maxSeries)
    , m_cache(cache)
    , m_target(std::move(target))
{
}

bool QueryRangeScanner::push(std::string_view bytes)
{
    constexpr std::size_t stitch = 256;
    if (!m_pending.empty() && !m_badAt) {
        // Usually a few bytes complete what was cut, and the rest is read where it lies.
        const std::size_t before = m_pending.size();
        m_pending.append(bytes.substr(0, stitch));
        const std::size_t taken = before + stitch >= m_wanted ? advance(m_pending) : 0;
        if (taken >= before) {
            bytes.remove_prefix(taken - before);
            m_pending.clear();
        } else {
            m_pending.erase(0, taken);
            m_pending.append(bytes.substr(std::min(stitch, bytes.size())));
            bytes = {};
            if (m_pending.size() >= m_wanted)
                m_pending.erase(0, advance(m_pending));
        }
    }
    if (!bytes.empty() && !m_badAt)
        m_pending.assign(bytes.substr(advance(bytes)));
    m_tooMany = m_tooMany || m_samples + m_series.samples.size() > m_maxSamples;
    m_tooLong = m_tooLong || m_pending.size() > longestPiece;
    return !m_badAt && !m_tooMany && !m_tooLong;
}

// Answers how many bytes are done with; what is cut is read again from its start.
std::size_t QueryRangeScanner::advance(std::string_view bytes)
{
    std::size_t at = 0;
    for (;;) {
        Text text { bytes.data() + at, bytes.data() + bytes.size() };
        const Place place = m_place;
        const Outcome outcome = step(text);
        const std::size_t reached = std::size_t(text.at - bytes.data());
        if (outcome == Outcome::Ok || place == Place::Points || place == Place::Histograms)
            at = reached;
        if (outcome == Outcome::Ok)
            continue;
        m_read += at;
        if (outcome == Outcome::Bad)
            m_badAt = m_read + reached - at;
        // Waiting for half as much again keeps the cost linear when a long piece arrives in many parts.
        m_wanted = (bytes.size() - at) * 3 / 2 + 1;
        return at;
    }
}

Outcome QueryRangeScanner::step(Text &text)
{
    switch (m_place) {
    case Place::Root: return openRoot(text);
    case Place::RootKey: return rootKey(text);
    case Place::RootNext: return next(text, '}', Place::RootKey, Place::Done);
    case Place::DataKey: return dataKey(text);
    case Place::DataNext: return next(text, '}', Place::DataKey, Place::RootNext);
    case Place::Item: return item(text);
    case Place::ItemNext: return next(text, ']', Place::Item, Place::DataNext);
    case Place::SeriesKey: return seriesKey(text);
    case Place::SeriesNext: return next(text, '}', Place::SeriesKey, Place::ItemNext);
    case Place::Points: return goTo(Place::SeriesNext, readPoints(text, m_series.samples));
    case Place::Histograms: return goTo(Place::SeriesNext, readHistograms(text, m_series.histograms));
    case Place::Done: break;
    }
    char c = 0;
    return json::peek(text, c) == Outcome::Ok ? Outcome::Bad : Outcome::More;
}

Outcome QueryRangeScanner::goTo(Place place, Outcome outcome)
{
    if (outcome == Outcome::Ok)
        m_place = place;
    return outcome;
}

Outcome QueryRangeScanner::openRoot(Text &text)
{
    return goTo(Place::RootKey, json::expect(text, '{'));
}

Outcome QueryRangeScanner::takeKey(Text &text)
{
    const Outcome outcome = json::readString(text, m_key);
    return outcome == Outcome::Ok ? json::expect(text, ':') : outcome;
}

Outcome QueryRangeScanner::next(Text &text, char closer, Place again, Place after)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (c != ',' && c != closer)
        return Outcome::Bad;
    ++text.at;
    m_place = c == ',' ? again : after;
    if (c == closer && closer == '}' && again == Place::SeriesKey) {
        m_samples += m_series.samples.size() + m_series.histograms.size();
        if (m_answer.series.size() < m_maxSeries)
            m_answer.series.push_back(std::move(m_series));
        else
            m_capped = true;
        const std::size_t usual = m_answer.series.empty() ? 0 : m_answer.series.back().samples.size();
        m_series = QuerySeries();
        m_series.samples.reserve(usual);
    }
    return Outcome::Ok;
}

Outcome QueryRangeScanner::rootKey(Text &text)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (c == '}')
        return next(text, '}', Place::RootKey, Place::Done);
    if (const Outcome outcome = takeKey(text); outcome != Outcome::Ok)
        return outcome;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (m_key == "data" && c == '{') {
        ++text.at;
        m_place = Place::DataKey;
        return Outcome::Ok;
    }
    if (m_key == "status")
        return goTo(Place::RootNext, json::readOptionalString(text, m_status));
    if (m_key == "error")
        return goTo(Place::RootNext, json::readOptionalString(text, m_error));
    if (m_key == "errorType")
        return goTo(Place::RootNext, json::readOptionalString(text, m_errorType));
    if (m_key == "warnings" && c == '[')
        return goTo(Place::RootNext, strings(text, m_answer.warnings));
    if (m_key == "infos" && c == '[')
        return goTo(Place::RootNext, strings(text, m_answer.infos));
    if (m_key == "isPartial")
        m_answer.partial = m_answer.partial || c == 't';
    return goTo(Place::RootNext, json::skipValue(text));
}

Outcome QueryRangeScanner::strings(Text &text, QStringList &out)
{
    QStringList list;
    char c = 0;
    ++text.at;
    for (;;) {
        if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
            return outcome;
        if (c == ']') {
            ++text.at;
            out = list;
            return Outcome::Ok;
        }
        text.at += c == ',';
        if (const Outcome outcome = json::readString(text, m_word); outcome != Outcome::Ok)
            return outcome;
        if (list.size() < 100)
            list += oneLine(qstr(m_word), 1000);
    }
}

Outcome QueryRangeScanner::dataKey(Text &text)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (c == '}')
        return next(text, '}', Place::DataKey, Place::RootNext);
    if (const Outcome outcome = takeKey(text); outcome != Outcome::Ok)
        return outcome;
    if (m_key == "resultType")
        return goTo(Place::DataNext, json::readOptionalString(text, m_type));
    if (m_key == "result")
        return openResult(text);
    return goTo(Place::DataNext, json::skipValue(text));
}

Outcome QueryRangeScanner::openResult(Text &text)
{
    const Text begin = text;
    if (const Outcome outcome = json::expect(text, '['); outcome != Outcome::Ok)
        return outcome;
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (c == '{' || c == ']') {
        text.at += c == ']';
        m_place = c == ']' ? Place::DataNext : Place::Item;
        return Outcome::Ok;
    }
    if (m_type == "string") { // [time,"text"]
        if (const Outcome outcome = json::skipValue(text); outcome != Outcome::Ok)
            return outcome;
        if (const Outcome outcome = json::expect(text, ','); outcome != Outcome::Ok)
            return outcome;
        if (const Outcome outcome = json::readString(text, m_word); outcome != Outcome::Ok)
            return outcome;
        m_answer.text = qstr(m_word);
        return goTo(Place::DataNext, json::expect(text, ']'));
    }
    text = begin;
    Sample sample;
    const Outcome outcome = readPoint(text, sample);
    if (outcome == Outcome::Ok)
        m_answer.series.push_back({ Labels(), { sample }, {} });
    return goTo(Place::DataNext, outcome);
}

Outcome QueryRangeScanner::item(Text &text)
{
    return goTo(Place::SeriesKey, json::expect(text, '{'));
}

Outcome QueryRangeScanner::seriesKey(Text &text)
{
    char c = 0;
    if (const Outcome outcome = json::peek(text, c); outcome != Outcome::Ok)
        return outcome;
    if (c == '}')
        return next(text, '}', Place::SeriesKey, Place::ItemNext);
    if (const Outcome outcome = takeKey(text); outcome != Outcome::Ok)
        return outcome;
    if (m_key == "metric")
        return goTo(Place::SeriesNext, readMetric(text, m_cache, m_target, m_series.labels));
    if (m_key == "values")
        return goTo(Place::Points, json::expect(text, '['));
    if (m_key == "value") {
        Sample sample;
        const Outcome outcome = readPoint(text, sample);
        if (outcome == Outcome::Ok)
            m_series.samples.push_back(sample);
        return goTo(Place::SeriesNext, outcome);
    }
    if (m_key == "histograms")
        return goTo(Place::Histograms, json::expect(text, '['));
    if (m_key == "histogram") {
        HistogramSample sample;
        const Outcome outcome = readHistogram(text, sample);
        if (outcome == Outcome::Ok)
            m_series.histograms.push_back(std::move(sample));
        return goTo(Place::SeriesNext, outcome);
    }
    return goTo(Place::SeriesNext, json::skipValue(text));
}

Result<QueryAnswer> QueryRangeScanner::finish()
{
    if (m_tooMany)
        return Error { ErrorCode::Exhausted, {}, utf8(Words::tr("the answer has more than %1 samples").arg(m_maxSamples)) };
    if (m_tooLong)
        return Error { ErrorCode::Exhausted, {}, utf8(Words::tr("a single value of the answer is longer than %1 MiB").arg(longestPiece >> 20)) };
    if (!m_badAt)
        m_pending.erase(0, advance(m_pending));
    if (m_badAt)
        return Error { ErrorCode::BadInput, {}, utf8(Words::tr("the answer is not the JSON of a query: unexpected text at byte %1").arg(*m_badAt)) };
    if (m_place != Place::Done)
        return Error { ErrorCode::BadInput, {}, utf8(Words::tr("the answer is cut short after %1 bytes").arg(m_read + m_pending.size())) };
    if (m_status == "error")
        return apiError(m_errorType, m_error);
    if (m_status != "success")
        return Error { ErrorCode::BadInput, {}, utf8(Words::tr("the answer has no status, this is not Prometheus' API")) };
    m_answer.type = typeFrom(m_type);
    m_answer.partial = m_answer.partial || !m_answer.warnings.isEmpty();
    m_answer.bytes = qint64(m_read + m_pending.size());
    if (m_cache)
        m_cache->endPage();
    return std::move(m_answer);
}

Error apiError(std::string_view errorType, std::string_view said)
{
    const QString text = oneLine(qstr(said), 300);
    constexpr std::string_view ours[] = { "bad_data", "execution", "422", "400", "not_acceptable" };
    // Mimir reports a store that is away for a moment as an execution error.
    const bool passing = text.contains(QLatin1String("rpc error")) || text.contains(QLatin1String("Unavailable"))
        || text.contains(QLatin1String("deadline exceeded"));
    const bool bad = std::find(std::begin(ours), std::end(ours), errorType) != std::end(ours) && !passing;
    const QString reason = text.isEmpty() ? Words::tr("the server reports an error without words") : Words::tr("the server says: %1").arg(text);
    return { errorType == "not_found" ? ErrorCode::NotFound : bad ? ErrorCode::BadInput : ErrorCode::Unavailable, {}, utf8(reason) };
}

} // namespace lepto
