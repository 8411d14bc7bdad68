#include "app/cli/logs_offline.h"

#include "app/cli/output.h"
#include "core/base/text.h"
#include "core/logs/file_tail.h"
#include "core/logs/line_digest.h"
#include "core/logs/plain_text.h"

#include <QDateTime>

#include <algorithm>

namespace lepto::cli {

namespace {

constexpr std::int64_t kPiece = 4 << 20;

/// Feeds every line of the files, in pieces.
Result<void> readFiles(Session &s, const std::function<void(const LogBatch &)> &take)
{
    if (s.words.isEmpty())
        return Error { ErrorCode::BadInput, "the file", "is missing; see --help" };
    for (const QString &name : s.words) {
        auto tail = FileTail::open(utf8(name));
        if (!tail)
            return tail.error();
        for (bool more = true; more;) {
            LogBatch batch;
            batch.source = QStringLiteral("file");
            batch.at = QDateTime::currentMSecsSinceEpoch();
            const auto add = [&](std::string_view line, bool cut) { batch.lines.push_back({ 0, LogLevel::Unknown, {}, utf8(name), std::string(line), cut }); };
            const auto read = (*tail)->read(kPiece, add);
            if (!read)
                return read.error();
            more = read->more;
            if (!more)
                (*tail)->finish(add);
            take(batch);
        }
    }
    return {};
}

TimeMs localOffset()
{
    return TimeMs(QDateTime::currentDateTime().offsetFromUtc()) * 1000;
}

} // namespace

int clusterFiles(Session &s)
{
    LineDigest digest(QStringLiteral("file"));
    std::map<std::uint64_t, std::int64_t> counts;
    std::int64_t lines = 0;
    const auto done = readFiles(s, [&](const LogBatch &batch) {
        for (const LogLine &line : digest.digest(batch, localOffset()).append.lines) {
            ++counts[line.pattern];
            ++lines;
        }
    });
    if (!done)
        return s.out.fail(done.error());
    std::vector<std::pair<std::int64_t, std::uint64_t>> order;
    for (const auto &[id, count] : counts)
        order.emplace_back(-count, id);
    std::sort(order.begin(), order.end());
    const std::size_t limit = s.options.isSet(QStringLiteral("limit")) ? s.options.value(QStringLiteral("limit")).toUInt() : 50;
    QJsonArray array;
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < std::min(order.size(), limit); ++i) {
        const LogPattern *pattern = digest.pattern(order[i].second);
        const QString id = qstr(patternIdText(order[i].second));
        const std::string text = pattern ? pattern->text : std::string();
        const QString level = qstr(logLevelText(pattern ? pattern->level : LogLevel::Unknown));
        array.append(QJsonObject { { QStringLiteral("id"), id }, { QStringLiteral("lines"), qint64(-order[i].first) }, { QStringLiteral("level"), level }, { QStringLiteral("text"), qstr(text) } });
        rows.push_back({ id, QString::number(-order[i].first), level, visibleText(text, 240) });
    }
    s.out.value(array);
    s.out.table({ QStringLiteral("PATTERN"), QStringLiteral("LINES"), QStringLiteral("LEVEL"), QStringLiteral("TEXT") }, rows);
    s.out.line(QStringLiteral("%1 lines, %2 patterns.").arg(lines).arg(order.size()));
    return Good;
}

int lintFiles(Session &s)
{
    qint64 lines = 0, noTime = 0, noLevel = 0, cut = 0, notUtf8 = 0;
    qint64 shapes[3] = {};
    std::string example;
    const auto done = readFiles(s, [&](const LogBatch &batch) {
        const ClockContext context { batch.at, localOffset() };
        for (const RawLine &raw : batch.lines) {
            const ParsedLine parsed = parseLogLine(raw.bytes, context);
            ++lines;
            ++shapes[int(parsed.shape)];
            if (!parsed.t && example.empty())
                example = raw.bytes.substr(0, 200);
            noTime += !parsed.t;
            noLevel += parsed.level == LogLevel::Unknown;
            cut += raw.cut;
            notUtf8 += !QString::fromUtf8(raw.bytes.data(), qsizetype(raw.bytes.size())).toUtf8().startsWith(QByteArrayView(raw.bytes.data(), qsizetype(raw.bytes.size())));
        }
    });
    if (!done)
        return s.out.fail(done.error());
    s.out.value(QJsonObject { { QStringLiteral("lines"), lines }, { QStringLiteral("text"), shapes[0] }, { QStringLiteral("json"), shapes[1] },
        { QStringLiteral("logfmt"), shapes[2] }, { QStringLiteral("withoutTime"), noTime }, { QStringLiteral("withoutLevel"), noLevel },
        { QStringLiteral("cut"), cut }, { QStringLiteral("notUtf8"), notUtf8 } });
    s.out.line(QStringLiteral("%1 lines: %2 text, %3 JSON, %4 logfmt.").arg(lines).arg(shapes[0]).arg(shapes[1]).arg(shapes[2]));
    s.out.line(QStringLiteral("Without a time: %1; without a level: %2; longer than 1 MiB: %3; not UTF-8: %4.").arg(noTime).arg(noLevel).arg(cut).arg(notUtf8));
    if (!example.empty())
        s.out.line(QStringLiteral("No time is read from: %1").arg(visibleText(example)));
    return noTime > 0 || cut > 0 || notUtf8 > 0 ? Finding : Good;
}

} // namespace lepto::cli
