#pragma once

#include "core/bundle/bundle_manifest.h"
#include "core/store/store.h"

#include <QJsonObject>

#include <memory>
#include <span>
#include <vector>

namespace lepto {

class HistoryWriter;

/// Makes a bundle: written beside the target under another name, sealed, renamed. Dies unfinished: nothing is left behind.
/// Used by one thread.
class BundleWriter {
public:
    /// `created` is the time the manifest names. Errors: Unavailable where the folder cannot be written, Conflict, Exhausted.
    static Result<std::unique_ptr<BundleWriter>> create(const QString &file, const QString &name, TimeMs created);
    ~BundleWriter();
    BundleWriter(const BundleWriter &) = delete;
    BundleWriter &operator=(const BundleWriter &) = delete;

    /// The samples of [from, to] of the matching series. A series may be added again only for a later range.
    Result<void> addSeries(const Store &store, TimeMs from, TimeMs to, std::span<const Matcher> matchers);
    void addDocument(const QString &kind, const QJsonObject &body);
    Result<BundleManifest> finish();

private:
    BundleWriter(QString file, BundleManifest manifest);
    QString partFile() const { return m_file + QStringLiteral(".part"); }
    void removeParts() const;
    Result<void> writeDocuments();

    QString m_file;
    BundleManifest m_manifest;
    std::unique_ptr<HistoryWriter> m_history;
    std::vector<std::pair<QString, QByteArray>> m_documents;
};

} // namespace lepto
