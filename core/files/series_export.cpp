#include "core/files/series_export.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kMostSeries = 1'000'000, kPiece = 1 << 20;

void addNumber(std::string &out, double value)
{
    if (std::isnan(value)) {
        out += "NaN";
        return;
    }
    if (std::isinf(value)) {
        out += value > 0 ? "+Inf" : "-Inf";
        return;
    }
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void addSeconds(std::string &out, TimeMs t)
{
    const std::uint64_t size = t < 0 ? 0 - std::uint64_t(t) : std::uint64_t(t);
    const std::string millis = std::to_string(size % 1000);
    out.append(t < 0 ? "-" : "").append(std::to_string(size / 1000)).append(1, '.').append(3 - millis.size(), '0').append(millis);
}

bool isPlainName(std::string_view name, bool colons)
{
    const auto fits = [&](char c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '_' || (colons && c == ':'); };
    return !name.empty() && !(name[0] >= '0' && name[0] <= '9') && std::all_of(name.begin(), name.end(), fits);
}

void addQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '\\' || c == '"')
            out += '\\';
        out.append(c == '\n' ? "\\n" : std::string_view(&c, 1));
    }
    out += '"';
}

void addName(std::string &out, std::string_view name, bool colons)
{
    if (isPlainName(name, colons))
        out += name;
    else
        addQuoted(out, name);
}

/// Name and labels as a page of metrics has them; a name that is not plain goes between the braces, quoted.
std::string seriesText(const Labels &labels)
{
    const bool plain = isPlainName(labels.name(), true);
    std::string text(plain ? labels.name() : "");
    std::string inside;
    if (!plain)
        addQuoted(inside, labels.name());
    for (const auto &[name, value] : labels.pairs()) {
        if (name == "__name__")
            continue;
        inside += inside.empty() ? "" : ",";
        addName(inside, name, false);
        inside += '=';
        addQuoted(inside, value);
    }
    return inside.empty() ? text : text + '{' + inside + '}';
}

/// One format: what stands before, between and after.
class Writer {
public:
    Writer(ExportFormat format, QIODevice &out)
        : m_format(format)
        , m_out(out)
    {
        if (format == ExportFormat::Csv)
            m_text = "timestamp,series,value\n";
        if (format == ExportFormat::Json)
            m_text = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    }

    bool canSay(const Labels &labels) const { return m_format != ExportFormat::OpenMetrics || !labels.name().empty(); }
    void begin(const Labels &labels);
    void sample(const Sample &sample);
    void end()
    {
        if (m_format == ExportFormat::Json)
            m_text += "]}";
    }
    bool finish()
    {
        m_text += m_format == ExportFormat::Json ? "]}}\n" : m_format == ExportFormat::OpenMetrics ? "# EOF\n" : "";
        return flush();
    }
    bool flush()
    {
        const bool written = m_out.write(m_text.data(), qint64(m_text.size())) == qint64(m_text.size());
        m_text.clear();
        return written;
    }
    bool flushWhenFull() { return m_text.size() < kPiece || flush(); }

private:
    void addDate(TimeMs t);

    ExportFormat m_format;
    QIODevice &m_out;
    std::string m_text, m_series, m_family;
    TimeMs m_day = std::numeric_limits<TimeMs>::min(); ///< whose date is in m_date
    std::string m_date;
    bool m_first = true;
};

void Writer::begin(const Labels &labels)
{
    const bool first = std::exchange(m_first, false);
    if (m_format == ExportFormat::Json) {
        QJsonObject metric;
        for (const auto &[name, value] : labels.pairs())
            metric.insert(qstr(name), qstr(value));
        m_text += first ? R"({"metric":)" : R"(,{"metric":)";
        m_text += QJsonDocument(metric).toJson(QJsonDocument::Compact).toStdString() + R"(,"values":[)";
        m_series.clear(); // what stands before a point
        return;
    }
    if (m_format == ExportFormat::Csv) {
        m_series = '"';
        for (const char c : labels.text())
            m_series.append(c == '"' ? 2 : 1, c);
        m_series += '"';
        return;
    }
    m_series = seriesText(labels);
    if (labels.name() != m_family) {
        m_family = labels.name();
        m_text += "# TYPE ";
        addName(m_text, m_family, true);
        m_text += " unknown\n";
    }
}

void Writer::addDate(TimeMs t)
{
    constexpr TimeMs day = 86'400'000;
    const TimeMs within = (t % day + day) % day;
    if (t - within != m_day) {
        m_day = t - within;
        m_date = QDateTime::fromMSecsSinceEpoch(m_day, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddT")).toStdString();
    }
    const auto two = [](TimeMs n) { return std::string { char('0' + n / 10 % 10), char('0' + n % 10) }; };
    const TimeMs seconds = within / 1000, millis = within % 1000;
    m_text += m_date + two(seconds / 3600) + ':' + two(seconds / 60 % 60) + ':' + two(seconds % 60) + '.' + char('0' + millis / 100) + two(millis % 100) + 'Z';
}

void Writer::sample(const Sample &sample)
{
    if (m_format == ExportFormat::Json) {
        m_text += m_series + '[';
        addSeconds(m_text, sample.t);
        m_text += ",\"";
        addNumber(m_text, sample.v);
        m_text += "\"]";
        m_series = ',';
    } else if (m_format == ExportFormat::Csv) {
        addDate(sample.t);
        m_text.append(1, ',').append(m_series).append(1, ',');
        addNumber(m_text, sample.v);
        m_text += '\n';
    } else {
        m_text += m_series + ' ';
        addNumber(m_text, sample.v);
        m_text += ' ' + openMetricsTime(sample.t) + '\n';
    }
}

Error outOf(QIODevice &out) { return { ErrorCode::Exhausted, {}, utf8(out.errorString()) }; }

} // namespace

std::optional<ExportFormat> exportFormatOf(const QString &name)
{
    if (name == u"csv")
        return ExportFormat::Csv;
    if (name == u"openmetrics")
        return ExportFormat::OpenMetrics;
    return name == u"json" ? std::optional(ExportFormat::Json) : std::nullopt;
}

std::string openMetricsTime(TimeMs t)
{
    std::string text;
    addSeconds(text, t);
    for (const char *more : { "", "0001", "0002", "0005" }) {
        double read = 0;
        const std::string longer = text + more;
        std::from_chars(longer.data(), longer.data() + longer.size(), read);
        if (TimeMs(read * 1000) == t)
            return longer;
    }
    return text;
}

Result<ExportCounts> exportSeries(const Store &store, std::span<const Matcher> match, TimeSpan range, ExportFormat format, QIODevice &out,
                                  const std::function<bool(double)> &goesOn)
{
    auto series = store.select(match, range.from, range.to, kMostSeries);
    if (!series)
        return series.error();
    std::stable_sort(series->begin(), series->end(), [](const SeriesInfo &a, const SeriesInfo &b) { return a.labels.name() < b.labels.name(); });
    ExportCounts counts;
    Writer writer(format, out);
    for (std::size_t i = 0; i < series->size(); ++i) {
        const SeriesInfo &one = (*series)[i];
        if (goesOn && !goesOn(double(i) / double(series->size())))
            return Error { ErrorCode::Cancelled, {}, utf8(QCoreApplication::translate("Files", "the export was stopped")) };
        const auto samples = store.range(one.id, range.from, range.to);
        if (!samples)
            return samples.error();
        const auto histograms = store.histogramRange(one.id, range.from, range.to);
        counts.histograms += histograms ? std::int64_t(histograms->size()) : 0;
        const auto markers = std::count_if(samples->begin(), samples->end(), [](const Sample &s) { return isStaleMarker(s.v); });
        counts.markers += markers;
        if (markers == std::ptrdiff_t(samples->size()))
            continue;
        if (!writer.canSay(one.labels)) {
            ++counts.unnamed;
            continue;
        }
        writer.begin(one.labels);
        for (const Sample &sample : *samples) {
            if (isStaleMarker(sample.v))
                continue;
            writer.sample(sample);
            if (!writer.flushWhenFull())
                return outOf(out);
        }
        writer.end();
        ++counts.series;
        counts.samples += std::int64_t(samples->size()) - markers;
    }
    return writer.finish() ? Result<ExportCounts>(counts) : outOf(out);
}

} // namespace lepto
