#include "app/cli/store_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/store/history_repair.h"

#include <QDateTime>
#include <QDir>

namespace lepto::cli {

namespace {

constexpr TimeMs kDay = 86'400'000;

Result<std::unique_ptr<Store>> openHistory(const Session &s, Store::Mode mode)
{
    return Store::open(s.home.historyDb(), mode);
}

QString bytes(std::int64_t n)
{
    return n < 10'000 ? QStringLiteral("%1 B").arg(n) : QStringLiteral("%1 MB").arg(double(n) / 1e6, 0, 'f', 2);
}

int stats(Session &s)
{
    const auto store = openHistory(s, Store::Mode::ReadOnly);
    if (!store)
        return s.out.fail(store.error());
    const StoreStats held = (*store)->stats();
    const double perSample = held.samples > held.headSamples ? double(held.chunkBytes) / double(held.samples - held.headSamples) : 0;
    s.out.table({QStringLiteral("what"), QStringLiteral("value")},
        {{QStringLiteral("series"), QString::number(held.series)}, {QStringLiteral("samples"), QString::number(held.samples)},
            {QStringLiteral("not in chunks yet"), QString::number(held.headSamples)},
            {QStringLiteral("native histograms"), QString::number(held.histograms)}, {QStringLiteral("chunks"), QString::number(held.chunks)},
            {QStringLiteral("on disk"), bytes(held.bytesOnDisk)}, {QStringLiteral("chunk bytes a sample"), QString::number(perSample, 'f', 2)},
            {QStringLiteral("oldest"), iso(held.oldest)}, {QStringLiteral("newest"), iso(held.newest)},
            {QStringLiteral("every sample kept since"), held.rawSince > 0 ? iso(held.rawSince) : iso(held.oldest)}});
    s.out.value(QJsonObject{{QStringLiteral("series"), qint64(held.series)}, {QStringLiteral("samples"), qint64(held.samples)},
        {QStringLiteral("headSamples"), qint64(held.headSamples)}, {QStringLiteral("histograms"), qint64(held.histograms)},
        {QStringLiteral("chunks"), qint64(held.chunks)}, {QStringLiteral("chunkBytes"), qint64(held.chunkBytes)},
        {QStringLiteral("bytesOnDisk"), qint64(held.bytesOnDisk)}, {QStringLiteral("bytesPerSample"), perSample},
        {QStringLiteral("oldest"), qint64(held.oldest)}, {QStringLiteral("newest"), qint64(held.newest)},
        {QStringLiteral("rawSince"), qint64(held.rawSince)}});
    return Good;
}

QJsonArray show(Session &s, const QString &title, const QString &count, const std::vector<Counted> &counts)
{
    std::vector<QStringList> rows;
    QJsonArray array;
    for (const Counted &counted : counts) {
        rows.push_back({qstr(counted.name), QString::number(counted.count)});
        array.append(QJsonObject{{QStringLiteral("name"), qstr(counted.name)}, {QStringLiteral("count"), qint64(counted.count)}});
    }
    s.out.table({title, count}, rows);
    s.out.line({});
    return array;
}

int cardinality(Session &s)
{
    const auto store = openHistory(s, Store::Mode::ReadOnly);
    if (!store)
        return s.out.fail(store.error());
    bool good = true;
    const int top = s.options.isSet(QStringLiteral("top")) ? s.options.value(QStringLiteral("top")).toInt(&good) : 10;
    if (!good || top < 1)
        return s.out.fail({ErrorCode::BadInput, "--top", "is not a number above 0"});
    const Cardinality found = (*store)->cardinality(std::size_t(top));
    s.out.line(QStringLiteral("%1 series, %2 label pairs").arg(found.series).arg(found.labelPairs));
    s.out.line({});
    QJsonObject object{{QStringLiteral("series"), qint64(found.series)}, {QStringLiteral("labelPairs"), qint64(found.labelPairs)}};
    object[QStringLiteral("seriesByMetric")] = show(s, QStringLiteral("metric"), QStringLiteral("series"), found.seriesByMetric);
    object[QStringLiteral("valuesByLabel")] = show(s, QStringLiteral("label"), QStringLiteral("values"), found.valuesByLabel);
    object[QStringLiteral("bytesByLabel")] = show(s, QStringLiteral("label"), QStringLiteral("bytes"), found.bytesByLabel);
    object[QStringLiteral("seriesByPair")] = show(s, QStringLiteral("label=value"), QStringLiteral("series"), found.seriesByPair);
    s.out.value(object);
    return Good;
}

int check(Session &s)
{
    const auto store = openHistory(s, Store::Mode::ReadOnly);
    return store ? finish(s, (*store)->check(), QStringLiteral("The history is sound.")) : s.out.fail(store.error());
}

int compact(Session &s)
{
    RetentionPolicy policy;
    policy.everything = true;
    if (const QString days = s.options.value(QStringLiteral("raw-days")); !days.isEmpty()) {
        bool good = false;
        const double raw = days.toDouble(&good);
        if (!good || !(raw > 0) || raw > 36'500)
            return s.out.fail({ErrorCode::BadInput, "--raw-days", "is not a number of days above 0"});
        policy.rawFrom = QDateTime::currentMSecsSinceEpoch() - TimeMs(raw * double(kDay));
    }
    const auto store = openHistory(s, Store::Mode::ReadWrite);
    if (!store)
        return s.out.fail(store.error());
    const auto done = (*store)->age(policy);
    if (!done)
        return s.out.fail(done.error());
    s.out.line(QStringLiteral("%1 rows packed, %2 days made into buckets, %3 before, %4 now")
                   .arg(done->packed)
                   .arg(done->reduced)
                   .arg(bytes(done->bytesBefore), bytes(done->bytesAfter)));
    s.out.value(QJsonObject{{QStringLiteral("packed"), qint64(done->packed)}, {QStringLiteral("reduced"), qint64(done->reduced)},
        {QStringLiteral("bytesBefore"), qint64(done->bytesBefore)}, {QStringLiteral("bytesAfter"), qint64(done->bytesAfter)}});
    return Good;
}

int repair(Session &s)
{
    const auto done = repairHistory(s.home.historyDb());
    if (!done)
        return s.out.fail(done.error());
    if (done->damagedFile.isEmpty()) {
        s.out.line(QStringLiteral("The history is sound; nothing was changed."));
    } else {
        s.out.line(QStringLiteral("Kept: %1 series, %2 samples, %3 native histograms.").arg(done->series).arg(done->samples).arg(done->histograms));
        s.out.line(QStringLiteral("Lost: %1 series, %2 chunks (%3 samples), %4 chunks of nobody, %5 rows of histograms, %6 rows not sealed yet.")
                       .arg(done->brokenSeries)
                       .arg(done->brokenChunks)
                       .arg(done->lostSamples)
                       .arg(done->orphanedChunks)
                       .arg(done->brokenHistogramRows)
                       .arg(done->brokenJournalRows));
        s.out.line(QStringLiteral("The file as it was: %1").arg(done->damagedFile));
    }
    s.out.value(QJsonObject{{QStringLiteral("changed"), !done->damagedFile.isEmpty()}, {QStringLiteral("series"), qint64(done->series)},
        {QStringLiteral("chunks"), qint64(done->chunks)}, {QStringLiteral("samples"), qint64(done->samples)},
        {QStringLiteral("histograms"), qint64(done->histograms)}, {QStringLiteral("brokenSeries"), qint64(done->brokenSeries)},
        {QStringLiteral("brokenChunks"), qint64(done->brokenChunks)}, {QStringLiteral("lostSamples"), qint64(done->lostSamples)},
        {QStringLiteral("orphanedChunks"), qint64(done->orphanedChunks)}, {QStringLiteral("brokenHistogramRows"), qint64(done->brokenHistogramRows)},
        {QStringLiteral("brokenJournalRows"), qint64(done->brokenJournalRows)}, {QStringLiteral("damagedFile"), done->damagedFile}});
    return done->lostNothing() ? Good : Finding;
}

int restore(Session &s)
{
    const auto from = s.word(0, QStringLiteral("the file"));
    if (!from)
        return s.out.fail(from.error());
    if (const auto home = Home::prepare(s.home.path()); !home)
        return s.out.fail(home.error());
    const auto kept = restoreHistory(QDir(*from).absolutePath(), s.home.historyDb());
    if (!kept)
        return s.out.fail(kept.error());
    s.out.line(kept->isEmpty() ? QStringLiteral("Restored.") : QStringLiteral("Restored. The history that was there: %1").arg(*kept));
    s.out.value(QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("kept"), *kept}});
    return Good;
}

} // namespace

void StoreCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("top"), QStringLiteral("entries of each list, default 10"), QStringLiteral("n")});
    parser.addOption({QStringLiteral("raw-days"), QStringLiteral("compact: keep older samples as 5-minute buckets only"), QStringLiteral("days")});
}

std::vector<Verb> StoreCommand::verbs() const
{
    return {{QStringLiteral("stats"), QString(), QStringLiteral("series, samples, size, reach"), stats},
        {QStringLiteral("cardinality"), QStringLiteral("[--top N]"), QStringLiteral("which metrics and labels make the most series"), cardinality},
        {QStringLiteral("check"), QString(), QStringLiteral("read everything and compare; exit 1 with the place of the first damage"), check},
        {QStringLiteral("compact"), QStringLiteral("[--raw-days N]"), QStringLiteral("pack all rows; not while a collector runs"), compact},
        {QStringLiteral("repair"), QString(), QStringLiteral("keep what is whole of a damaged history; exit 1 when something is lost"), repair},
        {QStringLiteral("restore"), QStringLiteral("FILE"), QStringLiteral("check a backup and put it in place; the history there stays beside it"), restore}};
}

} // namespace lepto::cli
