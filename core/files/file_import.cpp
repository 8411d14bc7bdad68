#include "core/files/file_import.h"

#include "core/base/text.h"
#include "core/files/csv_reader.h"
#include "core/files/exposition_file.h"
#include "core/files/tsdb_folder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lepto {

namespace {

constexpr qint64 kHead = 512 << 10;              ///< what a layout is guessed from
constexpr std::size_t kHeldBytes = 1 << 30;      ///< of rows gathered in memory before they go to the store
constexpr double kReading = 0.7;                 ///< share of a row file's progress; the rest is storing

Error of(Error error, const QString &path)
{
    if (error.subject.empty())
        error.subject = utf8(path);
    return error;
}

Result<QByteArray> headOf(const QString &path, bool &whole)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::Unavailable, utf8(path), utf8(file.errorString()) };
    const QByteArray head = file.read(kHead);
    whole = head.size() == file.size();
    return head;
}

std::string_view viewOf(const QByteArray &bytes) { return { bytes.constData(), std::size_t(bytes.size()) }; }

/// One path on its way into the store.
class Import {
public:
    Import(Store &store, const QString &path, const ImportOptions &options, MatcherSet match, const ImportProgress &progress)
        : m_path(path)
        , m_options(options)
        , m_progress(progress)
        , m_writer(store, utf8(options.source.isEmpty() ? importSourceOf(path) : options.source), std::move(match), [this] { return stepMerge(); })
    {
        m_report.path = path;
        m_report.source = options.source.isEmpty() ? importSourceOf(path) : options.source;
    }

    Result<ImportReport> run(FileKind kind)
    {
        m_report.kind = kind;
        auto done = kind == FileKind::Tsdb ? readTsdb() : readRows(kind);
        m_report.stopped = !done && done.error().code == ErrorCode::Cancelled;
        if (done || m_report.stopped)
            done = m_writer.finish();
        m_report.counts = m_writer.counts();
        if (m_options.match.empty() && m_options.range == ImportOptions().range && !m_report.stopped) {
            const ImportCounts &c = m_report.counts;
            m_report.repeated = std::max<std::int64_t>(0, m_read - c.added - c.duplicate - c.refused);
        }
        if (!done)
            return of(done.error(), m_path);
        return m_report;
    }

private:
    Result<void> readTsdb();
    Result<void> readRows(FileKind kind);
    Result<void> readCsv(QFile &file);
    Result<void> readDump(QFile &file, FileKind kind);
    Result<void> storeCollected();
    bool stepRead(qint64 bytes);
    bool stepMerge();

    const QString &m_path;
    const ImportOptions &m_options;
    const ImportProgress &m_progress;
    ImportReport m_report;
    StoreWriter m_writer;
    SampleCollector m_collector;
    std::vector<std::unique_ptr<SeriesSource>> m_sources;
    double m_mergeFrom = 0;
    qint64 m_size = 0;
    std::int64_t m_read = 0; ///< samples that rows gave; 0 for storage, where overlaps are no mistake
    std::optional<Error> m_storeError;
};

bool Import::stepMerge()
{
    double done = 1;
    for (const auto &source : m_sources)
        done = std::min(done, source->progress());
    return !m_progress || m_progress(m_mergeFrom + (1 - m_mergeFrom) * done);
}

/// Between two pieces of a file of rows; when very much has gathered it goes to the store in between.
bool Import::stepRead(qint64 bytes)
{
    if (m_collector.bytes() > kHeldBytes)
        if (auto stored = storeCollected(); !stored) {
            m_storeError = stored.error();
            return false;
        }
    return !m_progress || m_progress(m_size > 0 ? kReading * double(bytes) / double(m_size) : 0);
}

Result<void> Import::storeCollected()
{
    m_sources.clear();
    m_sources.push_back(m_collector.release());
    return mergeSeries(m_sources, m_options.range, m_writer);
}

Result<void> Import::readTsdb()
{
    auto opened = openTsdb(m_path, [this] { return !m_progress || m_progress(0); });
    if (!opened)
        return opened.error();
    for (const Error &problem : opened->problems)
        m_writer.problem(problem);
    m_report.blocks = opened->blocks;
    m_sources = std::move(opened->sources);
    return mergeSeries(m_sources, m_options.range, m_writer);
}

Result<void> Import::readRows(FileKind kind)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::Unavailable, utf8(m_path), utf8(file.errorString()) };
    m_size = file.size();
    const auto read = kind == FileKind::Csv ? readCsv(file) : readDump(file, kind);
    if (m_storeError)
        return *m_storeError;
    if (!read)
        return read;
    m_mergeFrom = kReading;
    return storeCollected();
}

Result<void> Import::readCsv(QFile &file)
{
    bool whole = false;
    const auto head = headOf(m_path, whole);
    const auto layout = head ? guessCsvLayout(viewOf(*head), whole, m_options.csv, m_path) : Result<CsvLayout>(head.error());
    if (!layout)
        return layout.error();
    const auto counts = CsvReader(*layout, m_collector).readAll(file, [this](qint64 bytes) { return stepRead(bytes); });
    if (!counts)
        return counts.error();
    m_report.rows = counts->rows;
    m_report.badRows = counts->badRows;
    m_read = counts->samples;
    m_report.firstBad = counts->firstBad;
    return {};
}

Result<void> Import::readDump(QFile &file, FileKind kind)
{
    const auto format = kind == FileKind::OpenMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
    const TimeMs at = QFileInfo(m_path).lastModified().toMSecsSinceEpoch();
    const auto counts = readExpositionFile(file, format, at, m_collector, [this](qint64 bytes) { return stepRead(bytes); });
    if (!counts)
        return counts.error();
    m_report.rows = counts->samples;
    m_report.badRows = counts->badLines;
    m_read = counts->samples;
    m_report.firstBad = counts->firstBad;
    m_report.at = counts->ownTimes < counts->samples ? at : 0;
    return {};
}

} // namespace

QString importSourceOf(const QString &path)
{
    const QFileInfo info(QFileInfo(path).absoluteFilePath());
    QString name = info.isDir() ? info.fileName() : info.completeBaseName();
    for (QChar &c : name)
        if (!c.isLetterOrNumber() && c != u'-' && c != u'.')
            c = u'_';
    return name.isEmpty() ? QStringLiteral("import") : name.left(100);
}

Result<ImportReport> importFile(Store &store, const QString &path, const ImportOptions &options, const ImportProgress &progress)
{
    auto kind = options.kind ? Result<FileKind>(*options.kind) : detectFileKind(path);
    if (options.kind == FileKind::OpenMetrics || options.kind == FileKind::PrometheusText)
        kind = expositionKindOf(path);
    if (!kind)
        return kind.error();
    auto match = MatcherSet::compile(options.match);
    if (!match)
        return match.error();
    return Import(store, path, options, std::move(*match), progress).run(*kind);
}

Result<CsvPreview> previewFile(const QString &path, const CsvHints &hints, int rows)
{
    bool whole = false;
    const auto head = headOf(path, whole);
    if (!head)
        return head.error();
    return previewCsv(viewOf(*head), whole, hints, path, rows);
}

} // namespace lepto
