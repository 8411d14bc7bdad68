#include "core/files/file_kind.h"

#include "core/base/text.h"
#include "core/files/tsdb_folder.h"
#include "core/sources/exposition_lexer.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace lepto {

namespace {

constexpr qint64 kHead = 64 << 10;

QString tr(const char *text) { return QCoreApplication::translate("Files", text); }

Error wrong(const QString &path, const char *reason) { return { ErrorCode::BadInput, utf8(path), utf8(tr(reason)) }; }

const char *foreignKind(std::string_view head)
{
    using namespace std::string_view_literals;
    constexpr std::pair<std::string_view, const char *> known[] = {
        { "\x1F\x8B"sv, QT_TRANSLATE_NOOP("Files", "is packed (gzip); unpack it first") },
        { "\x28\xB5\x2F\xFD"sv, QT_TRANSLATE_NOOP("Files", "is packed (zstd); unpack it first") },
        { "PK\x03\x04"sv, QT_TRANSLATE_NOOP("Files", "is packed or a spreadsheet (zip); unpack it, or save it as CSV") },
        { "SQLite format 3"sv, QT_TRANSLATE_NOOP("Files", "is a database; a bundle is opened with: bundle open") },
        { "\xBA\xAA\xD7\x00"sv, QT_TRANSLATE_NOOP("Files", "is the index of a block; name the block's folder") },
        { "\x85\xBD\x40\xDD"sv, QT_TRANSLATE_NOOP("Files", "holds chunks of a block; name the block's folder") },
    };
    for (const auto &[magic, reason] : known)
        if (head.starts_with(magic))
            return reason;
    return nullptr;
}

/// Whether the first statements read as metrics: a comment of the format, or two samples in a row.
bool looksLikeMetrics(std::string_view head)
{
    const std::size_t lines = head.rfind('\n') + 1; // what is behind may be cut
    ExpositionLexer lexer(lines == 0 ? head : head.substr(0, lines), ExpositionFormat::Text);
    ExpositionLine line;
    int samples = 0;
    for (int i = 0; i < 20; ++i) {
        using Kind = ExpositionLine::Kind;
        const auto step = lexer.next(line);
        if (step == ExpositionLexer::Step::End)
            return samples > 0;
        if (step == ExpositionLexer::Step::Line && (line.kind == Kind::Help || line.kind == Kind::Type || line.kind == Kind::Unit))
            return true;
        samples += step == ExpositionLexer::Step::Line && line.kind == Kind::Sample;
    }
    return samples >= 10;
}

} // namespace

QString nameOf(FileKind kind)
{
    constexpr const char *names[] = { "csv", "text", "openmetrics", "tsdb" };
    return QString::fromLatin1(names[int(kind)]);
}

Result<FileKind> fileKindOf(std::string_view head, const QString &name)
{
    if (head.empty())
        return wrong(name, QT_TRANSLATE_NOOP("Files", "is empty"));
    if (const char *reason = foreignKind(head))
        return wrong(name, reason);
    if (head.find('\0') != std::string_view::npos)
        return wrong(name, QT_TRANSLATE_NOOP("Files", "is no text, and no storage of Prometheus"));
    if (looksLikeMetrics(head))
        return FileKind::PrometheusText;
    return head.starts_with("# EOF") ? FileKind::OpenMetrics : FileKind::Csv;
}

Result<FileKind> detectFileKind(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error { ErrorCode::NotFound, utf8(path), utf8(tr(QT_TRANSLATE_NOOP("Files", "there is no such file"))) };
    if (info.isDir()) {
        if (isTsdbBlock(path) || isTsdbFolder(path))
            return FileKind::Tsdb;
        return wrong(path, QT_TRANSLATE_NOOP("Files", "holds no blocks and no write-ahead log"));
    }
    if (!info.isFile())
        return wrong(path, QT_TRANSLATE_NOOP("Files", "is not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::Unavailable, utf8(path), utf8(file.errorString()) };
    const QByteArray head = file.read(kHead);
    const auto kind = fileKindOf({ head.constData(), std::size_t(head.size()) }, path);
    return kind && *kind == FileKind::PrometheusText ? Result<FileKind>(expositionKindOf(path)) : kind;
}

FileKind expositionKindOf(const QString &path)
{
    constexpr qint64 tail = 64;
    QFile file(path);
    const bool ended = file.open(QIODevice::ReadOnly) && file.seek(std::max<qint64>(0, file.size() - tail)) && file.readAll().contains("# EOF");
    return ended ? FileKind::OpenMetrics : FileKind::PrometheusText;
}

} // namespace lepto
