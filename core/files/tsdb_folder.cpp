#include "core/files/tsdb_folder.h"

#include "core/base/text.h"
#include "core/files/tsdb_block.h"
#include "core/files/wal_records.h"
#include "core/files/wal_segment.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t kLargestLog = std::size_t(2) << 30; ///< bytes in memory

QString tr(const char *text) { return QCoreApplication::translate("Files", text); }

QStringList blockFolders(const QString &folder)
{
    QStringList found;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (!name.contains(u".tmp") && isTsdbBlock(folder + u'/' + name))
            found.append(folder + u'/' + name);
    return found;
}

/// The numbered segments of a log folder from `first` on, as paths.
QStringList segmentsIn(const QString &folder, qint64 first)
{
    static const QRegularExpression digits(QStringLiteral("^\\d+$"));
    QStringList found;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name))
        if (digits.match(name).hasMatch() && name.toLongLong() >= first)
            found.append(folder + u'/' + name);
    return found;
}

/// The newest checkpoint, which stands for all segments up to and with its number; empty where there is none.
QString newestCheckpoint(const QString &wal)
{
    static const QRegularExpression name(QStringLiteral("^checkpoint\\.\\d+$"));
    const QStringList found = QDir(wal).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).filter(name);
    return found.isEmpty() ? QString() : wal + u'/' + found.last();
}

class LogReader {
public:
    LogReader(TsdbFolder &folder, const std::function<bool()> &goesOn)
        : m_folder(folder)
        , m_goesOn(goesOn)
        , m_records(m_collector)
    { }

    Result<void> read(const QString &data)
    {
        const QString wal = data + QStringLiteral("/wal"), checkpoint = newestCheckpoint(wal);
        const qint64 first = checkpoint.isEmpty() ? 0 : checkpoint.section(u'.', -1).toLongLong() + 1;
        for (const QStringList &segments :
            { checkpoint.isEmpty() ? QStringList() : segmentsIn(checkpoint, 0), segmentsIn(wal, first), segmentsIn(data + QStringLiteral("/wbl"), 0) })
            for (const QString &segment : segments)
                if (auto read = readSegment(segment, segment == segments.last()); !read)
                    return read;
        tell();
        if (m_collector.seriesCount() > 0)
            m_folder.sources.push_back(m_collector.release());
        m_folder.samples += m_records.samples();
        return {};
    }

private:
    Result<void> readSegment(const QString &path, bool last);
    void tell();

    TsdbFolder &m_folder;
    const std::function<bool()> &m_goesOn;
    SampleCollector m_collector;
    WalRecords m_records;
};

struct Stopped { };

Result<void> LogReader::readSegment(const QString &path, bool last)
{
    auto file = ByteFile::open(path);
    if (!file) {
        m_folder.problems.push_back(file.error());
        return {};
    }
    try {
        readWalSegment(*file, [&](ByteView record) {
            m_records.take(record);
            if (m_collector.bytes() > kLargestLog || (m_goesOn && !m_goesOn()))
                throw Stopped();
        });
    } catch (const FileFault &fault) {
        const bool torn = last && file->size() - std::min(fault.at, file->size()) <= 64 << 10; // the server died while it wrote
        if (!torn)
            m_folder.problems.push_back(file->damaged(fault));
    } catch (const Stopped &) {
        if (m_collector.bytes() > kLargestLog)
            return Error { ErrorCode::Exhausted, utf8(path), utf8(tr(QT_TRANSLATE_NOOP("Files", "the log is too long to be read at once; make a snapshot of the server and import that"))) };
        return Error { ErrorCode::Cancelled, {}, utf8(tr(QT_TRANSLATE_NOOP("Files", "the import was stopped"))) };
    }
    return {};
}

void LogReader::tell()
{
    if (m_records.unknownKinds() > 0)
        m_folder.problems.push_back({ ErrorCode::Refused, "wal",
            utf8(tr(QT_TRANSLATE_NOOP("Files", "records of a kind that this program does not know: %1")).arg(m_records.unknownKinds())) });
    if (m_records.orphans() > 0)
        m_folder.problems.push_back({ ErrorCode::Damaged, "wal",
            utf8(tr(QT_TRANSLATE_NOOP("Files", "samples of series that the log does not name: %1")).arg(m_records.orphans())) });
}

} // namespace

bool isTsdbBlock(const QString &folder)
{
    return QFile::exists(folder + QStringLiteral("/meta.json")) && QFile::exists(folder + QStringLiteral("/index"));
}

bool isTsdbFolder(const QString &folder) { return QDir(folder + QStringLiteral("/wal")).exists() || !blockFolders(folder).isEmpty(); }

Result<TsdbFolder> openTsdb(const QString &folder, const std::function<bool()> &goesOn)
{
    if (!QDir(folder).exists())
        return Error { ErrorCode::NotFound, utf8(folder), utf8(tr(QT_TRANSLATE_NOOP("Files", "there is no such folder"))) };
    TsdbFolder opened;
    const QStringList paths = isTsdbBlock(folder) ? QStringList(folder) : blockFolders(folder);
    std::vector<std::pair<TimeMs, std::unique_ptr<SeriesSource>>> blocks;
    for (const QString &path : paths) {
        auto block = TsdbBlock::open(path);
        if (!block) {
            opened.problems.push_back(block.error());
            continue;
        }
        opened.samples += (*block)->meta().samples;
        blocks.emplace_back((*block)->meta().from, std::move(*block));
    }
    std::stable_sort(blocks.begin(), blocks.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (auto &[from, block] : blocks)
        opened.sources.push_back(std::move(block));
    opened.blocks = int(opened.sources.size());
    if (!isTsdbBlock(folder))
        if (auto read = LogReader(opened, goesOn).read(folder); !read)
            return read.error();
    if (opened.sources.empty() && !opened.problems.empty())
        return opened.problems.front();
    if (opened.sources.empty() && !isTsdbFolder(folder))
        return Error { ErrorCode::BadInput, utf8(folder), utf8(tr(QT_TRANSLATE_NOOP("Files", "holds no blocks and no write-ahead log"))) };
    return opened;
}

} // namespace lepto
