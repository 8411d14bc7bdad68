#include "app/cli/logs_command.h"

#include "app/cli/common.h"
#include "app/cli/logs_offline.h"
#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/logs/log_store.h"
#include "core/logs/plain_text.h"
#include "core/store/collector_lock.h"

#include <QCoreApplication>
#include <QTimer>

namespace lepto::cli {

namespace {

constexpr int kFollowMs = 500;

QString levelWord(LogLevel level)
{
    return level == LogLevel::Unknown ? QStringLiteral("-") : qstr(logLevelText(level));
}

QString isoMs(TimeMs t)
{
    return iso(t).chopped(1) + QStringLiteral(".%1Z").arg(((t % 1000) + 1000) % 1000, 3, 10, QLatin1Char('0'));
}

Result<LogQuery> queryFrom(Session &s, const char *fallbackLimit)
{
    LogQuery query;
    const auto range = s.range();
    if (!range)
        return range.error();
    query.from = range->first;
    query.to = range->second;
    if (s.options.isSet(QStringLiteral("source")))
        query.sources = QStringList { s.options.value(QStringLiteral("source")) };
    query.service = utf8(s.options.value(QStringLiteral("service")));
    query.contains = utf8(s.options.value(QStringLiteral("contains")));
    query.regex = s.options.value(QStringLiteral("regex"));
    if (const QString word = s.options.value(QStringLiteral("level")); !word.isEmpty()) {
        const auto level = logLevelFrom(utf8(word));
        if (!level)
            return Error { ErrorCode::BadInput, "--level " + utf8(word), "is not trace, debug, info, notice, warning, error or critical" };
        query.atLeast = *level;
    }
    if (const QString id = s.options.value(QStringLiteral("pattern")); !id.isEmpty()) {
        query.pattern = patternIdFrom(utf8(id));
        if (!query.pattern)
            return Error { ErrorCode::BadInput, "--pattern " + utf8(id), "is not the number of a pattern; see logs patterns" };
    }
    bool good = false;
    const QString limit = s.options.isSet(QStringLiteral("limit")) ? s.options.value(QStringLiteral("limit")) : QString::fromLatin1(fallbackLimit);
    query.limit = std::size_t(limit.toUInt(&good));
    if (!good || query.limit == 0 || query.limit > LogQuery::kMostRows)
        return Error { ErrorCode::BadInput, "--limit " + utf8(limit), "is not a number from 1 to 100000" };
    return query;
}

QJsonObject rowJson(const LogRow &row)
{
    return { { QStringLiteral("t"), qint64(row.line.t) }, { QStringLiteral("source"), row.source }, { QStringLiteral("service"), qstr(row.line.service) },
        { QStringLiteral("level"), qstr(logLevelText(row.line.level)) }, { QStringLiteral("pattern"), qstr(patternIdText(row.line.pattern)) },
        { QStringLiteral("origin"), qstr(row.line.origin) }, { QStringLiteral("cut"), row.line.cut }, { QStringLiteral("text"), qstr(row.line.text) } };
}

QString rowText(const LogRow &row)
{
    const QString cut = row.line.cut ? QStringLiteral(" [cut]") : QString();
    return QStringLiteral("%1  %2  %3  %4%5").arg(isoMs(row.line.t), levelWord(row.line.level).leftJustified(8),
        visibleText(row.line.service, 60).leftJustified(14), visibleText(row.line.text, 3000), cut);
}

int follow(Session &s, const LogStore &store, LogQuery query)
{
    query.from = std::numeric_limits<TimeMs>::min();
    query.to = std::numeric_limits<TimeMs>::max();
    query.limit = LogQuery::kMostRows;
    if (!CollectorLock::holder(s.home.logsDb()))
        s.out.line(QStringLiteral("Nobody collects logs right now; lines appear when a watch or the window runs."));
    std::map<QString, std::int64_t> after;
    (void)store.arrivals(query, after);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        const auto rows = store.arrivals(query, after);
        if (!rows)
            return QCoreApplication::exit(s.out.fail(rows.error()));
        for (const LogRow &row : *rows) {
            s.out.line(rowText(row));
            s.out.value(rowJson(row));
        }
    });
    onStopRequest([] { QCoreApplication::exit(Good); });
    timer.start(kFollowMs);
    return QCoreApplication::exec();
}

int showPage(Session &s, const LogPage &page)
{
    QJsonArray array;
    for (auto row = page.rows.rbegin(); row != page.rows.rend(); ++row) { // the newest last, next to the prompt
        array.append(rowJson(*row));
        s.out.line(rowText(*row));
    }
    if (!s.options.isSet(QStringLiteral("follow")))
        s.out.value(array);
    if (page.rows.empty() && !page.cutShort)
        s.out.line(QStringLiteral("No line."));
    if (page.cutShort)
        s.out.line(QStringLiteral("The search was ended after %1 lines; narrow --from and --to.").arg(page.scanned));
    else if (page.more)
        s.out.line(QStringLiteral("Older lines are left out; see --limit."));
    if (page.damagedBlocks > 0)
        s.out.line(QStringLiteral("%1 damaged blocks of lines are left out.").arg(page.damagedBlocks));
    return page.damagedBlocks > 0 ? Finding : Good;
}

int withLogs(Session &s, const char *fallbackLimit, const std::function<int(const LogStore &, LogQuery &)> &work)
{
    auto query = queryFrom(s, fallbackLimit);
    const auto store = query ? LogStore::open(s.home.logsDb(), LogStore::Mode::ReadOnly) : Result<std::unique_ptr<LogStore>>(query.error());
    return store ? work(**store, *query) : s.out.fail(store.error());
}

int show(Session &s)
{
    if (!s.words.isEmpty())
        return s.out.fail({ ErrorCode::BadInput, "logs " + utf8(s.words[0]), "no such verb; see --help" });
    return withLogs(s, "100", [&](const LogStore &store, LogQuery &query) {
        const auto page = store.query(query);
        if (!page)
            return s.out.fail(page.error());
        const int code = showPage(s, *page);
        return s.options.isSet(QStringLiteral("follow")) ? follow(s, store, query) : code;
    });
}

int patterns(Session &s)
{
    return withLogs(s, "50", [&](const LogStore &store, LogQuery &query) {
        const auto found = store.patterns(query);
        if (!found)
            return s.out.fail(found.error());
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const PatternRow &row : *found) {
            const LogPattern &p = row.pattern;
            const QString id = qstr(patternIdText(p.id));
            array.append(QJsonObject { { QStringLiteral("id"), id }, { QStringLiteral("source"), row.source }, { QStringLiteral("service"), qstr(p.service) },
                { QStringLiteral("level"), qstr(logLevelText(p.level)) }, { QStringLiteral("lines"), qint64(row.linesInRange) }, { QStringLiteral("linesEver"), qint64(p.lines) },
                { QStringLiteral("firstSeen"), qint64(p.firstSeen) }, { QStringLiteral("lastSeen"), qint64(p.lastSeen) }, { QStringLiteral("new"), row.isNew },
                { QStringLiteral("text"), qstr(p.text) } });
            rows.push_back({ id, QString::number(row.linesInRange), levelWord(p.level), visibleText(p.service, 40), iso(p.firstSeen),
                row.isNew ? QStringLiteral("new") : QString(), visibleText(p.text, 240) });
        }
        s.out.value(array);
        if (rows.empty())
            s.out.line(QStringLiteral("No pattern."));
        else
            s.out.table({ QStringLiteral("PATTERN"), QStringLiteral("LINES"), QStringLiteral("LEVEL"), QStringLiteral("SERVICE"), QStringLiteral("FIRST SEEN"),
                            QString(), QStringLiteral("TEXT") }, rows);
        return int(Good);
    });
}

int counts(Session &s)
{
    return withLogs(s, "50", [&](const LogStore &store, LogQuery &query) {
        const auto found = store.counts(query, std::max<TimeMs>((query.to - query.from) / 60, 1000));
        if (!found)
            return s.out.fail(found.error());
        QJsonArray array;
        for (const LogBucket &bucket : found->buckets) {
            QJsonObject object { { QStringLiteral("t"), qint64(bucket.t) } };
            QString text;
            for (int level = 0; level < kLogLevels; ++level) {
                if (const qint64 lines = bucket.lines[std::size_t(level)]) {
                    object.insert(qstr(logLevelText(LogLevel(level))), lines);
                    text += QStringLiteral("  %1 %2").arg(qstr(logLevelText(LogLevel(level)))).arg(lines);
                }
            }
            array.append(object);
            s.out.line(iso(bucket.t) + text);
        }
        s.out.value(array);
        return int(Good);
    });
}

} // namespace

void LogsCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    const auto add = [&parser](const char *name, const char *text, const char *value) {
        parser.addOption({ QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value) });
    };
    add("source", "of one source only", "name");
    add("service", "of one service only", "name");
    add("level", "at least so serious, e.g. warn", "level");
    add("contains", "with this text", "text");
    add("regex", "that match this regular expression", "regex");
    add("pattern", "of this pattern; see logs patterns", "id");
    add("limit", "so many at most, the newest", "number");
    parser.addOption({ QStringLiteral("follow"), QStringLiteral("go on with the lines that arrive") });
}

std::vector<Verb> LogsCommand::verbs() const
{
    return { { QString(), QStringLiteral("[--source S] [--from T --to T] [--level L] [--contains TEXT | --regex R] [--pattern ID] [--limit N] [--follow]"),
                 QStringLiteral("the newest lines, oldest first"), show },
        { QStringLiteral("patterns"), QStringLiteral("[--source S] [--from T --to T] [--level L]"), QStringLiteral("what the lines have in common, the most frequent first"), patterns },
        { QStringLiteral("counts"), QStringLiteral("[--from T --to T] [--level L] [--contains TEXT]"), QStringLiteral("lines by time and level"), counts },
        { QStringLiteral("cluster"), QStringLiteral("FILE..."), QStringLiteral("the patterns of files, without keeping anything"), clusterFiles },
        { QStringLiteral("lint"), QStringLiteral("FILE..."), QStringLiteral("how well the lines of files can be read: shape, time, level"), lintFiles } };
}

} // namespace lepto::cli
