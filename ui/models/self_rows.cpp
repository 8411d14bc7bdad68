#include "ui/models/self_rows.h"

#include "core/base/text.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SelfRows)
};

QString numberWords(SelfNumber number)
{
    switch (number) {
    case SelfNumber::FrameMedian: return Words::tr("Frame, median");
    case SelfNumber::FrameP99: return Words::tr("Frame, 99 of 100");
    case SelfNumber::FrameWorst: return Words::tr("Frame, slowest");
    case SelfNumber::Stalls: return Words::tr("Stalls of the window in 2 min");
    case SelfNumber::IngestRate: return Words::tr("Ingest");
    case SelfNumber::WriteP99: return Words::tr("Scrape to disk, 99 of 100");
    case SelfNumber::WriterQueue: return Words::tr("Samples that wait for the disk");
    case SelfNumber::WriterRefused: return Words::tr("Samples refused since the start");
    case SelfNumber::ScrapeP99: return Words::tr("Scrape, 99 of 100");
    case SelfNumber::QueryMedian: return Words::tr("Query, median");
    case SelfNumber::QueryP99: return Words::tr("Query, 99 of 100");
    case SelfNumber::StoreBytes: return Words::tr("History on disk");
    case SelfNumber::StoreSeries: return Words::tr("Series in the history");
    case SelfNumber::RoundP99: return Words::tr("Rules and detectors, 99 of 100");
    case SelfNumber::DetectorLag: return Words::tr("Scores behind the samples");
    case SelfNumber::JobsRunning: return Words::tr("Background jobs under way");
    case SelfNumber::Count: break;
    }
    return {};
}

QString valueText(const SelfValue &value)
{
    if (!value.value)
        return QStringLiteral("–");
    if (value.unit == "bytes")
        return text::bytes(qint64(*value.value));
    return value.unit.empty() ? text::count(qint64(*value.value)) : text::value(*value.value, qstr(value.unit));
}

QString partWords(SelfReport::Part::Kind kind)
{
    switch (kind) {
    case SelfReport::Part::Kind::History: return Words::tr("History");
    case SelfReport::Part::Kind::Logs: return Words::tr("Log lines");
    case SelfReport::Part::Kind::Decisions: return Words::tr("Incidents, labels, runs, audit");
    case SelfReport::Part::Kind::Models: return Words::tr("Models");
    case SelfReport::Part::Kind::Jobs: return Words::tr("Training data and checkpoints");
    case SelfReport::Part::Kind::Rest: break;
    }
    return Words::tr("Settings, rules, keys");
}

QString purposeWords(const SelfReport::Host &host)
{
    switch (host.use) {
    case SelfReport::Host::Use::Database: return Words::tr("Team database");
    case SelfReport::Host::Use::Training: return Words::tr("Training over ssh");
    case SelfReport::Host::Use::Source: break;
    }
    return host.counted ? text::of(host.traffic.purpose) : Words::tr("%1 over ssh").arg(text::of(host.traffic.purpose));
}

Cell reachCell(Reach reach)
{
    switch (reach) {
    case Reach::Machine: return { .text = Words::tr("this machine"), .tone = "text.secondary" };
    case Reach::Network: return { .text = Words::tr("your network"), .tone = "text.secondary" };
    case Reach::Outside: return { .text = Words::tr("outside"), .mark = MarkCode::Info };
    case Reach::Unknown: break;
    }
    return { .text = Words::tr("not known yet"), .tone = "text.muted" };
}

qint64 sentTo(const std::vector<SelfReport::Host> &hosts, Reach reach)
{
    qint64 bytes = 0;
    for (const SelfReport::Host &host : hosts)
        bytes += host.reach == reach ? host.traffic.sent : 0;
    return bytes;
}

} // namespace

std::vector<TableColumn> selfColumns()
{
    return { { Words::tr("Number"), -3 }, { Words::tr("Now"), 110, true }, { Words::tr("Last 10 min"), 150 }, { Words::tr("Metric"), -3 } };
}

std::vector<CellModel::Row> selfRows(const std::vector<SelfValue> &values)
{
    std::vector<CellModel::Row> rows;
    for (const SelfValue &value : values) {
        const QString metric = qstr(value.metric);
        rows.push_back({ QString::number(int(value.number)),
            { Cell { .text = numberWords(value.number) },
                Cell { .text = valueText(value), .mark = value.good ? MarkCode::None : MarkCode::Warning, .mono = true, .right = true }, Cell {},
                Cell { .text = metric, .mono = true, .tone = "text.muted", .tip = metric } } });
    }
    return rows;
}

std::map<QString, Sparkline> selfTrends(const std::vector<SelfValue> &values)
{
    std::map<QString, Sparkline> lines;
    for (const SelfValue &value : values) {
        if (value.trend.size() < 2)
            continue;
        Sparkline line;
        line.from = value.trend.front().first;
        line.to = line.now = value.trend.back().first;
        for (const auto &[at, number] : value.trend)
            line.past.emplace_back(double(at - line.from), number);
        lines.emplace(QString::number(int(value.number)), std::move(line));
    }
    return lines;
}

std::vector<TableColumn> hostColumns()
{
    return { { Words::tr("Host"), -3 }, { Words::tr("Purpose"), -2 }, { Words::tr("Where"), 110 }, { Words::tr("Requests"), 80, true },
        { Words::tr("Sent"), 84, true }, { Words::tr("Received"), 84, true } };
}

std::vector<CellModel::Row> hostRows(const std::vector<SelfReport::Host> &hosts)
{
    std::vector<CellModel::Row> rows;
    const auto number = [](const QString &text, bool counted) { return Cell { .text = text, .mono = counted, .right = true, .tone = counted ? "text.primary" : "text.muted" }; };
    for (const SelfReport::Host &host : hosts) {
        const QString name = host.traffic.authority.isEmpty() ? Words::tr("others") : oneLine(host.traffic.authority, 120);
        const bool counted = host.counted;
        rows.push_back({ QString::number(rows.size()),
            { Cell { .text = name, .mono = true, .tip = name }, Cell { .text = purposeWords(host), .tone = "text.secondary" }, reachCell(host.reach),
                number(counted ? text::count(host.traffic.requests) : QString(), counted), number(counted ? text::bytes(host.traffic.sent) : Words::tr("not counted"), counted),
                number(counted ? text::bytes(host.traffic.received) : QString(), counted) } });
    }
    return rows;
}

bool goesOutside(const std::vector<SelfReport::Host> &hosts)
{
    return std::ranges::any_of(hosts, [](const SelfReport::Host &host) { return host.reach == Reach::Outside; });
}

QString outsideSentence(const std::vector<SelfReport::Host> &hosts)
{
    const qint64 outside = sentTo(hosts, Reach::Outside), unknown = sentTo(hosts, Reach::Unknown);
    QString sentence = Words::tr("Outside your network: %1").arg(outside == 0 ? Words::tr("0 bytes") : text::bytes(outside));
    if (unknown > 0)
        sentence += Words::tr(", and %1 to hosts whose place is not known yet").arg(text::bytes(unknown));
    return sentence;
}

std::vector<KeyValues::Row> folderRows(const SelfReport &report)
{
    std::vector<KeyValues::Row> rows { { Words::tr("Folder"), report.folder.isEmpty() ? Words::tr("not open") : report.folder, true } };
    for (const SelfReport::Part &part : report.parts)
        rows.push_back({ partWords(part.kind), text::bytes(part.bytes), true });
    rows.push_back({ Words::tr("Free on its disk"), report.free < 0 ? Words::tr("unknown") : text::bytes(report.free), true });
    rows.push_back({ Words::tr("Bytes a sample"), report.bytesPerSample > 0 ? text::number(report.bytesPerSample) + QStringLiteral(" B") : Words::tr("nothing packed yet"), report.bytesPerSample > 0 });
    return rows;
}

const std::vector<Licence> &licences()
{
    static const std::vector<Licence> all {
        { "Qt 6 (Core, Gui, Widgets, Network, Sql, Svg)", "LGPL-3.0" }, { "Qt Charts", "GPL-3.0" }, { "SQLite", "Public domain" },
        { "OpenSSL (Qt Network)", "Apache-2.0" }, { "libsodium", "ISC" }, { "Zstandard", "BSD-3-Clause" }, { "Snappy", "BSD-3-Clause" },
        { "prometheus-cpp", "MIT" }, { "CivetWeb", "MIT" }, { "nlohmann/json", "MIT" }, { "QtKeychain", "BSD-3-Clause" },
        { "LibTorch (leptoscope-worker)", "BSD-3-Clause" },
    };
    return all;
}

QString selfText(const SelfReport &report)
{
    QStringList lines { QStringLiteral("Leptoscope %1 (%2)").arg(report.version, report.build) };
    for (const SelfReport::Part &part : report.parts)
        lines << partWords(part.kind) + QStringLiteral(": ") + text::bytes(part.bytes);
    for (const SelfValue &value : report.numbers)
        lines << QStringLiteral("%1: %2 (%3)").arg(numberWords(value.number), valueText(value), qstr(value.metric));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace lepto
