#include "core/bundle/bundle.h"

#include "core/base/text.h"
#include "core/bundle/bundle_seal.h"
#include "core/store/database.h"
#include "core/store/history_file.h"
#include "core/store/history_reader.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace lepto {

namespace {

constexpr std::size_t kMostDocuments = 200'000;
constexpr std::size_t kLongestDocument = 16 << 20; ///< bytes

Error damaged(const QString &file, const QString &reason)
{
    return { ErrorCode::Damaged, utf8(file), utf8(reason) };
}

std::optional<QJsonObject> objectOf(std::string_view text)
{
    if (text.size() > kLongestDocument)
        return std::nullopt;
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size())));
    return json.isObject() ? std::optional(json.object()) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<Bundle>> Bundle::open(const QString &file)
{
    const auto hash = bundle_seal::verify(file);
    if (!hash)
        return hash.error();
    auto store = HistoryReader::open(file, HistoryReader::Source::Frozen, history_file::kBundleId);
    if (!store)
        return store.error();
    std::unique_ptr<Bundle> bundle(new Bundle);
    bundle->m_file = file;
    bundle->m_store = std::move(*store);
    if (auto read = bundle->readDocuments(); !read)
        return read.error();
    bundle->m_manifest.sha256 = QString::fromLatin1(hash->toHex());
    return bundle;
}

Result<void> Bundle::readDocuments()
{
    auto db = Database::open(m_file, Database::Access::Immutable);
    if (!db)
        return db.error();
    Query manifest(**db, "SELECT body FROM manifest");
    const auto about = manifest.next() ? objectOf(manifest.text(0)) : std::nullopt;
    if (!about)
        return damaged(m_file, QCoreApplication::translate("Bundle", "the bundle has no manifest"));
    m_manifest = BundleManifest::fromJson(*about);
    std::size_t count = 0;
    Query query(**db, "SELECT kind, body FROM document ORDER BY id");
    while (query.next()) {
        auto document = objectOf(query.text(1));
        if (!document || ++count > kMostDocuments)
            return damaged(
                m_file, QCoreApplication::translate("Bundle", "document %1 of the bundle cannot be read").arg(count + 1));
        m_documents[qstr(query.text(0))].push_back(std::move(*document));
    }
    return (*db)->result();
}

QStringList Bundle::kinds() const
{
    QStringList kinds;
    for (const auto &[kind, documents] : m_documents)
        kinds += kind;
    return kinds;
}

std::vector<QJsonObject> Bundle::documents(const QString &kind) const
{
    const auto at = m_documents.find(kind);
    return at == m_documents.end() ? std::vector<QJsonObject>() : at->second;
}

} // namespace lepto
