#include "core/bundle/bundle_writer.h"

#include "core/base/text.h"
#include "core/bundle/bundle_seal.h"
#include "core/store/history_file.h"
#include "core/store/history_writer.h"
#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kSamplesAtOnce = 500'000; ///< held in memory before they are sealed

} // namespace

Result<std::unique_ptr<BundleWriter>> BundleWriter::create(const QString &file, const QString &name, TimeMs created)
{
    BundleManifest manifest;
    manifest.name = name;
    manifest.created = created;
    manifest.toolVersion = QCoreApplication::applicationVersion();
    std::unique_ptr<BundleWriter> writer(new BundleWriter(file, std::move(manifest)));
    writer->removeParts();
    auto history = HistoryWriter::open(writer->partFile(), history_file::kBundleId);
    if (!history)
        return history.error();
    writer->m_history = std::move(*history);
    return writer;
}

BundleWriter::BundleWriter(QString file, BundleManifest manifest)
    : m_file(std::move(file))
    , m_manifest(std::move(manifest))
{ }

BundleWriter::~BundleWriter()
{
    m_history.reset();
    removeParts();
}

void BundleWriter::removeParts() const
{
    for (const char *suffix : { "", "-wal", "-shm", "-journal" })
        QFile::remove(partFile() + QLatin1String(suffix));
}

Result<void> BundleWriter::addSeries(const Store &store, TimeMs from, TimeMs to, std::span<const Matcher> matchers)
{
    const auto found = store.select(matchers, from, to, std::numeric_limits<std::size_t>::max());
    if (!found)
        return found.error();
    std::vector<std::vector<Sample>> samples;
    std::vector<SeriesRun> runs;
    std::size_t held = 0;
    for (const SeriesInfo &series : *found) {
        auto range = store.range(series.id, from, to);
        if (!range)
            return range.error();
        held += range->size();
        samples.push_back(std::move(*range));
        runs.push_back({ series.labels, samples.back() });
        if (held < kSamplesAtOnce && &series != &found->back())
            continue;
        if (auto added = m_history->appendRuns(runs); !added)
            return added.error();
        samples.clear();
        runs.clear();
        held = 0;
    }
    return {};
}

void BundleWriter::addDocument(const QString &kind, const QJsonObject &body)
{
    m_documents.emplace_back(kind, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Result<void> BundleWriter::writeDocuments()
{
    auto db = Database::open(partFile(), Database::Access::ReadWrite);
    if (!db)
        return db.error();
    const auto text = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), std::size_t(bytes.size())); };
    WriteTransaction transaction(**db);
    for (const Migration &step : migrations(QStringLiteral("bundle")))
        for (const QString &statement : step.statements)
            (*db)->exec(statement.toUtf8().constData());
    for (const auto &[kind, body] : m_documents)
        Query(**db, "INSERT INTO document(kind, body) VALUES(?,?)").bind(std::string_view(utf8(kind)), text(body)).run();
    const QByteArray about = QJsonDocument(m_manifest.toJson()).toJson(QJsonDocument::Compact);
    Query(**db, "INSERT INTO manifest(body) VALUES(?)").bind(text(about)).run();
    if (auto committed = transaction.commit(); !committed)
        return committed;
    (*db)->exec("PRAGMA journal_mode=DELETE"); // one file, which needs no log beside it
    (*db)->exec("VACUUM");
    return (*db)->result();
}

Result<BundleManifest> BundleWriter::finish()
{
    if (!m_history)
        return Error { ErrorCode::Conflict, utf8(m_file),
            utf8(QCoreApplication::translate("Bundle", "the bundle is already finished")) };
    if (auto sealed = m_history->sealAll(); !sealed)
        return sealed.error();
    const StoreStats stats = m_history->stats();
    m_manifest.series = stats.series;
    m_manifest.samples = stats.samples;
    m_manifest.documents = qint64(m_documents.size());
    m_manifest.from = stats.oldest;
    m_manifest.to = stats.newest;
    m_history.reset();
    if (auto written = writeDocuments(); !written)
        return written.error();
    const auto hash = bundle_seal::write(partFile());
    if (!hash)
        return hash.error();
    if (std::rename(QFile::encodeName(partFile()).constData(), QFile::encodeName(m_file).constData()) != 0)
        return Error { ErrorCode::Unavailable, utf8(m_file),
            utf8(QCoreApplication::translate("Bundle", "the bundle cannot be put in place")) };
    m_manifest.sha256 = QString::fromLatin1(hash->toHex());
    return m_manifest;
}

} // namespace lepto
