#include "app/cli/import_output.h"

#include "core/base/text.h"
#include "core/files/tsdb_folder.h"
#include "core/sources/exposition_parser.h"

#include <QFile>
#include <QFileInfo>
#include <QDateTime>

namespace lepto::cli {

namespace {

constexpr int kPreviewRows = 8;

QString roleName(CsvRole role)
{
    constexpr const char *names[] = {"time", "value", "name", "label", "left out"};
    return QString::fromLatin1(names[int(role)]);
}

QString unitName(TimeUnit unit)
{
    constexpr const char *names[] = {"epoch s", "epoch ms", "epoch us", "epoch ns", "dates", "dates, day first", "dates, month first"};
    return QString::fromLatin1(names[int(unit)]);
}

QJsonObject json(const ImportReport &r)
{
    QJsonArray problems;
    for (const Error &problem : r.counts.firstProblems)
        problems.append(qstr(problem));
    QJsonObject object{{QStringLiteral("path"), r.path}, {QStringLiteral("kind"), nameOf(r.kind)}, {QStringLiteral("source"), r.source},
                       {QStringLiteral("stopped"), r.stopped}, {QStringLiteral("firstProblems"), problems}};
    const ImportCounts &c = r.counts;
    for (const auto &[name, value] : {std::pair("series", c.series), {"added", c.added}, {"duplicate", c.duplicate}, {"refused", c.refused}, {"histograms", c.histograms},
                                      {"histogramsDuplicate", c.histogramsDuplicate}, {"histogramsNotStored", c.histogramsNotStored},
                                      {"problems", c.problems}, {"rows", r.rows}, {"badRows", r.badRows}, {"repeated", r.repeated}, {"oldest", c.oldest}, {"newest", c.newest}})
        object.insert(QLatin1String(name), qint64(value));
    if (!r.firstBad.isEmpty())
        object.insert(QStringLiteral("firstBad"), r.firstBad);
    return object;
}

int previewCsvFile(Session &s, const QString &path, const ImportOptions &options, QJsonArray &all)
{
    const auto preview = previewFile(path, options.csv, kPreviewRows);
    if (!preview)
        return s.out.fail(preview.error());
    const CsvLayout &layout = preview->layout;
    s.out.line(QStringLiteral("%1: csv, columns between %2, times as %3%4").arg(path, layout.separator == '\t' ? QStringLiteral("tabs") : QStringLiteral("\"%1\"").arg(QLatin1Char(layout.separator)),
               unitName(layout.unit), layout.decimalComma ? QStringLiteral(", decimal comma") : QString()));
    QStringList head{QStringLiteral("line"), QStringLiteral("time")};
    QJsonArray columns, rows;
    for (const CsvColumn &column : layout.columns) {
        head.append(QStringLiteral("%1 (%2)").arg(oneLine(qstr(column.title), 30), roleName(column.role)));
        columns.append(QJsonObject{{QStringLiteral("title"), qstr(column.title)}, {QStringLiteral("role"), roleName(column.role)}});
    }
    std::vector<QStringList> table;
    for (const CsvPreview::Row &row : preview->rows) {
        QStringList cells{QString::number(row.line), row.t == 0 ? QStringLiteral("-") : QDateTime::fromMSecsSinceEpoch(row.t, Qt::UTC).toString(Qt::ISODateWithMs)};
        for (const QString &cell : row.cells)
            cells.append(cell);
        if (!row.problem.isEmpty())
            cells.append(QStringLiteral("! ") + row.problem);
        table.push_back(cells);
        rows.append(QJsonObject{{QStringLiteral("line"), qint64(row.line)}, {QStringLiteral("t"), qint64(row.t)}, {QStringLiteral("problem"), row.problem}});
    }
    head.append(QString());
    s.out.table(head, table);
    all.append(QJsonObject{{QStringLiteral("path"), path}, {QStringLiteral("kind"), QStringLiteral("csv")}, {QStringLiteral("columns"), columns}, {QStringLiteral("rows"), rows}});
    return Good;
}

int previewMetrics(Session &s, const QString &path, FileKind kind, QJsonArray &all)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return s.out.fail({ErrorCode::Unavailable, utf8(path), utf8(file.errorString())});
    const QByteArray head = file.read(64 << 10);
    ExpositionOptions options;
    options.format = kind == FileKind::OpenMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
    options.at = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    options.maxSamples = kPreviewRows;
    const ExpositionPage page = parseExposition(std::string_view(head.constData(), std::size_t(head.lastIndexOf('\n') + 1)), options);
    s.out.line(QStringLiteral("%1: %2%3").arg(path, nameOf(kind), page.ownTimes < page.samples.size() ? QStringLiteral(", without times: the file's own (%1) is taken").arg(iso(options.at)) : QString()));
    for (const LabelledSample &sample : page.samples)
        s.out.line(QStringLiteral("  %1  %2  %3").arg(iso(sample.sample.t), number(sample.sample.v), qstr(sample.labels.text())));
    all.append(QJsonObject{{QStringLiteral("path"), path}, {QStringLiteral("kind"), nameOf(kind)}});
    return Good;
}

int previewStorage(Session &s, const QString &path, QJsonArray &all)
{
    const auto opened = openTsdb(path);
    if (!opened)
        return s.out.fail(opened.error());
    s.out.line(QStringLiteral("%1: tsdb, %2 blocks%3, about %4 samples").arg(path).arg(opened->blocks)
                   .arg(opened->sources.size() > std::size_t(opened->blocks) ? QStringLiteral(" and a write-ahead log") : QString()).arg(opened->samples));
    for (const Error &problem : opened->problems)
        s.out.line(QStringLiteral("  ! ") + qstr(problem));
    all.append(QJsonObject{{QStringLiteral("path"), path}, {QStringLiteral("kind"), QStringLiteral("tsdb")}, {QStringLiteral("blocks"), opened->blocks}, {QStringLiteral("samples"), qint64(opened->samples)}});
    return opened->problems.empty() ? Good : Finding;
}

} // namespace

void ImportTally::add(const ImportReport &report)
{
    const ImportCounts &c = report.counts;
    m_all.append(json(report));
    m_code = std::max(m_code, int(report.isClean() ? Good : Finding));
    m_out.line(QStringLiteral("%1 (%2): %3 samples added, %4 there already, in %5 series; source=\"%6\"%7").arg(report.path, nameOf(report.kind))
                   .arg(c.added).arg(c.duplicate).arg(c.series).arg(report.source, report.stopped ? QStringLiteral("; stopped before the end") : QString()));
    if (c.newest >= c.oldest && c.series > 0)
        m_out.line(QStringLiteral("  from %1 to %2").arg(iso(c.oldest), iso(c.newest)));
    if (c.histograms + c.histogramsDuplicate > 0)
        m_out.line(QStringLiteral("  %1 native histograms added, %2 there already").arg(c.histograms).arg(c.histogramsDuplicate));
    if (report.at > 0)
        m_out.line(QStringLiteral("  samples without a time got the file's own, %1").arg(iso(report.at)));
    if (c.histogramsNotStored > 0)
        m_out.line(QStringLiteral("  %1 native histograms were not stored").arg(c.histogramsNotStored));
    if (c.refused > 0)
        m_out.line(QStringLiteral("  %1 samples were refused").arg(c.refused));
    if (report.repeated > 0)
        m_out.line(QStringLiteral("  %1 samples repeat a time of their series; the first of each is kept").arg(report.repeated));
    if (report.badRows > 0)
        m_out.line(QStringLiteral("  %1 of %2 lines could not be read; the first: %3").arg(report.badRows).arg(report.rows).arg(report.firstBad));
    for (const Error &problem : c.firstProblems)
        m_out.line(QStringLiteral("  ! ") + qstr(problem));
    if (c.problems > qint64(c.firstProblems.size()))
        m_out.line(QStringLiteral("  ! and %1 more").arg(c.problems - qint64(c.firstProblems.size())));
    if (c.series > 0 && c.oldest < m_keepFrom)
        m_out.line(QStringLiteral("  note: samples before %1 are older than the history keeps (store.retentionDays) and go when a collector next runs").arg(iso(m_keepFrom)));
}

void ImportTally::add(const Error &error)
{
    m_all.append(QJsonObject{{QStringLiteral("error"), qstr(error)}});
    m_code = std::max(m_code, m_out.fail(error));
}

int ImportTally::finish()
{
    m_out.value(m_all);
    return m_code;
}

int previewPath(Session &session, const QString &path, const ImportOptions &options, QJsonArray &all)
{
    auto kind = options.kind ? Result<FileKind>(*options.kind) : detectFileKind(path);
    if (!kind)
        return session.out.fail(kind.error());
    if (*kind == FileKind::Csv)
        return previewCsvFile(session, path, options, all);
    return *kind == FileKind::Tsdb ? previewStorage(session, path, all) : previewMetrics(session, path, expositionKindOf(path), all);
}

} // namespace lepto::cli
