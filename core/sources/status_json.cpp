#include "core/sources/status_json.h"

#include "core/base/text.h"
#include "core/sources/decimal.h"
#include "core/sources/prometheus_json.h"

#include <QDateTime>
#include <QJsonArray>

#include <cmath>

namespace lepto {

namespace {

MetricMetadata metadataOf(const QString &metric, const QJsonObject &object)
{
    return { metric, object[u"type"].toString(), object[u"help"].toString(), object[u"unit"].toString() };
}

ScrapeTarget targetFrom(const QJsonObject &object)
{
    ScrapeTarget target;
    target.labels = labelsFrom(object[u"labels"].toObject());
    target.discovered = labelsFrom(object[u"discoveredLabels"].toObject());
    target.pool = object[u"scrapePool"].toString();
    target.url = object[u"scrapeUrl"].toString();
    target.health = object[u"health"].toString();
    target.lastError = object[u"lastError"].toString();
    target.lastScrape = rfc3339From(object[u"lastScrape"].toString());
    target.lastScrapeSeconds = object[u"lastScrapeDuration"].toDouble();
    target.intervalMs = durationFrom(object[u"scrapeInterval"].toString());
    target.timeoutMs = durationFrom(object[u"scrapeTimeout"].toString());
    return target;
}

TsdbStatus::Counts countsFrom(const QJsonValue &value)
{
    TsdbStatus::Counts out;
    for (const QJsonValue &entry : value.toArray())
        out.emplace_back(entry[u"name"].toString(), entry[u"value"].toInteger());
    return out;
}

TimeMs secondsFrom(const QJsonValue &value)
{
    return value.isDouble() ? TimeMs(std::llround(value.toDouble() * 1000)) : parseSeconds(utf8(value.toString())).value_or(0);
}

} // namespace

TimeMs rfc3339From(const QString &text)
{
    // Qt reads at most milliseconds, Go writes up to nanoseconds.
    const qsizetype point = text.indexOf(u'.');
    qsizetype end = point + 1;
    while (point > 0 && end < text.size() && text[end].isDigit())
        ++end;
    const QString trimmed = point > 0 ? text.left(std::min(end, point + 4)) + text.mid(end) : text;
    const QDateTime time = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toMSecsSinceEpoch() : 0;
}

TimeMs durationFrom(QStringView text)
{
    const std::pair<QStringView, double> units[] = { { u"ms", 1 }, { u"s", 1e3 }, { u"m", 6e4 }, { u"h", 36e5 }, { u"d", 864e5 }, { u"w", 6048e5 },
        { u"y", 31'536e6 } };
    double ms = 0;
    while (!text.isEmpty()) {
        const auto isUnit = [](QChar c) { return c.isLetter(); };
        const qsizetype digits = std::find_if(text.begin(), text.end(), isUnit) - text.begin();
        const qsizetype letters = std::find_if_not(text.begin() + digits, text.end(), isUnit) - text.begin() - digits;
        const auto unit = std::find_if(std::begin(units), std::end(units), [&](const auto &u) { return u.first == text.mid(digits, letters); });
        bool good = false;
        const double number = text.left(digits).toDouble(&good);
        if (!good || unit == std::end(units) || number < 0)
            return 0;
        ms += number * unit->second;
        text = text.mid(digits + letters);
    }
    constexpr double most = 1e15;
    return TimeMs(std::min(ms, most));
}

std::vector<MetricMetadata> metadataFrom(const QJsonObject &data)
{
    std::vector<MetricMetadata> out;
    for (auto it = data.begin(); it != data.end(); ++it) {
        for (const QJsonValue &entry : it.value().toArray()) // targets may disagree about a metric
            out.push_back(metadataOf(it.key(), entry.toObject()));
    }
    return out;
}

TargetList targetsFrom(const QJsonObject &data)
{
    TargetList out;
    for (const QJsonValue &target : data[u"activeTargets"].toArray())
        out.active.push_back(targetFrom(target.toObject()));
    out.dropped = data[u"droppedTargets"].toArray().size();
    const QJsonObject counts = data[u"droppedTargetCounts"].toObject(); // the list may be kept short
    qint64 counted = 0;
    for (const QJsonValue &count : counts)
        counted += count.toInteger();
    out.dropped = std::max(out.dropped, counted);
    return out;
}

std::vector<TargetMetadata> targetMetadataFrom(const QJsonArray &data)
{
    std::vector<TargetMetadata> out;
    for (const QJsonValue &entry : data)
        out.push_back({ labelsFrom(entry[u"target"].toObject()), metadataOf(entry[u"metric"].toString(), entry.toObject()) });
    return out;
}

std::vector<SeriesExemplars> exemplarsFrom(const QJsonArray &data)
{
    std::vector<SeriesExemplars> out;
    for (const QJsonValue &entry : data) {
        SeriesExemplars &series = out.emplace_back();
        series.series = labelsFrom(entry[u"seriesLabels"].toObject());
        for (const QJsonValue &exemplar : entry[u"exemplars"].toArray()) {
            const double value = parseDecimal(utf8(exemplar[u"value"].toString())).value_or(std::nan(""));
            series.exemplars.push_back({ labelsFrom(exemplar[u"labels"].toObject()), { secondsFrom(exemplar[u"timestamp"]), value } });
        }
    }
    return out;
}

RuntimeInfo runtimeInfoFrom(const QJsonObject &data)
{
    RuntimeInfo info;
    info.startTime = rfc3339From(data[u"startTime"].toString());
    info.lastConfigTime = rfc3339From(data[u"lastConfigTime"].toString());
    info.serverTime = rfc3339From(data[u"serverTime"].toString());
    info.configGood = data[u"reloadConfigSuccess"].toBool(true);
    info.corruptions = data[u"corruptionCount"].toInteger();
    info.goroutines = data[u"goroutineCount"].toInteger();
    info.retention = oneLine(data[u"storageRetention"].toString(), 60);
    info.hostname = oneLine(data[u"hostname"].toString(), 120);
    return info;
}

TsdbStatus tsdbStatusFrom(const QJsonObject &data)
{
    TsdbStatus status;
    const QJsonObject head = data[u"headStats"].toObject();
    status.series = head[u"numSeries"].toInteger(data[u"totalSeries"].toInteger()); // the second is VictoriaMetrics'
    status.labelPairs = head[u"numLabelPairs"].toInteger(data[u"totalLabelValuePairs"].toInteger());
    status.chunks = head[u"chunkCount"].toInteger();
    status.minTime = head[u"minTime"].toInteger();
    status.maxTime = head[u"maxTime"].toInteger();
    status.seriesByMetric = countsFrom(data[u"seriesCountByMetricName"]);
    status.valuesByLabel = countsFrom(data[u"labelValueCountByLabelName"]);
    status.bytesByLabel = countsFrom(data[u"memoryInBytesByLabelName"]);
    status.seriesByPair = countsFrom(data[u"seriesCountByLabelValuePair"]);
    return status;
}

WalReplay walReplayFrom(const QJsonObject &data)
{
    return { data[u"min"].toInteger(), data[u"max"].toInteger(), data[u"current"].toInteger() };
}

QStringList alertmanagersFrom(const QJsonObject &data)
{
    QStringList out;
    for (const QJsonValue &one : data[u"activeAlertmanagers"].toArray())
        out += one[u"url"].toString();
    return out;
}

} // namespace lepto
